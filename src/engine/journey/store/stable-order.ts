export interface StableOrder {
  /** Places of the rows. */
  readonly order: Uint32Array;
  /** Their first keys, ascending. */
  readonly keys: Uint32Array;
}

/** Rows ordered by a first and a second key, rows alike in both as they come. */
export function stableOrder(first: Uint32Array, second: Uint32Array): StableOrder {
  const { order, keys } = radixOrder(first);
  for (let begin = 0; begin < keys.length; ) {
    const key = keys[begin];
    let end = begin + 1;
    while (end < keys.length && keys[end] === key) end++;
    if (end - begin > 1) sortStretch(order.subarray(begin, end), second);
    begin = end;
  }
  return { order, keys };
}

/** Stretches are short or nearly in order as they come: what has to be moved far goes by digits instead. */
function sortStretch(order: Uint32Array, keys: Uint32Array): void {
  let moves = 8 * order.length;
  for (let i = 1; i < order.length; i++) {
    const row = order[i] as number;
    const key = keys[row] as number;
    let place = i;
    for (; place > 0 && (keys[order[place - 1] as number] as number) > key; place--) order[place] = order[place - 1] as number;
    order[place] = row;
    moves -= i - place;
    if (moves >= 0) continue;
    const rows = order.slice();
    const places = radixOrder(rows.map(at => keys[at] as number)).order;
    for (let k = 0; k < places.length; k++) order[k] = rows[places[k] as number] as number;
    return;
  }
}

const DIGIT = 11;
const DIGITS = 1 << DIGIT;

/** By digits of 11 bits, the least first; keys move along, so that each pass reads in the order of memory. */
function radixOrder(numbers: Uint32Array): StableOrder {
  const n = numbers.length;
  let order = new Uint32Array(n);
  for (let i = 0; i < n; i++) order[i] = i;
  let keys = new Uint32Array(numbers);
  if (n < DIGITS) {
    order.sort((a, b) => (numbers[a] as number) - (numbers[b] as number) || a - b);
    return { order, keys: keys.sort() };
  }
  let [keysTo, orderTo] = [new Uint32Array(n), new Uint32Array(n)];
  for (let shift = 0; shift < 32; shift += DIGIT) {
    const places = firstPlaces(keys, shift);
    if (!places) continue;
    for (let i = 0; i < n; i++) {
      const key = keys[i] as number;
      const digit = (key >>> shift) & (DIGITS - 1);
      const to = places[digit] as number;
      places[digit] = to + 1;
      keysTo[to] = key;
      orderTo[to] = order[i] as number;
    }
    [keys, keysTo] = [keysTo, keys];
    [order, orderTo] = [orderTo, order];
  }
  return { order, keys };
}

/** Where the keys of each digit begin; null where all have the same. */
function firstPlaces(keys: Uint32Array, shift: number): Uint32Array | null {
  const places = new Uint32Array(DIGITS);
  for (let i = 0; i < keys.length; i++) {
    const digit = ((keys[i] as number) >>> shift) & (DIGITS - 1);
    places[digit] = (places[digit] as number) + 1;
  }
  if (places.includes(keys.length)) return null;
  let place = 0;
  for (let digit = 0; digit < DIGITS; digit++) {
    const count = places[digit] as number;
    places[digit] = place;
    place += count;
  }
  return places;
}
