import { at } from '../../stats/at.ts';

/** Inverse of an n × n matrix by rows: Gauss and Jordan with the largest pivot of each column. A singular matrix throws. */
export function inverted(matrix: Float64Array, n: number): Float64Array {
  const left = Float64Array.from(matrix);
  const right = new Float64Array(n * n);
  for (let i = 0; i < n; i++) right[i * n + i] = 1;
  for (let column = 0; column < n; column++) {
    let pivot = column;
    for (let row = column + 1; row < n; row++)
      if (Math.abs(at(left, row * n + column)) > Math.abs(at(left, pivot * n + column))) pivot = row;
    const size = at(left, pivot * n + column);
    if (size === 0) throw new Error('singular matrix');
    for (const side of [left, right]) {
      swapRows(side, n, pivot, column);
      for (let j = 0; j < n; j++) side[column * n + j] = at(side, column * n + j) / size;
    }
    for (let row = 0; row < n; row++) {
      const factor = at(left, row * n + column);
      if (row === column || factor === 0) continue;
      for (const side of [left, right])
        for (let j = 0; j < n; j++) side[row * n + j] = at(side, row * n + j) - factor * at(side, column * n + j);
    }
  }
  return right;
}

function swapRows(matrix: Float64Array, n: number, a: number, b: number): void {
  if (a === b) return;
  for (let j = 0; j < n; j++) {
    const kept = at(matrix, a * n + j);
    matrix[a * n + j] = at(matrix, b * n + j);
    matrix[b * n + j] = kept;
  }
}
