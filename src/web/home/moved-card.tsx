import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { usePeople } from '../app/workspace-context.ts';
import { StateLight } from '../progress/light.tsx';
import { Section } from '../ui/card.tsx';
import { Icon } from '../ui/icon.tsx';
import { useSay } from '../ui/language.ts';
import { Fine } from '../ui/states.tsx';
import style from './home.module.css';
import type { HomeAnswer } from './home-page.tsx';

/** KPIs whose light is another than a week ago. */
export function MovedCard({ home }: { readonly home: HomeAnswer }) {
  const { t } = useTranslation('home');
  const say = useSay();
  const people = usePeople();
  return (
    <Section title={t('moved')}>
      {home.moved.length === 0 && <Fine>{t('notMoved')}</Fine>}
      <ul className={style.list}>
        {home.moved.map(({ plan, node, name, from, to, owner }) => (
          <li key={`${plan} ${node}`} className={style.row}>
            <Link to="/progress/kpi/$node" params={{ node }} search={previous => ({ ...previous, plan })} className={style.name}>
              {say(name)}
            </Link>
            {home.member === null && <span className="mut">{people.nameOf(owner)}</span>}
            <span className={`${style.arrow} ${style.far}`}>
              <StateLight state={from} />
              <Icon name="right" size={14} />
              <StateLight state={to} />
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
