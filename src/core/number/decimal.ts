import type { Decimal } from '../measure/observation.ts';

/** A decimal taken apart: `units` ÷ 10^`scale`. */
export interface Scaled {
  readonly units: bigint;
  readonly scale: number;
}

const DECIMAL = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;

/** Whether a text is a decimal in the one form kept inside: no plus sign, no leading zeros, no exponent. */
export function isDecimal(text: string): text is Decimal {
  return DECIMAL.test(text);
}

/**
 * The decimal a number is written as: the shortest one that reads back to the same double (1.005 is 1.005, not 1.00499…).
 * A number that is not finite is a bug of the caller and throws.
 */
export function decimalOf(value: Decimal | number): Decimal {
  if (typeof value === 'string') return value;
  if (!Number.isFinite(value)) throw new Error(`not a finite number: ${value}`);
  const text = String(value);
  const exponentAt = text.indexOf('e');
  if (exponentAt < 0) return text;
  return shiftPoint(text.slice(0, exponentAt), Number(text.slice(exponentAt + 1)));
}

export function scaledOf(value: Decimal): Scaled {
  const point = value.indexOf('.');
  if (point < 0) return { units: BigInt(value), scale: 0 };
  return { units: BigInt(value.slice(0, point) + value.slice(point + 1)), scale: value.length - point - 1 };
}

/** Writes units ÷ 10^scale with exactly `scale` decimals; zero has no sign. */
export function decimalFrom({ units, scale }: Scaled): Decimal {
  if (scale <= 0) return String(units * 10n ** BigInt(-scale));
  const negative = units < 0n;
  const digits = String(negative ? -units : units).padStart(scale + 1, '0');
  return `${negative ? '-' : ''}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

/** value × 10^places, exactly: 1.5 by 8 is 150000000. Decimals that were written stay written (2.50 by −2 is 0.0250). */
export function shiftPoint(value: Decimal, places: number): Decimal {
  const { units, scale } = scaledOf(value);
  return decimalFrom({ units, scale: scale - places });
}

export function negate(value: Decimal): Decimal {
  const { units, scale } = scaledOf(value);
  return decimalFrom({ units: -units, scale });
}

/** The same value without needless zeros after the point. */
export function trimmed(value: Decimal): Decimal {
  return value.includes('.') ? value.replace(/\.?0+$/, '') : value;
}

/** −1, 0 or 1 by value: 1.0 and 1.00 compare as equal. */
export function compareDecimals(a: Decimal, b: Decimal): -1 | 0 | 1 {
  const left = scaledOf(a);
  const right = scaledOf(b);
  const scale = Math.max(left.scale, right.scale);
  const difference = left.units * 10n ** BigInt(scale - left.scale) - right.units * 10n ** BigInt(scale - right.scale);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}
