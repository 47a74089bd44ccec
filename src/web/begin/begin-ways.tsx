import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Icon, type IconName } from '../ui/icon.tsx';
import style from './begin.module.css';
import { useGuidedStart } from './guided-store.ts';

/** The three ways in which a plan begins, each with what it asks and how long it takes. */
export function BeginWays() {
  const { t } = useTranslation('begin');
  const isBegun = useGuidedStart();
  return (
    <>
      <p className={style.lead}>{t('lead')}</p>
      <ul className={style.ways}>
        <Way to="/plan/new/sheet" icon="table" name={t('sheetWay')} text={t('sheetWayText')} time={t('sheetWayTime')} first />
        <Way
          to="/plan/new/template"
          icon="copy"
          name={t('templateWay')}
          text={t('templateWayText')}
          time={t('templateWayTime')}
        />
        <Way
          to="/plan/new/guided"
          icon="comment"
          name={t('guidedWay')}
          text={t('guidedWayText')}
          time={isBegun ? t('goOn') : t('guidedWayTime')}
        />
      </ul>
      <Link to="/plan/new/text" className={style.engineers}>
        <Icon name="code" size={15} />
        {t('textWay')}
      </Link>
    </>
  );
}

interface WayProps {
  readonly to: '/plan/new/sheet' | '/plan/new/template' | '/plan/new/guided';
  readonly icon: IconName;
  readonly name: string;
  readonly text: string;
  readonly time: string;
  readonly first?: boolean;
}

function Way({ to, icon, name, text, time, first }: WayProps) {
  return (
    <li>
      <Link to={to} className={first ? `${style.way} ${style.first}` : style.way}>
        <span className={style.sign}>
          <Icon name={icon} size={22} />
        </span>
        <strong>{name}</strong>
        <span className={style.wayText}>{text}</span>
        <span className={style.time}>
          {time}
          <Icon name="right" size={15} />
        </span>
      </Link>
    </li>
  );
}
