/**
 * Numbers as steps from one to the next, modulo 2³², each in as many bytes as it needs: first two bits per step that say how many bytes
 * beyond one, then the steps. Null where that would not save a quarter of the bytes.
 */
export function inSteps(numbers: Uint32Array): Uint8Array | null {
  const n = numbers.length;
  const tags = Math.ceil(n / 4);
  let size = tags;
  for (let i = 0, last = 0; i < n; i++) {
    const number = numbers[i] as number;
    size += bytesBeyondOne((number - last) >>> 0) + 1;
    last = number;
  }
  if (size > 3 * n) return null;
  const bytes = new Uint8Array(size);
  let [at, last] = [tags, 0];
  for (let i = 0; i < n; i++) {
    const number = numbers[i] as number;
    const step = (number - last) >>> 0;
    const beyond = bytesBeyondOne(step);
    bytes[i >>> 2] = (bytes[i >>> 2] as number) | (beyond << (2 * (i & 3)));
    bytes[at++] = step;
    if (beyond > 0) bytes[at++] = step >>> 8;
    if (beyond > 1) bytes[at++] = step >>> 16;
    if (beyond > 2) bytes[at++] = step >>> 24;
    last = number;
  }
  return bytes;
}

/** Fills `into`, whose length says how many there are. `bytes` has room for three more behind the steps. */
export function outOfSteps(bytes: Uint8Array, into: Uint32Array): Uint32Array {
  const steps = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let [at, last] = [Math.ceil(into.length / 4), 0];
  for (let i = 0; i < into.length; i++) {
    const beyond = ((bytes[i >>> 2] as number) >>> (2 * (i & 3))) & 3;
    last = (last + (steps.getInt32(at, true) & (-1 >>> (24 - 8 * beyond)))) | 0;
    into[i] = last;
    at += beyond + 1;
  }
  return into;
}

function bytesBeyondOne(step: number): number {
  return (31 - Math.clz32(step | 1)) >>> 3;
}
