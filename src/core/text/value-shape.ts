import { durationName } from '../calendar/format-duration.ts';
import type { Decimal } from '../measure/observation.ts';
import { compareDecimals, shiftPoint } from '../number/decimal.ts';
import { unreachable } from '../problem/unreachable.ts';
import { type Currency, minorDigits, type Unit } from '../unit/unit.ts';
import { SIGN_OF } from './currency-sign.ts';
import type { FormatSettings } from './format-settings.ts';
import { bestScale, ENGLISH_SCALES, JAPANESE_SCALES, magnitudeText, type NumberScale, ONES, scalesOf } from './number-scale.ts';
import type { Lang, Text } from './text.ts';

/** How a number of a unit is written: what stands before and behind it, in which scale, with how many decimals. */
export interface ValueShape {
  /** Before the digits, behind the sign: ¥. */
  readonly prefix: string;
  readonly scale: NumberScale;
  readonly digits: number;
  /** Behind the scale's mark: 円, 件, %. */
  readonly suffix: string;
}

export interface ValueOptions {
  /** Decimals, fixed: for columns of stable width. Without it they follow the size of the value. */
  readonly digits?: number;
  /** Counter word of a count: 件 / leads. */
  readonly counter?: Text;
  /** Large counts as 1.23万 / 12.3K. */
  readonly compact?: boolean;
  /** Every digit the value has, in its smallest unit: for exports and tooltips. */
  readonly exact?: boolean;
  /** A multiple as 3.0:1 (the usual) or as 3.0倍 / 3.0×. */
  readonly multiple?: 'to-one' | 'times';
}

/** The shape in which a value of a unit is shown; shapes of the larger of two values suit both. [TXT-21] */
export function shapeOf(value: Decimal, unit: Unit, lang: Lang, settings: FormatSettings, options: ValueOptions): ValueShape {
  const shape = ownShape(value, unit, lang, settings, options);
  if (options.exact)
    return { ...shape, scale: unit.kind === 'ratio' ? shape.scale : ONES, digits: allDigits(value, unit, shape) };
  return options.digits === undefined ? shape : { ...shape, digits: options.digits };
}

const PERCENT: NumberScale = { power: -2, mark: '' };

function ownShape(value: Decimal, unit: Unit, lang: Lang, settings: FormatSettings, options: ValueOptions): ValueShape {
  switch (unit.kind) {
    case 'count':
      return countShape(value, unit.per !== undefined, lang, options);
    case 'ratio':
      return { prefix: '', scale: PERCENT, digits: isSmallRate(value) ? 2 : 1, suffix: '%' };
    case 'money':
      return unit.currency === 'JPY'
        ? yenShape(value, unit.per !== undefined, lang, settings, options)
        : foreignShape(value, unit.currency, settings);
    case 'duration': {
      const digits = isWhole(value) ? 0 : 1;
      return { prefix: '', scale: ONES, digits, suffix: durationName(unit.in, lang, magnitudeText(value, 0, digits)) };
    }
    case 'score': {
      const digits = unit.max - unit.min <= 10 ? 1 : 0;
      return { prefix: '', scale: ONES, digits, suffix: unit.min < 0 ? '' : `/${unit.max.toFixed(digits)}` };
    }
    case 'rank':
      return { prefix: lang === 'en' ? '#' : '', scale: ONES, digits: isWhole(value) ? 0 : 1, suffix: lang === 'ja' ? '位' : '' };
    case 'multiple':
      return { prefix: '', scale: ONES, digits: 1, suffix: options.multiple === 'times' ? (lang === 'ja' ? '倍' : '×') : ':1' };
    default:
      return unreachable(unit);
  }
}

function countShape(value: Decimal, isAverage: boolean, lang: Lang, options: ValueOptions): ValueShape {
  const counter = options.counter?.[lang] ?? '';
  const suffix = lang === 'en' && counter !== '' ? ` ${counter}` : counter;
  const digits = isAverage ? 2 : isWhole(value) || isAtLeast(value, '100') ? 0 : 1;
  if (!options.compact) return { prefix: '', scale: ONES, digits, suffix };
  const best = bestScale(value, scalesOf(lang), 4, digits);
  return { prefix: '', scale: best.scale, digits: best.digits, suffix };
}

const MILLION: NumberScale = { power: 6, mark: 'M' };
const THOUSAND: NumberScale = { power: 3, mark: 'K' };
const MILLIONS_AND_MORE = ENGLISH_SCALES.slice(1);

