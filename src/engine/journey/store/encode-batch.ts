import type { CodedColumn, EventBatch } from '../event-batch.ts';
import type { Codes } from '../kernel/event-part.ts';
import type { EncodedNames } from './encoded-names.ts';
import { type EventColumns, greatest, sharedCodes } from './event-columns.ts';
import type { MergedPeople } from './merged-people.ts';
import type { TextDictionary } from './text-dictionary.ts';

interface Encoding {
  readonly names: EncodedNames;
  readonly people: TextDictionary;
  readonly sessions: TextDictionary;
  readonly merged: MergedPeople;
  /** The rows that count; null where all do. */
  readonly rows: Uint32Array | null;
}

/** A batch's rows in codes of the store. Only texts that a row uses get codes. */
export function encodeBatch(batch: EventBatch, { names, people, sessions, merged, rows }: Encoding): EventColumns {
  const length = rows ? rows.length : batch.length;
  const pick = <Value>(column: CodedColumn<Value>, codesOf: (values: readonly Value[]) => ArrayLike<number>) =>
    encode(column, rows, length, codesOf);
  const positions = Object.keys(batch.dimensions).map(key => names.dimension(key));
  const dimensions: (Codes | null)[] = names.dimensions.map(() => null);
  for (const [i, column] of Object.values(batch.dimensions).entries()) {
    const at = positions[i] as number;
    dimensions[at] = pick(column, values => values.map(value => names.value(at, value)));
  }
  return {
    length,
    person: pick(batch.person, texts => people.numbers(texts).map(person => merged.of(person))),
    time: picked(batch.time, rows),
    name: pick(batch.name, texts => texts.map(text => names.name(text))),
    dimensions,
    value: batch.value ? picked(batch.value, rows) : null,
    session: batch.session ? pick(batch.session, texts => sessionNumbers(texts, sessions)) : null,
  };
}

function sessionNumbers(texts: readonly string[], sessions: TextDictionary): ArrayLike<number> {
  const given = texts.filter(text => text !== '');
  const numbers = sessions.numbers(given);
  if (given.length === texts.length) return numbers;
  let at = 0;
  return Uint32Array.from(texts, text => (text === '' ? 0 : (numbers[at++] as number)));
}

function encode<Value>(
  { codes, values }: CodedColumn<Value>,
  rows: Uint32Array | null,
  length: number,
  codesOf: (values: readonly Value[]) => ArrayLike<number>,
): Codes {
  // Place among the used ones, from 1.
  const places = new Uint32Array(values.length);
  const used: Value[] = [];
  for (let i = 0; i < length; i++) {
    const own = codes[rows ? (rows[i] as number) : i] as number;
    if (places[own] === 0) places[own] = used.push(values[own] as Value);
  }
  const found = codesOf(used);
  for (let own = 0; own < places.length; own++) if (places[own] !== 0) places[own] = found[(places[own] as number) - 1] as number;
  const encoded = sharedCodes(length, greatest(found));
  for (let i = 0; i < length; i++) encoded[i] = places[codes[rows ? (rows[i] as number) : i] as number] as number;
  return encoded;
}

function picked(column: Float64Array, rows: Uint32Array | null): Float64Array {
  if (!rows) return column;
  const found = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) found[i] = column[rows[i] as number] as number;
  return found;
}
