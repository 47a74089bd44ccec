import { at } from './at.ts';

/**
 * Solves A·x = b for a symmetric positive definite matrix by Cholesky's factors; only the lower triangle of A (by rows) is read.
 * A pivot that is not above 0 (a column that says nothing new) gives that unknown 0.
 */
export function solvePositive(matrix: Float64Array, right: ArrayLike<number>): Float64Array {
  const n = right.length;
  const factor = lowerFactor(matrix, n);
  const solution = Float64Array.from(right);
  for (let i = 0; i < n; i++) {
    let sum = at(solution, i);
    for (let k = 0; k < i; k++) sum -= at(factor, i * n + k) * at(solution, k);
    const pivot = at(factor, i * n + i);
    solution[i] = pivot > 0 ? sum / pivot : 0;
  }
  for (let i = n - 1; i >= 0; i--) {
    let sum = at(solution, i);
    for (let k = i + 1; k < n; k++) sum -= at(factor, k * n + i) * at(solution, k);
    const pivot = at(factor, i * n + i);
    solution[i] = pivot > 0 ? sum / pivot : 0;
  }
  return solution;
}

/** L with L·Lᵀ = A, by rows; columns of pivots not above 0 are 0, which also suits positive semidefinite matrices. */
export function lowerFactor(matrix: Float64Array, n: number): Float64Array {
  const factor = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = at(matrix, i * n + j);
      for (let k = 0; k < j; k++) sum -= at(factor, i * n + k) * at(factor, j * n + k);
      if (i === j) factor[i * n + i] = sum > 1e-12 * Math.abs(at(matrix, i * n + i)) ? Math.sqrt(sum) : 0;
      else {
        const pivot = at(factor, j * n + j);
        factor[i * n + j] = pivot > 0 ? sum / pivot : 0;
      }
    }
  }
  return factor;
}
