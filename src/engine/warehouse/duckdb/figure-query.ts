import type { Day } from '#core/calendar/day.ts';
import type { Figure, PairCount, Part, Take } from '#core/measure/parts.ts';
import { trimmed } from '#core/number/decimal.ts';
import { unreachable } from '#core/problem/unreachable.ts';
import type { Sql } from '../sql.ts';
import { sql } from '../sql.ts';
import { betweenQuery } from './between-query.ts';
import { daysOf } from './dataset-table.ts';
import { periodRows, type Scope, sliceNames } from './period-rows.ts';
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
    case 'distinct':
      return sql`SELECT period${text}, count(*), count(DISTINCT value)
        FROM (${periodRows(scope, sql`${scope.columns.name(take.column)} AS value`)}) GROUP BY ALL`;
    case 'repeaters': {
      const rows = periodRows(
        scope,
        sql`${scope.columns.name(take.column)} AS value, ${scope.columns.name(take.having)} AS having_value`,
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

/** Puts the rows of a figure's query together; only pairs have several rows per period and slice. */
export function partsFrom(rows: readonly Row[], take: Take, sliceCount: number): readonly Part[] {
  const parts = rows.map(row => ({
    period: Number(row[0]),
    slice: row.slice(1, 1 + sliceCount).map(String),
    figure: figureFrom(take, row.slice(1 + sliceCount)),
  }));
  return take.kind === 'between' ? pairsTogether(parts) : parts;
}

function figureFrom(take: Take, [first, second, third, fourth]: Row): Figure {
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

function pairsTogether(parts: readonly Part[]): readonly Part[] {
  const together = new Map<string, { readonly part: Part; readonly pairs: PairCount[] }>();
  for (const part of parts) {
    if (part.figure.kind !== 'between') continue;
    const key = JSON.stringify([part.period, part.slice]);
    const known = together.get(key);
    if (known) known.pairs.push(...part.figure.pairs);
    else together.set(key, { part, pairs: [...part.figure.pairs] });
  }
  return [...together.values()].map(({ part, pairs }) => ({ ...part, figure: { kind: 'between', pairs } }));
}
