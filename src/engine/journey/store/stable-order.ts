/** Places of rows ordered by a first and a second key, rows alike in both as they come: by digits of 16 bits, or by comparing where they are few. */
export function stableOrder(first: Uint32Array, second: Uint32Array): Uint32Array {
  const n = first.length;
  let order = new Uint32Array(n);
  for (let i = 0; i < n; i++) order[i] = i;
  if (n < 4_096) {
    return order.sort(
      (a, b) => (first[a] as number) - (first[b] as number) || (second[a] as number) - (second[b] as number) || a - b,
    );
  }
  for (const [keys, shift] of [
    [second, 0],
    [second, 16],
    [first, 0],
    [first, 16],
  ] as const)
    order = byDigit(order, keys, shift);
  return order;
}

function byDigit(order: Uint32Array<ArrayBuffer>, keys: Uint32Array, shift: number): Uint32Array<ArrayBuffer> {
  const counts = new Uint32Array(65_536);
  let [isOrdered, last] = [true, 0];
  for (let i = 0; i < order.length; i++) {
    const digit = ((keys[order[i] as number] as number) >>> shift) & 0xffff;
    counts[digit] = (counts[digit] as number) + 1;
    if (digit < last) isOrdered = false;
    last = digit;
  }
  if (isOrdered) return order;
  let place = 0;
  for (let digit = 0; digit < counts.length; digit++) {
    const count = counts[digit] as number;
    counts[digit] = place;
    place += count;
  }
  const sorted = new Uint32Array(order.length);
  for (let i = 0; i < order.length; i++) {
    const row = order[i] as number;
    const digit = ((keys[row] as number) >>> shift) & 0xffff;
    const to = counts[digit] as number;
    counts[digit] = to + 1;
    sorted[to] = row;
  }
  return sorted;
}
