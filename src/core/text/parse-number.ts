import type { Decimal } from '../measure/observation.ts';
import { negate, shiftPoint } from '../number/decimal.ts';
import type { Currency } from '../unit/unit.ts';
import { splitCurrency } from './currency-sign.ts';
import { foldWidth } from './fold-width.ts';
import { type Missing, missingIn } from './missing.ts';
import {
  type DecimalMark,
  type Numeral,
  type NumeralReading,
  readDigits,
  readExponent,
  readJapanese,
  readWestern,
} from './numeral.ts';

/** What a cell or a typed text says as a number. */
export type NumberReading =
  | { readonly kind: 'number'; readonly value: Decimal; readonly seen: NumberMarks }
  /** Only a limit is known: "<1", 5以上. */
  | { readonly kind: 'bounded'; readonly bound: Bound; readonly value: Decimal; readonly seen: NumberMarks }
  /** The separators can be read in several ways, or only in the way of another country. */
  | { readonly kind: 'ambiguous'; readonly readings: readonly NumeralReading[] }
  | { readonly kind: 'missing'; readonly why: Missing }
  | { readonly kind: 'not-a-number' };

export type Bound = 'below' | 'at-most' | 'at-least' | 'above';

/** What stood around the digits. */
export interface NumberMarks {
  /** The value is the fraction: 2.76 % is 0.0276. */
  readonly percent?: true;
  readonly currency?: Currency;
  /** The unit the digits were multiplied by, as written: 億, 百万, M. */
  readonly scale?: string;
  readonly negative?: 'minus' | 'triangle' | 'brackets';
  /** 3:1, 3倍, 3x */
  readonly multiple?: true;
  /** Counter word behind the number: 件, 人. */
  readonly counter?: string;
  readonly tax?: 'excluded' | 'included';
  /** 約, およそ, 程度 */
  readonly approximate?: true;
  /** Written with zeros in front, as codes are. */
  readonly leadingZero?: true;
}

const PLAIN = /^-?(?:0|[1-9]\d{0,30})(?:\.\d{1,30})?$/;
const GROUPED = /^-?[1-9]\d{0,2}(?:,\d{3}){1,10}(?:\.\d{1,30})?$/;
const LONGEST = 60;

/**
 * Reads a number in any form that people type and tools export; exact, never through a double. [TXT-12]
 *
 * In    the text; the decimal mark when the file is known to use a comma
 * Out   the value in base units (3億円 is 300000000, 2.76% is 0.0276) and the marks around it; decimals stay as written
 * Empty `-`, `N/A`, `(not set)` and their like are missing, never 0
 * Error what has two readings is ambiguous and left to the caller; text that is no number says so
 */
export function parseNumber(text: string, mark: DecimalMark = 'point'): NumberReading {
  if (mark === 'point') {
    if (PLAIN.test(text)) return plainNumber(text);
    if (GROUPED.test(text)) return plainNumber(text.replaceAll(',', ''));
  }
  const why = missingIn(text);
  if (why) return { kind: 'missing', why };
  if (text.length > LONGEST) return NOT_A_NUMBER;
  const around = takeMarks(foldWidth(text).replace(DASHES, '-').trim());
  if (!around) return NOT_A_NUMBER;
  const { core, seen, bound } = around;
  const numeral = readCore(core, mark, seen);
  if (!numeral) return NOT_A_NUMBER;
  if (numeral.kind === 'ambiguous') {
    return {
      kind: 'ambiguous',
      readings: numeral.readings.map(reading => ({ ...reading, value: finished(reading.value, seen) })),
    };
  }
  const value = finished(numeral.value, seen);
  const marks: NumberMarks = {
    ...seen,
    ...(numeral.scale === undefined ? {} : { scale: numeral.scale }),
    ...(/^0\d/.test(core) ? { leadingZero: true } : {}),
  };
  return bound === undefined ? { kind: 'number', value, seen: marks } : { kind: 'bounded', bound, value, seen: marks };
}

const NOT_A_NUMBER: NumberReading = { kind: 'not-a-number' };
const DASHES = /[\u2010-\u2015\u2212]/g;

function plainNumber(text: string): NumberReading {
  if (!text.startsWith('-')) return { kind: 'number', value: text, seen: {} };
  return { kind: 'number', value: negate(text.slice(1)), seen: { negative: 'minus' } };
}

function finished(value: Decimal, seen: NumberMarks): Decimal {
  const scaled = seen.percent ? shiftPoint(value, -2) : value;
  return seen.negative ? negate(scaled) : scaled;
}

function readCore(core: string, mark: DecimalMark, seen: NumberMarks): Numeral | undefined {
  return (
    readDigits(core, mark) ?? readJapanese(core) ?? readWestern(core, mark, seen.currency !== undefined) ?? readExponent(core)
  );
}

