/** Memory of the numbers inside plain data, for handing it over instead of copying; shared memory is left out. */
export function ownBuffers(data: unknown): readonly ArrayBuffer[] {
  const found = new Set<ArrayBuffer>();
  collect(data, found);
  return [...found];
}

function collect(data: unknown, found: Set<ArrayBuffer>): void {
  if (typeof data !== 'object' || data === null) return;
  if (ArrayBuffer.isView(data)) {
    if (data.buffer instanceof ArrayBuffer) found.add(data.buffer);
    return;
  }
  for (const value of Object.values(data)) collect(value, found);
}
