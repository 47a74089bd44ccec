/**
 * Values added up from the first on. [SCR-10]
 * In: a flow's values by period, null where there is none. Out: as many totals; from the first missing value on there are none,
 * for a missing period is not a zero.
 */
export function runningTotal(values: readonly (number | null)[]): readonly (number | null)[] {
  let total: number | null = 0;
  return values.map(value => {
    total = total === null || value === null ? null : total + value;
    return total;
  });
}
