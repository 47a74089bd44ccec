import type { EventPart } from '../kernel/event-part.ts';
import { firstAtLeast } from '../kernel/slice-queue.ts';

/** Splits people into pieces of about the same number of rows: bounds, ascending, from 0 to above the last person. */
export function peopleCuts(parts: readonly EventPart[], pieces: number): Uint32Array {
  const end = 1 + parts.reduce((most, { people }) => Math.max(most, people[people.length - 1] ?? 0), 0);
  const rows = parts.reduce((sum, { time }) => sum + time.length, 0);
  const cuts = Array.from({ length: pieces - 1 }, (_, i) => personAtRow(parts, end, (rows * (i + 1)) / pieces));
  return Uint32Array.from([0, ...cuts, end]);
}

/** The first person before whom lie at least so many rows. */
function personAtRow(parts: readonly EventPart[], end: number, row: number): number {
  let [low, high] = [0, end];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const before = parts.reduce((sum, { people, starts }) => sum + (starts[firstAtLeast(people, middle)] ?? 0), 0);
    if (before < row) low = middle + 1;
    else high = middle;
  }
  return low;
}
