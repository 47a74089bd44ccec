import type { CalendarSettings } from '../calendar/calendar-settings.ts';
import type { Day } from '../calendar/day.ts';
import { type Duration, daysOf, parseDuration } from '../calendar/duration.ts';
import { parsePeriod } from '../calendar/parse-period.ts';
import type { Decimal } from '../measure/observation.ts';
import { compareDecimals, decimalOf, shiftPoint, trimmed } from '../number/decimal.ts';
import { add, exactDecimal, multiply, rational, rationalOf } from '../number/rational.ts';
import { foldWidth } from '../text/fold-width.ts';
import { type NumberMarks, parseNumber } from '../text/parse-number.ts';

/** An amount with the period it is an amount of: 150 per month. Without `per`: a total for flows, the value itself otherwise. */
export interface Level {
  readonly value: Decimal;
  readonly per?: Per;
}

export type Per = 'day' | 'week' | 'month' | 'quarter' | 'half' | 'year';

/** What a node is to be: a bound, per period or in all, by a day. [PLN-20] */
export interface Target extends Level {
  readonly sign: 'at-least' | 'at-most' | 'equal' | 'between';
  /** Upper end of `between`; `value` is the lower one. */
  readonly upTo?: Decimal;
  readonly by?: Day;
}

/** A target or baseline text taken apart, before its node's unit and direction are known. */
export type TargetReading =
  | { readonly kind: 'undecided' }
  | { readonly kind: 'vague' }
  | { readonly kind: 'unreadable' }
  | {
      readonly kind: 'amount';
      readonly value: Decimal;
      readonly upTo?: Decimal;
      readonly sign?: Target['sign'];
      readonly per?: Per;
      readonly by?: Day;
      readonly is: AmountKind;
      readonly marks: NumberMarks;
    };

/** What kind of amount the text itself says it is. `plain`: a bare number. */
export type AmountKind =
  | { readonly kind: 'plain' }
  | { readonly kind: 'percent' }
  | { readonly kind: 'money'; readonly currency: string }
  | { readonly kind: 'multiple' }
  /** 4.5/5: a mark on a scale that ends at `outOf`. */
  | { readonly kind: 'score'; readonly outOf: number }
  | { readonly kind: 'duration'; readonly in: Duration['in'] };

const UNDECIDED = /^(?:未定|検討中|tbd|undecided|open|\?)$/i;

/** Numbers in words, which are refused as unreadable and not as missing. */
const IN_WORDS = /[〇一二三四五六七八九十百千]+(?:[百千万億兆割円%件人社名回個本点倍]|か月|ヶ月|年間?$)/;

/** Deadlines: "… by 2027-03-31", "…（2027年3月31日まで）", "2026年度末までに…", "9ヶ月以内に…". */
const BY = /^(.*?)\s+by\s+(.+)$/i;
const BY_AFTER = /^(.*?)\s*\(?\s*([^()（）\s]*[0-9年月日度期末][^()（）\s]*?)\s*(?:まで(?:に)?|中に)\s*\)?$/;
const BY_BEFORE = /^\(?([^()（）\s]*[0-9年月日度期末][^()（）\s]*?)(?:まで(?:に)?|中に)\)?[、,]?\s*(.+)$/;

const WITHIN = /^([0-9]+(?:[かヶケカヵ箇]月|年)以内)に?[、,]?\s*(.+)$/;
const WITHIN_AFTER = /^(.*?)\s*(?:\(([0-9]+(?:[かヶケカヵ箇]月|年)以内)\)|(within [0-9]+ (?:months?|years?)))$/i;

const PER: readonly (readonly [RegExp, Per])[] = [
  [/(?:\s+per|\s*\/|\s+an?|\s+each)\s*day$|\/日$|^(?:1日(?:あたり|平均)?|毎日|日次?)\s*(?=[0-9¥])/i, 'day'],
  [/(?:\s+per|\s*\/|\s+an?|\s+each)\s*week$|\/週$|^(?:週間|週次?|毎週)\s*(?=[0-9¥])/i, 'week'],
  [/(?:\s+per|\s*\/|\s+an?|\s+each)\s*month$|\/(?:か|ヶ|ヵ)?月$|^(?:月間|月次?|毎月|月に)\s*(?=[0-9¥])/i, 'month'],
  [/(?:\s+per|\s*\/|\s+an?|\s+each)\s*quarter$|\/四半期$|^(?:四半期)\s*(?=[0-9¥])/i, 'quarter'],
  [/(?:\s+per|\s*\/|\s+an?|\s+each)\s*half(?:-year)?$|\/半期$|^(?:半期)\s*(?=[0-9¥])/i, 'half'],
  [/(?:\s+per|\s*\/|\s+an?|\s+each)\s*year$|\/年$|^(?:年間|年次?|毎年)\s*(?=[0-9¥])/i, 'year'],
];

