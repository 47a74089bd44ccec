/** Characters of the bytes 0x80–0x9f; the five without one stay the control characters they are in Unicode. */
const HIGH = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/**
 * Windows-1252 as text. Written out because the `TextDecoder` of Node 20 reads this encoding as ISO-8859-1, in which the bytes of
 * €, ’ and – are control characters.
 */
export function decodeWindows1252(bytes: Uint8Array): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return text.replace(/[\x80-\x9f]/g, character => HIGH[character.charCodeAt(0) - 0x80] ?? character);
}
