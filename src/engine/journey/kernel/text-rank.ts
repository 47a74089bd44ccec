/** Texts by Unicode code points (as their UTF-8 bytes), null before all. [JRN-08] */
export function compareTexts(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null) return -1;
  if (b === null) return 1;
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const [x, y] = [a.charCodeAt(i), b.charCodeAt(i)];
    if (x === y) continue;
    // Halves of pairs stand for code points above all others.
    if (isHalf(x) !== isHalf(y)) return isHalf(x) ? 1 : -1;
    return x - y;
  }
  return a.length - b.length;
}

/** The place of each code's text among all texts of its column: codes are numbered as they come, order is by text. */
export function textRanks(values: readonly (string | null)[]): Uint32Array {
  const codes = Array.from(values.keys()).sort((a, b) => compareTexts(values[a] ?? null, values[b] ?? null));
  const ranks = new Uint32Array(values.length);
  for (const [place, code] of codes.entries()) ranks[code] = place;
  return ranks;
}

function isHalf(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xe000;
}
