import { setImmediate } from 'node:timers/promises';
import type { Codes } from '../kernel/event-part.ts';
import { type EventColumns, monthOf, rowValues, type StoredColumns, sharedCodes, sharedUint32 } from './event-columns.ts';
import { stableOrder } from './stable-order.ts';

/** Rows as parts, one per month, sorted by person and time. Between months others get their turn. */
export async function sortedParts(rows: EventColumns): Promise<readonly StoredColumns[]> {
  const parts: StoredColumns[] = [];
  for (const { base, own } of rowsByMonth(rows.time)) {
    parts.push(partOf(rows, base, own));
    await setImmediate();
  }
  return parts;
}

/** Rows of each month in the order they come. */
function rowsByMonth(time: Float64Array): readonly { readonly base: number; readonly own: Uint32Array }[] {
  const months = new Map<number, number>();
  const counts: number[] = [];
  const monthOfRow = new Uint16Array(time.length);
  let [from, to, month] = [0, 0, 0];
  for (let row = 0; row < time.length; row++) {
    const moment = time[row] as number;
    if (moment < from || moment >= to) {
      from = monthOf(moment);
      to = monthOf(from + 32 * 86_400_000);
      month = months.get(from) ?? counts.push(0) - 1;
      months.set(from, month);
    }
    monthOfRow[row] = month;
    counts[month] = (counts[month] as number) + 1;
  }
  const rows = counts.map(count => new Uint32Array(count));
  const places = new Uint32Array(counts.length);
  for (let row = 0; row < time.length; row++) {
    const own = monthOfRow[row] as number;
    const place = places[own] as number;
    (rows[own] as Uint32Array)[place] = row;
    places[own] = place + 1;
  }
  return [...months].sort(([a], [b]) => a - b).map(([base, own]) => ({ base, own: rows[own] as Uint32Array }));
}

function partOf(rows: EventColumns, base: number, own: Uint32Array): StoredColumns {
  const n = own.length;
  const [persons, offsets] = [new Uint32Array(n), new Uint32Array(n)];
  for (let i = 0; i < n; i++) {
    const row = own[i] as number;
    offsets[i] = (rows.time[row] as number) - base;
    persons[i] = rows.person[row] as number;
  }
  const { order, keys } = stableOrder(persons, offsets);
  const slices = new Uint32Array(n);
  let count = 0;
  for (let i = 0; i < n; i++) if (i === 0 || keys[i] !== keys[i - 1]) slices[count++] = i;
  const [people, starts, time] = [sharedUint32(count), sharedUint32(count + 1), sharedUint32(n)];
  for (let slice = 0; slice < count; slice++) {
    starts[slice] = slices[slice] as number;
    people[slice] = keys[slices[slice] as number] as number;
  }
  starts[count] = n;
  for (let i = 0; i < n; i++) {
    const at = order[i] as number;
    time[i] = offsets[at] as number;
    order[i] = own[at] as number;
  }
  const { name, dimensions, value, session } = rows;
  return {
    base,
    people,
    starts,
    time,
    name: pickedCodes(order, name),
    dimensions: dimensions.map(column => column && given(pickedCodes(order, column))),
    values: value && rowValues(picked(order, value, new Float64Array(n))),
    session: session && given(picked(order, session, sharedUint32(n))),
  };
}

function pickedCodes(order: Uint32Array, column: Codes): Codes {
  return picked(order, column, sharedCodes(order.length, 2 ** (8 * column.BYTES_PER_ELEMENT) - 1));
}

function given<Numbers extends Codes>(codes: Numbers): Numbers | null {
  for (let row = 0; row < codes.length; row++) if (codes[row] !== 0) return codes;
  return null;
}

function picked<Numbers extends Codes | Float64Array>(order: Uint32Array, column: ArrayLike<number>, into: Numbers): Numbers {
  for (let i = 0; i < order.length; i++) into[i] = column[order[i] as number] as number;
  return into;
}
