import type { ClickHouse } from './click-house.ts';
import { dimensionColumn, type JourneyTables } from './journey-tables.ts';

/**
 * Makes the tables that are not there. Where they are, whatever their engine, they stay: a cluster with replicas makes them
 * beforehand as `ReplicatedMergeTree` (docs/guide/clickhouse.md).
 *
 * `events` is ordered by person, then time, so that a question reads one person after another. `person` and `id` are the first 16
 * bytes of the SHA-256 of the text, which is itself not kept: two texts share a number with a chance of less than one in 10²⁰ even
 * among a billion. 0 as an id is none. Each dimension is a column `dim_1`, `dim_2`, … that comes with the first batch that has it.
 */
export async function createTables(server: ClickHouse, database: string, tables: JourneyTables): Promise<void> {
  for (const sql of [`CREATE DATABASE IF NOT EXISTS \`${database}\``, ...schemaOf(tables)]) await server.run({ sql, params: {} });
}

/** The definitions, without dimensions. */
export function schemaOf({ events, merges, moves, dimensions, keys }: JourneyTables): readonly string[] {
  return [
    `CREATE TABLE IF NOT EXISTS ${events} (
  store UInt64,
  person UInt128,
  time Int64 CODEC(Delta, ZSTD),
  name LowCardinality(String),
  value Nullable(Int64) CODEC(ZSTD),
  session String CODEC(ZSTD),
  id UInt128 CODEC(ZSTD),
  moved UInt64 CODEC(ZSTD),
  INDEX ids id TYPE bloom_filter(0.001) GRANULARITY 4
) ENGINE = MergeTree ORDER BY (store, person, time)`,
    `CREATE TABLE IF NOT EXISTS ${merges} (store UInt64, person UInt128, root UInt128, op UInt64)
ENGINE = ReplacingMergeTree(op) ORDER BY (store, person)`,
    `CREATE TABLE IF NOT EXISTS ${moves} (store UInt64, op UInt64, state UInt8)
ENGINE = ReplacingMergeTree(state) ORDER BY (store, op)`,
    `CREATE TABLE IF NOT EXISTS ${dimensions} (store UInt64, dimension String, number UInt16)
ENGINE = ReplacingMergeTree ORDER BY (store, dimension)`,
    `CREATE TABLE IF NOT EXISTS ${keys} (batch UInt64, key UInt128, made DateTime DEFAULT now())
ENGINE = MergeTree PARTITION BY batch ORDER BY key TTL made + INTERVAL 1 DAY`,
  ];
}

/** Adds the column of a dimension. */
export async function addDimensionColumn(server: ClickHouse, { events }: JourneyTables, number: number): Promise<void> {
  const sql = `ALTER TABLE ${events} ADD COLUMN IF NOT EXISTS ${dimensionColumn(number)} LowCardinality(Nullable(String)) CODEC(ZSTD)`;
  await server.run({ sql, params: {} });
}
