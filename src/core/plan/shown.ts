import type { Decimal } from '../measure/observation.ts';
import { trimmed } from '../number/decimal.ts';
import { exactDecimal, type Rational, roundRational } from '../number/rational.ts';
import { changeBetween } from '../text/change.ts';
import { formatRelative } from '../text/format-change.ts';
import { formatValue } from '../text/format-value.ts';
import type { Lang } from '../text/text.ts';
import { parseUnit } from '../unit/unit-text.ts';

/** A value in a problem's sentence, from its decimal text and unit text; nothing for a value that is not there. */
export function shown(value: Decimal | undefined, unit: string, lang: Lang): string {
  if (value === undefined) return '';
  return formatValue(value, parseUnit(unit) ?? { kind: 'count' }, lang);
}

/** Two values with an arrow between them. */
export function shownBoth(from: Decimal, to: Decimal, unit: string, lang: Lang): string {
  return `${shown(from, unit, lang)} → ${shown(to, unit, lang)}`;
}

/** The relative change between two values in brackets; nothing where there is none. */
export function shownChange(from: Decimal, to: Decimal, lang: Lang): string {
  const { relative } = changeBetween(from, to);
  if (!relative) return '';
  return lang === 'ja' ? `（${formatRelative(relative)}）` : ` (${formatRelative(relative)})`;
}

/** Digits after the point that a fraction without an end is given in problems and results. */
const DIGITS = 12;

/** A fraction as decimal text: exact where its decimals end early, else rounded to 12 of them. */
export function decimalText(value: Rational): Decimal {
  const exact = exactDecimal(value);
  if (exact !== undefined && (exact.split('.')[1]?.length ?? 0) <= DIGITS) return exact;
  return trimmed(roundRational(value, DIGITS));
}
