import type { CodedColumn } from '../event-batch.ts';
import { IdRun } from './id-run.ts';
import { stableOrder } from './stable-order.ts';
import { TextHash } from './text-hash.ts';
import { Utf8Texts } from './utf8-texts.ts';

/** Which rows of a batch are events that are not in yet, and their ids. [JRN-05] */
export interface FreshIds {
  /** Null where all are. */
  readonly rows: Uint32Array | null;
  readonly ids: IdRun;
}

/** What is known of a code of the batch's ids. */
const UNSEEN = 0;
const NONE = 1;
const FRESH = 2;
const KNOWN = 3;

export function freshIds({ codes, values }: CodedColumn<string>, length: number, known: readonly IdRun[]): FreshIds {
  const state = new Uint8Array(values.length);
  // In the order of the rows: of texts that stand twice in the dictionary, the one that comes first stays.
  const used = new Uint32Array(Math.min(length, values.length));
  let [count, isInOrder, drops] = [0, true, false];
  for (let row = 0; row < length; row++) {
    const code = codes[row] as number;
    if (state[code] === UNSEEN) {
      state[code] = FRESH;
      if (code !== count) isInOrder = false;
      used[count++] = code;
    } else drops = true;
  }
  const isWhole = isInOrder && count === values.length;
  const { high, low } = hashes(isWhole ? values : Array.from(used.subarray(0, count), code => values[code] as string));
  const { order, keys } = stableOrder(high, low);
  const lows = new Uint32Array(count);
  for (let i = 0; i < count; i++) lows[i] = low[order[i] as number] as number;
  const isKnown = new Uint8Array(count);
  for (const run of known) for (let i = 0; i < count; i++) if (run.has(keys[i] as number, lows[i] as number)) isKnown[i] = 1;
  let fresh = 0;
  for (let i = 0; i < count; i++) {
    const [upper, lower] = [keys[i] as number, lows[i] as number];
    if (upper === NO_TEXT.high && lower === NO_TEXT.low) state[used[order[i] as number] as number] = NONE;
    else if (isKnown[i] === 1 || (fresh > 0 && keys[fresh - 1] === upper && lows[fresh - 1] === lower)) {
      state[used[order[i] as number] as number] = KNOWN;
      drops = true;
    } else {
      keys[fresh] = upper;
      lows[fresh++] = lower;
    }
  }
  return {
    rows: drops ? freshRows(codes, length, state) : null,
    ids: IdRun.of(keys.subarray(0, fresh), lows.subarray(0, fresh)),
  };
}

/** The hash of the empty text, which is no id. */
const NO_TEXT = new TextHash();
NO_TEXT.of(new DataView(new ArrayBuffer(0)), 0, 0);

function hashes(texts: readonly string[]) {
  const [high, low] = [new Uint32Array(texts.length), new Uint32Array(texts.length)];
  const [encoded, hash] = [new Utf8Texts(), new TextHash()];
  encoded.read(texts, (from, to) => {
    const { words, starts } = encoded;
    for (let i = from; i < to; i++) {
      hash.of(words, starts[i - from] as number, starts[i - from + 1] as number);
      high[i] = hash.high;
      low[i] = hash.low;
    }
  });
  return { high, low };
}

function freshRows(codes: Uint32Array, length: number, state: Uint8Array): Uint32Array {
  const rows = new Uint32Array(length);
  let n = 0;
  for (let row = 0; row < length; row++) {
    const code = codes[row] as number;
    if (state[code] === KNOWN) continue;
    if (state[code] === FRESH) state[code] = KNOWN;
    rows[n++] = row;
  }
  return rows.subarray(0, n);
}
