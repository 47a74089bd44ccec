import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { LandingAnswer } from '#contract/foresee.ts';
import { formatDay } from '#core/calendar/format-day.ts';
import type { Stands } from '../app/standing-page.tsx';
import { measureOf } from '../progress/node-words.ts';
import { Section } from '../ui/card.tsx';
import { type Column, TableSection } from '../ui/data-table.tsx';
import { useFigures } from '../ui/figures.ts';
import { useSay } from '../ui/language.ts';
import { Pill } from '../ui/pill.tsx';
import { Fine } from '../ui/states.tsx';
import style from './analyse.module.css';
import { tidy } from './explained.ts';

type Warning = LandingAnswer['warnings'][number];

/** What is about to miss its target, or has to run faster, while something can still be done. */
export function LandingWarnings({ answer, stands }: { readonly answer: LandingAnswer; readonly stands: Stands }) {
  const { t } = useTranslation('analyse');
  const say = useSay();
  const figures = useFigures();
  const rows = answer.warnings;
  if (rows.length === 0) {
    return (
      <Section title={t('warnings')}>
        <Fine>{t('noWarnings')}</Fine>
      </Section>
    );
  }
  const of = (row: Warning) => {
    const node = stands.nodeOf(row.node);
    return node ? measureOf(node) : { unit: { kind: 'count' as const }, counter: null };
  };
  const nameOf = (row: Warning) => say(stands.nodeOf(row.node)?.name) || row.node;
  const amount = (key: string, head: string, read: (row: Warning) => number | null | undefined): Column<Warning> => ({
    key,
    head,
    end: true,
    cell: row => {
      const value = read(row);
      return value !== null && value !== undefined && figures.value(tidy(value), of(row));
    },
    text: row => {
      const value = read(row);
      return value === null || value === undefined ? '' : figures.plain(tidy(value), of(row));
    },
  });
  const columns: readonly Column<Warning>[] = [
    {
      key: 'node',
      head: t('leaf'),
      isName: true,
      cell: row => (
        <Link to="/progress/kpi/$node" params={{ node: row.node }} className={style.nowrap}>
          {nameOf(row)}
        </Link>
      ),
      text: nameOf,
    },
    {
      key: 'why',
      head: t('monthState'),
      cell: row => <Pill tone={row.why === 'misses' ? 'bad' : 'warn'}>{t(row.why)}</Pill>,
      text: row => t(row.why),
    },
    amount('target', t('target'), row => row.target),
    amount('landing', t('landing'), row => row.landing),
    {
      key: 'probability',
      head: t('probability'),
      end: true,
      cell: row => figures.percent(row.probability, 0),
      text: row => `${Math.round(row.probability * 1000) / 10}%`,
    },
    amount('needed', t('neededPace'), row => row.pace?.neededPerBusinessDay),
    amount('sofar', t('paceSoFar'), row => row.pace?.soFarPerBusinessDay),
    {
      key: 'by',
      head: t('by'),
      end: true,
      cell: row => <span className="mut">{formatDay(row.by, figures.lang, 'month-day')}</span>,
      text: row => row.by,
    },
  ];
  return (
    <TableSection
      title={t('warnings')}
      label={t('warnings')}
      columns={columns}
      rows={rows}
      rowKey={row => `${row.node} ${row.by}`}
      sticky
    >
      <ul className={style.words}>
        {rows.map(row => (
          <li key={`${row.node} ${row.by}`}>
            {say(row.sentence)}
            {row.shows && row.shows.leaders.length > 0 && ` ${say(row.shows.sentence)}`}
          </li>
        ))}
      </ul>
    </TableSection>
  );
}
