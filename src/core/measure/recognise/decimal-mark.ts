import { inferDecimalMark } from '../../text/infer-decimal-mark.ts';
import type { DecimalMark } from '../../text/numeral.ts';
import type { Delimiter } from './table-mapping.ts';
import { looksLikeDate } from './value-like.ts';

/**
 * Whether a table writes decimals after a point or a comma, from all its numbers together. [ING-17]
 * Where nothing says it (`1,234` or `1.234` alone), it is the point, except in a file whose fields are separated by semicolons, as
 * countries with a decimal comma write them: there the user must say. Undefined: it must be asked.
 */
export function decimalMarkOf(rows: readonly (readonly string[])[], delimiter: Delimiter | undefined): DecimalMark | undefined {
  const numbers = rows.flatMap(cells => cells.filter(cell => /\d[.,]\d/.test(cell) && !looksLikeDate(cell)));
  const inferred = inferDecimalMark(numbers);
  switch (inferred.kind) {
    case 'decided':
      return inferred.mark;
    case 'not-needed':
    case 'mixed':
      return 'point';
    case 'ambiguous':
      return delimiter === ';' ? undefined : 'point';
  }
}
