import { shiftPoint, trimmed } from '#core/number/decimal.ts';
import { parseNumber } from '#core/text/parse-number.ts';
import type { Unit } from '#core/unit/unit.ts';

/** The number people mean in a field of a unit, as a decimal: 32万, 1,200, and for rates 45 or 45% (0.45). Undefined for none. */
export function numberIn(text: string, unit: Unit): string | undefined {
  const read = parseNumber(text.normalize('NFKC').trim());
  if (read.kind !== 'number') return undefined;
  return unit.kind === 'ratio' && !read.seen.percent ? trimmed(shiftPoint(read.value, -2)) : read.value;
}

/** A number as one would type it into such a field. */
export function numberText(value: number, unit: Unit): string {
  const shown = unit.kind === 'ratio' ? value * 100 : value;
  const digits = unit.kind === 'ratio' ? 1 : Math.abs(shown) >= 100 ? 0 : 2;
  const text = shown.toLocaleString('en-US', { maximumFractionDigits: digits });
  return unit.kind === 'ratio' ? `${text}%` : text;
}