const SIGNS: readonly (readonly [RegExp, Target['sign']])[] = [
  [/^(?:>=|≥|≧)\s*/, 'at-least'],
  [/^(?:<=|≤|≦)\s*/, 'at-most'],
  [/^=\s*/, 'equal'],
  [/^(?:最低(?:でも)?|少なくとも)\s*/, 'at-least'],
  [/^(?:最大(?:でも)?|最高でも|多くても)\s*/, 'at-most'],
];

const RANGE = /^(.+?)\s*(?:\.\.|〜|～|~|\s+to\s+|–)\s*(.+)$/;

/** A number inside a sentence: 「年間売上10億円を達成する」. */
const NUMBER_IN_SENTENCE =
  /[¥$€£]?[0-9][0-9,_]*(?:\.[0-9]+)?(?:[兆億万千百]+[0-9]*)*\s*(?:円|%|割|倍|件|人|社|名|回|個|本|点|営業日|日|[かヶケカヵ箇]月|週間?|時間|分間?|秒間?|年)?(?:以上|以下|以内|未満|超え?)?/g;

/** 3割5分 is 35 %. */
const TENTHS = /([0-9]+(?:\.[0-9]+)?)割(?:([0-9])分)?(?:([0-9])厘)?/g;

/**
 * Reads the text of a target or baseline. [PLN-20]
 *
 * `200 per month`, `月間200件`, `3億円 by 2027-03-31`, `≤ 15,000円`, `15,000円以下`, `10%..20%`, `= 60%`, `5 business days`,
 * `3:1`, `未定`. A whole sentence works when it holds exactly one number; one without a number is vague.
 * Relative changes (+20%, 前年比120%) are not read here: `changeIn` does.
 */
export function readTarget(input: string | number, calendar: CalendarSettings, start: Day): TargetReading {
  if (typeof input === 'number') return Number.isFinite(input) ? amount(decimalOf(input)) : { kind: 'unreadable' };
  const text = tenthsAsPercent(foldWidth(input).replace(/\s+/g, ' ').trim());
  if (UNDECIDED.test(text)) return { kind: 'undecided' };
  if (!/[0-9]/.test(text)) return { kind: IN_WORDS.test(text) ? 'unreadable' : 'vague' };
  const deadline = splitDeadline(text, calendar, start);
  if (!deadline) return { kind: 'unreadable' };
  const reading = readBound(deadline.rest);
  const whole = reading.kind === 'amount' ? reading : readSentence(deadline.rest);
  return whole.kind === 'amount' && deadline.by !== undefined ? { ...whole, by: deadline.by } : whole;
}

function tenthsAsPercent(text: string): string {
  return text.replace(TENTHS, (_all, whole: string, hundredths = '0', thousandths = '0') => {
    const percent = add(rationalOf(`${Number(hundredths)}.${thousandths}`), multiply(rationalOf(whole), rational(10)));
    return `${exactDecimal(percent) ?? whole}%`;
  });
}

function readBound(text: string): TargetReading {
  let rest = text;
  let sign: Target['sign'] | undefined;
  for (const [pattern, meaning] of SIGNS) {
    if (pattern.test(rest)) {
      sign = meaning;
      rest = rest.replace(pattern, '');
    }
  }
  let per: Per | undefined;
  for (const [pattern, meaning] of PER) {
    if (pattern.test(rest)) {
      per = meaning;
      rest = rest.replace(pattern, '').trim();
    }
  }
  const range = RANGE.exec(rest);
  const reading = range ? readRange(range[1] ?? '', range[2] ?? '') : amount(rest);
  if (reading.kind !== 'amount') return reading;
  const own = sign ?? reading.sign;
  return { ...reading, ...(own ? { sign: own } : {}), ...(per ? { per } : {}) };
}

function readRange(lowText: string, highText: string): TargetReading {
  const high = amount(highText);
  const low = amount(lowText);
  if (high.kind !== 'amount' || low.kind !== 'amount' || high.sign || low.sign) return { kind: 'unreadable' };
  // 「10〜20%」「80〜120万円」: the unit of the upper end holds for both.
  const shared = low.is.kind === 'plain' && high.is.kind !== 'plain' ? amount(lowText + highText.replace(/^[0-9,._]+/, '')) : low;
  if (shared.kind !== 'amount' || shared.is.kind !== high.is.kind) return { kind: 'unreadable' };
  return { ...high, value: shared.value, upTo: high.value, sign: 'between' };
}

