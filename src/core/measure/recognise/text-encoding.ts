/** Encodings that files may be written in; names as in the WHATWG encoding standard, `shift_jis` with the characters of Windows. */
export type TextEncodingName = 'utf-8' | 'utf-16le' | 'utf-16be' | 'shift_jis' | 'euc-jp' | 'windows-1252';
