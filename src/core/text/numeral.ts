import type { Decimal } from '../measure/observation.ts';
import { decimalFrom, shiftPoint } from '../number/decimal.ts';

/** Which sign stands before the decimals: 1,234.56 or 1.234,56. */
export type DecimalMark = 'point' | 'comma';

/** A reading that is possible but not certain, and what it takes the signs for. */
export interface NumeralReading {
  readonly value: Decimal;
  readonly as: 'decimal-comma' | 'decimal-point' | 'misplaced-separator';
}

export type Numeral =
  | { readonly kind: 'exact'; readonly value: Decimal; readonly scale?: string }
  | { readonly kind: 'ambiguous'; readonly readings: readonly NumeralReading[] };

const POINT_FORMS = [/^\d+(?:\.\d+)?$/, /^\.\d+$/, /^\d{1,3}(?:([, _'’\u00a0\u2009\u202f])\d{3})(?:\1\d{3})*(?:\.\d+)?$/];
const COMMA_FORMS = [/^\d+(?:,\d+)?$/, /^,\d+$/, /^\d{1,3}(?:([. _'’\u00a0\u2009\u202f])\d{3})(?:\1\d{3})*(?:,\d+)?$/];

/** Reads bare digits with separators and a decimal mark; undefined when they are no number. [TXT-12] */
export function readDigits(text: string, mark: DecimalMark): Numeral | undefined {
  const forms = mark === 'point' ? POINT_FORMS : COMMA_FORMS;
  if (forms.some(form => form.test(text))) return { kind: 'exact', value: plain(text, mark) };
  const other = mark === 'point' ? 'comma' : 'point';
  if (!(mark === 'point' ? COMMA_FORMS : POINT_FORMS).some(form => form.test(text))) return undefined;
  const readings: NumeralReading[] = [{ value: plain(text, other), as: `decimal-${other}` }];
  if (/^\d+[,.]\d+$/.test(text)) readings.push({ value: plain(text.replace(/[,.]/, ''), mark), as: 'misplaced-separator' });
  return { kind: 'ambiguous', readings };
}

const WESTERN = /^(.*\d) ?(k|thousand|m|mn|mm|million|b|bn|billion|t|tn|trillion)$/i;
const WESTERN_POWERS: Readonly<Record<string, number>> = {
  k: 3,
  thousand: 3,
  m: 6,
  mn: 6,
  mm: 6,
  million: 6,
  b: 9,
  bn: 9,
  billion: 9,
  t: 12,
  tn: 12,
  trillion: 12,
};

/**
 * Reads 300M, 1.2k, 3 billion. A lone small m, b or t may be minutes, bytes or tons: only an amount of money makes it sure,
 * else it is no number. [TXT-13]
 */
export function readWestern(text: string, mark: DecimalMark, isMoney: boolean): Numeral | undefined {
  const [, digits = '', suffix = ''] = WESTERN.exec(text) ?? [];
  const power = WESTERN_POWERS[suffix.toLowerCase()];
  if (power === undefined) return undefined;
  if (!isMoney && (suffix === 'm' || suffix === 'b' || suffix === 't')) return undefined;
  const numeral = readDigits(digits.trim(), mark);
  if (!numeral) return undefined;
  if (numeral.kind === 'exact') return { ...numeral, value: shiftPoint(numeral.value, power), scale: suffix };
  return {
    kind: 'ambiguous',
    readings: numeral.readings.map(reading => ({ ...reading, value: shiftPoint(reading.value, power) })),
  };
}

const EXPONENT = /^(\d(?:\.\d+)?)e([+-]?\d{1,2})$/i;

/** Reads 1.2E+05, as spreadsheets show large numbers. */
export function readExponent(text: string): Numeral | undefined {
  const [, digits, power] = EXPONENT.exec(text) ?? [];
  if (digits === undefined || power === undefined || Math.abs(Number(power)) > 30) return undefined;
  return { kind: 'exact', value: shiftPoint(digits, Number(power)), scale: `E${power}` };
}

const JAPANESE_TOKEN = /(\d[\d,]*(?:\.\d+)?)|([〇一二三四五六七八九]+)|([十百千])|([万億兆])/g;
const SMALL: Readonly<Record<string, number>> = { 十: 1, 百: 2, 千: 3 };
const BIG: Readonly<Record<string, number>> = { 万: 4, 億: 8, 兆: 12 };

/**
 * Reads numbers with 千, 百万, 万, 億, 兆, also joined (2億5千万, 1億2,345万6,789) and in kanji (三億). [TXT-14]
 * Units must fall (万 after 億); decimals are allowed only where one number is followed by units (1.5億, 3.2百万).
 */
export function readJapanese(text: string): Numeral | undefined {
  if (!/[十百千万億兆一二三四五六七八九]/.test(text) || text.replace(JAPANESE_TOKEN, '').trim() !== '') return undefined;
  const numerals = text.match(/\d[\d,]*(?:\.\d+)?|[〇一二三四五六七八九]+/g) ?? [];
  const [only] = numerals;
  if (only === undefined) return undefined;
  if (numerals.length === 1 && only.includes('.')) return singleScaled(text, only);
  let total = 0n;
  let section = 0n;
  let current: bigint | undefined;
  let lastBig = 16;
  let lastSmall = 4;
  for (const [, digits, kanji, small, big] of text.matchAll(JAPANESE_TOKEN)) {
    if (digits !== undefined || kanji !== undefined) {
      const read = digits === undefined ? kanjiDigits(kanji ?? '') : wholeDigits(digits);
      if (read === undefined || current !== undefined) return undefined;
      current = read;
    } else if (small !== undefined) {
      const power = SMALL[small] ?? 0;
      if (power >= lastSmall) return undefined;
      section += (current ?? 1n) * 10n ** BigInt(power);
      [current, lastSmall] = [undefined, power];
    } else if (big !== undefined) {
      const power = BIG[big] ?? 0;
      if (power >= lastBig || (section === 0n && current === undefined)) return undefined;
      total += (section + (current ?? 0n)) * 10n ** BigInt(power);
      [section, current, lastBig, lastSmall] = [0n, undefined, power, 4];
    }
  }
  return { kind: 'exact', value: String(total + section + (current ?? 0n)), scale: scaleOf(text) };
}

function singleScaled(text: string, digits: string): Numeral | undefined {
  const units = text.slice(text.indexOf(digits) + digits.length).replaceAll(' ', '');
  if (!text.startsWith(digits) || !/^[百千]?[万億兆]?$/.test(units) || units === '') return undefined;
  const numeral = readDigits(digits, 'point');
  if (numeral?.kind !== 'exact') return undefined;
  const power = [...units].reduce((sum, unit) => sum + (SMALL[unit] ?? BIG[unit] ?? 0), 0);
  return { kind: 'exact', value: shiftPoint(numeral.value, power), scale: units };
}

function scaleOf(text: string): string {
  return text.replace(/[\d,.〇一二三四五六七八九 ]+/g, '');
}

function wholeDigits(text: string): bigint | undefined {
  const numeral = readDigits(text, 'point');
  return numeral?.kind === 'exact' && !numeral.value.includes('.') ? BigInt(numeral.value) : undefined;
}

function kanjiDigits(text: string): bigint {
  return BigInt([...text].map(character => '〇一二三四五六七八九'.indexOf(character)).join(''));
}

function plain(text: string, mark: DecimalMark): Decimal {
  const [whole = '', decimals = ''] = text.split(mark === 'point' ? '.' : ',');
  const digits = whole.replace(/\D/g, '');
  return decimalFrom({ units: BigInt(digits + decimals || '0'), scale: decimals.length });
}
