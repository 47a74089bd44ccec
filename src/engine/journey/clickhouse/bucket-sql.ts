import type { BucketEdges } from '#core/journey/bucket-edges.ts';
import type { QuestionScope } from './question-scope.ts';

/** The bucket of a moment, 0 or more; −1 outside all. [JRN-02] */
export function bucketSql(time: string, edges: BucketEdges, { bind }: QuestionScope): string {
  const [first = 0, second = 0] = edges;
  const width = second - first;
  const isEven = edges.every((edge, index) => edge === first + index * width);
  const isIn = `${time} >= ${bind('Int64', first)} AND ${time} < ${bind('Int64', edges.at(-1) ?? first)}`;
  if (isEven) return `if(${isIn}, toInt32(intDiv(${time} - ${bind('Int64', first)}, ${bind('Int64', width)})), toInt32(-1))`;
  const all = bind('Array(Int64)', edges);
  const numbers = bind('Array(Int64)', [...edges.keys()]);
  return `if(${isIn}, toInt32(transform(roundDown(${time}, ${all}), ${all}, ${numbers}, toInt64(-1))), toInt32(-1))`;
}
