/**
 * Which question is timed against which statements: `kinds` per peer; `columns` where a peer answers only part of the row, those it has; `other`
 * names statements that answer another question and are held to each other instead. A `goal` is how many times the peer's time
 * Rashin is to be better: `best` of the fastest peer that answers the same, others by name.
 */
export const WORK = [
  {
    title: 'Q1 series: events, sessions, value',
    what: 'series',
    kinds: { duckdb: ['obvious', 'best'], clickhouse: ['obvious', 'best'], polars: ['best'], postgres: ['obvious'] },
    goal: { best: 0.95, 'PostgreSQL, obvious': 100 },
  },
  {
    title: 'Q2 distinct people and buyers',
    what: 'people',
    kinds: { duckdb: ['obvious', 'best'], clickhouse: ['best'], polars: ['best'], postgres: ['obvious'] },
    goal: { best: 5 },
  },
  {
    title: 'Q2 the same, one filter',
    what: 'people, filtered',
    kinds: { duckdb: ['obvious', 'best'], clickhouse: ['best'], polars: ['best'] },
    goal: { best: 5 },
  },
  {
    title: 'Q3 rolling 30 days',
    what: 'rolling',
    kinds: { duckdb: ['obvious', 'best'], clickhouse: ['best'] },
    goal: { best: 8, 'DuckDB, obvious': 150 },
  },
  {
    title: 'Q4 funnel',
    what: 'funnel',
    kinds: { duckdb: ['obvious', 'best'], clickhouse: ['naive', 'tuned'] },
    others: [
      {
        what: 'funnel, step to step',
        atMost: { duckdb: 1e6, why: 'its join grows with the square of a bot’s events; stops at 1e6' },
        kinds: { duckdb: ['Umami’s method'], postgres: ['Umami’s method'] },
        note: 'another question: window from step to step',
      },
      { what: 'funnel in seconds', kinds: { clickhouse: ['in seconds'] }, note: 'another question' },
    ],
    goal: { 'ClickHouse, tuned': 6, 'DuckDB, best': 20, 'PostgreSQL, Umami’s method': 300 },
    within: { 1e8: 500 },
  },
  {
    title: 'Q4 funnel, one filter',
    what: 'funnel, filtered',
    kinds: { duckdb: ['best'], clickhouse: ['tuned'] },
    goal: { 'ClickHouse, tuned': 6 },
  },
  {
    title: 'Q5 funnel by channel, times between steps',
    what: 'funnel by channel',
    kinds: { duckdb: ['obvious', 'best'], clickhouse: ['group arrays'] },
    goal: { 'ClickHouse, group arrays': 5, 'DuckDB, obvious': 15 },
  },
  {
    title: 'Q6 retention by week',
    what: 'retention',
    kinds: { duckdb: ['obvious', 'best'], clickhouse: ['tuned'], polars: ['best'], postgres: ['obvious'] },
    goal: { best: 6, 'PostgreSQL, obvious': 200 },
  },
  {
    title: 'Q6 of those from paid search',
    what: 'retention, filtered',
    kinds: { duckdb: ['best'], clickhouse: ['tuned'] },
    goal: { best: 6 },
  },
  {
    title: 'Q7 attribution, five models',
    what: 'attribution',
    kinds: { duckdb: ['one model', 'five in one', 'five statements'], clickhouse: ['one model'] },
    columns: { 'one model': [0, 6, 7], 'five statements': [0, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11] },
    goal: { 'DuckDB, one model': 4, 'DuckDB, five statements': 15 },
  },
  {
    title: 'Q7 by campaign with CPA and ROAS (peer: one model)',
    what: 'attribution with costs',
    kinds: { duckdb: ['one model'] },
    goal: { 'DuckDB, one model': 4 },
  },
  {
    title: 'Q8 touch paths',
    what: 'paths',
    kinds: { duckdb: ['best'], clickhouse: ['group arrays'] },
    goal: {},
  },
  {
    title: 'Q9 RFM',
    what: 'rfm',
    kinds: { duckdb: ['obvious', 'best'], clickhouse: ['best'], polars: ['best'] },
    goal: { best: 0.95 },
  },
];

export const NAMES_OF_PEERS = { duckdb: 'DuckDB', clickhouse: 'ClickHouse', polars: 'polars', postgres: 'PostgreSQL' };
