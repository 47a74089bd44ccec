import type { Decimal } from '../measure/observation.ts';
import { decimalFrom, scaledOf } from '../number/decimal.ts';
import { divideRounded } from '../number/round.ts';
import type { Lang } from './text.ts';

/** A unit of magnitude in which numbers are shown: 億, M. */
export interface NumberScale {
  /** Power of ten the number is divided by. */
  readonly power: number;
  readonly mark: string;
}

export const ONES: NumberScale = { power: 0, mark: '' };
export const JAPANESE_SCALES: readonly NumberScale[] = [
  { power: 4, mark: '万' },
  { power: 8, mark: '億' },
  { power: 12, mark: '兆' },
];
export const ENGLISH_SCALES: readonly NumberScale[] = [
  { power: 3, mark: 'K' },
  { power: 6, mark: 'M' },
  { power: 9, mark: 'B' },
  { power: 12, mark: 'T' },
];

export function scalesOf(lang: Lang): readonly NumberScale[] {
  return lang === 'ja' ? JAPANESE_SCALES : ENGLISH_SCALES;
}

/** A magnitude without sign, divided by its scale and rounded once. */
export interface ScaledText {
  readonly scale: NumberScale;
  readonly digits: number;
  readonly text: Decimal;
}

/** Rounds value ÷ 10^power to so many decimals, half away from zero; the sign is dropped. */
export function magnitudeText(value: Decimal, power: number, digits: number): Decimal {
  const { units, scale } = scaledOf(value);
  const positive = units < 0n ? -units : units;
  const excess = scale + power - digits;
  const rounded = excess <= 0 ? positive * 10n ** BigInt(-excess) : divideRounded(positive, 10n ** BigInt(excess));
  return decimalFrom({ units: rounded, scale: digits });
}

export function wholeLength(text: Decimal): number {
  const point = text.indexOf('.');
  return point < 0 ? text.length : point;
}

/**
 * The scale in which a magnitude reads best, so that rounding never leaves it: 9,999.5万 becomes 1.00億, not 10,000万. [TXT-21]
 * `whole` is the longest number shown without a scale, in digits; in a scale three digits count, or all whole ones.
 */
export function bestScale(value: Decimal, scales: readonly NumberScale[], whole: number, wholeDigits: number): ScaledText {
  const plain = magnitudeText(value, 0, wholeDigits);
  if (wholeLength(plain) <= whole) return { scale: ONES, digits: wholeDigits, text: plain };
  const length = wholeLength(magnitudeText(value, 0, 0));
  let at = scales.findLastIndex(scale => scale.power < Math.max(length, whole + 1));
  for (;;) {
    const scale = scales[at] ?? scales[0] ?? ONES;
    const found = threeDigits(value, scale);
    const next = scales[at + 1];
    if (!next || wholeLength(found.text) + scale.power <= next.power) return found;
    at += 1;
  }
}

/** At least three digits, and all whole ones: 1.80, 18.0, 180, 1,800. */
function threeDigits(value: Decimal, scale: NumberScale): ScaledText {
  for (let digits = 2; ; digits--) {
    const text = magnitudeText(value, scale.power, digits);
    if (digits === 0 || wholeLength(text) + digits <= 3) return { scale, digits, text };
  }
}

/** Commas between thousands of the whole part. */
export function grouped(text: Decimal): string {
  const length = wholeLength(text);
  if (length <= 3) return text;
  return text.slice(0, length).replace(/\B(?=(?:\d{3})+$)/g, ',') + text.slice(length);
}
