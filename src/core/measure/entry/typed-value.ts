import { trimmed } from '../../number/decimal.ts';
import { parseValue } from '../../text/parse-value.ts';
import type { Unit } from '../../unit/unit.ts';
import type { Decimal } from '../observation.ts';

/**
 * What somebody types or pastes for a value of a metric. [MEA-07]
 *
 * In    the text as people and spreadsheets write it (1,200, 32万, 45 % or 45 of rates, ３), and the metric's unit
 * Out   the exact decimal, rates as fractions; null for nothing, which clears the cell
 * Error undefined where it is no single number of this unit: words, another currency, limits such as 80 以上
 */
export function typedValue(text: string, unit: Unit): Decimal | null | undefined {
  if (text.trim() === '') return null;
  const read = parseValue(text, unit);
  return read.ok && read.value.bound === undefined ? trimmed(read.value.value) : undefined;
}
