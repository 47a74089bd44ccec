/**
 * Whether bytes could be the label of a total row, by how they begin: a cheap no for nearly every cell, so that `totalLabel` is asked
 * only for the rest.
 */
export function mayBeTotalLabel(bytes: Uint8Array, start: number, end: number): boolean {
  const length = end - start;
  if (length === 0 || length > 180) return false;
  const first = bytes[start] ?? 0;
  if (first < 0x80) {
    const letter = first | 0x20;
    if (letter < 0x61 || letter > 0x7a) return SIGNS.has(first);
    return WORDS.has(((letter << 8) | (bytes[start + 1] ?? 0) | 0x20) * 256 + ((bytes[start + 2] ?? 0) | 0x20));
  }
  return CHARACTERS.has(first * 256 + (bytes[start + 1] ?? 0));
}

const SIGNS = new Set([...'[(<*- '].map(sign => sign.charCodeAt(0)));

/** The first three letters of the labels, without case. */
const WORDS = new Set(
  ['gra', 'ges', 'sub', 'sum', 'tot', 'all', 'ave'].map(
    word => word.charCodeAt(0) * 65_536 + word.charCodeAt(1) * 256 + word.charCodeAt(2),
  ),
);

/** The first two bytes of the labels; full-width letters and brackets begin with the bytes of `（` and `ｔ`. */
const CHARACTERS = new Set(
  ['合', '総', '小', '計', '全', 'す', '平', '月', '年', '累', '【', '（', 'ｔ', '　']
    .map(text => Buffer.from(text))
    .map(bytes => (bytes[0] ?? 0) * 256 + (bytes[1] ?? 0)),
);
