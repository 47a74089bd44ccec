import { at } from './at.ts';
import { solvePositive } from './solve-positive.ts';

/**
 * Coefficients of least squares with a small ridge: (XᵀX + ridge·n·I)⁻¹ Xᵀy. Rows of X in order, all of one length.
 */
export function leastSquares(rows: readonly (readonly number[])[], values: ArrayLike<number>, ridge = 0): number[] {
  const width = rows[0]?.length ?? 0;
  const normal = new Float64Array(width * width);
  const right = new Float64Array(width);
  for (const [t, row] of rows.entries()) {
    for (let i = 0; i < width; i++) {
      right[i] = at(right, i) + at(row, i) * at(values, t);
      for (let j = 0; j <= i; j++) normal[i * width + j] = at(normal, i * width + j) + at(row, i) * at(row, j);
    }
  }
  for (let i = 0; i < width; i++) normal[i * width + i] = at(normal, i * width + i) + ridge * rows.length;
  return [...solvePositive(normal, right)];
}
