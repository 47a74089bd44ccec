/**
 * Chance that at least so many arrive when arrivals are independent of each other: Poisson. [PLA-06]
 * In: the expected number, the number wanted (rounded up to a whole one). Out: a probability; 1 when none are wanted.
 */
export function chanceOfAtLeast(expected: number, wanted: number): number {
  const least = Math.ceil(wanted - 1e-9);
  if (least <= 0) return 1;
  if (!(expected > 0)) return 0;
  let term = Math.exp(-expected);
  if (term === 0) return fromNormal(expected, least);
  let below = term;
  for (let k = 1; k < least; k++) {
    term *= expected / k;
    below += term;
  }
  return Math.max(0, Math.min(1, 1 - below));
}

/** For large numbers: the cube root of a Poisson variable is nearly normal (Wilson and Hilferty). */
function fromNormal(expected: number, least: number): number {
  const z = 3 * Math.sqrt(least) * ((expected / least) ** (1 / 3) - 1 + 1 / (9 * least));
  return 1 / (1 + Math.exp(-1.5976 * z - 0.070565992 * z ** 3));
}
