import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { stageName } from '#core/act/stage.ts';
import { formatDay } from '#core/calendar/format-day.ts';
import type { Stands } from '../app/standing-page.tsx';
import { useAnswer } from '../app/use-answer.ts';
import { usePeople, useWorkspace } from '../app/workspace-context.ts';
import { Section } from '../ui/card.tsx';
import { useLang, useSay } from '../ui/language.ts';
import { Tag } from '../ui/pill.tsx';
import { Empty, Loading } from '../ui/states.tsx';
import style from './executive.module.css';

/** What is being done about it. */
export function RunningCard({ stands }: { readonly stands: Stands }) {
  const { t } = useTranslation('progress');
  const say = useSay();
  const lang = useLang();
  const people = usePeople();
  const { today } = useWorkspace();
  const asked = useAnswer('initiatives', { plan: stands.view.id, stage: ['preparing', 'running', 'checking'] });
  const running = (asked.data?.initiatives ?? []).toSorted((a, b) => (a.due < b.due ? -1 : 1));
  return (
    <Section title={t('running')}>
      {!asked.data && <Loading lines={2} />}
      {asked.data && running.length === 0 && <Empty small title={t('noneRunning')} />}
      <ul className={style.list}>
        {running.map(({ id, title, stage, owner, due }) => (
          <li key={id} className={style.running}>
            <Link to="/initiatives/$initiative" params={{ initiative: id }}>
              {title}
            </Link>
            <Tag>{say(stageName(stage))}</Tag>
            <span className="mut">{people.nameOf(owner)}</span>
            <span className={due < today ? 'bad' : 'dim'}>
              {t('until', { day: formatDay(due, lang, 'numeric') })}
              {due < today && ` ${t('late')}`}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
