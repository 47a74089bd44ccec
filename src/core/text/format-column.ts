import type { Decimal } from '../measure/observation.ts';
import { compareDecimals, decimalOf } from '../number/decimal.ts';
import type { Unit } from '../unit/unit.ts';
import { defaultFormat, type FormatSettings } from './format-settings.ts';
import { formatValue, isClock, shaped } from './format-value.ts';
import type { Lang } from './text.ts';
import { shapeOf, type ValueOptions } from './value-shape.ts';

/**
 * Values that stand under each other, in one scale and with the same decimals: 2.81億円 over 0.27億円. [TXT-27]
 * Gaps stay gaps. Small values may round to zero there, as in any table with one unit; for each value by itself use `formatValue`.
 */
export function formatColumn(
  values: readonly (Decimal | number | undefined)[],
  unit: Unit,
  lang: Lang,
  settings: FormatSettings = defaultFormat,
  options: ValueOptions = {},
): readonly (string | undefined)[] {
  const exact = values.map(value => (value === undefined ? undefined : decimalOf(value)));
  const present = exact.filter(value => value !== undefined);
  const largest = present.reduce((most, value) => (compareDecimals(bare(value), bare(most)) > 0 ? value : most), '0');
  if (present.some(value => isClock(value, unit))) {
    return exact.map(value => (value === undefined ? undefined : formatValue(value, unit, lang, settings, options)));
  }
  const shape = shapeOf(largest, unit, lang, settings, options);
  const finest = Math.max(shape.digits, ...present.map(value => shapeOf(value, unit, lang, settings, options).digits));
  // In a scale the largest decides; without one (rates, durations) the value that needs most decimals does.
  const inShape = (value: Decimal) =>
    shape.scale.power > 0
      ? shaped(value, shape, settings.negative, false)
      : formatValue(value, unit, lang, settings, { ...options, digits: finest });
  return exact.map(value => (value === undefined ? undefined : inShape(value)));
}

function bare(value: Decimal): Decimal {
  return value.startsWith('-') ? value.slice(1) : value;
}
