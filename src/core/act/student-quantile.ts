/** Two-sided 95 % of the normal distribution. */
const NORMAL = 1.959963984540054;

/**
 * The 97.5 % quantile of Student's t, by the Cornish–Fisher expansion around the normal quantile (Abramowitz & Stegun 26.7.5).
 * In: degrees of freedom, at least 2, not only whole ones. Error below 2 % at 2, below 0.1 % from 5 on.
 */
export function studentQuantile(degrees: number): number {
  const z = NORMAL;
  const first = (z ** 3 + z) / 4;
  const second = (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96;
  const third = (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384;
  const fourth = (79 * z ** 9 + 776 * z ** 7 + 1482 * z ** 5 - 1920 * z ** 3 - 945 * z) / 92160;
  return z + first / degrees + second / degrees ** 2 + third / degrees ** 3 + fourth / degrees ** 4;
}
