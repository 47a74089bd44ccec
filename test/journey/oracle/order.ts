/** Orders texts by Unicode code points, null first. [JRN-08] */
export function compareTexts(a: string | null, b: string | null): number {
  if (a === null || b === null) return Number(b === null) - Number(a === null);
  const ofA = [...a].map(codePoint);
  const ofB = [...b].map(codePoint);
  return compareLists(ofA, ofB, (x, y) => x - y);
}

/** Orders sequences of texts element by element; a beginning comes before what continues it. [JRN-48] */
export function compareSlices(a: readonly (string | null)[], b: readonly (string | null)[]): number {
  return compareLists(a, b, compareTexts);
}

/** Lower median and the value at ⌈9n/10⌉ of a list that is not empty. [JRN-16] */
export function spreadOf(times: readonly number[]): { readonly median: number; readonly p90: number } {
  const ascending = times.toSorted((a, b) => a - b);
  return {
    median: atPosition(ascending, Math.ceil(times.length / 2)),
    p90: atPosition(ascending, Math.ceil((9 * times.length) / 10)),
  };
}

/** 1 is the first. */
export function atPosition(ascending: readonly number[], position: number): number {
  const value = ascending[position - 1];
  if (value === undefined) throw new Error(`no position ${position}`);
  return value;
}

function compareLists<T>(a: readonly T[], b: readonly T[], compare: (x: T, y: T) => number): number {
  for (const [index, x] of a.entries()) {
    const y = b[index];
    if (y === undefined) return 1;
    const order = compare(x, y);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

function codePoint(character: string): number {
  return character.codePointAt(0) ?? 0;
}