/** One amount: number with marks, or a duration. */
function amount(text: string): TargetReading {
  const duration = parseDuration(text.replace(/(?:以内|以下)$/, ''));
  if (duration && !/^\d+:\d+$/.test(text)) {
    const sign = /(?:以内|以下)$/.test(text) ? ({ sign: 'at-most' } as const) : {};
    return { kind: 'amount', value: decimalOf(duration.amount), is: { kind: 'duration', in: duration.in }, marks: {}, ...sign };
  }
  const [, mark, outOf] = /^([0-9]+(?:\.[0-9]+)?)\s*\/\s*([0-9]+(?:\.[0-9]+)?)$/.exec(text) ?? [];
  if (mark !== undefined && outOf !== undefined)
    return { kind: 'amount', value: trimmed(mark), is: { kind: 'score', outOf: Number(outOf) }, marks: {} };
  const read = parseNumber(text);
  if (read.kind !== 'number' && read.kind !== 'bounded') return { kind: 'unreadable' };
  if (read.kind === 'bounded' && (read.bound === 'below' || read.bound === 'above')) return { kind: 'unreadable' };
  const sign = read.kind === 'bounded' ? { sign: read.bound === 'at-least' ? ('at-least' as const) : ('at-most' as const) } : {};
  return { kind: 'amount', value: trimmed(read.value), is: kindOf(read.seen), marks: read.seen, ...sign };
}

function kindOf(marks: NumberMarks): AmountKind {
  if (marks.percent) return { kind: 'percent' };
  if (marks.currency !== undefined) return { kind: 'money', currency: marks.currency };
  return marks.multiple ? { kind: 'multiple' } : { kind: 'plain' };
}

function readSentence(text: string): TargetReading {
  const numbers = text.match(NUMBER_IN_SENTENCE) ?? [];
  const [only] = numbers;
  if (only === undefined || numbers.length !== 1 || !/[^\x20-\x7e]/.test(text)) return { kind: 'unreadable' };
  const reading = amount(only.trim());
  if (reading.kind !== 'amount') return reading;
  const per = PER_WORDS.find(([word]) => text.includes(word))?.[1];
  return per ? { ...reading, per } : reading;
}

const PER_WORDS: readonly (readonly [string, Per])[] = [
  ['月間', 'month'],
  ['毎月', 'month'],
  ['年間', 'year'],
  ['週間', 'week'],
];

/** Takes a deadline off a target text; undefined when there is one that cannot be read. */
export function splitDeadline(
  text: string,
  calendar: CalendarSettings,
  start: Day,
): { readonly rest: string; readonly by?: Day } | undefined {
  const [rest, deadline] = deadlineParts(text);
  if (rest === undefined || deadline === undefined || rest.trim() === '') return { rest: text };
  const period = parsePeriod(deadline.replace(/末$/, ''), calendar, { today: start, basis: 'fiscal' });
  return period.ok ? { rest: rest.trim(), by: period.value.to } : undefined;
}

/** What remains of a target text and its deadline's own text; both undefined when it has none. */
function deadlineParts(text: string): readonly [string | undefined, string | undefined] {
  const inFront = (match: RegExpExecArray | null) => match && ([match[2], match[1]] as const);
  const behind = (match: RegExpExecArray | null) => match && ([match[1], match[2] ?? match[3]] as const);
  return (
    behind(BY.exec(text)) ??
    behind(WITHIN_AFTER.exec(text)) ??
    behind(BY_AFTER.exec(text)) ??
    inFront(BY_BEFORE.exec(text)) ??
    inFront(WITHIN.exec(text)) ?? [undefined, undefined]
  );
}

/** A duration in the measure of another, for comparing a target with its KPI's unit; calendar and business time do not convert. */
export function inMeasure(value: Decimal, from: Duration['in'], to: Duration['in']): Decimal | undefined {
  if (from === to) return value;
  if (from === 'business-days' || to === 'business-days') return undefined;
  return decimalOf(Number((daysOf({ amount: Number(value), in: from }) / daysOf({ amount: 1, in: to })).toPrecision(12)));
}

/** One amount as a sheet's cell holds it: a number with its marks or a duration; undefined for bounds, ranges and other text. */
export function readAmount(text: string): { readonly value: Decimal; readonly is: AmountKind } | undefined {
  const reading = amount(tenthsAsPercent(foldWidth(text).trim()));
  return reading.kind === 'amount' && reading.sign === undefined ? reading : undefined;
}

/** A plain amount as sheets hold it: a number with any of its marks, a percentage as its fraction. Undefined when it is none. */
export function parseAmount(text: string): Decimal | undefined {
  const read = parseNumber(text);
  return read.kind === 'number' ? trimmed(read.value) : undefined;
}

/** A share of a whole, written 40%, 0.4 or 40 (percent): a fraction from 0 to 1. */
export function parseShare(input: string | number): Decimal | undefined {
  const read = parseNumber(String(input));
  if (read.kind !== 'number') return undefined;
  const value = compareDecimals(read.value, '1') > 0 && !read.seen.percent ? shiftPoint(read.value, -2) : read.value;
  return compareDecimals(value, '0') >= 0 && compareDecimals(value, '1') <= 0 ? trimmed(value) : undefined;
}
