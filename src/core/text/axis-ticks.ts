import type { Decimal } from '../measure/observation.ts';
import { decimalFrom, decimalOf, scaledOf } from '../number/decimal.ts';
import type { Unit } from '../unit/unit.ts';
import { SIGN_OF } from './currency-sign.ts';
import { grouped, magnitudeText, type NumberScale, ONES, scalesOf, wholeLength } from './number-scale.ts';
import type { Lang } from './text.ts';

export interface AxisTick {
  readonly value: Decimal;
  readonly label: string;
}

/**
 * Round values for an axis from `min` to `max`, with short labels in one scale: 0, 5,000万, 1億 is written 0, 0.5億, 1.0億. [TXT-24]
 *
 * In    the ends (any order) and the most ticks there is room for, at least 3
 * Out   multiples of 1, 2 or 5 × 10^n that enclose both ends; scales are 万, 億, 兆 in Japanese and K, M, B, T in English;
 *       all labels have the same decimals; zero is 0; up to 99,999 in Japanese and 9,999 in English
 *       there is no scale
 */
export function axisTicks(min: number, max: number, most: number, unit: Unit, lang: Lang): readonly AxisTick[] {
  const low = Math.min(min, max);
  const high = Math.max(min, max);
  const { mantissa, power, first, last } = stepFor(low, high === low ? low + (Math.abs(low) || 1) : high, Math.max(3, most));
  const values = Array.from({ length: last - first + 1 }, (_, index) =>
    decimalAt(BigInt(first + index) * BigInt(mantissa), power),
  );
  const largest = values.reduce(
    (longest, value) => (wholeLength(bare(value)) > wholeLength(bare(longest)) ? value : longest),
    '0',
  );
  const scale = scaleFor(largest, unit, lang);
  const digits = Math.max(0, scale.power - power);
  return values.map(value => ({ value, label: labelOf(value, unit, lang, scale, digits) }));
}

interface Step {
  readonly mantissa: number;
  readonly power: number;
  readonly first: number;
  readonly last: number;
}

/** The finest step of 1, 2 or 5 × 10^n whose multiples enclose both ends in at most so many ticks. */
function stepFor(low: number, high: number, most: number): Step {
  const start = Math.floor(Math.log10((high - low) / most)) - 1;
  for (let power = start; ; power++) {
    for (const mantissa of [1, 2, 5]) {
      const first = multiple(low, mantissa, power, 'floor');
      const last = multiple(high, mantissa, power, 'ceil');
      if (last - first + 1 <= most) return { mantissa, power, first, last };
      if (power > start + 4) return { mantissa, power, first, last };
    }
  }
}

/** How many steps fit below an end, counted exactly. */
function multiple(end: number, mantissa: number, power: number, direction: 'floor' | 'ceil'): number {
  const { units, scale } = scaledOf(decimalOf(end));
  const shift = scale + power;
  const numerator = shift >= 0 ? units : units * 10n ** BigInt(-shift);
  const denominator = BigInt(mantissa) * (shift >= 0 ? 10n ** BigInt(shift) : 1n);
  const quotient = numerator / denominator;
  const exact = quotient * denominator === numerator;
  if (exact) return Number(quotient);
  const floor = numerator < 0n ? quotient - 1n : quotient;
  return Number(direction === 'floor' ? floor : floor + 1n);
}

function decimalAt(units: bigint, power: number): Decimal {
  return power >= 0 ? String(units * 10n ** BigInt(power)) : decimalFrom({ units, scale: -power });
}

function scaleFor(largest: Decimal, unit: Unit, lang: Lang): NumberScale {
  if (unit.kind === 'ratio') return { power: -2, mark: '' };
  if (unit.kind !== 'money' && unit.kind !== 'count') return ONES;
  const length = wholeLength(bare(largest));
  const unscaled = lang === 'ja' ? 5 : 4;
  return length <= unscaled ? ONES : (scalesOf(lang).findLast(scale => length > scale.power) ?? ONES);
}

function labelOf(value: Decimal, unit: Unit, lang: Lang, scale: NumberScale, digits: number): string {
  const text = grouped(magnitudeText(value, scale.power, digits));
  const zero = !/[1-9]/.test(text);
  const sign = value.startsWith('-') && !zero ? '−' : '';
  if (unit.kind === 'ratio') return `${sign}${text}%`;
  const currency = unit.kind === 'money' && (lang === 'en' || unit.currency !== 'JPY') ? (SIGN_OF[unit.currency] ?? '') : '';
  return zero ? `${currency}0` : `${sign}${currency}${text}${scale.mark}`;
}

function bare(value: Decimal): Decimal {
  return value.startsWith('-') ? value.slice(1) : value;
}
