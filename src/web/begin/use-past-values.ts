import { useAnswer } from '../app/use-answer.ts';

/** The mean of the last months with a value, up to three, of metrics that are measured. */
export function usePastValues(
  metrics: readonly string[],
): ReadonlyMap<string, { readonly value: number; readonly months: number }> {
  const rows =
    useAnswer('valueSheet', { metric: [...metrics].sort() }, { when: metrics.length > 0, keep: true }).data?.rows ?? [];
  return new Map(
    rows.flatMap(({ metric, values }) => {
      const last = values.filter(value => value !== null).slice(-3);
      if (last.length === 0) return [];
      return [
        [metric, { value: last.reduce((sum, value) => sum + Number(value), 0) / last.length, months: last.length }] as const,
      ];
    }),
  );
}
