import type { DecimalMark } from '../../text/numeral.ts';
import { parseNumber } from '../../text/parse-number.ts';
import type { Currency } from '../../unit/unit.ts';
import type { Decimal } from '../observation.ts';

/** What a cell of a number column holds. */
export type NumberCell =
  | {
      readonly kind: 'number';
      readonly value: Decimal;
      /** The cell says its own unit (%, 万, ¥), so that a unit in the heading does not apply to it. */
      readonly hasOwnUnit: boolean;
      readonly isPercent: boolean;
      readonly currency?: Currency;
    }
  /** `isError`: a spreadsheet's sign for a formula that failed. */
  | { readonly kind: 'missing'; readonly isError: boolean }
  | { readonly kind: 'bounded' }
  | { readonly kind: 'ambiguous-number' }
  | { readonly kind: 'not-a-number' };

/** Reads a cell of a number column. A small `x` is a slip of the keyboard here; only the X of statistics stands for "withheld". [ING-17] */
export function readNumber(text: string, mark: DecimalMark): NumberCell {
  const reading = parseNumber(text, mark);
  switch (reading.kind) {
    case 'number': {
      const { percent, scale, currency } = reading.seen;
      const isPercent = percent === true;
      const hasOwnUnit = isPercent || scale !== undefined || currency !== undefined;
      return { kind: 'number', value: reading.value, hasOwnUnit, isPercent, ...(currency ? { currency } : {}) };
    }
    case 'missing':
      return text.trim() === 'x' ? { kind: 'not-a-number' } : { kind: 'missing', isError: reading.why === 'spreadsheet-error' };
    case 'bounded':
      return { kind: 'bounded' };
    case 'ambiguous':
      return { kind: 'ambiguous-number' };
    case 'not-a-number':
      return { kind: 'not-a-number' };
  }
}
