import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Day } from '#core/calendar/day.ts';
import { formatPeriod } from '#core/calendar/format-period.ts';
import type { KeyedMonth } from '#core/calendar/month-key.ts';
import { CLOSE_WORDS } from '../app/as-of-chip.tsx';
import { classNames } from '../ui/class-names.ts';
import { useFigures } from '../ui/figures.ts';
import style from './closing.module.css';
import { ALL, CLOSE_SHAPES, type CloseStep, stateOf } from './closing-state.ts';

export interface ClosingSource {
  /** Id of a dataset, or `all`. */
  readonly id: string;
  readonly name: string;
  /** Who brings it. */
  readonly note: string | undefined;
  readonly through: Day | null;
}

export interface ClosingGridProps {
  readonly rows: readonly ClosingSource[];
  readonly months: readonly KeyedMonth[];
  /** Key of the month that is running. */
  readonly now: string;
  readonly steps: readonly CloseStep[];
  readonly onPick: (source: ClosingSource, month: KeyedMonth) => void;
}

/** Months by data; every cell says its state by shape and word, and opens what can be done about it. */
export function ClosingGrid({ rows, months, now, steps, onPick }: ClosingGridProps) {
  const { t } = useTranslation('data');
  const { t: app } = useTranslation('app');
  const { lang, calendar } = useFigures();
  const frame = useRef<HTMLDivElement>(null);
  const newest = months.at(-1)?.key;
  useEffect(() => {
    // The months people close are the last ones; on a phone they would be out of sight.
    if (newest !== undefined) frame.current?.scrollTo({ left: frame.current.scrollWidth });
  }, [newest]);
  const monthName = ({ range }: KeyedMonth, form: 'short' | 'full') =>
    formatPeriod({ grain: 'month', ...range }, lang, calendar, form);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of form fields it is not, and a landmark of its own it should not be
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <div ref={frame} role="group" className={style.frame} tabIndex={0} aria-label={t('closing')}>
      <table className={style.grid}>
        <thead>
          <tr>
            <th scope="col">{t('title')}</th>
            {months.map((month, place) => {
              const year = month.key.slice(0, 4);
              const starts = place === 0 || months[place - 1]?.key.slice(0, 4) !== year;
              return (
                <th key={month.key} scope="col" className={classNames(starts && style.year)}>
                  <span className={style.yearWord}>{starts ? (lang === 'ja' ? `${year}年` : year) : ''}</span>
                  {monthName(month, 'short')}
                  {month.key === now && <span className={style.running}>{t('running')}</span>}
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr key={row.id} className={classNames(row.id === ALL && style.all)}>
              <th scope="row">
                {row.name}
                {row.note && <span className={style.note}>{row.note}</span>}
              </th>
              {months.map((month, place) => {
                const state = stateOf(steps, row.id, month.key);
                const starts = place === 0 || months[place - 1]?.key.slice(0, 4) !== month.key.slice(0, 4);
                return (
                  <td key={month.key} className={classNames(starts && style.year)}>
                    <button
                      type="button"
                      className={`${style.mark} ${style[state]}`}
                      aria-label={t('cellLabel', {
                        source: row.name,
                        month: monthName(month, 'full'),
                        state: app(CLOSE_WORDS[state]),
                      })}
                      onClick={() => onPick(row, month)}
                    >
                      <span aria-hidden="true">{CLOSE_SHAPES[state]}</span>
                      {app(CLOSE_WORDS[state])}
                    </button>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
