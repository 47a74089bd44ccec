import type { Day } from '#core/calendar/day.ts';
import type { Figure, Part, Take } from '#core/measure/parts.ts';
import { trimmed } from '#core/number/decimal.ts';
import { unreachable } from '#core/problem/unreachable.ts';
import type { Sql } from '../sql.ts';
import { sql } from '../sql.ts';
import { betweenQuery } from './between-query.ts';
import { conditionsSql } from './condition-sql.ts';
import { daysOf } from './dataset-table.ts';
import { countedColumn, outerRange, periodRows, type Scope, sliceNames, slices } from './period-rows.ts';
import { rowExpressionSql, type Width } from './row-expression-sql.ts';
import type { Row } from './session.ts';

/** A query whose rows are: period, slice values, then the figure's own columns. */
export function figureQuery(take: Take, scope: Scope, width: Width): Sql {
  const text = sliceNames(scope, 'text');
  const stored = sliceNames(scope, 'stored');
  switch (take.kind) {
    case 'rows':
      return sql`SELECT period${text}, count(*) FROM (${periodRows(scope, sql`1`)}) GROUP BY ALL`;
    case 'sum': {
      const value = rowExpressionSql(take.expression.terms, scope.columns, width);
      return sql`SELECT period${text}, count(*), count(value), CAST(sum(value) AS VARCHAR)
        FROM (${periodRows(scope, sql`${value} AS value`)}) GROUP BY ALL`;
    }
    case 'single': {
      const { first, last } = daysOf(scope.request.dataset);
      const value = rowExpressionSql(take.expression.terms, scope.columns, width);
      const rows = periodRows(scope, sql`CASE WHEN ${first} = period_first AND ${last} = period_last THEN ${value} END AS value`);
      return sql`SELECT period${text}, count(*), count(value), CAST(sum(value) AS VARCHAR) FROM (${rows}) GROUP BY ALL`;
    }
    case 'spans': {
      const { from, to } = outerRange(scope.request.periods);
      const value = rowExpressionSql(take.expression.terms, scope.columns, width);
      return sql`SELECT 0${text}, CAST(_from AS VARCHAR), CAST(_to AS VARCHAR), count(*), count(value), CAST(sum(value) AS VARCHAR)
        FROM (SELECT ${slices(scope)}_from, _to, ${value} AS value FROM ${scope.live.from}
          WHERE _from <= CAST(${to} AS DATE) AND _to >= CAST(${from} AS DATE) AND ${conditionsSql(scope.request.where, scope.columns)})
        GROUP BY ALL`;
    }
    case 'distinct':
      return sql`SELECT period${text}, count(*), count(DISTINCT value)
        FROM (${periodRows(scope, sql`${countedColumn(scope, take.column)} AS value`)}) GROUP BY ALL`;
    case 'repeaters': {
      const rows = periodRows(
        scope,
        sql`${countedColumn(scope, take.column)} AS value, ${scope.columns.name(take.having)} AS having_value`,
      );
      return sql`SELECT period${text}, CAST(sum(n) AS BIGINT), count(*) FILTER (value IS NOT NULL AND different >= ${take.atLeast})
        FROM (SELECT period${stored}, value, count(*) AS n, count(DISTINCT having_value) AS different FROM (${rows}) GROUP BY ALL)
        GROUP BY ALL`;
    }
    case 'last': {
      const value = scope.columns.name(take.column);
      const rows = periodRows(scope, sql`_to AS day, ${value} AS value`, sql`${value} IS NOT NULL`);
      return sql`SELECT period${text}, CAST(max(day) AS VARCHAR), CAST(arg_max(total, day) AS VARCHAR)
        FROM (SELECT period${stored}, day, sum(value) AS total FROM (${rows}) GROUP BY ALL) GROUP BY ALL`;
    }
    case 'between':
      return betweenQuery(take, scope);
    default:
      return unreachable(take);
  }
}

/** Puts the rows of a figure's query together; only pairs and spans have several rows per period and slice. */
export function partsFrom(rows: readonly Row[], take: Take, sliceCount: number): readonly Part[] {
  const parts = rows.map(row => ({
    period: Number(row[0]),
    slice: row.slice(1, 1 + sliceCount).map(String),
    figure: figureFrom(take, row.slice(1 + sliceCount)),
  }));
  return take.kind === 'between' || take.kind === 'spans' ? listsTogether(parts) : parts;
}

function figureFrom(take: Take, [first, second, third, fourth, fifth]: Row): Figure {
  switch (take.kind) {
    case 'rows':
      return { kind: 'rows', rows: Number(first) };
    case 'sum':
      return { kind: 'sum', rows: Number(first), valued: Number(second), sum: typeof third === 'string' ? trimmed(third) : '0' };
    case 'single':
      return {
        kind: 'single',
        rows: Number(first),
        exact: Number(second),
        sum: typeof third === 'string' ? trimmed(third) : '0',
      };
    case 'spans': {
      const days = { from: String(first) as Day, to: String(second) as Day };
      const sum = typeof fifth === 'string' ? trimmed(fifth) : '0';
      return { kind: 'spans', spans: [{ ...days, rows: Number(third), valued: Number(fourth), sum }] };
    }
    case 'distinct':
    case 'repeaters':
      return { kind: 'distinct', rows: Number(first), distinct: Number(second) };
    case 'last':
      return { kind: 'last', day: String(first) as Day, sum: trimmed(String(second)) };
    case 'between':
      return {
        kind: 'between',
        pairs: [
          {
            from: String(first) as Day,
            to: String(second) as Day,
            count: Number(fourth),
            ...(take.precise ? { seconds: Number(third) } : {}),
          },
        ],
      };
    default:
      return unreachable(take);
  }
}

function listsTogether(parts: readonly Part[]): readonly Part[] {
  const together = new Map<string, Part[]>();
  for (const part of parts) {
    const key = JSON.stringify([part.period, part.slice]);
    const known = together.get(key);
    if (known) known.push(part);
    else together.set(key, [part]);
  }
  return [...together.values()].flatMap(same => (same[0] ? [{ ...same[0], figure: oneList(same) }] : []));
}

function oneList(parts: readonly Part[]): Figure {
  if (parts[0]?.figure.kind === 'spans')
    return { kind: 'spans', spans: parts.flatMap(({ figure }) => (figure.kind === 'spans' ? figure.spans : [])) };
  return { kind: 'between', pairs: parts.flatMap(({ figure }) => (figure.kind === 'between' ? figure.pairs : [])) };
}
