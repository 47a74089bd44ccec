import type { Codes } from '../kernel/event-part.ts';
import { greatest, narrow, type StoredColumns, sharedFloat64, sharedUint32 } from './event-columns.ts';
import { stableOrder } from './stable-order.ts';

/** Stretches of rows in the order they are to have: rows `first[i]` up to, not including, `end[i]` of part `part[i]`. */
interface Runs {
  readonly part: readonly number[];
  readonly first: readonly number[];
  readonly end: readonly number[];
}

/** Parts of one month as one part. `personOf` says whom the rows of a person belong to now. */
export function mergedParts(
  parts: readonly StoredColumns[],
  personOf: (person: number) => number = person => person,
): StoredColumns {
  const rows = parts.reduce((sum, { time }) => sum + time.length, 0);
  const { runs, people, starts } = runsOf(parts, personOf);
  const dimensions = Math.max(0, ...parts.map(part => part.dimensions.length));
  const { base } = parts[0] as StoredColumns;
  return {
    base,
    people,
    starts,
    time: copied(
      runs,
      parts.map(({ time }) => time),
      sharedUint32(rows),
    ),
    name: codes(
      runs,
      parts.map(({ name }) => name),
      rows,
    ) as Codes,
    dimensions: Array.from({ length: dimensions }, (_, d) =>
      codes(
        runs,
        parts.map(part => part.dimensions[d] ?? null),
        rows,
      ),
    ),
    value: parts.some(({ value }) => value)
      ? copied(
          runs,
          parts.map(({ value, time }) => value ?? new Float64Array(time.length).fill(Number.NaN)),
          sharedFloat64(rows),
        )
      : null,
    session: parts.some(({ session }) => session)
      ? copied(
          runs,
          parts.map(({ session }) => session),
          sharedUint32(rows),
        )
      : null,
    id: parts.some(({ id }) => id)
      ? copied(
          runs,
          parts.map(({ id }) => id),
          sharedUint32(2 * rows),
          2,
        )
      : null,
  };
}

function runsOf(parts: readonly StoredColumns[], personOf: (person: number) => number) {
  const slices = parts.reduce((sum, { people }) => sum + people.length, 0);
  const [person, part, slice] = [new Uint32Array(slices), new Uint32Array(slices), new Uint32Array(slices)];
  let n = 0;
  for (const [p, { people }] of parts.entries())
    for (let s = 0; s < people.length; s++) {
      person[n] = personOf(people[s] as number);
      part[n] = p;
      slice[n++] = s;
    }
  const order = stableOrder(person, part);
  const runs = { part: [] as number[], first: [] as number[], end: [] as number[] };
  const [people, starts] = [new Uint32Array(slices), new Uint32Array(slices + 1)];
  let [count, row] = [0, 0];
  for (let begin = 0; begin < slices; ) {
    const own = person[order[begin] as number] as number;
    let end = begin + 1;
    while (end < slices && person[order[end] as number] === own) end++;
    people[count] = own;
    starts[count++] = row;
    const heads = Array.from(order.subarray(begin, end), at => {
      const columns = parts[part[at] as number] as StoredColumns;
      return {
        part: part[at] as number,
        at: columns.starts[slice[at] as number] as number,
        end: columns.starts[(slice[at] as number) + 1] as number,
      };
    });
    row += heads.reduce((sum, head) => sum + head.end - head.at, 0);
    if (heads.length === 1) for (const head of heads) push(runs, head.part, head.at, head.end);
    else mergeByTime(parts, heads, runs);
    begin = end;
  }
  starts[count] = row;
  const shared = (numbers: Uint32Array) => {
    const into = sharedUint32(numbers.length);
    into.set(numbers);
    return into;
  };
  return { runs, people: shared(people.subarray(0, count)), starts: shared(starts.subarray(0, count + 1)) };
}

interface Head {
  readonly part: number;
  at: number;
  readonly end: number;
}

function mergeByTime(
  parts: readonly StoredColumns[],
  heads: Head[],
  runs: { part: number[]; first: number[]; end: number[] },
): void {
  for (;;) {
    let best: Head | null = null;
    let earliest = Number.POSITIVE_INFINITY;
    for (const head of heads) {
      if (head.at >= head.end) continue;
      const time = parts[head.part]?.time[head.at] as number;
      if (time < earliest) [best, earliest] = [head, time];
    }
    if (!best) return;
    push(runs, best.part, best.at, best.at + 1);
    best.at++;
  }
}

function push(runs: { part: number[]; first: number[]; end: number[] }, part: number, first: number, end: number): void {
  const last = runs.part.length - 1;
  if (last >= 0 && runs.part[last] === part && runs.end[last] === first) runs.end[last] = end;
  else {
    runs.part.push(part);
    runs.first.push(first);
    runs.end.push(end);
  }
}

function codes(runs: Runs, columns: readonly (Codes | null)[], rows: number): Codes | null {
  if (columns.every(column => column === null)) return null;
  const most = Math.max(...columns.map(column => (column ? greatest(column) : 0)));
  return copied(runs, columns, narrow(new Uint8Array(rows), most));
}

function copied<Numbers extends Codes | Float64Array>(
  { part, first, end }: Runs,
  columns: readonly (Codes | Float64Array | null)[],
  into: Numbers,
  width = 1,
): Numbers {
  let n = 0;
  for (let i = 0; i < part.length; i++) {
    const column = columns[part[i] as number];
    const [from, to] = [width * (first[i] as number), width * (end[i] as number)];
    if (!column) n += to - from;
    else if (to - from > 32) {
      into.set(column.subarray(from, to), n);
      n += to - from;
    } else for (let row = from; row < to; row++) into[n++] = column[row] as number;
  }
  return into;
}
