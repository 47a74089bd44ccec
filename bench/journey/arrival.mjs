import { CAMPAIGNS, CHANNELS, COUNTRIES, DEVICES, NAMES, PAGES, SCROLLED, VARIANTS } from './made-events.mjs';
import { randomOf } from './random.mjs';
import { BEGIN, DAYS } from './year.mjs';

const PURCHASE = NAMES.indexOf('purchase');

/** Rows in the order they arrive: 2 in 100 up to 72 hours late, 1 in 1,000 twice. `lastDay` is where those of the last day begin. */
export function arrivals({ columns }, seed) {
  const random = randomOf(seed ^ 0x5ca1ab1e);
  const n = columns.time.length;
  const repeats = Math.floor(n / 1000);
  const row = new Uint32Array(n + repeats);
  const minute = new Uint32Array(n + repeats);
  for (let i = 0; i < n + repeats; i++) {
    row[i] = i < n ? i : Math.floor(random.next() * n);
    const late = random.next() < 0.02 ? random.next() * 72 * 60 : 0;
    minute[i] = Math.floor((columns.time[row[i]] - BEGIN) / 60_000 + late + (i < n ? 0 : 60));
  }
  const minutes = (DAYS + 5) * 24 * 60;
  const starts = new Uint32Array(minutes + 2);
  for (const at of minute) starts[at + 1]++;
  for (let i = 0; i <= minutes; i++) starts[i + 1] += starts[i];
  const lastDay = starts[(DAYS - 1) * 24 * 60];
  const order = new Uint32Array(n + repeats);
  for (let i = 0; i < n + repeats; i++) order[starts[minute[i]]++] = row[i];
  return { order, lastDay };
}

export const personId = number => idTexts([number])[0];

/** A batch of rows as a source would hand it over: texts for people, sessions and events. */
export function batchOf({ columns, people, sessions }, order, from, to) {
  const rows = order.subarray(from, to);
  const pick = column => gathered(Uint32Array, column, rows);
  const value = gathered(Float64Array, columns.cents, rows);
  for (let i = 0; i < rows.length; i++) if (columns.name[rows[i]] !== PURCHASE) value[i] = Number.NaN;
  return {
    length: rows.length,
    person: coded(pick(columns.person), placesFor('person', people)),
    time: gathered(Float64Array, columns.time, rows),
    name: { codes: pick(columns.name), values: NAMES },
    dimensions: {
      channel: { codes: pick(columns.channel), values: CHANNELS },
      campaign: { codes: pick(columns.campaign), values: CAMPAIGNS },
      device: { codes: pick(columns.device), values: DEVICES },
      country: { codes: pick(columns.country), values: COUNTRIES },
      page: { codes: pick(columns.page), values: PAGES },
      variant: { codes: pick(columns.variant), values: VARIANTS },
      scrolled: { codes: pick(columns.scrolled), values: SCROLLED },
    },
    value,
    session: coded(pick(columns.session), placesFor('session', sessions)),
    id: { codes: upTo(rows.length), values: idTexts(rows) },
  };
}

/** A typed array of a column's values at some rows. */
function gathered(Kind, column, rows) {
  const values = new Kind(rows.length);
  for (let i = 0; i < rows.length; i++) values[i] = column[rows[i]];
  return values;
}

function upTo(length) {
  const codes = new Uint32Array(length);
  for (let i = 0; i < length; i++) codes[i] = i;
  return codes;
}

const places = {};

/** One array per kind of number, all 0 between batches. */
function placesFor(kind, size) {
  if ((places[kind]?.length ?? 0) < size) places[kind] = new Uint32Array(size);
  return places[kind];
}

/** Each number's text once, and which one a row has. `seen` has room for every number. */
function coded(numbers, seen) {
  const distinct = [];
  const codes = new Uint32Array(numbers.length);
  for (let i = 0; i < numbers.length; i++) {
    const number = numbers[i];
    if (seen[number] === 0) seen[number] = distinct.push(number);
    codes[i] = seen[number] - 1;
  }
  for (const number of distinct) seen[number] = 0;
  return { codes, values: idTexts(distinct) };
}

const PATTERN = '00000000-4b1c-0000-9d2f-000000000000';
const DIGITS = Buffer.from('0123456789abcdef');

/** Numbers as texts like UUIDs, ordered like the numbers, whose digits come first. */
function idTexts(numbers) {
  const size = PATTERN.length;
  const bytes = Buffer.alloc(numbers.length * size, PATTERN);
  const write = (at, value, count) => {
    for (let i = count - 1, left = value; i >= 0; i--, left >>>= 4) bytes[at + i] = DIGITS[left & 15];
  };
  const texts = new Array(numbers.length);
  for (let i = 0, at = 0; i < numbers.length; i++, at += size) {
    const number = numbers[i];
    write(at, number, 8);
    write(at + 14, number * 7, 4);
    write(at + 24, number >>> 16, 4);
    write(at + 28, Math.imul(number, 0x9e3779b1), 8);
    texts[i] = bytes.latin1Slice(at, at + size);
  }
  return texts;
}

/** Whom each person number belongs to when merges are done. */
export function mergedPeople({ people, merges }) {
  const lead = Uint32Array.from({ length: people }, (_, i) => i);
  for (const [from, to] of merges) lead[from] = to;
  return lead;
}
