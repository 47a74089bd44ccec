/** What the first bytes of a file say it is, whatever its name says. [ING-02] */
export type FileKind = 'zip' | 'gzip' | 'old-excel' | 'pdf' | 'parquet' | 'image' | 'html' | 'json' | 'text' | 'empty';

const MAGIC: readonly (readonly [FileKind, readonly number[]])[] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
  ['gzip', [0x1f, 0x8b]],
  ['old-excel', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['parquet', [0x50, 0x41, 0x52, 0x31]],
  ['image', [0x89, 0x50, 0x4e, 0x47]],
  ['image', [0xff, 0xd8, 0xff]],
];

/** `head`: the first bytes, at most a few kilobytes are looked at. */
export function fileKindOf(head: Uint8Array): FileKind {
  if (head.length === 0) return 'empty';
  for (const [kind, magic] of MAGIC) {
    if (magic.every((byte, index) => head[index] === byte)) return kind;
  }
  const start = Buffer.from(head.subarray(0, 1024))
    .toString('latin1')
    .replace(/\0/g, '')
    .replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*/, '');
  if (/^<(?:!doctype html|html|head|body|table|meta|style|script|\?xml[^>]*>\s*<(?:html|\?mso-application))/i.test(start))
    return 'html';
  if (/^(?:\{\s*"|\[\s*[[{])/.test(start)) return 'json';
  return 'text';
}
