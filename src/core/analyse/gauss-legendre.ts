/** A point and weight of a quadrature rule on [0, 1]. */
export interface QuadraturePoint {
  readonly at: number;
  readonly weight: number;
}

/**
 * The Gauss–Legendre rule with n points on [0, 1]: integrates polynomials up to degree 2n − 1 exactly.
 * Roots of the Legendre polynomial by Newton's method from the usual cosine start (Abramowitz & Stegun 25.4.30, 22.16.6).
 */
export function gaussLegendre(n: number): readonly QuadraturePoint[] {
  return Array.from({ length: n }, (_, i) => {
    let x = Math.cos((Math.PI * (i + 0.75)) / (n + 0.5));
    let slope = 1;
    for (let step = 0; step < 100; step++) {
      const { value, derivative } = legendre(n, x);
      slope = derivative;
      const move = value / derivative;
      x -= move;
      if (Math.abs(move) < 1e-16) break;
    }
    return { at: (1 - x) / 2, weight: 1 / ((1 - x * x) * slope * slope) };
  });
}

function legendre(n: number, x: number): { readonly value: number; readonly derivative: number } {
  let [previous, value] = [1, x];
  for (let k = 2; k <= n; k++) [previous, value] = [value, ((2 * k - 1) * x * value - (k - 1) * previous) / k];
  return { value, derivative: (n * (x * value - previous)) / (x * x - 1) };
}
