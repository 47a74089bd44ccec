import { normalQuantile } from './normal.ts';

/**
 * The quantile of Student's t that is not exceeded with probability `p`; ∓∞ at 0 and 1. In: degrees of freedom, at least 1, not only
 * whole ones. Relative error below 5e-5, from 4 degrees on below 1e-6.
 * Source: G. W. Hill, algorithm 396, Communications of the ACM 13 (1970), 619–620
 */
export function studentQuantile(p: number, degrees: number): number {
  if (p === 0.5) return 0;
  const twoTailed = 2 * Math.min(p, 1 - p);
  const size = upperQuantile(twoTailed, degrees);
  return p < 0.5 ? -size : size;
}

/** The value exceeded in size with probability `p`. */
function upperQuantile(p: number, n: number): number {
  if (!(p > 0)) return Number.POSITIVE_INFINITY;
  if (Math.abs(n - 2) < 1e-8) return Math.sqrt(2 / (p * (2 - p)) - 2);
  if (n < 1 + 1e-8) return Math.cos((p * Math.PI) / 2) / Math.sin((p * Math.PI) / 2);
  const a = 1 / (n - 0.5);
  const b = 48 / (a * a);
  let c = (((20700 * a) / b - 98) * a - 16) * a + 96.36;
  const d = ((94.5 / (b + c) - 3) / b + 1) * Math.sqrt((a * Math.PI) / 2) * n;
  let y = (d * p) ** (2 / n);
  if (y > 0.05 + a) {
    const x = normalQuantile(p / 2);
    y = x * x;
    if (n < 5) c += 0.3 * (n - 4.5) * (x + 0.6);
    c = (((0.05 * d * x - 5) * x - 7) * x - 2) * x + b + c;
    y = (((((0.4 * y + 6.3) * y + 36) * y + 94.5) / c - y - 3) / b + 1) * x;
    y = a * y * y;
    y = y > 0.002 ? Math.expm1(y) : 0.5 * y * y + y;
  } else {
    y = ((1 / (((n + 6) / (n * y) - 0.089 * d - 0.822) * (n + 2) * 3) + 0.5 / (n + 4)) * y - 1) * ((n + 1) / (n + 2)) + 1 / y;
  }
  return Math.sqrt(n * y);
}
