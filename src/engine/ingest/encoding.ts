import Encoding from 'encoding-japanese';
import type { TextEncodingName } from '#core/measure/recognise/text-encoding.ts';
import type { ByteSurvey } from './byte-survey.ts';
import { decodeWindows1252 } from './windows-1252.ts';

/**
 * The encoding a text is written in. [ING-03]
 *
 * A byte order mark decides. Then UTF-16 by its pattern of NUL bytes, then UTF-8 when every byte of the file fits it. Of the rest,
 * Shift_JIS (with the characters of Windows) and EUC-JP when the sample reads without an error and looks like Japanese; else
 * Windows-1252 when the sample looks like a European language. A text that is UTF-8 but for some damaged bytes counts as UTF-8, so
 * that reading it stops at the damage instead of turning all of it into other characters. Null: none of them.
 */
export function detectEncoding(survey: ByteSurvey): TextEncodingName | null {
  if (survey.bom) return survey.bom;
  if (survey.nulLine !== null) return utf16ByPattern(survey.head);
  if (survey.utf8 || mostlyUtf8(survey.sample)) return 'utf-8';
  const japanese = (['shift_jis', 'euc-jp'] as const)
    .map(name => ({ name, score: japaneseScore(survey.sample, name) }))
    .filter(candidate => candidate.score > 0);
  const [first, second] = japanese;
  if (first && second) return Encoding.detect(survey.sample, ['SJIS', 'EUCJP']) === 'EUCJP' ? 'euc-jp' : 'shift_jis';
  if (first) return first.name;
  return looksEuropean(survey.sample) ? 'windows-1252' : null;
}

/** Text in UTF-16 without a mark has most of its NUL bytes on one side: the high bytes of digits, tabs and line ends. */
function utf16ByPattern(head: Uint8Array): TextEncodingName | null {
  let even = 0;
  let odd = 0;
  for (let i = 0; i < head.length; i++) {
    if (head[i] !== 0) continue;
    if (i % 2 === 0) even += 1;
    else odd += 1;
  }
  const half = head.length / 2;
  const [most, least] = odd > even ? [odd, even] : [even, odd];
  if (most < half * 0.1 || least > most * 0.02) return null;
  const name = odd > even ? 'utf-16le' : 'utf-16be';
  const text = new TextDecoder(name).decode(head.subarray(0, head.length - (head.length % 2)));
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what tells binary data from text
  return /[\0-\x08\x0e-\x1f\ufffe\uffff]/.test(text) ? null : name;
}

/** A UTF-8 text with some damaged characters, which must not be taken for another encoding. */
function mostlyUtf8(sample: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(sample);
  let damaged = 0;
  let good = 0;
  for (const character of text) {
    if (character === '\ufffd') damaged += 1;
    else if (character >= '\u0800') good += 1;
  }
  return good > damaged * 2;
}

/**
 * How much of a sample is Japanese when read in an encoding: characters in common use, less those that stand alone between Latin
 * letters, as the accented letters of other encodings do when misread (`für`, `São`).
 */
function japaneseScore(sample: Uint8Array, encoding: 'shift_jis' | 'euc-jp'): number {
  const text = decodeStrictly(sample, encoding);
  if (text === undefined) return 0;
  let score = 0;
  for (const run of text.split(/[\n\r,;\t"]/)) {
    if (!/[^\0-\x7f]/.test(run)) continue;
    const japanese = run.match(/[\u3000-\u30ff\u4e00-\u9fff\uff01-\uff5e\u2460-\u247f\u3231\u337b-\u33cd]/gu)?.length ?? 0;
    const halfKana = run.match(/[\uff61-\uff9f]{2,}/gu)?.join('').length ?? 0;
    const lonely = run.match(/(?<=[A-Za-z])[^\0-\x7f](?=[A-Za-z]|$)|^[^\0-\x7f](?=[a-z])/gu)?.length ?? 0;
    score += japanese + halfKana - lonely * 3;
  }
  return score;
}

function decodeStrictly(sample: Uint8Array, encoding: string): string | undefined {
  const text = new TextDecoder(encoding).decode(sample, { stream: true });
  return text.includes('\ufffd') ? undefined : text;
}

function looksEuropean(sample: Uint8Array): boolean {
  const text = decodeWindows1252(sample);
  const letters = text.match(/[\u00c0-\u024f]/g)?.length ?? 0;
  const signs = text.match(/[\u00a0-\u00bf\u2010-\u2026\u20ac\u2122]/g)?.length ?? 0;
  const odd = text.match(/[\u0080-\u009f\u0192\u02c6\u02dc\u2020\u2021\u2030]/g)?.length ?? 0;
  return letters + signs > odd * 10;
}
