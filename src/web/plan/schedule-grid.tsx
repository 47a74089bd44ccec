import { type ClipboardEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { tsv } from '#core/share/tsv.ts';
import { useNodeWords } from '../progress/node-words.ts';
import { classNames } from '../ui/class-names.ts';
import { useFigures } from '../ui/figures.ts';
import { useSay } from '../ui/language.ts';
import { placedBlock, readBlock } from './grid-block.ts';
import { blockOf, moved, type Selection } from './grid-selection.ts';
import { OutlookRows } from './outlook-rows.tsx';
import style from './schedule.module.css';
import { type ScheduleRow, sumOf } from './schedule-rows.ts';
import { useShortMonth } from './short-month.ts';
import type { Planning } from './use-planning.ts';
import type { ScheduleDesk } from './use-schedule.ts';

export interface ScheduleGridProps {
  readonly planning: Planning;
  readonly schedule: ScheduleDesk;
  /** The month whose arrivals are shown. */
  readonly month: number;
  readonly onMonth: (month: number) => void;
}

const GROUPS = { goal: 'goals', kpi: 'kpis', budget: 'budget' } as const;

/** Months by lines as in a spreadsheet: arrows, Enter, typing, blocks from and to the clipboard. It scrolls inside itself. */
export function ScheduleGrid({ schedule, month, onMonth }: Omit<ScheduleGridProps, 'planning'>) {
  const { t } = useTranslation('schedule');
  const say = useSay();
  const figures = useFigures();
  const words = useNodeWords();
  const short = useShortMonth();
  const { months, rows } = schedule;
  const [selection, setSelection] = useState<Selection>({ from: { row: 0, column: month }, to: { row: 0, column: month } });
  const [typed, setTyped] = useState<string>();
  const table = useRef<HTMLTableElement>(null);
  const block = blockOf(selection);
  const { row: atRow, column: atColumn } = selection.to;
  const size = { rows: rows.length, columns: months.length };
  const budget = rows.filter(({ group }) => group === 'budget');

  const focus = () =>
    table.current?.querySelector<HTMLElement>(`[data-cell="${atRow} ${atColumn}"]`)?.focus({ preventScroll: true });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus follows the selection
  useEffect(() => {
    const focused = document.activeElement;
    if (typed === undefined && focused && table.current?.contains(focused)) {
      focus();
      document.activeElement?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    }
  }, [atRow, atColumn, typed]);

  const select = (next: Selection) => {
    setSelection(next);
    onMonth(next.to.column);
  };
  const cellsIn = () => {
    const found: { row: ScheduleRow; month: number }[] = [];
    for (let place = block.top; place <= block.bottom; place++) {
      const row = rows[place];
      for (let column = block.left; row && column <= block.right; column++) found.push({ row, month: column });
    }
    return found;
  };
  const begin = (text?: string) => {
    const row = rows[atRow];
    if (row && months[atColumn]?.lock === undefined) setTyped(text ?? schedule.plain(row, atColumn));
  };
  const store = (step: 'down' | 'right' | 'left' | 'stay') => {
    const row = rows[atRow];
    if (row && typed !== undefined && typed.trim() !== schedule.plain(row, atColumn)) {
      schedule.write([{ row, month: atColumn, text: typed }]);
    }
    setTyped(undefined);
    const key = { down: 'ArrowDown', right: 'ArrowRight', left: 'ArrowLeft', stay: '' }[step];
    const next = moved(selection, { key, isFar: false, grows: false }, size);
    if (next) select(next);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (typed !== undefined) {
      if (event.key === 'Enter') store(event.shiftKey ? 'stay' : 'down');
      else if (event.key === 'Tab') store(event.shiftKey ? 'left' : 'right');
      else if (event.key === 'Escape') setTyped(undefined);
      else return;
      event.preventDefault();
      return;
    }
    if (event.altKey) return;
    const isFar = event.ctrlKey || event.metaKey;
    const next = moved(selection, { key: event.key, isFar, grows: event.shiftKey }, size);
    if (next) select(next);
    else if (isFar) return;
    else if (event.key === 'Enter' || event.key === 'F2') begin();
    else if (event.key === 'Delete' || event.key === 'Backspace') schedule.write(cellsIn().map(cell => ({ ...cell, text: '' })));
    else if (event.key.length === 1 && event.key !== ' ') begin(event.key);
    else return;
    event.preventDefault();
  };
  const onCopy = (event: ClipboardEvent) => {
    if (typed !== undefined) return;
    event.preventDefault();
    const lines = rows
      .slice(block.top, block.bottom + 1)
      .map(row => months.slice(block.left, block.right + 1).map((_, along) => schedule.plain(row, block.left + along)));
    event.clipboardData.setData('text/plain', tsv(lines));
  };
  const onPaste = (event: ClipboardEvent) => {
    if (typed !== undefined) return;
    event.preventDefault();
    const placed = placedBlock(readBlock(event.clipboardData.getData('text/plain')), selection, size);
    schedule.write(
      placed.flatMap(({ row: place, column, text }) => {
        const row = rows[place];
        return row && text !== schedule.plain(row, column) ? [{ row, month: column, text }] : [];
      }),
    );
    const last = placed.at(-1);
    if (last) setSelection({ from: { row: block.top, column: block.left }, to: { row: last.row, column: last.column } });
  };
  const targetWords = ({ node }: ScheduleRow) => (node ? words.target(node) : '');

  return (
    <div className={style.frame}>
      <table
        ref={table}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells are edited is a grid
        role="grid"
        aria-label={t('sheet')}
        aria-multiselectable="true"
        className={style.grid}
        onKeyDown={onKeyDown}
        onCopy={onCopy}
        onPaste={onPaste}
      >
        <thead>
          <tr>
            <th scope="col" className={style.name}>
              {t('row')}
            </th>
            {months.map(({ key, lock }, column) => (
              <th
                key={key}
                scope="col"
                className={classNames(lock && style.locked, column === month && style.chosen)}
                title={lock && t(lock)}
              >
                {short(key)}
                {lock && <small>{t(lock)}</small>}
              </th>
            ))}
            <th scope="col">{t('total')}</th>
            <th scope="col">{t('wholeTarget')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, place) => {
            const starts = rows[place - 1]?.group !== row.group;
            return [
              starts && (
                <tr key={row.group}>
                  <th scope="rowgroup" colSpan={months.length + 3} className={style.group}>
                    <span>{t(GROUPS[row.group])}</span>
                  </th>
                </tr>
              ),
              <tr key={row.key}>
                <th scope="row" className={style.name}>
                  {say(row.name)}
                </th>
                {months.map(({ key, lock }, column) => {
                  const isAt = place === atRow && column === atColumn;
                  const isIn = place >= block.top && place <= block.bottom && column >= block.left && column <= block.right;
                  const given = row.given[column];
                  const standing = row.standing[column];
                  return (
                    <td
                      key={key}
                      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a cell of the grid
                      role="gridcell"
                      tabIndex={isAt ? 0 : -1}
                      data-cell={`${place} ${column}`}
                      aria-selected={isIn}
                      aria-readonly={lock !== undefined}
                      className={classNames(
                        lock && style.locked,
                        isIn && style.selected,
                        isAt && style.active,
                        given === undefined && style.standing,
                      )}
                      onPointerDown={event => {
                        if (isAt && typed !== undefined) return;
                        if (typed !== undefined) store('stay');
                        event.preventDefault();
                        const spot = { row: place, column };
                        select({ from: event.shiftKey ? selection.from : spot, to: spot });
                        event.currentTarget.focus({ preventScroll: true });
                      }}
                      onPointerEnter={event => {
                        if (event.buttons === 1 && typed === undefined)
                          setSelection({ from: selection.from, to: { row: place, column } });
                      }}
                      onDoubleClick={() => begin()}
                    >
                      {isAt && typed !== undefined ? (
                        <input
                          // biome-ignore lint/a11y/noAutofocus: the cell has been entered on purpose
                          autoFocus
                          aria-label={`${say(row.name)} ${short(key)}`}
                          value={typed}
                          onChange={event => setTyped(event.target.value)}
                          onBlur={() => store('stay')}
                        />
                      ) : given !== undefined ? (
                        figures.value(given, row.of)
                      ) : standing === undefined ? (
                        ''
                      ) : (
                        figures.value(standing, row.of)
                      )}
                    </td>
                  );
                })}
                <td className={style.total}>{row.total === undefined ? '' : figures.value(row.total, row.of)}</td>
                <td className={style.whole}>{targetWords(row)}</td>
              </tr>,
              row.node?.role === 'goal' && (
                <OutlookRows key={`outlook ${row.key}`} goal={row.node} schedule={schedule} month={month} />
              ),
            ];
          })}
          {budget.length > 1 && (
            <tr>
              <th scope="row" className={classNames(style.name, style.sum)}>
                {t('budgetSum')}
              </th>
              {months.map(({ key, lock }, column) => (
                <td key={key} className={classNames(style.sum, lock && style.locked)}>
                  {figures.value(sumOf(budget.map(({ given }) => given[column])), budget[0]?.of ?? MONEY)}
                </td>
              ))}
              <td className={style.total}>{figures.value(sumOf(budget.map(({ total }) => total)), budget[0]?.of ?? MONEY)}</td>
              <td />
            </tr>
          )}
        </tbody>
      </table>
    </div>
  );
}

const MONEY = { unit: { kind: 'count' as const }, counter: null };
