import { CLICKHOUSE } from './clickhouse-peer.mjs';
import { DUCKDB } from './duckdb-peer.mjs';

/** Which question is timed against which statements. */
export const WORK = {
  'series (people, sessions, value)': { ours: 'series', duckdb: { obvious: DUCKDB.series.obvious, best: DUCKDB.series.best } },
  'series, people only': {
    ours: 'series',
    duckdb: { best: DUCKDB.series.people },
    clickhouse: { best: CLICKHOUSE.series.people },
  },
  'rolling 30 days': { ours: 'rolling', duckdb: DUCKDB.rolling },
  funnel: { ours: 'funnel', duckdb: DUCKDB.funnel, clickhouse: CLICKHOUSE.funnel },
  'funnel, one filter': {
    ours: 'funnel, one filter',
    duckdb: DUCKDB['funnel, one filter'],
    clickhouse: CLICKHOUSE['funnel, one filter'],
  },
  'funnel by channel with times': { ours: 'funnel by channel' },
  retention: { ours: 'retention', duckdb: DUCKDB.retention, clickhouse: CLICKHOUSE.retention },
  'attribution, five models (peer: one)': { ours: 'attribution', duckdb: DUCKDB.attribution },
  'touch paths': { ours: 'touch paths' },
  RFM: { ours: 'RFM' },
};

/** How many times the peer's time Rashin is to be better. */
export const GOALS = {
  'series, people only': { 'DuckDB, best': 5 },
  'rolling 30 days': { 'DuckDB, best': 8 },
  funnel: { 'ClickHouse, tuned': 6, 'DuckDB, best': 20 },
  retention: { 'DuckDB, best': 6 },
  'attribution, five models (peer: one)': { 'DuckDB, best': 4 },
};
