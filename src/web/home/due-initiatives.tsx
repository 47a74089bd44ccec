import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { stageName } from '#core/act/stage.ts';
import { formatDay } from '#core/calendar/format-day.ts';
import { usePeople } from '../app/workspace-context.ts';
import { buttonClass } from '../ui/button.tsx';
import { Section } from '../ui/card.tsx';
import { useLang, useSay } from '../ui/language.ts';
import { Tag } from '../ui/pill.tsx';
import { Empty } from '../ui/states.tsx';
import { DueGroups } from './due-groups.tsx';
import style from './home.module.css';
import type { HomeAnswer } from './home-page.tsx';

/** Initiatives by how near their date is. */
export function DueInitiatives({ home }: { readonly home: HomeAnswer }) {
  const { t } = useTranslation('home');
  const say = useSay();
  const lang = useLang();
  const people = usePeople();
  const { initiatives } = home;
  const count = initiatives.overdue.length + initiatives.today.length + initiatives.soon.length + initiatives.later.length;
  return (
    <Section
      title={t('initiatives')}
      tools={
        <Link to="/initiatives" className={buttonClass('quiet', true)}>
          {t('allToDos')}
        </Link>
      }
    >
      {count === 0 && <Empty small title={t('noInitiatives')} />}
      <DueGroups due={initiatives} keyOf={({ id }) => id}>
        {({ id, title, stage, owner, due }) => (
          <div className={style.row}>
            <Link to="/initiatives/$initiative" params={{ initiative: id }} className={style.name}>
              {title}
            </Link>
            <Tag>{say(stageName(stage))}</Tag>
            <span className={`${style.far} mut`}>
              {home.member === null && `${people.nameOf(owner)}　`}
              {formatDay(due, lang, 'numeric')}
            </span>
          </div>
        )}
      </DueGroups>
    </Section>
  );
}
