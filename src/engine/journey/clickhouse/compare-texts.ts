/** Orders texts by Unicode code points, as ClickHouse does, null first. [JRN-08] */
export function compareTexts(a: string | null, b: string | null): number {
  if (a === null || b === null) return Number(b === null) - Number(a === null);
  if (a === b) return 0;
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

/** Orders sequences of texts element by element; a beginning comes before what continues it. */
export function compareSlices(a: readonly (string | null)[], b: readonly (string | null)[]): number {
  for (const [index, value] of a.entries()) {
    const other = b[index];
    if (other === undefined) return 1;
    const order = compareTexts(value, other);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}
