import { BEGIN, CAMPAIGNS, CHANNELS, COUNTRIES, DAYS, DEVICES, NAMES } from './made-events.mjs';
import { randomOf } from './random.mjs';

/** Rows in the order they arrive: 2 in 100 up to 72 hours late, 1 in 1,000 twice. `late` is where those of the last day begin. */
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
  const minutes = (DAYS + 30) * 24 * 60 * 4;
  const starts = new Uint32Array(minutes + 2);
  for (const at of minute) starts[at + 1]++;
  for (let i = 0; i <= minutes; i++) starts[i + 1] += starts[i];
  const lastDay = starts[(DAYS - 1) * 24 * 60];
  const order = new Uint32Array(n + repeats);
  for (let i = 0; i < n + repeats; i++) order[starts[minute[i]]++] = row[i];
  return { order, lastDay };
}

const ids = (kind, number) =>
  `${kind}${number.toString(16).padStart(8, '0')}-4b1c-${((number * 7) & 0xffff).toString(16).padStart(4, '0')}-9d2f-${(Math.imul(number, 0x9e3779b1) >>> 0).toString(16).padStart(12, '0')}`;
export const personId = number => ids('p', number);
const sessionId = number => ids('s', number);
const eventId = number => ids('e', number);

/** A batch of rows as a source would hand it over: texts for people, sessions and events. */
export function batchOf({ columns }, order, from, to) {
  const rows = order.subarray(from, to);
  const pick = column => Uint32Array.from(rows, row => column[row]);
  return {
    length: rows.length,
    person: coded(pick(columns.person), personId),
    time: Float64Array.from(rows, row => columns.time[row]),
    name: { codes: pick(columns.name), values: NAMES },
    dimensions: {
      channel: { codes: pick(columns.channel), values: CHANNELS },
      campaign: { codes: pick(columns.campaign), values: CAMPAIGNS },
      device: { codes: pick(columns.device), values: DEVICES },
      country: { codes: pick(columns.country), values: COUNTRIES },
    },
    value: Float64Array.from(rows, row => (columns.name[row] === 4 ? columns.cents[row] : Number.NaN)),
    session: coded(pick(columns.session), sessionId),
    id: coded(rows, eventId),
  };
}

function coded(numbers, textOf) {
  const places = new Map();
  const values = [];
  const codes = new Uint32Array(numbers.length);
  for (let i = 0; i < numbers.length; i++) {
    let place = places.get(numbers[i]);
    if (place === undefined) {
      place = values.length;
      places.set(numbers[i], place);
      values.push(textOf(numbers[i]));
    }
    codes[i] = place;
  }
  return { codes, values };
}

/** Whom each person number belongs to when merges are done. */
export function mergedPeople({ people, merges }) {
  const lead = Uint32Array.from({ length: people }, (_, i) => i);
  for (const [from, to] of merges) lead[from] = to;
  return lead;
}
