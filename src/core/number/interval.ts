/** A closed range of reals, ends rounded outward; ends may be infinite. Never empty, never NaN. [VER-12] */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

export const EVERYTHING: Interval = { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };

export function interval(low: number, high: number): Interval {
  return { low, high };
}

export function addIntervals(a: Interval, b: Interval): Interval {
  return outward(a.low + b.low, a.high + b.high);
}

export function subtractIntervals(a: Interval, b: Interval): Interval {
  return outward(a.low - b.high, a.high - b.low);
}

export function multiplyIntervals(a: Interval, b: Interval): Interval {
  const products = [times(a.low, b.low), times(a.low, b.high), times(a.high, b.low), times(a.high, b.high)];
  return outward(Math.min(...products), Math.max(...products));
}

/** Everything when the divisor may be zero inside its range; one-sided when zero is an end of it. */
export function divideIntervals(a: Interval, b: Interval): Interval {
  if (b.low < 0 && b.high > 0) return EVERYTHING;
  if (b.low === 0 && b.high === 0) return EVERYTHING;
  const inverse = outward(
    b.high === 0 ? Number.NEGATIVE_INFINITY : 1 / b.high,
    b.low === 0 ? Number.POSITIVE_INFINITY : 1 / b.low,
  );
  return multiplyIntervals(a, inverse);
}

export function negateInterval(a: Interval): Interval {
  return { low: -a.high, high: -a.low };
}

export function minimumOfIntervals(a: Interval, b: Interval): Interval {
  return { low: Math.min(a.low, b.low), high: Math.min(a.high, b.high) };
}

export function maximumOfIntervals(a: Interval, b: Interval): Interval {
  return { low: Math.max(a.low, b.low), high: Math.max(a.high, b.high) };
}

/** The smallest interval that holds both. */
export function hull(a: Interval, b: Interval): Interval {
  return { low: Math.min(a.low, b.low), high: Math.max(a.high, b.high) };
}

/** Zero times infinity is zero here: an end that is never reached times an exact zero. Underflow stays off zero. */
function times(a: number, b: number): number {
  if (a === 0 || b === 0) return 0;
  const product = a * b;
  return product === 0 ? Math.sign(a) * Math.sign(b) * Number.MIN_VALUE : product;
}

/** The result of one rounded operation, moved one step outward at each end; ∞ − ∞ gives no information. */
function outward(low: number, high: number): Interval {
  return {
    low: Number.isNaN(low) ? Number.NEGATIVE_INFINITY : below(low),
    high: Number.isNaN(high) ? Number.POSITIVE_INFINITY : above(high),
  };
}

const EPSILON = 2 ** -52;

/** A double that is surely greater than everything that rounds to a value; zero stays zero, so that exact zeros of counts keep their sign. */
function above(value: number): number {
  return value === 0 ? 0 : value + (Math.abs(value) * EPSILON + Number.MIN_VALUE);
}

function below(value: number): number {
  return -above(-value);
}
