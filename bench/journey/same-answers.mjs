import { createHash } from 'node:crypto';

/** Rows in any order compared with the peer's, fractions within 1e-9; what differs ends the benchmark. */
export function holdSame(what, ours, theirs) {
  const fail = text => {
    throw new Error(`${what}: ${text}`);
  };
  if (ours.length !== theirs.length) fail(`${ours.length} rows, the peer has ${theirs.length}`);
  const sorted = rows => rows.toSorted(byCells);
  const [a, b] = [sorted(ours), sorted(theirs)];
  for (const [i, row] of a.entries())
    for (const [k, value] of row.entries()) if (!isSame(value, b[i][k])) fail(`row ${i}: ${row} against ${b[i]}`);
}

function isSame(a, b) {
  if (typeof a !== 'number' || typeof b !== 'number') return (a ?? null) === (b ?? null);
  return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a));
}

/** Two answers of the product, fractions within 1e-9. */
export function isSameAnswer(a, b) {
  if (typeof a !== 'object' || a === null || typeof b !== 'object' || b === null) return isSame(a, b);
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every(key => isSameAnswer(a[key], b[key]));
}

function byCells(a, b) {
  for (const [i, value] of a.entries()) if (value !== b[i]) return value < b[i] ? -1 : 1;
  return 0;
}

/** Paths are many: their number, sums, and a hash of all of them. */
export function pathDigest(rows) {
  const hash = createHash('sha1');
  for (const line of rows.map(row => row.join('|')).sort()) hash.update(`${line}\n`);
  const sum = place => rows.reduce((whole, row) => whole + row[place], 0);
  return [[rows.length, sum(1), sum(2), sum(3), hash.digest('hex')]];
}
