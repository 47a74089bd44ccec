import type { Decimal } from '../measure/observation.ts';
import { compareDecimals, shiftPoint } from '../number/decimal.ts';
import { type Rational, rational, roundRational, subtract } from '../number/rational.ts';
import type { Unit } from '../unit/unit.ts';
import { changeBetween } from './change.ts';
import { defaultFormat, type FormatSettings } from './format-settings.ts';
import { formatSigned, formatValue, withSign } from './format-value.ts';
import { grouped, magnitudeText } from './number-scale.ts';
import type { Lang } from './text.ts';
import type { ValueOptions } from './value-shape.ts';

/**
 * A change in full: both levels, the difference, the relative change: 1.0% → 1.5%（+0.5pt、+50%）. [CNV-02]
 * The relative part is left out where there is none (from zero). With `change: 'index'` it is still a change here: the levels
 * are beside it.
 */
export function formatChange(
  from: Decimal,
  to: Decimal,
  unit: Unit,
  lang: Lang,
  settings: FormatSettings = defaultFormat,
  options: ValueOptions = {},
): string {
  const { points, relative } = changeBetween(from, to);
  // As many decimals for the levels as for their difference: 3.01% → 3.05% for +0.04pt.
  const fine = unit.kind === 'ratio' && options.digits === undefined && needsSecondDecimal(shiftPoint(points, 2));
  const shared = fine ? { ...options, digits: 2 } : options;
  const parts = [formatDifference(points, unit, lang, settings, shared)];
  if (relative) parts.push(formatRelative(relative, settings));
  const levels = [from, to].map(level => formatValue(level, unit, lang, settings, shared)).join(' → ');
  return lang === 'ja' ? `${levels}（${parts.join('、')}）` : `${levels} (${parts.join(', ')})`;
}

/**
 * A difference of two values, signed: rates in pt (+0.5pt / +0.5 pts), scores, ranks and multiples as bare numbers, others in
 * their unit (−600万円). [CNV-02]
 */
export function formatDifference(
  difference: Decimal,
  unit: Unit,
  lang: Lang,
  settings: FormatSettings = defaultFormat,
  options: ValueOptions = {},
): string {
  if (unit.kind === 'score' || unit.kind === 'rank' || unit.kind === 'multiple') {
    return formatSigned(difference, { kind: 'count' }, lang, settings, options);
  }
  if (unit.kind !== 'ratio') return formatSigned(difference, unit, lang, settings, options);
  const inPoints = shiftPoint(difference, 2);
  const digits = options.digits ?? (needsSecondDecimal(inPoints) ? 2 : 1);
  const text = grouped(magnitudeText(inPoints, 0, digits));
  const shown = `${text}${lang === 'ja' ? 'pt' : ' pts'}`;
  return /[1-9]/.test(text) ? withSign(shown, inPoints.startsWith('-'), settings.negative, true) : shown;
}

/** A relative change: +8%, −30%; one decimal below 10 % where it is not whole. [TXT-23] */
export function formatRelative(relative: Rational, settings: FormatSettings = defaultFormat, digits?: number): string {
  const text = percentText(relative, digits ?? percentDigits(relative));
  return /[1-9]/.test(text) ? withSign(text, relative.numerator < 0n, settings.negative, true) : text;
}

/** A comparison with a base as set: as an index (108%) or as a change (+8%). [TXT-23] */
export function formatIndex(index: Rational, settings: FormatSettings = defaultFormat, digits?: number): string {
  const relative = subtract(index, rational(1));
  if (settings.change === 'change') return formatRelative(relative, settings, digits);
  const text = percentText(index, digits ?? percentDigits(relative));
  return index.numerator < 0n && /[1-9]/.test(text) ? withSign(text, true, settings.negative, false) : text;
}

function percentText(share: Rational, digits: number): string {
  const percent = roundRational({ numerator: share.numerator * 100n, denominator: share.denominator }, digits);
  return `${grouped(percent.replace('-', ''))}%`;
}

function percentDigits({ numerator, denominator }: Rational): number {
  const magnitude = numerator < 0n ? -numerator : numerator;
  const isWholePercent = (magnitude * 100n) % denominator === 0n;
  return isWholePercent || magnitude * 10n >= denominator ? 0 : 1;
}

function needsSecondDecimal(points: Decimal): boolean {
  return compareDecimals(points, '0.1') < 0 && compareDecimals(points, '-0.1') > 0 && /[1-9]/.test(points);
}
