import type { Algebra } from '../formula/algebra.ts';
import { doubleAlgebra } from '../formula/double-algebra.ts';

/** A value with its derivative by one variable. */
export interface Dual {
  readonly value: number;
  readonly slope: number;
}

/** Doubles that carry an exact derivative along. Where min and max change over, the slope is that of the part chosen. [SCN-05] */
export const dualAlgebra: Algebra<Dual> = {
  constant: text => ({ value: Number(text), slope: 0 }),
  add: (a, b) => ({ value: doubleAlgebra.add(a.value, b.value), slope: a.slope + b.slope }),
  subtract: (a, b) => ({ value: doubleAlgebra.subtract(a.value, b.value), slope: a.slope - b.slope }),
  multiply: (a, b) => ({ value: doubleAlgebra.multiply(a.value, b.value), slope: a.slope * b.value + a.value * b.slope }),
  divide: (a, b) => ({
    value: doubleAlgebra.divide(a.value, b.value),
    slope: b.value === 0 ? Number.NaN : (a.slope * b.value - a.value * b.slope) / (b.value * b.value),
  }),
  negate: a => ({ value: -a.value, slope: -a.slope }),
  minimum: (a, b) => (a.value <= b.value ? a : b),
  maximum: (a, b) => (a.value >= b.value ? a : b),
};
