/** Memory of the numbers inside plain data, for handing it over instead of copying; shared memory is left out. */
export function ownBuffers(data: unknown): readonly ArrayBuffer[] {
  const found = new Set<ArrayBuffer>();
  collect(data, found);
  // Handing over very many small pieces takes longer than copying them.
  return found.size > MOST ? [] : [...found];
}

/** Bytes of the numbers inside plain data; infinite where they lie in very many pieces. */
export function bytesOf(data: unknown): number {
  const found = new Set<ArrayBuffer>();
  collect(data, found);
  if (found.size > MOST) return Number.POSITIVE_INFINITY;
  return [...found].reduce((sum, { byteLength }) => sum + byteLength, 0);
}

const MOST = 256;

function collect(data: unknown, found: Set<ArrayBuffer>): void {
  if (typeof data !== 'object' || data === null) return;
  if (found.size > MOST) return;
  if (ArrayBuffer.isView(data)) {
    if (data.buffer instanceof ArrayBuffer) found.add(data.buffer);
    return;
  }
  for (const value of Object.values(data)) collect(value, found);
}
