/** A series with its gaps bridged by straight lines; gaps at an end take the nearest value. No value at all gives zeros. */
export function fillGaps(values: readonly (number | null)[]): number[] {
  const known = values.flatMap((value, t) => (value === null ? [] : [{ t, value }]));
  let next = 0;
  return values.map((value, t) => {
    if (value !== null) return value;
    while (next < known.length && (known[next]?.t ?? 0) < t) next++;
    const [before, after] = [known[next - 1], known[next]];
    if (!before || !after) return (before ?? after)?.value ?? 0;
    return before.value + ((after.value - before.value) * (t - before.t)) / (after.t - before.t);
  });
}
