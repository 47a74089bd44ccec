import type { Codes } from '../kernel/event-part.ts';
import { greatest, rowValues, type StoredColumns, sharedCodes, sharedUint32 } from './event-columns.ts';
import { stableOrder } from './stable-order.ts';

/** Stretches of rows in the order they are to have: rows `first[i]` up to, not including, `end[i]` of part `part[i]`. */
class Runs {
  count = 0;
  part = new Uint32Array(1_024);
  first = new Uint32Array(1_024);
  end = new Uint32Array(1_024);

  push(part: number, first: number, end: number): void {
    const last = this.count - 1;
    if (last >= 0 && this.part[last] === part && this.end[last] === first) {
      this.end[last] = end;
      return;
    }
    if (this.count === this.part.length)
      [this.part, this.first, this.end] = [twice(this.part), twice(this.first), twice(this.end)];
    this.part[this.count] = part;
    this.first[this.count] = first;
    this.end[this.count++] = end;
  }
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
  const [times, names] = [parts.map(({ time }) => time), parts.map(({ name }) => name)];
  const [values, sessions] = [parts.map(everyValue), parts.map(({ session }) => session)];
  return {
    base,
    people,
    starts,
    time: copied(runs, times, sharedUint32(rows)),
    name: copied(runs, names, codesFor(names, rows)),
    dimensions: Array.from({ length: dimensions }, (_, d) => {
      const codes = parts.map(part => part.dimensions[d] ?? null);
      return isNone(codes) ? null : copied(runs, codes, codesFor(codes, rows));
    }),
    values: isNone(values) ? null : rowValues(copied(runs, values, new Float64Array(rows).fill(Number.NaN))),
    session: isNone(sessions) ? null : copied(runs, sessions, sharedUint32(rows)),
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
  const { order, keys } = stableOrder(person, part);
  const runs = new Runs();
  const [people, starts] = [new Uint32Array(slices), new Uint32Array(slices + 1)];
  let [count, row] = [0, 0];
  for (let begin = 0; begin < slices; ) {
    const own = keys[begin] as number;
    people[count] = own;
    starts[count++] = row;
    const heads: Head[] = [];
    let end = begin;
    for (; end < slices && keys[end] === own; end++) {
      const at = order[end] as number;
      const from = (parts[part[at] as number] as StoredColumns).starts;
      const head = {
        part: part[at] as number,
        at: from[slice[at] as number] as number,
        end: from[(slice[at] as number) + 1] as number,
      };
      row += head.end - head.at;
      heads.push(head);
    }
    if (heads.length > 1) mergeByTime(parts, heads, runs);
    else for (const head of heads) runs.push(head.part, head.at, head.end);
    begin = end;
  }
  starts[count] = row;
  return { runs, people: shared(people.subarray(0, count)), starts: shared(starts.subarray(0, count + 1)) };
}

interface Head {
  readonly part: number;
  at: number;
  readonly end: number;
}

function mergeByTime(parts: readonly StoredColumns[], heads: readonly Head[], runs: Runs): void {
  for (;;) {
    let best: Head | null = null;
    let earliest = Number.POSITIVE_INFINITY;
    for (const head of heads) {
      if (head.at >= head.end) continue;
      const time = parts[head.part]?.time[head.at] as number;
      if (time < earliest) [best, earliest] = [head, time];
    }
    if (!best) return;
    runs.push(best.part, best.at, best.at + 1);
    best.at++;
  }
}

function everyValue({ values, time }: StoredColumns): Float64Array | null {
  if (!values) return null;
  const value = new Float64Array(time.length).fill(Number.NaN);
  for (let i = 0; i < values.rows.length; i++) value[values.rows[i] as number] = values.amounts[i] as number;
  return value;
}

function isNone(columns: readonly unknown[]): boolean {
  return columns.every(column => column === null);
}

function codesFor(columns: readonly (Codes | null)[], rows: number): Codes {
  return sharedCodes(rows, Math.max(...columns.map(column => (column ? greatest(column) : 0))));
}

/** Rows of parts without the column keep what `into` holds. */
function copied<Numbers extends Codes | Float64Array>(
  { count, part, first, end }: Runs,
  columns: readonly (Codes | Float64Array | null)[],
  into: Numbers,
): Numbers {
  let n = 0;
  for (let i = 0; i < count; i++) {
    const column = columns[part[i] as number];
    const [from, to] = [first[i] as number, end[i] as number];
    if (!column) n += to - from;
    else if (to - from > 32) {
      into.set(column.subarray(from, to), n);
      n += to - from;
    } else for (let row = from; row < to; row++) into[n++] = column[row] as number;
  }
  return into;
}

function shared(numbers: Uint32Array): Uint32Array {
  const into = sharedUint32(numbers.length);
  into.set(numbers);
  return into;
}

function twice(numbers: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const longer = new Uint32Array(numbers.length * 2);
  longer.set(numbers);
  return longer;
}
