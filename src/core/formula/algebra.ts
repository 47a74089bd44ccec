import type { Decimal } from '../measure/observation.ts';

/**
 * What a formula needs to know about the values it runs over: exact fractions, intervals, doubles, random draws,
 * derivatives. One compiled tree, many algebras. [FRM-10]
 * A value that does not exist (division by zero, something missing) is the algebra's own affair; operations must pass it on.
 */
export interface Algebra<T> {
  constant(value: Decimal): T;
  add(a: T, b: T): T;
  subtract(a: T, b: T): T;
  multiply(a: T, b: T): T;
  divide(a: T, b: T): T;
  negate(a: T): T;
  minimum(a: T, b: T): T;
  maximum(a: T, b: T): T;
}
