import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { OUTCOMES } from '#core/act/outcome.ts';
import { stageName } from '#core/act/stage.ts';
import { formatDay } from '#core/calendar/format-day.ts';
import { usePeople, useWorkspace } from '../app/workspace-context.ts';
import { buttonClass } from '../ui/button.tsx';
import { Section } from '../ui/card.tsx';
import { useLang, useSay } from '../ui/language.ts';
import { Tag } from '../ui/pill.tsx';
import { Empty } from '../ui/states.tsx';
import style from './kpi.module.css';
import type { KpiProps } from './kpi-props.ts';

/** What is being done about the KPI: initiatives, to-dos, and what earlier ones taught. */
export function KpiDoing({ kpi }: KpiProps) {
  const { t } = useTranslation('progress');
  const say = useSay();
  const lang = useLang();
  const people = usePeople();
  const { today } = useWorkspace();
  const open = kpi.initiatives.filter(({ stage }) => stage !== 'done');
  const done = kpi.initiatives.filter(({ stage }) => stage === 'done');
  const due = (day: typeof today) => (
    <span className={day < today ? 'bad' : undefined}>
      {t('until', { day: formatDay(day, lang, 'numeric') })}
      {day < today && ` ${t('late')}`}
    </span>
  );
  return (
    <Section
      title={t('doing')}
      tools={
        <Link
          to="/initiatives/new"
          search={previous => ({ ...previous, node: kpi.node.id })}
          className={buttonClass('plain', true)}
        >
          {t('propose')}
        </Link>
      }
    >
      {open.length === 0 && kpi.toDos.length === 0 && <Empty small title={t('noDoing')} />}
      <ul className={style.list}>
        {open.map(({ id, title, stage, owner, due: day }) => (
          <li key={id}>
            <Link to="/initiatives/$initiative" params={{ initiative: id }}>
              {title}
            </Link>
            <div className={style.row}>
              <Tag>{say(stageName(stage))}</Tag>
              {people.nameOf(owner)}
              <span className={style.far}>{due(day)}</span>
            </div>
          </li>
        ))}
        {kpi.toDos
          .filter(({ doneOn }) => doneOn === null)
          .map(({ id, title, owner, due: day }) => (
            <li key={id}>
              {title}
              <div className={style.row}>
                <Tag>ToDo</Tag>
                {people.nameOf(owner)}
                <span className={style.far}>{due(day)}</span>
              </div>
            </li>
          ))}
      </ul>
      {(done.length > 0 || kpi.lessons.length > 0) && <h3 className={style.subhead}>{t('lessons')}</h3>}
      <ul className={style.list}>
        {kpi.lessons.map(({ id, title, lesson, outcome, initiative }) => (
          <li key={id}>
            {initiative ? (
              <Link to="/initiatives/$initiative" params={{ initiative }}>
                {title}
              </Link>
            ) : (
              title
            )}{' '}
            {outcome && <Tag>{say(OUTCOMES.find(one => one.id === outcome)?.name)}</Tag>}
            <p className="mut">{lesson}</p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
