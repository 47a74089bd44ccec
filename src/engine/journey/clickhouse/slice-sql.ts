import { z } from 'zod';
import type { QuestionScope } from './question-scope.ts';

/** A dimension's value in a form whose order is that of texts with null first. [JRN-08] */
export function labelSql(column: string): string {
  return `(isNotNull(${column}), ifNull(CAST(${column} AS Nullable(String)), ''))`;
}

/** Values of dimensions, as an array that can be grouped and ordered by. */
export function sliceSql(dimensions: readonly string[], scope: QuestionScope): string {
  const labels = dimensions.map(dimension => labelSql(scope.columnOf(dimension)));
  return `CAST([${labels.join(', ')}] AS Array(Tuple(UInt8, String)))`;
}

export const labelCell = z.tuple([z.number(), z.string()]).transform(([isGiven, text]) => (isGiven === 0 ? null : text));

export const sliceCell = z.array(labelCell);
