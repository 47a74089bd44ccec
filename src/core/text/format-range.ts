import type { Decimal } from '../measure/observation.ts';
import { compareDecimals, decimalOf } from '../number/decimal.ts';
import type { Unit } from '../unit/unit.ts';
import { defaultFormat, type FormatSettings } from './format-settings.ts';
import { digitsIn, formatValue, isClock, shaped, withSign } from './format-value.ts';
import type { Lang } from './text.ts';
import { shapeOf, type ValueOptions } from './value-shape.ts';

/**
 * Two values as a range, in one scale and with the same decimals, chosen by the larger: 2.60〜3.02億円 / ¥260M–302M. [TXT-22]
 * Ends that read alike are shown once. In English a range with a negative end says "to".
 */
export function formatRange(
  low: Decimal | number,
  high: Decimal | number,
  unit: Unit,
  lang: Lang,
  settings: FormatSettings = defaultFormat,
  options: ValueOptions = {},
): string {
  const [from, to] = [decimalOf(low), decimalOf(high)];
  if (isClock(from, unit) || isClock(to, unit)) {
    const [first, last] = [formatValue(from, unit, lang, settings), formatValue(to, unit, lang, settings)];
    return first === last ? first : fromTo(first, last, lang);
  }
  const larger = compareDecimals(magnitude(from), magnitude(to)) > 0 ? from : to;
  const shape = shapeOf(larger, unit, lang, settings, options);
  const [first, last] = [shaped(from, shape, settings.negative, false), shaped(to, shape, settings.negative, false)];
  if (first === last) return first;
  const anyNegative = from.startsWith('-') || to.startsWith('-');
  if (lang === 'en') {
    if (anyNegative) return `${first} to ${last}`;
    return `${shape.prefix}${digitsIn(from, shape)}${shape.scale.mark}–${digitsIn(to, shape)}${shape.scale.mark}${shape.suffix}`;
  }
  const bare = (value: Decimal) => {
    const digits = digitsIn(value, shape);
    return withSign(`${shape.prefix}${digits}`, value.startsWith('-') && /[1-9]/.test(digits), settings.negative, false);
  };
  return `${bare(from)}〜${bare(to)}${shape.scale.mark}${shape.suffix}`;
}

/** Two ends that are written already; either may be empty. 4月〜6月 / April–June */
export function fromTo(first: string, last: string, lang: Lang): string {
  return `${first}${lang === 'ja' ? '〜' : '–'}${last}`;
}

function magnitude(value: Decimal): Decimal {
  return value.startsWith('-') ? value.slice(1) : value;
}
