import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { PlanDriversAnswer } from '#contract/driver.ts';
import { type Column, TableSection } from '../ui/data-table.tsx';
import { useSay } from '../ui/language.ts';
import { Pill, type Tone } from '../ui/pill.tsx';
import style from './driver.module.css';
import { type DriverRow, type DriverStanding, standingOf, useDriverWords } from './driver-words.ts';

const TONES: Readonly<Record<DriverStanding, Tone>> = {
  ahead: 'good',
  together: 'accent',
  against: 'bad',
  'cannot-tell': 'warn',
  none: 'none',
};

const ORDER: readonly DriverStanding[] = ['ahead', 'together', 'against', 'cannot-tell', 'none'];

/** Every KPI beside the goal: when it shows, how strongly, on how many values, and whether that lasts. */
export function DriverTable({ answer }: { readonly answer: PlanDriversAnswer }) {
  const { t } = useTranslation('driver');
  const say = useSay();
  const words = useDriverWords();
  const rows = answer.rows.toSorted((a, b) => ORDER.indexOf(standingOf(a)) - ORDER.indexOf(standingOf(b)));
  const told = rows.filter(row => standingOf(row) !== 'none');
  const held = ({ holdOut }: DriverRow) => (holdOut ? t(holdOut.holds ? 'holds' : 'fails', { pairs: holdOut.pairs }) : '');
  const lagOf = ({ lag, verdict }: DriverRow) => (lag === null || verdict === 'none' ? '' : words.lag(lag, answer.grain));
  const mark = (key: 'room' | 'controllability', head: string): Column<DriverRow> => ({
    key,
    head,
    end: true,
    cell: row => <span className="mut">{t('outOf', { mark: row[key] })}</span>,
    text: row => String(row[key]),
  });
  const columns: readonly Column<DriverRow>[] = [
    {
      key: 'kpi',
      head: t('kpi'),
      isName: true,
      cell: row => (
        <Link to="/progress/kpi/$node" params={{ node: row.node }}>
          {say(row.name)}
        </Link>
      ),
      text: row => say(row.name),
    },
    {
      key: 'result',
      head: t('result'),
      cell: row => <Pill tone={TONES[standingOf(row)]}>{t(`is-${standingOf(row)}`)}</Pill>,
      text: row => t(`is-${standingOf(row)}`),
    },
    { key: 'lag', head: t('lag'), cell: row => <span className={style.nowrap}>{lagOf(row)}</span>, text: lagOf },
    {
      key: 'strength',
      head: t('strength'),
      end: true,
      cell: row =>
        row.association !== null &&
        (row.verdict === 'none' ? <span className="dim">{number(row.association)}</span> : <b>{number(row.association)}</b>),
      text: row => number(row.association),
    },
    { key: 'picture', head: t('picture'), hideHead: true, cell: row => <Strip row={row} />, text: () => '' },
    {
      key: 'range',
      head: t('range'),
      end: true,
      cell: row =>
        row.association !== null && (
          <span className="mut">
            {row.low === null || row.high === null ? t('noRange') : t('span', { low: number(row.low), high: number(row.high) })}
          </span>
        ),
      text: row => (row.low === null || row.high === null ? '' : t('span', { low: number(row.low), high: number(row.high) })),
    },
    { key: 'pairs', head: t('pairs'), end: true, cell: row => row.pairs ?? '', text: row => String(row.pairs ?? '') },
    { key: 'newest', head: t('newest'), cell: row => <span className={style.nowrap}>{held(row)}</span>, text: held },
    mark('controllability', t('control')),
    mark('room', t('room')),
  ];
  return (
    <TableSection
      title={t('table')}
      note={t('tableNote')}
      label={t('table')}
      columns={columns.filter(({ key, text }) => key === 'picture' || rows.some(row => text(row) !== ''))}
      rows={rows}
      rowKey={row => row.node}
      sticky
    >
      {told.length > 0 && (
        <ul className={style.words}>
          {told.map(row => (
            <li key={row.node}>
              <b>{say(row.name)}</b> {row.because.map(({ message }) => say(message)).join(say({ ja: '', en: ' ' }))}
            </li>
          ))}
        </ul>
      )}
    </TableSection>
  );
}

/** Where the strength and its range lie between −1 and 1. */
function Strip({ row: { association, low, high, verdict } }: { readonly row: DriverRow }) {
  if (association === null) return null;
  const at = (value: number) => `${((value + 1) / 2) * 100}%`;
  return (
    <span className={style.strip} aria-hidden="true" data-told={verdict !== 'none' || undefined}>
      {low !== null && high !== null && (
        <span className={style.line} style={{ insetInlineStart: at(low), width: `${((high - low) / 2) * 100}%` }} />
      )}
      <span className={style.point} style={{ insetInlineStart: at(association) }} />
    </span>
  );
}

function number(value: number | null): string {
  if (value === null) return '';
  const text = value.toFixed(2);
  return Number(text) === 0 ? '0.00' : text.replace('-', '−');
}
