import { formatDuration } from '../calendar/format-duration.ts';
import type { Decimal } from '../measure/observation.ts';
import { decimalOf } from '../number/decimal.ts';
import type { Unit } from '../unit/unit.ts';
import { defaultFormat, type FormatSettings, type NegativeStyle } from './format-settings.ts';
import { grouped, magnitudeText } from './number-scale.ts';
import type { Lang } from './text.ts';
import { shapeOf, type ValueOptions, type ValueShape } from './value-shape.ts';

/**
 * A value with its unit, as a reader of the language expects it: 1.80億円, 2,700万円, 158件, 41.2%, 3.0:1. [TXT-20, CNV-06]
 *
 * In    the exact value (ratios as fractions), its unit, the language, the organisation's settings
 * Out   text; rounded once, half away from zero; a value that rounds to zero has no sign
 * Not   for values that are missing or cannot be computed: those are words, not numbers
 */
export function formatValue(
  value: Decimal | number,
  unit: Unit,
  lang: Lang,
  settings: FormatSettings = defaultFormat,
  options: ValueOptions = {},
): string {
  const exact = decimalOf(value);
  const shape = shapeOf(exact, unit, lang, settings, options);
  const signed = unit.kind === 'score' && unit.min < 0;
  return isClock(exact, unit)
    ? withSign(
        formatDuration({ amount: Math.abs(Number(exact)), in: 'seconds' }, lang),
        exact.startsWith('-'),
        settings.negative,
        false,
      )
    : shaped(exact, shape, settings.negative, signed);
}

/** As `formatValue`, with a plus sign before positive values: for differences. */
export function formatSigned(
  value: Decimal | number,
  unit: Unit,
  lang: Lang,
  settings: FormatSettings = defaultFormat,
  options: ValueOptions = {},
): string {
  const exact = decimalOf(value);
  if (isClock(exact, unit)) {
    const text = formatDuration({ amount: Math.abs(Number(exact)), in: 'seconds' }, lang);
    return withSign(text, exact.startsWith('-'), settings.negative, true);
  }
  return shaped(exact, shapeOf(exact, unit, lang, settings, options), settings.negative, true);
}

/** Seconds from a minute on are shown as a clock, not as one number. */
export function isClock(value: Decimal, unit: Unit): boolean {
  return unit.kind === 'duration' && unit.in === 'seconds' && Math.abs(Number(value)) >= 60;
}

/** The digits of a value in a shape, without sign, prefix and suffix. */
export function digitsIn(value: Decimal, { scale, digits }: ValueShape): string {
  return grouped(magnitudeText(value, scale.power, digits));
}

export function shaped(value: Decimal, shape: ValueShape, negative: NegativeStyle, plus: boolean): string {
  const digits = digitsIn(value, shape);
  const text = `${shape.prefix}${digits}${shape.scale.mark}${shape.suffix}`;
  return /[1-9]/.test(digits) ? withSign(text, value.startsWith('-'), negative, plus) : text;
}

export function withSign(text: string, isNegative: boolean, style: NegativeStyle, plus: boolean): string {
  if (!isNegative) return plus ? `+${text}` : text;
  return style === 'minus' ? `−${text}` : style === 'triangle' ? `△${text}` : `(${text})`;
}
