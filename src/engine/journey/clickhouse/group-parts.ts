/** Rows with equal keys together, in the order in which keys first come: the parts of one row of an answer. */
export function groupParts<Row>(rows: readonly Row[], keyOf: (row: Row) => unknown): readonly (readonly [Row, ...Row[]])[] {
  const groups = new Map<string, [Row, ...Row[]]>();
  for (const row of rows) {
    const key = JSON.stringify(keyOf(row));
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return [...groups.values()];
}

/** The sum of a number over the parts. */
export function total<Row>(parts: readonly Row[], numberOf: (row: Row) => number | undefined): number {
  return parts.reduce((sum, part) => sum + (numberOf(part) ?? 0), 0);
}
