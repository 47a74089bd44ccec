import type { CodedColumn, EventBatch } from '../event-batch.ts';
import type { EncodedNames } from './encoded-names.ts';
import type { EventColumns } from './event-columns.ts';
import { hashId, type IdSet } from './id-set.ts';
import type { MergedPeople } from './merged-people.ts';
import type { TextDictionary } from './text-dictionary.ts';

interface Encoding {
  readonly names: EncodedNames;
  readonly people: TextDictionary;
  readonly sessions: TextDictionary;
  readonly merged: MergedPeople;
  /** Null where the batch has no ids. */
  readonly ids: IdSet | null;
}

/** A batch's rows in codes of the store, without those whose ids are in already. Only texts that a remaining row uses get codes. */
export function encodeBatch(batch: EventBatch, { names, people, sessions, merged, ids }: Encoding): EventColumns {
  const id = batch.id && ids ? newIds(batch.id, ids, batch.length) : null;
  const rows = id ? id.rows : null;
  const length = rows ? rows.length : batch.length;
  const pick = <Value>(column: CodedColumn<Value>, code: (value: Value) => number) => encode(column, rows, length, code);
  const positions = Object.keys(batch.dimensions).map(key => names.dimension(key));
  const dimensions: (Uint32Array | null)[] = names.dimensions.map(() => null);
  for (const [i, column] of Object.values(batch.dimensions).entries()) {
    const at = positions[i] as number;
    dimensions[at] = pick(column, value => names.value(at, value));
  }
  return {
    length,
    person: pick(batch.person, text => merged.of(people.number(text))),
    time: picked(batch.time, rows),
    name: pick(batch.name, text => names.name(text)),
    dimensions,
    value: batch.value ? picked(batch.value, rows) : null,
    session: batch.session ? pick(batch.session, text => (text === '' ? 0 : sessions.number(text))) : null,
    id: id ? id.hashes : null,
  };
}

function newIds({ codes, values }: CodedColumn<string>, ids: IdSet, length: number) {
  const rows = new Uint32Array(length);
  const hashes = new Uint32Array(2 * length);
  let n = 0;
  for (let row = 0; row < length; row++) {
    const text = values[codes[row] as number] as string;
    if (text !== '') {
      hashId(text, hashes, 2 * n);
      if (!ids.add(hashes[2 * n] as number, hashes[2 * n + 1] as number)) continue;
    } else hashes[2 * n] = hashes[2 * n + 1] = 0;
    rows[n++] = row;
  }
  return { rows: rows.subarray(0, n), hashes: hashes.subarray(0, 2 * n) };
}

function encode<Value>(
  { codes, values }: CodedColumn<Value>,
  rows: Uint32Array | null,
  length: number,
  code: (value: Value) => number,
): Uint32Array {
  const known = new Float64Array(values.length).fill(-1);
  const encoded = new Uint32Array(length);
  for (let i = 0; i < length; i++) {
    const own = codes[rows ? (rows[i] as number) : i] as number;
    let found = known[own] as number;
    if (found < 0) {
      found = code(values[own] as Value);
      known[own] = found;
    }
    encoded[i] = found;
  }
  return encoded;
}

function picked(column: Float64Array, rows: Uint32Array | null): Float64Array {
  if (!rows) return column;
  const found = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) found[i] = column[rows[i] as number] as number;
  return found;
}
