import type { ColumnId, ColumnType, Dataset } from '#core/measure/dataset.ts';
import type { Sql } from '../sql.ts';
import { sql } from '../sql.ts';
import { columnName, SQL_TYPE } from './dataset-table.ts';

/** The columns of a dataset as queries may name them; a column the table has not got yet is empty on every row. */
export interface Columns {
  name(column: ColumnId): Sql;
  type(column: ColumnId): ColumnType;
  isStored(column: ColumnId): boolean;
}

export function columnsOf(dataset: Dataset, stored: ReadonlyMap<string, string>): Columns {
  const type = (id: ColumnId): ColumnType => {
    const column = dataset.columns.find(each => each.id === id);
    if (!column) throw new Error(`not a column of ${dataset.id}: ${id}`);
    return column.type;
  };
  return {
    type,
    isStored: id => stored.has(id),
    name: id => (stored.has(id) ? columnName(id, dataset) : sql`CAST(NULL AS ${SQL_TYPE[type(id)]})`),
  };
}
