import type { OpenRequest, Take } from '#core/measure/parts.ts';
import type { Sql } from '../sql.ts';
import { joined, sql } from '../sql.ts';
import { conditionsSql } from './condition-sql.ts';
import { columnName } from './dataset-table.ts';
import { type Scope, sliceNames, slices } from './period-rows.ts';

type Between = Extract<Take, { kind: 'between' }>;

/**
 * Pairs of the first `from` event of a thing and its first `to` event at or after it, by the days of both; the pair lies
 * in the period and slice of the `to` event. [MET-08] Events at one moment are taken in the order they were stored.
 */
export function betweenQuery(take: Between, scope: Scope): Sql {
  const { periods } = scope.request;
  return sql`
    WITH ${begun(take, scope)}, ${ended(take, scope)}
    SELECT period${sliceNames(scope, 'text')}, CAST(from_day AS VARCHAR), CAST(to_day AS VARCHAR), ${take.precise ? sql`seconds` : sql`NULL`}, count(*)
    FROM ended JOIN (
      SELECT unnest(CAST(${periods.map((_, index) => String(index))} AS INTEGER[])) AS period,
        unnest(CAST(${periods.map(({ from }) => from)} AS DATE[])) AS period_first,
        unnest(CAST(${periods.map(({ to }) => to)} AS DATE[])) AS period_last
    ) ON to_day BETWEEN period_first AND period_last
    GROUP BY ALL`;
}

/** How many things began and ended per day; rows of `begun` or `ended`, day, count. */
export function beginningsAndEndsQuery(
  take: Between,
  scope: Omit<Scope, 'request'> & { readonly request: Pick<OpenRequest, 'dataset' | 'where' | 'periods'> },
): Sql {
  const unsliced: Scope = { ...scope, request: { ...scope.request, by: [] } };
  return sql`
    WITH ${begun(take, unsliced)}, ${ended(take, unsliced)}
    SELECT 'begun', CAST(from_day AS VARCHAR), count(*) FROM begun GROUP BY ALL
    UNION ALL SELECT 'ended', CAST(to_day AS VARCHAR), count(*) FROM ended GROUP BY ALL`;
}

function begun(take: Between, scope: Scope): Sql {
  return sql`begun AS (
    SELECT ${scope.columns.name(take.of)} AS thing, min(${timeOf(scope)}) AS from_time, CAST(min(${timeOf(scope)}) AS DATE) AS from_day
    FROM ${scope.live.from} WHERE ${eventsThat(take.from, take, scope)} GROUP BY ALL)`;
}

function ended(take: Between, scope: Scope): Sql {
  return sql`ended AS (
    SELECT ${slices(scope)}begun.from_day, _day AS to_day, date_diff('second', begun.from_time, ${timeOf(scope)}) AS seconds
    FROM ${scope.live.from} JOIN begun ON ${scope.columns.name(take.of)} = begun.thing AND ${timeOf(scope)} >= begun.from_time
    WHERE ${eventsThat(take.to, take, scope)}
    QUALIFY row_number() OVER (PARTITION BY begun.thing ORDER BY ${timeOf(scope)}, _batch, _line) = 1)`;
}

function eventsThat(conditions: Between['from'], take: Between, scope: Scope): Sql {
  const isKnown = sql`${scope.columns.name(take.of)} IS NOT NULL`;
  return joined([isKnown, conditionsSql(scope.request.where, scope.columns), conditionsSql(conditions, scope.columns)], ' AND ');
}

function timeOf({ request: { dataset } }: Scope): Sql {
  if (dataset.kind !== 'event') throw new Error(`pairs need events: ${dataset.id}`);
  return columnName(dataset.time, dataset);
}
