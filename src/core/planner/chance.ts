/**
 * Chance that at least so many arrive when arrivals are independent of each other: Poisson. [PLA-06]
 * In: the expected number, the number wanted (rounded up to a whole one). Out: a probability, right to nine digits; 1 when none are wanted.
 */
export function chanceOfAtLeast(expected: number, wanted: number): number {
  const least = Math.ceil(wanted - 1e-9);
  if (least <= 0) return 1;
  if (!(expected > 0)) return 0;
  // Added up from where the terms are largest on the side that is shorter, so that none vanishes before it counts.
  return least > expected ? tailFrom(least, expected) : 1 - headTo(least - 1, expected);
}

function tailFrom(least: number, expected: number): number {
  let term = termAt(least, expected);
  let sum = 0;
  for (let k = least; term > sum * 1e-17; k++) {
    sum += term;
    term *= expected / (k + 1);
  }
  return Math.min(1, sum);
}

function headTo(most: number, expected: number): number {
  let term = termAt(most, expected);
  let sum = 0;
  for (let k = most; k >= 0 && term > sum * 1e-17; k--) {
    sum += term;
    term *= k / expected;
  }
  return Math.min(1, sum);
}

/** Chance of exactly k. */
function termAt(k: number, expected: number): number {
  if (k > 20) {
    // With Stirling's series for k!, from the logarithm of what is nearly 1.
    const ratio = (expected - k) / k;
    const series = 1 / (12 * k) - 1 / (360 * k ** 3) + 1 / (1260 * k ** 5);
    return Math.exp(k * (Math.log1p(ratio) - ratio) - series) / Math.sqrt(2 * Math.PI * k);
  }
  let term = Math.exp(-expected);
  for (let i = 1; i <= k; i++) term *= expected / i;
  return term;
}