const APPROXIMATE = /^(?:約|およそ|おおよそ|approx\.?|about) ?|(?:程度|前後|ほど)$/gi;
const BOUND_BEFORE = /^(<=|>=|[<>≤≥≦≧]|at least|at most|up to|less than|more than|under|over) ?/i;
const BOUND_AFTER = / ?(以上|以下|以内|未満|超え?|or more|or less)$/i;
const BOUNDS: Readonly<Record<string, Bound>> = {
  '<': 'below',
  '<=': 'at-most',
  '≤': 'at-most',
  '≦': 'at-most',
  '>': 'above',
  '>=': 'at-least',
  '≥': 'at-least',
  '≧': 'at-least',
  以上: 'at-least',
  以下: 'at-most',
  以内: 'at-most',
  未満: 'below',
  超: 'above',
  超え: 'above',
  'at least': 'at-least',
  'at most': 'at-most',
  'up to': 'at-most',
  'less than': 'below',
  'more than': 'above',
  under: 'below',
  over: 'above',
  'or more': 'at-least',
  'or less': 'at-most',
};
const TAX = / ?\(?(税込|税抜|税別)み?き?\)?$|^\(?(税込|税抜|税別)み?き?\)? ?/;
const PERCENT = / ?(?:%|パーセント|percent)$/i;
const MULTIPLE = /^(.+?)(?: ?: ?1(?:\.0+)?|対1| ?倍| ?[x×])$/i;
const COUNTER =
  / ?(件|人|名|社|個|回|本|台|点|店舗|店|枚|票|席|組|室|冊|箱|袋|セット|口座|口|世帯|通|語|位|商品|品|拠点|ユーザー?|アカウント|セッション|クリック|リード|商談|pv|uu|imp)$/i;
const SIGN = /^ ?([-+△▲]) ?/;
const BRACKETS = /^\((.+)\)$/;

interface Around {
  readonly core: string;
  readonly seen: NumberMarks;
  readonly bound?: Bound;
}

/** Takes everything off that stands around the digits; undefined when marks contradict each other. */
function takeMarks(text: string): Around | undefined {
  let seen: NumberMarks = {};
  let rest = text.replace(APPROXIMATE, '');
  if (rest !== text) seen = { ...seen, approximate: true };
  const boundText = BOUND_BEFORE.exec(rest)?.[1] ?? BOUND_AFTER.exec(rest)?.[1];
  const bound = boundText === undefined ? undefined : BOUNDS[boundText.toLowerCase()];
  rest = rest.replace(BOUND_BEFORE, '').replace(BOUND_AFTER, '').trim();
  const tax = TAX.exec(rest);
  if (tax) {
    seen = { ...seen, tax: (tax[1] ?? tax[2]) === '税込' ? 'included' : 'excluded' };
    rest = rest.replace(TAX, '');
  }
  const outer = takeSign(rest, seen);
  if (!outer) return undefined;
  const percentless = outer.rest.replace(PERCENT, '');
  const signed = takeSign(percentless, percentless === outer.rest ? outer.seen : { ...outer.seen, percent: true });
  if (!signed) return undefined;
  const currency = splitCurrency(signed.rest);
  if (currency.currency !== undefined) {
    if (signed.seen.percent) return undefined;
    const inner = takeSign(currency.rest, { ...signed.seen, currency: currency.currency });
    return inner && { core: inner.rest, seen: inner.seen, ...(bound === undefined ? {} : { bound }) };
  }
  const counted = takeCount(signed.rest, signed.seen);
  return { ...counted, ...(bound === undefined ? {} : { bound }) };
}

/** Takes off one sign or one pair of brackets; two of them contradict each other. */
function takeSign(text: string, seen: NumberMarks): { readonly rest: string; readonly seen: NumberMarks } | undefined {
  const brackets = BRACKETS.exec(text);
  const sign = SIGN.exec(text)?.[1];
  const trailing = /\d-$/.test(text);
  if (!brackets && sign === undefined && !trailing) return { rest: text, seen };
  if (seen.negative !== undefined) return undefined;
  if (brackets) return { rest: (brackets[1] ?? '').trim(), seen: { ...seen, negative: 'brackets' } };
  const rest = text
    .replace(SIGN, '')
    .replace(/(?<=\d)-$/, '')
    .trim();
  if (trailing || sign === '-') return { rest, seen: { ...seen, negative: 'minus' } };
  if (sign === '+') return SIGN.test(rest) ? undefined : { rest, seen };
  return { rest, seen: { ...seen, negative: 'triangle' } };
}

function takeCount(text: string, seen: NumberMarks): Around {
  const multiple = MULTIPLE.exec(text);
  if (multiple && !seen.percent) return { core: (multiple[1] ?? '').trim(), seen: { ...seen, multiple: true } };
  const counter = COUNTER.exec(text)?.[1];
  if (counter === undefined || seen.percent) return { core: text, seen };
  return { core: text.replace(COUNTER, ''), seen: { ...seen, counter } };
}
