import { mkdirSync } from 'node:fs';
import { Session } from 'chdb';
import { CLICKHOUSE, isInOrder } from './clickhouse-statements.mjs';

const TYPES =
  'person UInt32, ts UInt64, session UInt32, event UInt8, channel UInt8, campaign UInt8, device UInt8, country UInt8, page UInt16, variant UInt8, scrolled UInt8, cents Int32';
const LIMIT = 400;

const sessionAt = folder => {
  mkdirSync(`${folder}/clickhouse`, { recursive: true });
  return new Session(`${folder}/clickhouse`);
};

/** A table ordered by person and time (e), and one as events come (t). */
export async function load({ folder, threads }) {
  const session = sessionAt(folder);
  session.query('create database if not exists b', 'CSV');
  session.query(`create table b.e (${TYPES}) engine = MergeTree order by (person, ts)`, 'CSV');
  session.query(`create table b.t (${TYPES}) engine = MergeTree order by ts`, 'CSV');
  const fill = table => {
    session.query(
      `insert into b.${table} select * from file('${folder}/events.parquet') settings schema_inference_make_columns_nullable = 0, max_threads = ${threads}`,
      'CSV',
    );
    session.query(`optimize table b.${table} final`, 'CSV');
  };
  const begun = performance.now();
  fill('e');
  session.query(`${CLICKHOUSE.funnel.tuned} settings max_threads = ${threads}, optimize_aggregation_in_order = 1`, 'CSV');
  const whole = performance.now() - begun;
  fill('t');
  session.cleanup();
  return { whole };
}

export async function open({ folder, threads }) {
  const session = sessionAt(folder);
  const run = text => {
    const inOrder = isInOrder(text) ? ', optimize_aggregation_in_order = 1' : '';
    return session.query(
      `${text} settings max_threads = ${threads}, use_query_condition_cache = 0, max_execution_time = ${LIMIT}, max_memory_usage = 12000000000${inOrder}`,
      'JSONCompactEachRow',
    );
  };
  const rows = text =>
    text
      .split('\n')
      .filter(line => line !== '')
      .map(line => JSON.parse(line).map(value => (typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : value)));
  return {
    ask: async ({ what, kind }) => {
      const text = CLICKHOUSE[what][kind];
      return { run: () => run(text), rows };
    },
    bytes: () =>
      rows(
        session.query(
          `select sum(bytes_on_disk) from system.parts where database = 'b' and table = 'e' and active`,
          'JSONCompactEachRow',
        ),
      )[0][0],
    close: () => session.cleanup(),
  };
}
