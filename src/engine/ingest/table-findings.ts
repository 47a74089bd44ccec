import { ingestMessages } from '#core/measure/recognise/ingest-messages.ts';
import type { SkippedLines, TableStatistics } from '#core/measure/recognise/inspection.ts';
import type { TableMapping } from '#core/measure/recognise/table-mapping.ts';
import type { Problem } from '#core/problem/problem.ts';
import { problemsOf } from '#core/problem/problem.ts';
import { dayOfKey } from './cell/day-reader.ts';
import { NumberReader } from './cell/number-reader.ts';
import { DurationReader } from './cell/value-readers.ts';
import { WatchingTextReader } from './cell/watching-text-reader.ts';
import type { RowColumns } from './row-columns.ts';
import type { WideRows } from './wide-rows.ts';

const problem = problemsOf(ingestMessages);

/** The figures of a table that was read to its end. Columns that do not add up are counted, not summed; neither are
 * amounts in several currencies. [ING-41] */
export function statisticsOf(
  columns: RowColumns | undefined,
  wide: WideRows | undefined,
  skipped: SkippedLines,
): TableStatistics {
  const read = columns ?? wide;
  const mixed = (columns?.currencies.size ?? 0) > 1;
  const totals = columns?.columns.flatMap(({ column, reader }) => {
    if (!(reader instanceof NumberReader || reader instanceof DurationReader)) return [];
    return [
      {
        column: column.id,
        sum: column.notAdditive || (mixed && column.currencyColumn !== undefined) ? null : reader.total.value,
        values: reader.total.count,
      },
    ];
  });
  return {
    rows: read?.rows ?? 0,
    skipped,
    totals: totals ?? wide?.totals ?? [],
    firstDay: read && read.firstDay > 0 ? dayOfKey(read.firstDay) : null,
    lastDay: read && read.lastDay > 0 ? dayOfKey(read.lastDay) : null,
    currencies: [...(columns?.currencies ?? [])].sort(),
  };
}

/** What single columns have shown: limits and errors in place of values, rounding, shifted fields, mail addresses. [ING-19] */
export function columnProblems(
  { columns, currencies, strayLines, things }: RowColumns,
  mapping: TableMapping,
): readonly Problem[] {
  const found: Problem[] = [];
  for (const { column, mapping: each, reader } of columns) {
    const at = [each.header];
    if (reader instanceof NumberReader) {
      if (reader.bounded > 0) found.push(problem('bounded-values', { heading: each.header, count: reader.bounded }, { at }));
      if (reader.errors > 0) found.push(problem('error-values', { heading: each.header, count: reader.errors }, { at }));
      if (reader.rounded > 0 && !column.notAdditive)
        found.push(problem('rounded-values', { heading: each.header, count: reader.rounded }, { at }));
    } else if (reader instanceof WatchingTextReader) {
      const line = strayLines.get(each.header);
      if (reader.hasDrifted) found.push(problem('column-drift', { heading: each.header, count: reader.strays }, { at, line }));
      if (reader.mails > 0) found.push(problem('personal-values-later', { heading: each.header, count: reader.mails }, { at }));
    }
  }
  for (const [heading, { count, line }] of things?.differing ?? []) {
    const per = mapping.columns.find(({ header }) => header === heading)?.per ?? '';
    found.push(problem('differs-within-thing', { heading, per, count }, { at: [heading], line }));
  }
  const several = currencies.size > 1 && mapping.dataset.columns.some(column => column.role === 'measure');
  if (several) found.push(problem('several-currencies', { currencies: [...currencies].sort() }));
  return found;
}
