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
    time: rows ? picked(batch.time, rows, new Float64Array(length)) : batch.time,
    name: pick(batch.name, texts => texts.map(text => names.name(text))),
    dimensions,
    value: batch.value && rows ? picked(batch.value, rows, new Float64Array(length)) : (batch.value ?? null),
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
  const own = rows ? picked(codes, rows, new Uint32Array(length)) : codes;
  const places = new Uint32Array(values.length);
  const used = usedCodes(own, length, places);
  const found = codesOf(Array.from(used, code => values[code] as Value));
  for (let place = 0; place < used.length; place++) places[used[place] as number] = found[place] as number;
  return translated(own, places, sharedCodes(length, greatest(found)));
}

/** Codes that occur, in the order they come. Marks them in `places`. */
function usedCodes(codes: Uint32Array, length: number, places: Uint32Array): Uint32Array {
  const used = new Uint32Array(Math.min(length, places.length));
  let count = 0;
  for (let row = 0; row < length; row++) {
    const code = codes[row] as number;
    if (places[code] === 1) continue;
    places[code] = 1;
    used[count++] = code;
  }
  return used.subarray(0, count);
}

function translated(codes: Uint32Array, places: Uint32Array, into: Codes): Codes {
  for (let row = 0; row < into.length; row++) into[row] = places[codes[row] as number] as number;
  return into;
}

function picked<Numbers extends Uint32Array | Float64Array>(column: Numbers, rows: Uint32Array, into: Numbers): Numbers {
  for (let i = 0; i < rows.length; i++) into[i] = column[rows[i] as number] as number;
  return into;
}
