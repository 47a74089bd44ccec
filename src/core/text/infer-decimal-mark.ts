import type { DecimalMark } from './numeral.ts';
import { parseNumber } from './parse-number.ts';

/** What a whole column says about its decimal mark. */
export type InferredDecimalMark =
  | { readonly kind: 'decided'; readonly mark: DecimalMark }
  /** Every number reads with either mark but means different values (1,234): the user must say which. */
  | { readonly kind: 'ambiguous' }
  /** No number needs the mark. */
  | { readonly kind: 'not-needed' }
  /** Numbers contradict each other; `index` is the first that does not fit those before it. */
  | { readonly kind: 'mixed'; readonly index: number };

/**
 * Decides from all values of a column whether decimals follow a point or a comma. [TXT-15]
 * 1.234,56 decides for the comma, 0.5 for the point; 1,234 alone decides nothing.
 */
export function inferDecimalMark(values: Iterable<string>): InferredDecimalMark {
  let possible: readonly DecimalMark[] = ['point', 'comma'];
  let differs = false;
  let index = -1;
  for (const value of values) {
    index += 1;
    if (!/[.,，．]/.test(value)) continue;
    const readings = (['point', 'comma'] as const).map(mark => ({ mark, reading: parseNumber(value, mark) }));
    const fitting = readings.filter(({ reading }) => reading.kind === 'number' || reading.kind === 'bounded');
    if (fitting.length === 0) continue;
    const left = possible.filter(mark => fitting.some(fit => fit.mark === mark));
    if (left.length === 0) return { kind: 'mixed', index };
    differs ||= fitting.length === 2;
    possible = left;
  }
  const [mark] = possible;
  if (possible.length === 1 && mark) return { kind: 'decided', mark };
  return differs ? { kind: 'ambiguous' } : { kind: 'not-needed' };
}
