import type { Algebra } from './algebra.ts';

/**
 * Doubles, for speed. NaN stands for "no value" inside a calculation and never leaves it: callers turn it into undefined.
 * Division by zero is NaN, not Infinity; overflow is NaN as well.
 */
export const doubleAlgebra: Algebra<number> = {
  constant: Number,
  add: (a, b) => finite(a + b),
  subtract: (a, b) => finite(a - b),
  multiply: (a, b) => finite(a * b),
  divide: (a, b) => (b === 0 ? Number.NaN : finite(a / b)),
  negate: a => -a,
  minimum: (a, b) => Math.min(a, b),
  maximum: (a, b) => Math.max(a, b),
};

function finite(value: number): number {
  return Number.isFinite(value) ? value : Number.NaN;
}
