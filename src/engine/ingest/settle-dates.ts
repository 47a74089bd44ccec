import { ingestMessages } from '#core/measure/recognise/ingest-messages.ts';
import type { TableMapping } from '#core/measure/recognise/table-mapping.ts';
import type { Problem } from '#core/problem/problem.ts';
import { problemsOf } from '#core/problem/problem.ts';
import type { TableReader } from './table-reader.ts';

const problem = problemsOf(ingestMessages);

/** The mapping with the orders of dates that whole columns have settled; undefined when they have settled none. [ING-18] */
export function withSettledDates(mapping: TableMapping, reader: TableReader): TableMapping | undefined {
  const settled = new Map(
    evidenceOf(reader).flatMap(({ header, concluded }) =>
      concluded.kind === 'decided' ? [[header, concluded.format] as const] : [],
    ),
  );
  if (settled.size === 0) return undefined;
  const columns = mapping.columns.map(column => {
    const dateFormat = settled.get(column.header);
    return dateFormat === undefined ? column : { ...column, dateFormat };
  });
  return { ...mapping, columns };
}

/** Columns whose dates can be read in several orders, or are in several. */
export function dateProblems(reader: TableReader): readonly Problem[] {
  return evidenceOf(reader).flatMap(({ header: heading, concluded, example }) => {
    if (concluded.kind === 'ambiguous') return [problem('ambiguous-dates', { heading, example }, { at: [heading] })];
    return concluded.kind === 'mixed' ? [problem('mixed-dates', { heading, example }, { at: [heading] })] : [];
  });
}

function evidenceOf(reader: TableReader) {
  return (reader.rowColumns?.columns ?? []).flatMap(({ mapping: { header }, evidence }) =>
    evidence ? [{ header, concluded: evidence.conclude(), example: evidence.first }] : [],
  );
}
