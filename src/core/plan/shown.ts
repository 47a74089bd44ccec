import type { Decimal } from '../measure/observation.ts';
import { trimmed } from '../number/decimal.ts';
import { exactDecimal, type Rational, roundRational } from '../number/rational.ts';
import { changeBetween } from '../text/change.ts';
import { formatDifference, formatRelative } from '../text/format-change.ts';
import { formatValue } from '../text/format-value.ts';
import type { Lang } from '../text/text.ts';
import { parseUnit } from '../unit/unit-text.ts';

/** A value in a problem's sentence, from its decimal text and unit text; nothing for a value that is not there. */
export function shown(value: Decimal | undefined, unit: string, lang: Lang): string {
  if (value === undefined) return '';
  return formatValue(value, parseUnit(unit) ?? { kind: 'count' }, lang);
}

/** Two different values, with all their digits where the usual rounding would make them look alike. */
export function shownApart(first: Decimal, second: Decimal, unit: string, lang: Lang): readonly [string, string] {
  const [a, b] = [shown(first, unit, lang), shown(second, unit, lang)];
  if (a !== b || first === second) return [a, b];
  const parsed = parseUnit(unit) ?? { kind: 'count' };
  const exact = (value: Decimal) => formatValue(value, parsed, lang, undefined, { exact: true });
  return [exact(first), exact(second)];
}

/** Two values with an arrow between them. */
export function shownBoth(from: Decimal, to: Decimal, unit: string, lang: Lang): string {
  return shownApart(from, to, unit, lang).join(' → ');
}

/** The size of a difference: rates in pt, everything else in its unit; never rounded to nothing. */
export function shownGap(difference: Decimal, unit: string, lang: Lang): string {
  const parsed = parseUnit(unit) ?? { kind: 'count' };
  const texts = [undefined, 6, 12].map(digits =>
    formatDifference(difference, parsed, lang, undefined, digits === undefined ? {} : { digits }),
  );
  return (texts.find(text => /[1-9]/.test(text)) ?? texts[0] ?? '').replace(/^[+−]/, '');
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
