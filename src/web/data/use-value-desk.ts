import { useTranslation } from 'react-i18next';
import type { Api } from '#contract/api.ts';
import type { ResponseOf } from '#contract/endpoint.ts';
import type { TypedCell } from '#core/measure/entry/entry-change.ts';
import { typedValue } from '#core/measure/entry/typed-value.ts';
import type { Decimal } from '#core/measure/observation.ts';
import { useWorkspace } from '../app/workspace-context.ts';
import type { GridText } from '../grid/use-cell-grid.ts';
import { type Measure, useFigures } from '../ui/figures.ts';
import { createStore, useStore } from '../ui/store.ts';
import { showToast } from '../ui/toasts.tsx';
import { changesOf, draftOf, NO_DRAFT, stepBack, typedInto, type ValueDraft } from './value-draft.ts';

export type Sheet = ResponseOf<Api['valueSheet']>;
export type SheetLine = Sheet['rows'][number];
export type SheetColumn = Sheet['months'][number];

/** What is typed stays while one looks something up on another page. */
const valueDraft = createStore<ValueDraft>(NO_DRAFT);

export interface ValueDesk {
  readonly months: readonly SheetColumn[];
  readonly rows: readonly SheetLine[];
  readonly changes: readonly TypedCell[];
  /** Why a cell takes nothing; undefined where it does. */
  readonly lockOf: (row: number, column: number) => 'lockFinal' | 'lockData' | undefined;
  /** What a cell holds: as typed, else as stored. */
  readonly valueOf: (row: number, column: number) => Decimal | null;
  readonly isTyped: (row: number, column: number) => boolean;
  readonly plain: (row: number, column: number) => string;
  /** Takes cells as one step; what is locked or unreadable is left as it is, and said. */
  readonly write: (cells: readonly GridText[]) => void;
  readonly undo: (() => void) | undefined;
  readonly drop: () => void;
}

export function measureOfLine({ unit, counter }: SheetLine): Measure {
  return { unit, counter };
}

/** The sheet of values with what is typed over it. */
export function useValueDesk({ months: all, rows }: Sheet): ValueDesk {
  const { t } = useTranslation('data');
  const figures = useFigures();
  const { today } = useWorkspace();
  const draft = useStore(valueDraft);
  const months = all.filter(({ from }) => from <= today);
  const stored = (row: number, column: number) => rows[row]?.values[column] ?? null;
  const typed = (row: number, column: number) => {
    const [line, month] = [rows[row], months[column]];
    return line && month && draftOf(draft, line.metric, month.key);
  };
  const standing = (metric: string, month: string) =>
    stored(
      rows.findIndex(line => line.metric === metric),
      months.findIndex(({ key }) => key === month),
    );
  // Cells of months and lines that are not on screen wait until they are again.
  const changes = changesOf(draft, standing).filter(
    ({ metric, month }) => rows.some(line => line.metric === metric) && months.some(({ key }) => key === month),
  );
  const isTyped = (row: number, column: number) =>
    changes.some(({ metric, month }) => metric === rows[row]?.metric && month === months[column]?.key);
  const lockOf: ValueDesk['lockOf'] = (row, column) =>
    rows[row]?.source === 'data' ? 'lockData' : months[column]?.close === 'final' ? 'lockFinal' : undefined;
  const valueAt = (row: number, column: number) => {
    const value = typed(row, column);
    return value === undefined ? stored(row, column) : value;
  };
  return {
    months,
    rows,
    changes,
    lockOf,
    valueOf: valueAt,
    isTyped,
    plain: (row, column) => {
      const line = rows[row];
      return line ? figures.plain(valueAt(row, column), measureOfLine(line)) : '';
    },
    write: cells => {
      const open = cells.filter(({ row, column }) => lockOf(row, column) === undefined);
      const readable = open.flatMap(({ row, column, text }) => {
        const [line, month] = [rows[row], months[column]];
        const value = line && typedValue(text, line.unit);
        return line && month && value !== undefined ? [{ metric: line.metric, month: month.key, value }] : [];
      });
      const left = [
        open.length > readable.length && t('valuesUnread', { count: open.length - readable.length }),
        cells.length > open.length && t('valuesLocked', { count: cells.length - open.length }),
      ].filter(words => words !== false);
      if (left.length > 0) showToast({ kind: 'bad', text: { ja: left.join(''), en: left.join(' ') } });
      valueDraft.set(typedInto(draft, readable));
    },
    undo: draft.steps.length > 0 ? () => valueDraft.set(stepBack(draft)) : undefined,
    drop: () => valueDraft.set(NO_DRAFT),
  };
}