/**
 * Yen: whole up to a million, then 万, 億 and 兆 (M, B and T in English), unless a unit is set. [CNV-06]
 * The set unit is for amounts, not for unit prices, and not for an amount that it would show as zero.
 */
function yenShape(value: Decimal, isAverage: boolean, lang: Lang, settings: FormatSettings, options: ValueOptions): ValueShape {
  const [prefix, suffix] = lang === 'ja' ? ['', '円'] : ['¥', ''];
  const unitSet = isAverage ? undefined : fixedYen(lang, settings);
  const digitsSet = unitSet && fixedDigits(value, unitSet, options);
  if (unitSet && digitsSet !== undefined) return { prefix, scale: unitSet.scale, digits: digitsSet, suffix };
  const wholeDigits = isAverage && !isAtLeast(value, '100') ? 1 : 0;
  const best = bestScale(value, lang === 'ja' ? JAPANESE_SCALES : MILLIONS_AND_MORE, 6, wholeDigits);
  return { prefix, scale: best.scale, digits: best.digits, suffix };
}

/** Decimals in a set unit: one where a single digit would hide the value; undefined where all digits would be zero. */
function fixedDigits(value: Decimal, { scale, digits }: FixedScale, options: ValueOptions): number | undefined {
  if (options.digits !== undefined) return options.digits;
  const text = magnitudeText(value, scale.power, digits);
  const wanted =
    digits === 0 && text.length === 1 && compareDecimals(shiftPoint(text, scale.power), bare(value)) !== 0 ? 1 : digits;
  return /[1-9]/.test(magnitudeText(value, scale.power, wanted)) || !/[1-9]/.test(value) ? wanted : undefined;
}

interface FixedScale {
  readonly scale: NumberScale;
  readonly digits: number;
}

function fixedYen(lang: Lang, { money }: FormatSettings): FixedScale | undefined {
  const ja = lang === 'ja';
  switch (money) {
    case 'auto':
      return undefined;
    case 'yen':
      return { scale: ONES, digits: 0 };
    case 'thousand':
      return { scale: ja ? { power: 3, mark: '千' } : THOUSAND, digits: 0 };
    case 'million':
      return { scale: ja ? { power: 6, mark: '百万' } : MILLION, digits: 1 };
    case 'man':
      return ja ? { scale: { power: 4, mark: '万' }, digits: 0 } : { scale: THOUSAND, digits: 0 };
    case 'oku':
      return ja ? { scale: { power: 8, mark: '億' }, digits: 2 } : { scale: MILLION, digits: 1 };
    default:
      return unreachable(money);
  }
}

/** Other currencies: with their minor unit up to a million, then M, B and T in both languages. */
function foreignShape(value: Decimal, currency: Currency, { money }: FormatSettings): ValueShape {
  const frame = { prefix: SIGN_OF[currency] ?? `${currency} `, suffix: '' };
  if (money === 'thousand') return { ...frame, scale: THOUSAND, digits: 0 };
  if (money === 'million') return { ...frame, scale: MILLION, digits: 1 };
  const minor = minorDigits(currency);
  if (money === 'yen') return { ...frame, scale: ONES, digits: minor };
  const best = bestScale(value, MILLIONS_AND_MORE, 6, minor);
  return { ...frame, scale: best.scale, digits: best.digits };
}

function allDigits(value: Decimal, unit: Unit, shape: ValueShape): number {
  const written = value.includes('.') ? value.length - value.indexOf('.') - 1 : 0;
  if (unit.kind === 'ratio') return Math.max(0, written - 2);
  return unit.kind === 'money'
    ? Math.max(written, minorDigits(unit.currency))
    : Math.max(written, shape.suffix.startsWith('/') ? 1 : 0);
}

function isWhole(value: Decimal): boolean {
  const point = value.indexOf('.');
  return point < 0 || /^0*$/.test(value.slice(point + 1));
}

function isAtLeast(value: Decimal, limit: Decimal): boolean {
  return compareDecimals(bare(value), limit) >= 0;
}

function bare(value: Decimal): Decimal {
  return value.startsWith('-') ? value.slice(1) : value;
}

/** Below 1 % and not 0: one decimal would hide most of it. */
function isSmallRate(value: Decimal): boolean {
  return !isAtLeast(value, '0.01') && /[1-9]/.test(value);
}
