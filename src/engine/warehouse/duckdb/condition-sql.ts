import type { ColumnType } from '#core/measure/dataset.ts';
import type { Condition } from '#core/metric/measurement.ts';
import { unreachable } from '#core/problem/unreachable.ts';
import type { Sql } from '../sql.ts';
import { joined, sql } from '../sql.ts';
import type { Columns } from './columns.ts';
import { SQL_TYPE, WIDE } from './dataset-table.ts';

/** All conditions together. [MET-03] */
export function conditionsSql(conditions: readonly Condition[], columns: Columns): Sql {
  return conditions.length === 0
    ? sql`true`
    : joined(
        conditions.map(condition => sql`(${eitherSql(condition, columns)})`),
        ' AND ',
      );
}

/** A condition, or any of those that may hold instead. [MET-14] */
function eitherSql({ or = [], ...own }: Condition, columns: Columns): Sql {
  return joined(
    [own, ...or].map(each => sql`(${conditionSql(each, columns)})`),
    ' OR ',
  );
}

/** The empty text among the values stands for rows without a value; `none-of` keeps such rows unless it is listed. */
function conditionSql({ column, is, values }: Condition, columns: Columns): Sql {
  const name = columns.name(column);
  const type = columns.type(column);
  const listed = values.filter(value => value !== '').map(value => typed(value, type));
  const namesEmpty = values.includes('');
  const isOneOf = listed.length === 0 ? sql`false` : sql`${name} IN (${joined(listed, ', ')})`;
  const [bound] = listed;
  switch (is) {
    case 'one-of':
      return namesEmpty ? sql`${name} IS NULL OR ${isOneOf}` : isOneOf;
    case 'none-of':
      return namesEmpty ? sql`${name} IS NOT NULL AND NOT coalesce(${isOneOf}, false)` : sql`NOT coalesce(${isOneOf}, false)`;
    case 'less':
      return bound ? sql`${name} < ${bound}` : sql`false`;
    case 'at-most':
      return bound ? sql`${name} <= ${bound}` : sql`false`;
    case 'more':
      return bound ? sql`${name} > ${bound}` : sql`false`;
    case 'at-least':
      return bound ? sql`${name} >= ${bound}` : sql`false`;
    case 'set':
      return sql`${name} IS NOT NULL`;
    case 'not-set':
      return sql`${name} IS NULL`;
    default:
      return unreachable(is);
  }
}

function typed(value: string, type: ColumnType): Sql {
  return type === 'text' ? sql`${value}` : sql`CAST(${value} AS ${type === 'decimal' ? WIDE.type : SQL_TYPE[type]})`;
}
