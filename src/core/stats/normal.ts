/** Density of the standard normal distribution. */
export function normalDensity(z: number): number {
  return Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);
}

/**
 * Probability that a standard normal value is at most `z`.
 * By W. J. Cody's rational approximations of erfc (Math. Comp. 23, 1969); relative error below 1e-14, tails included.
 */
export function normalCumulative(z: number): number {
  const x = Math.abs(z) / Math.SQRT2;
  const tail = 0.5 * complementaryError(x);
  return z > 0 ? 1 - tail : tail;
}

/**
 * The standard normal value that is not exceeded with probability `p`, 0 < p < 1; ∓∞ at the ends.
 * M. J. Wichura's algorithm AS 241 (PPND16), Applied Statistics 37, 1988; relative error about 1e-16.
 */
export function normalQuantile(p: number): number {
  if (!(p > 0)) return Number.NEGATIVE_INFINITY;
  if (!(p < 1)) return Number.POSITIVE_INFINITY;
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) {
    const r = 0.180625 - q * q;
    return (q * polynomial(CENTRE_ABOVE, r)) / polynomial(CENTRE_BELOW, r);
  }
  const r = Math.sqrt(-Math.log(q < 0 ? p : 1 - p));
  const z =
    r <= 5
      ? polynomial(SHOULDER_ABOVE, r - 1.6) / polynomial(SHOULDER_BELOW, r - 1.6)
      : polynomial(TAIL_ABOVE, r - 5) / polynomial(TAIL_BELOW, r - 5);
  return q < 0 ? -z : z;
}

/** erfc of a value not below 0. */
function complementaryError(x: number): number {
  if (x <= 0.46875) {
    const square = x * x;
    return 1 - (x * polynomial(ERF_ABOVE, square)) / polynomial(ERF_BELOW, square);
  }
  const whole = Math.exp(-x * x);
  if (x <= 4) return (whole * polynomial(ERFC_ABOVE, x)) / polynomial(ERFC_BELOW, x);
  const inverse = 1 / (x * x);
  const correction = (inverse * polynomial(FAR_ABOVE, inverse)) / polynomial(FAR_BELOW, inverse);
  return (whole * (1 / Math.sqrt(Math.PI) - correction)) / x;
}

/** Coefficients from the constant term on. */
function polynomial(coefficients: readonly number[], x: number): number {
  return coefficients.reduceRight((sum, coefficient) => sum * x + coefficient, 0);
}

const ERF_ABOVE = [
  3209.377589138469472562, 377.485237685302021, 113.8641541510501556, 3.161123743870565596, 0.185777706184603153,
];
const ERF_BELOW = [2844.236833439170622273, 1282.616526077372275645, 244.0246379344441733056, 23.60129095234412093499, 1];
const ERFC_ABOVE = [
  1230.33935479799725272, 2051.07837782607146532, 1712.04761263407058314, 881.952221241769090411, 298.635138197400131132,
  66.1191906371416294775, 8.88314979438837594118, 0.56418849698867008918, 2.15311535474403846343e-8,
];
const ERFC_BELOW = [
  1230.33935480374942043, 3439.36767414372163696, 4362.6190901432471582, 3290.79923573345962678, 1621.38957456669018874,
  537.181101862009857509, 117.693950891312499305, 15.7449261107098347253, 1,
];
const FAR_ABOVE = [
  6.58749161529837803157e-4, 1.60837851487422766278e-2, 0.125781726111229246204, 0.360344899949804439429, 0.305326634961232344035,
  0.0163153871373020978498,
];
const FAR_BELOW = [
  2.33520497626869185443e-3, 0.0605183413124413191178, 0.527905102951428412248, 1.87295284992346725209, 2.56852019228982242072, 1,
];

const CENTRE_ABOVE = [
  3.387132872796366608, 133.14166789178437745, 1971.5909503065514427, 13731.693765509461125, 45921.953931549871457,
  67265.770927008700853, 33430.575583588128105, 2509.0809287301226727,
];
const CENTRE_BELOW = [
  1, 42.313330701600911252, 687.1870074920579083, 5394.1960214247511077, 21213.794301586595867, 39307.89580009271061,
  28729.085735721942674, 5226.495278852545925,
];
const SHOULDER_ABOVE = [
  1.42343711074968357734, 4.6303378461565452959, 5.7694972214606914055, 3.64784832476320460504, 1.27045825245236838258,
  0.24178072517745061177, 0.0227238449892691845833, 7.7454501427834140764e-4,
];
const SHOULDER_BELOW = [
  1, 2.05319162663775882187, 1.6763848301838038494, 0.68976733498510000455, 0.14810397642748007459, 0.0151986665636164571966,
  5.475938084995344946e-4, 1.05075007164441684324e-9,
];
const TAIL_ABOVE = [
  6.6579046435011037772, 5.4637849111641143699, 1.7848265399172913358, 0.29656057182850489123, 0.026532189526576123093,
  0.0012426609473880784386, 2.71155556874348757815e-5, 2.01033439929228813265e-7,
];
const TAIL_BELOW = [
  1, 0.59983220655588793769, 0.13692988092273580531, 0.0148753612908506148525, 7.868691311456132591e-4, 1.8463183175100546818e-5,
  1.4215117583164458887e-7, 2.04426310338993978564e-15,
];
