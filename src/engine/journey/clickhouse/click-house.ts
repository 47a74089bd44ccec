import type { ClickHouseClient, ClickHouseSettings } from '@clickhouse/client';
import type { Statement } from './bindings.ts';
import { clickHouseFailure } from './clickhouse-failure.ts';

/** One ClickHouse server, as far as journeys need it. Errors are `EngineError`s; an abort throws the signal's reason. */
export interface ClickHouse {
  rows(statement: Statement, options?: ReadOptions): Promise<readonly (readonly unknown[])[]>;
  run(statement: Statement): Promise<void>;
  /** Numbers beyond 2⁵³ come as text. */
  insert(table: string, columns: Columns, rows: readonly Row[], signal?: AbortSignal): Promise<void>;
  close(): Promise<void>;
}

export interface ReadOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((done: number) => void) | undefined;
}

export type Row = readonly (string | number | null)[];

export type Columns = [string, ...string[]];

/** What one question may use. */
export interface QueryLimits {
  readonly seconds: number;
  readonly memoryBytes: number;
  readonly threads?: number;
}

const ROWS_AT_ONCE = 100_000;

export function clickHouse(client: ClickHouseClient, limits: QueryLimits): ClickHouse {
  const settings: ClickHouseSettings = {
    max_execution_time: limits.seconds,
    max_memory_usage: String(limits.memoryBytes),
    ...(limits.threads === undefined ? {} : { max_threads: limits.threads }),
    optimize_aggregation_in_order: 1,
    cancel_http_readonly_queries_on_client_close: 1,
    output_format_json_quote_64bit_integers: 0,
  };
  return {
    async rows({ sql, params }, { signal } = {}) {
      return guard(signal, async () => {
        const answer = await client.query({
          query: sql,
          query_params: { ...params },
          format: 'JSONCompactEachRow',
          clickhouse_settings: settings,
          ...(signal ? { abort_signal: signal } : {}),
        });
        const text = await answer.text();
        return text.split('\n').flatMap(line => (line === '' ? [] : [JSON.parse(line)]));
      });
    },
    async run({ sql, params }) {
      await guard(undefined, () =>
        client.command({
          query: sql,
          query_params: { ...params },
          clickhouse_settings: { mutations_sync: '2', lightweight_deletes_sync: '2' },
        }),
      );
    },
    async insert(table, columns, rows, signal) {
      for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
        await guard(signal, () =>
          client.insert({
            table,
            columns,
            values: rows.slice(from, from + ROWS_AT_ONCE),
            format: 'JSONCompactEachRow',
            clickhouse_settings: { insert_deduplicate: 0 },
          }),
        );
      }
    },
    close: () => client.close(),
  };
}

async function guard<T>(signal: AbortSignal | undefined, work: () => Promise<T>): Promise<T> {
  signal?.throwIfAborted();
  try {
    return await work();
  } catch (error) {
    signal?.throwIfAborted();
    throw clickHouseFailure(error);
  }
}
