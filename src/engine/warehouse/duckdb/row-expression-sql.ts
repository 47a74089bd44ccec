import type { RowTerm } from '#core/measure/row-expression.ts';
import { unreachable } from '#core/problem/unreachable.ts';
import type { Sql } from '../sql.ts';
import { integer, joined, sql } from '../sql.ts';
import type { Columns } from './columns.ts';
import { WIDE } from './dataset-table.ts';
import type { Session } from './session.ts';

/**
 * How wide the numbers of an expression are taken to be. Narrow: whole numbers as wide as their column needs, decimals as
 * stored; products then mostly fit machine words, which is several times faster, and overflow where they do not, because
 * DuckDB does not widen past 18 digits by itself. Wide: 38 digits throughout.
 */
export type Width = Digits | 'wide';

/** Digits that the whole numbers of a column need. */
type Digits = ReadonlyMap<string, number>;

/** A row expression as exact decimal arithmetic; empty where a column it needs is empty. [MET-04] */
export function rowExpressionSql(term: RowTerm, columns: Columns, width: Width): Sql {
  const of = (inner: RowTerm) => rowExpressionSql(inner, columns, width);
  switch (term.kind) {
    case 'number':
      return sql`CAST(${term.value} AS ${decimalFor(term.value)})`;
    case 'column':
      return columnSql(term.id, columns, width);
    case 'negation':
      return sql`(-${of(term.operand)})`;
    case 'operation': {
      const [left, right] = [of(term.left), of(term.right)];
      if (term.operator === '+') return sql`(${left} + ${right})`;
      return term.operator === '-' ? sql`(${left} - ${right})` : sql`(${left} * ${right})`;
    }
    case 'least':
    case 'greatest': {
      const parts = term.of.map(of);
      const anyEmpty = joined(
        parts.map(part => sql`${part} IS NULL`),
        ' OR ',
      );
      const pick = term.kind === 'least' ? sql`least` : sql`greatest`;
      return sql`(CASE WHEN ${anyEmpty} THEN NULL ELSE ${pick}(${joined(parts, ', ')}) END)`;
    }
    default:
      return unreachable(term);
  }
}

function columnSql(id: string, columns: Columns, width: Width): Sql {
  const name = columns.name(id);
  const isInteger = columns.type(id) === 'integer';
  if (width === 'wide') return isInteger ? sql`CAST(${name} AS ${decimalType(38, 0)})` : sql`CAST(${name} AS ${WIDE.type})`;
  return isInteger ? sql`CAST(${name} AS ${decimalType(width.get(id) ?? 18, 0)})` : name;
}

/** Reads how wide the whole-number columns of an expression are; from the engine's own statistics, without a scan. */
export async function digitsOf(term: RowTerm, from: Sql, columns: Columns, session: Session): Promise<Digits> {
  const integers = [...new Set(columnsIn(term))].filter(id => columns.isStored(id) && columns.type(id) === 'integer');
  if (integers.length === 0) return new Map();
  const extremes = integers.flatMap(id => [sql`min(${columns.name(id)})`, sql`max(${columns.name(id)})`]);
  const row = await session.row(sql`SELECT ${joined(extremes, ', ')} FROM ${from}`);
  return new Map(integers.map((id, index) => [id, Math.max(length(row[index * 2]), length(row[index * 2 + 1]))]));
}

function columnsIn(term: RowTerm): readonly string[] {
  switch (term.kind) {
    case 'number':
      return [];
    case 'column':
      return [term.id];
    case 'negation':
      return columnsIn(term.operand);
    case 'operation':
      return [...columnsIn(term.left), ...columnsIn(term.right)];
    case 'least':
    case 'greatest':
      return term.of.flatMap(columnsIn);
    default:
      return unreachable(term);
  }
}

function length(value: unknown): number {
  return value === null || value === undefined ? 1 : String(value).replace('-', '').length;
}

function decimalFor(value: string): Sql {
  const [whole = '', fraction = ''] = value.split('.');
  return decimalType(Math.min(whole.length + fraction.length, 38), Math.min(fraction.length, 37));
}

function decimalType(width: number, scale: number): Sql {
  return sql`DECIMAL(${integer(width)}, ${integer(scale)})`;
}
