import type { TypedCell } from '#core/measure/entry/entry-change.ts';
import type { Decimal } from '#core/measure/observation.ts';
import { compareDecimals } from '#core/number/decimal.ts';

/** Cells that were typed and are not stored yet, after each step; the last one counts, and steps are taken back one by one. */
export interface ValueDraft {
  readonly steps: readonly ReadonlyMap<string, DraftCell>[];
}

export interface DraftCell {
  readonly metric: string;
  readonly month: string;
  readonly value: Decimal | null;
}

export const NO_DRAFT: ValueDraft = { steps: [] };

/** The draft after cells were typed in one step. */
export function typedInto({ steps }: ValueDraft, cells: readonly DraftCell[]): ValueDraft {
  if (cells.length === 0) return { steps };
  const next = new Map(steps.at(-1));
  for (const cell of cells) next.set(keyOf(cell), cell);
  return { steps: [...steps, next] };
}

export function stepBack({ steps }: ValueDraft): ValueDraft {
  return { steps: steps.slice(0, -1) };
}

/** What is typed for a cell; undefined where nothing is. */
export function draftOf({ steps }: ValueDraft, metric: string, month: string): Decimal | null | undefined {
  return steps.at(-1)?.get(keyOf({ metric, month }))?.value;
}

/** The cells that would really change, beside what stands there; typing a value back leaves none. [MEA-07] */
export function changesOf(
  { steps }: ValueDraft,
  standing: (metric: string, month: string) => Decimal | null,
): readonly TypedCell[] {
  return [...(steps.at(-1)?.values() ?? [])].flatMap(({ metric, month, value }) => {
    const before = standing(metric, month);
    const same = value === null || before === null ? value === before : compareDecimals(value, before) === 0;
    return same ? [] : [{ metric, month, before, value }];
  });
}

function keyOf({ metric, month }: Pick<DraftCell, 'metric' | 'month'>): string {
  return `${metric} ${month}`;
}
