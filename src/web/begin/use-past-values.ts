import type { Direction } from '#core/unit/unit.ts';
import { useAnswer } from '../app/use-answer.ts';

/** What was measured of a metric: the mean of the last months with a value, up to three, and the best month of all. */
export interface PastValues {
  readonly value: number;
  readonly months: number;
  readonly best: number;
}

export function usePastValues(
  metrics: readonly { readonly id: string; readonly direction: Direction }[],
): ReadonlyMap<string, PastValues> {
  const ids = metrics.map(({ id }) => id).sort();
  const rows = useAnswer('valueSheet', { metric: ids }, { when: ids.length > 0, keep: true }).data?.rows ?? [];
  return new Map(
    rows.flatMap(({ metric, values }) => {
      const known = values.flatMap(value => (value === null ? [] : [Number(value)]));
      const last = known.slice(-3);
      if (last.length === 0) return [];
      const isDown = metrics.find(({ id }) => id === metric)?.direction === 'down';
      const past: PastValues = {
        value: last.reduce((sum, value) => sum + value, 0) / last.length,
        months: last.length,
        best: isDown ? Math.min(...known) : Math.max(...known),
      };
      return [[metric, past] as const];
    }),
  );
}
