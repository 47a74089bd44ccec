import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatDay } from '#core/calendar/format-day.ts';
import { decidedAs } from '#core/quality/quality-ticket.ts';
import { usePeople, useWorkspace } from '../app/workspace-context.ts';
import { Button } from '../ui/button.tsx';
import { Section } from '../ui/card.tsx';
import { type Column, TableSection } from '../ui/data-table.tsx';
import { useFigures } from '../ui/figures.ts';
import { useSay } from '../ui/language.ts';
import { localMoment } from '../ui/local-moment.ts';
import { Pill, Tag } from '../ui/pill.tsx';
import { Fine } from '../ui/states.tsx';
import style from './quality.module.css';
import type { DecisionAsked } from './quality-dialog.tsx';
import type { QualityAnswer } from './quality-page.tsx';
import { type Finding, useFindingWords } from './quality-words.ts';
import sources from './sources.module.css';

interface TicketsProps {
  readonly answer: QualityAnswer;
  readonly onDecide: (asked: DecisionAsked) => void;
}

const TONES = { late: 'bad', missing: 'warn', outlier: 'accent', disagreement: 'warn' } as const;

/** What nobody has said anything about yet. */
export function OpenTickets({ answer: { open }, onDecide }: TicketsProps) {
  const { t } = useTranslation('data');
  const say = useSay();
  const words = useFindingWords();
  if (open.length === 0)
    return (
      <Section title={t('tickets')}>
        <Fine>{t('ticketsNone')}</Fine>
      </Section>
    );
  const columns: readonly Column<Finding>[] = [
    {
      key: 'name',
      head: t('name'),
      isName: true,
      cell: one => (
        <>
          <SubjectName of={one.subject} name={say(one.name)} />
          <span className={style.kind}>
            <Pill tone={TONES[one.kind]}>{t(`kind-${one.kind}`)}</Pill>
          </span>
        </>
      ),
      text: one => `${say(one.name)} ${t(`kind-${one.kind}`)}`,
    },
    {
      key: 'days',
      head: t('period'),
      cell: one => (
        <div className={style.ticket}>
          <span>
            <span className={sources.whole}>{words.days(one)}</span>
            <span className={style.detail}>{words.detail(one)}</span>
          </span>
          <Button
            small
            aria-label={t('decideLabel', { name: say(one.name), days: words.days(one) })}
            onClick={() => onDecide({ about: decidedAs(one.kind), subject: one.subject, name: one.name, days: one.days })}
          >
            {t('decide')}
          </Button>
        </div>
      ),
      text: one => `${words.days(one)} ${words.detail(one)}`,
    },
  ];
  return (
    <TableSection
      title={t('tickets')}
      note={t('ticketsNote', { count: open.length })}
      label={t('tickets')}
      columns={columns}
      rows={open}
      rowKey={one => `${one.kind} ${one.subject.id} ${one.days.from}`}
      sticky
    >
      <p className={style.foot}>{t('ticketsText')}</p>
    </TableSection>
  );
}

/** What people have said, with their reasons. */
export function DecidedTickets({ answer: { decided }, onDecide }: TicketsProps) {
  const { t } = useTranslation('data');
  const say = useSay();
  const people = usePeople();
  const words = useFindingWords();
  const { lang } = useFigures();
  const { calendar } = useWorkspace();
  if (decided.length === 0) return null;
  return (
    <Section title={t('decided')} note={t('ticketsNote', { count: decided.length })}>
      <ul className={style.decided}>
        {decided.map(({ decision, name, finding }) => (
          <li key={`${decision.about} ${decision.subject.id} ${decision.days.from}`}>
            <div>
              <SubjectName of={decision.subject} name={say(name)} /> <span className="mut">{words.days(decision)}</span>
              <span className={style.tags}>
                <Tag>{t(`choice-${decision.choice}`)}</Tag>
                {decision.excluded && <Tag>{t('baselineOut')}</Tag>}
                {!finding && <Tag>{t('gone')}</Tag>}
              </span>
              <p className={style.reason}>{decision.reason}</p>
            </div>
            <span className={style.who}>
              {t('decidedBy', {
                name: people.nameOf(decision.by),
                day: formatDay(localMoment(decision.at, calendar.zone).day, lang, 'month-day'),
              })}
              <Button
                small
                look="quiet"
                onClick={() =>
                  onDecide({
                    about: decision.about,
                    subject: decision.subject,
                    name,
                    days: decision.days,
                    said: { choice: decision.choice, excluded: decision.excluded, reason: decision.reason },
                  })
                }
              >
                {t('change')}
              </Button>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function SubjectName({ of, name }: { readonly of: Finding['subject']; readonly name: string }) {
  return of.kind === 'dataset' ? (
    <Link to="/data/dataset/$dataset" params={{ dataset: of.id }} className={sources.name}>
      {name}
    </Link>
  ) : (
    <Link to="/catalogue/$metric" params={{ metric: of.id }} className={sources.name}>
      {name}
    </Link>
  );
}
