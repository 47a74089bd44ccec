import type { Codes } from '../kernel/event-part.ts';
import {
  type EventColumns,
  greatest,
  monthOf,
  narrow,
  type StoredColumns,
  sharedFloat64,
  sharedUint32,
} from './event-columns.ts';
import { stableOrder } from './stable-order.ts';

/** Rows as parts, one per month, sorted by person and time. */
export function sortedParts(rows: EventColumns): readonly StoredColumns[] {
  const months = new Map<number, number[]>();
  let [from, to, held] = [0, 0, [] as number[]];
  for (let row = 0; row < rows.length; row++) {
    const time = rows.time[row] as number;
    if (time < from || time >= to || held.length === 0) {
      from = monthOf(time);
      to = monthOf(from + 32 * 86_400_000);
      held = months.get(from) ?? [];
      months.set(from, held);
    }
    held.push(row);
  }
  return [...months].sort(([a], [b]) => a - b).map(([base, own]) => partOf(rows, base, own));
}

function partOf(rows: EventColumns, base: number, own: readonly number[]): StoredColumns {
  const offsets = new Uint32Array(own.length);
  const persons = new Uint32Array(own.length);
  for (let i = 0; i < own.length; i++) {
    const row = own[i] as number;
    offsets[i] = (rows.time[row] as number) - base;
    persons[i] = rows.person[row] as number;
  }
  const order = stableOrder(persons, offsets);
  const n = order.length;
  const people = sharedUint32(countPeople(persons, order));
  const starts = sharedUint32(people.length + 1);
  const time = sharedUint32(n);
  let slice = -1;
  for (let i = 0; i < n; i++) {
    const at = order[i] as number;
    time[i] = offsets[at] as number;
    if (slice < 0 || people[slice] !== persons[at]) {
      slice++;
      people[slice] = persons[at] as number;
      starts[slice] = i;
    }
  }
  starts[people.length] = n;
  const codes = (column: Uint32Array): Codes => {
    const picked = new Uint32Array(n);
    for (let k = 0; k < n; k++) picked[k] = column[own[order[k] as number] as number] as number;
    return narrow(picked, greatest(picked));
  };
  const codesOrNone = (column: Uint32Array | null) => {
    const picked = column && codes(column);
    return picked && greatest(picked) > 0 ? picked : null;
  };
  const { value, session, id } = rows;
  return {
    base,
    people,
    starts,
    time,
    name: codes(rows.name),
    dimensions: rows.dimensions.map(codesOrNone),
    value: value && pickedValues(order, own, value),
    session: session && pickedOrNone(order, own, session, 1),
    id: id && pickedOrNone(order, own, id, 2),
  };
}

function countPeople(persons: Uint32Array, order: Uint32Array): number {
  let [count, last] = [0, -1];
  for (let i = 0; i < order.length; i++) {
    const person = persons[order[i] as number] as number;
    if (person !== last) count++;
    last = person;
  }
  return count;
}

function pickedValues(order: Uint32Array, own: readonly number[], value: Float64Array): Float64Array | null {
  const picked = sharedFloat64(order.length);
  let has = false;
  for (let i = 0; i < order.length; i++) {
    picked[i] = value[own[order[i] as number] as number] as number;
    has ||= !Number.isNaN(picked[i]);
  }
  return has ? picked : null;
}

function pickedOrNone(order: Uint32Array, own: readonly number[], column: Uint32Array, width: 1 | 2): Uint32Array | null {
  const picked = sharedUint32(width * order.length);
  let has = false;
  for (let i = 0; i < order.length; i++)
    for (let k = 0; k < width; k++) {
      const found = column[width * (own[order[i] as number] as number) + k] as number;
      picked[width * i + k] = found;
      has ||= found !== 0;
    }
  return has ? picked : null;
}
