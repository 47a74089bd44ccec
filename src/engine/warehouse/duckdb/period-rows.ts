import type { DayRange } from '#core/calendar/day-range.ts';
import type { ColumnId } from '#core/measure/dataset.ts';
import type { PartsRequest } from '#core/measure/parts.ts';
import type { Sql } from '../sql.ts';
import { joined, sql } from '../sql.ts';
import type { Columns } from './columns.ts';
import { conditionsSql } from './condition-sql.ts';
import { daysOf } from './dataset-table.ts';
import type { LiveRows } from './live-rows.ts';

/** What the queries of one request share. */
export interface Scope {
  readonly request: Pick<PartsRequest, 'dataset' | 'periods' | 'by' | 'where'>;
  readonly columns: Columns;
  readonly live: LiveRows;
  /** The column of people as they are known, instead of as it is written. [IDN-03] */
  readonly person?: { readonly column: ColumnId; readonly name: Sql };
}

/** A column whose different values are counted. */
export function countedColumn({ columns, person }: Scope, column: ColumnId): Sql {
  return person?.column === column ? person.name : columns.name(column);
}

/**
 * The live rows that meet the conditions, once for each period they lie in, with `period` and the slice columns beside
 * what is selected. [OBS-11]
 * Periods become a table of days, so that any ranges work: weeks, closing days, overlapping windows.
 */
export function periodRows(scope: Scope, selected: Sql, condition: Sql = sql`true`): Sql {
  const { dataset, periods, where } = scope.request;
  const { first, last } = daysOf(dataset);
  const within = outerRange(periods);
  return sql`
    SELECT period, ${slices(scope)}${selected}
    FROM ${scope.live.from} JOIN ${periodDays(periods)} ON ${first} = period_day AND ${last} <= period_last
    WHERE ${first} BETWEEN CAST(${within.from} AS DATE) AND CAST(${within.to} AS DATE)
      AND ${conditionsSql(where, scope.columns)} AND ${condition}`;
}

/** The slice columns as `slice_0, slice_1, `, each with a comma behind. */
export function slices(scope: Scope): Sql {
  return joined(
    scope.request.by.map((column, index) => sql`${scope.columns.name(column)} AS ${sliceName(index)}, `),
    '',
  );
}

/** The slice columns by name, each with a comma before; as text with nothing for an empty value when asked so. */
export function sliceNames(scope: Scope, as: 'stored' | 'text'): Sql {
  return joined(
    scope.request.by.map((_, index) =>
      as === 'text' ? sql`, coalesce(CAST(${sliceName(index)} AS VARCHAR), '')` : sql`, ${sliceName(index)}`,
    ),
    '',
  );
}

/** From the first day of the earliest period to the last day of the latest. */
export function outerRange(periods: readonly DayRange[]): DayRange {
  const [first, ...rest] = periods;
  if (!first) throw new Error('a request without periods');
  return rest.reduce(
    (outer, { from, to }) => ({ from: from < outer.from ? from : outer.from, to: to > outer.to ? to : outer.to }),
    first,
  );
}

function periodDays(periods: readonly DayRange[]): Sql {
  return sql`(
    SELECT period, period_first, period_last, CAST(unnest(generate_series(period_first, period_last, INTERVAL 1 DAY)) AS DATE) AS period_day
    FROM (
      SELECT unnest(CAST(${periods.map((_, index) => String(index))} AS INTEGER[])) AS period,
        unnest(CAST(${periods.map(({ from }) => from)} AS DATE[])) AS period_first,
        unnest(CAST(${periods.map(({ to }) => to)} AS DATE[])) AS period_last))`;
}

function sliceName(index: number): Sql {
  const name = SLICES[index];
  if (!name) throw new Error('too many slice columns');
  return name;
}

const SLICES = [sql`slice_0`, sql`slice_1`, sql`slice_2`, sql`slice_3`, sql`slice_4`, sql`slice_5`, sql`slice_6`, sql`slice_7`];
