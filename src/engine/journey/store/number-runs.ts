export type Numbers = Uint8Array | Uint16Array | Uint32Array | Float64Array;

/** Numbers of which each stands once, and behind them in a byte each how many times it follows itself. Null where that would not save a quarter of the bytes. */
export function inRuns(column: Numbers): Uint8Array | null {
  const width = column.BYTES_PER_ELEMENT;
  const most = (0.75 * column.byteLength) / (width + 1);
  const count = countRuns(column, most);
  if (count > most) return null;
  const bytes = new Uint8Array(count * (width + 1));
  const numbers = sameKind(column, bytes.buffer, count);
  for (let run = 0, begin = 0; run < count; run++) {
    const number = column[begin] as number;
    const limit = Math.min(column.length, begin + LONGEST);
    let end = begin + 1;
    while (end < limit && column[end] === number) end++;
    numbers[run] = number;
    bytes[count * width + run] = end - begin;
    begin = end;
  }
  return bytes;
}

/** Fills `into`, which is of the same kind and has room for all. */
export function outOfRuns<Into extends Numbers>(bytes: Uint8Array, into: Into): Into {
  const count = bytes.length / (into.BYTES_PER_ELEMENT + 1);
  const numbers = sameKind(into, bytes.buffer, count);
  for (let run = 0, at = 0; run < count; run++) {
    const number = numbers[run] as number;
    const end = at + (bytes[count * into.BYTES_PER_ELEMENT + run] as number);
    while (at < end) into[at++] = number;
  }
  return into;
}

const LONGEST = 255;

/** Stops once there are more than `most`. */
function countRuns(column: Numbers, most: number): number {
  let count = 0;
  for (let begin = 0; begin < column.length && count <= most; count++) {
    const number = column[begin];
    const limit = Math.min(column.length, begin + LONGEST);
    begin++;
    while (begin < limit && column[begin] === number) begin++;
  }
  return count;
}

function sameKind(column: Numbers, buffer: ArrayBufferLike, length: number): Numbers {
  if (column instanceof Uint8Array) return new Uint8Array(buffer, 0, length);
  if (column instanceof Uint16Array) return new Uint16Array(buffer, 0, length);
  return column instanceof Uint32Array ? new Uint32Array(buffer, 0, length) : new Float64Array(buffer, 0, length);
}
