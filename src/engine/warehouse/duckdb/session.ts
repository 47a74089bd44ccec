import type { DuckDBConnection, DuckDBPreparedStatement, DuckDBType, DuckDBValue } from '@duckdb/node-api';
import { LIST, listValue, VARCHAR } from '@duckdb/node-api';
import type { Sql, SqlValue } from '../sql.ts';
import { textOf } from '../sql.ts';

/** A row as the queries here return them: dates and decimals are cast to text in the query, counts are bigint. */
export type Row = readonly (string | number | bigint | boolean | null)[];

/** One connection inside one transaction. Every statement is prepared, so a text holds one statement only. */
export class Session {
  private readonly connection: DuckDBConnection;
  private readonly guard: () => void;

  /** `guard` throws once the work must stop: an interrupt between two statements would otherwise be lost. */
  constructor(connection: DuckDBConnection, guard: () => void = () => undefined) {
    this.connection = connection;
    this.guard = guard;
  }

  /** All rows, or undefined when there are more than the limit. Reads in chunks, so that the event loop keeps turning. */
  async rows(query: Sql, limit: number): Promise<readonly Row[] | undefined> {
    const statement = await this.bound(query);
    try {
      const result = await statement.stream();
      const rows: Row[] = [];
      for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
        for (const row of chunk.getRows()) rows.push(row.map(plain));
        if (rows.length > limit) return undefined;
      }
      return rows;
    } finally {
      statement.destroySync();
    }
  }

  /** Column by column, some thousand rows at a time; the next are read when the last were taken. */
  async chunks(query: Sql, width: number, take: (columns: readonly Row[]) => Promise<void>): Promise<void> {
    const statement = await this.bound(query);
    try {
      const result = await statement.stream();
      for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
        this.guard();
        const found = chunk;
        await take(Array.from({ length: width }, (_, index) => found.getColumnValues(index).map(plain)));
      }
    } finally {
      statement.destroySync();
    }
  }

  /** The only row of a query that has one. */
  async row(query: Sql): Promise<Row> {
    const [row] = (await this.rows(query, 1)) ?? [];
    if (!row) throw new Error('a query without its row');
    return row;
  }

  /** Runs a statement for its effect; how many rows it changed. */
  async run(query: Sql): Promise<number> {
    const statement = await this.bound(query);
    try {
      return (await statement.run()).rowsChanged;
    } finally {
      statement.destroySync();
    }
  }

  /** Leaves a read-only transaction that an error has ended and begins another. */
  async startOver(): Promise<void> {
    await this.connection.run('ROLLBACK');
    await this.connection.run('BEGIN TRANSACTION READ ONLY');
  }

  /** Share of the running statement that is done, 0 to 1; undefined when the engine cannot tell. */
  progress(): number | undefined {
    const { percentage } = this.connection.progress;
    return percentage < 0 ? undefined : Math.min(percentage / 100, 1);
  }

  private async bound(query: Sql): Promise<DuckDBPreparedStatement> {
    this.guard();
    const statement = await this.connection.prepare(textOf(query, index => `$${index + 1}`));
    if (query.values.length > 0) statement.bind(query.values.map(toDuckDB), query.values.map(typeOf) as DuckDBType[]);
    return statement;
  }
}

function toDuckDB(value: SqlValue): DuckDBValue {
  return isList(value) ? listValue(value) : value;
}

function typeOf(value: SqlValue): DuckDBType | undefined {
  return isList(value) ? LIST(VARCHAR) : undefined;
}

function isList(value: SqlValue): value is readonly string[] {
  return typeof value === 'object' && value !== null;
}

function plain(value: DuckDBValue): Row[number] {
  if (value === null || typeof value !== 'object') return value ?? null;
  throw new Error(`a value of a type that queries do not return: ${value.constructor.name}`);
}
