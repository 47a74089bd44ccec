/** 95 % interval of a share by Wilson's score (JASA 22, 1927); all of 0 to 1 with no cases. */
export function wilson(hits: number, cases: number): readonly [number, number] {
  if (cases <= 0) return [0, 1];
  const z = 1.959963984540054;
  const rate = hits / cases;
  const middle = rate + (z * z) / (2 * cases);
  const half = z * Math.sqrt((rate * (1 - rate)) / cases + (z * z) / (4 * cases * cases));
  const over = 1 + (z * z) / cases;
  // At the ends the bounds are exact; rounding would leave a trace beside them.
  return [hits === 0 ? 0 : Math.max(0, (middle - half) / over), hits === cases ? 1 : Math.min(1, (middle + half) / over)];
}
