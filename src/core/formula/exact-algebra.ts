import { add, compareRationals, divide, multiply, type Rational, rational, rationalOf, subtract } from '../number/rational.ts';
import type { Algebra } from './algebra.ts';

const MINUS_ONE = rational(-1);

/** Exact fractions; undefined where there is no value (division by zero, a missing input). */
export const exactAlgebra: Algebra<Rational | undefined> = {
  constant: rationalOf,
  add: (a, b) => a && b && add(a, b),
  subtract: (a, b) => a && b && subtract(a, b),
  multiply: (a, b) => a && b && multiply(a, b),
  divide: (a, b) => a && b && divide(a, b),
  negate: a => a && multiply(a, MINUS_ONE),
  minimum: (a, b) => a && b && (compareRationals(a, b) <= 0 ? a : b),
  maximum: (a, b) => a && b && (compareRationals(a, b) >= 0 ? a : b),
};
