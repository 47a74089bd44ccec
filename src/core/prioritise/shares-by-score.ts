/**
 * Whole percents in proportion to scores that total 100 exactly; what rounding leaves goes where it was cut most, the first when equal.
 * Without a score above 0 all are equal; none for nothing. [DES-12]
 */
export function sharesByScore(scores: readonly number[]): readonly number[] {
  const total = scores.reduce((sum, score) => sum + score, 0);
  if (scores.length === 0) return [];
  const exact = scores.map(score => (total > 0 ? (score * 100) / total : 100 / scores.length));
  const whole = exact.map(Math.floor);
  const left = 100 - whole.reduce((sum, share) => sum + share, 0);
  const order = exact.map((share, i) => ({ i, cut: share - Math.floor(share) })).toSorted((a, b) => b.cut - a.cut || a.i - b.i);
  const raised = new Set(order.slice(0, left).map(({ i }) => i));
  return whole.map((share, i) => share + (raised.has(i) ? 1 : 0));
}
