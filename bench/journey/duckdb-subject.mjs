import { statSync } from 'node:fs';
import { BIGINT, DuckDBDataChunk, DuckDBInstance, INTEGER, UINTEGER, USMALLINT, UTINYINT } from '@duckdb/node-api';
import { mergedPeople } from './arrival.mjs';
import { DUCKDB, drillSql } from './duckdb-statements.mjs';
import { madeEvents } from './made-events.mjs';
import { madeSpend } from './made-spend.mjs';

const COLUMNS = [
  ['person', UINTEGER],
  ['ts', BIGINT, 'time'],
  ['session', UINTEGER],
  ['event', UTINYINT, 'name'],
  ['channel', UTINYINT],
  ['campaign', UTINYINT],
  ['device', UTINYINT],
  ['country', UTINYINT],
  ['page', USMALLINT],
  ['variant', UTINYINT],
  ['scrolled', UTINYINT],
  ['cents', INTEGER],
];
const LIMIT = 400_000;

async function connected(folder, threads) {
  const instance = await DuckDBInstance.create(`${folder}/peer.duckdb`, { threads: `${threads}`, memory_limit: '12GB' });
  return { instance, db: await instance.connect() };
}

/** A table of narrow columns, people merged, sorted by person and time; and the same as Parquet for the others. What the sorting took. */
export async function load({ folder, events, seed, threads, tell }) {
  const { instance, db } = await connected(folder, threads);
  await fill(db, events, seed, tell);
  const begun = performance.now();
  await db.run('create table e as from raw order by person, ts');
  await db.run('checkpoint');
  await db.run(DUCKDB.funnel.best);
  const whole = performance.now() - begun;
  await db.run('drop table raw');
  await db.run(`copy e to '${folder}/events.parquet' (format parquet, row_group_size 122880)`);
  if (events <= 1e7) await db.run(`copy e to '${folder}/events.csv' (format csv, header false)`);
  db.closeSync();
  instance.closeSync();
  return { whole };
}

async function fill(db, events, seed, tell) {
  const data = madeEvents(events, seed);
  const lead = mergedPeople(data);
  const { columns } = data;
  for (let i = 0; i < events; i++) columns.person[i] = lead[columns.person[i]];
  await db.run(`create table raw(${COLUMNS.map(([name, type]) => `"${name}" ${type}`).join(', ')})`);
  const appender = await db.createAppender('raw');
  for (let from = 0; from < events; from += 2048) {
    const to = Math.min(events, from + 2048);
    const chunk = DuckDBDataChunk.create(
      COLUMNS.map(([, type]) => type),
      to - from,
    );
    for (const [i, [name, type, source = name]] of COLUMNS.entries()) {
      const part = Array.from(columns[source].subarray(from, to));
      chunk.setColumnValues(i, type === BIGINT ? part.map(BigInt) : part);
    }
    appender.appendDataChunk(chunk);
    if (from > 0 && from % (2048 * 8192) === 0) tell(`  ${(from / 1e6).toFixed(0)} M events`);
  }
  appender.closeSync();
  await db.run('create table spend(day smallint, campaign smallint, impressions integer, clicks integer, cost bigint)');
  const spend = madeSpend(seed).map(
    ({ day, campaign, impressions, clicks, cost }) => `(${day}, ${campaign}, ${impressions}, ${clicks}, ${cost})`,
  );
  for (let from = 0; from < spend.length; from += 10_000)
    await db.run(`insert into spend values ${spend.slice(from, from + 10_000)}`);
}

export async function open({ folder, threads }) {
  const { instance, db } = await connected(folder, threads);
  const run = async text => {
    const timer = setTimeout(() => db.interrupt(), LIMIT);
    try {
      return (await db.runAndReadAll(text)).getColumns();
    } catch (error) {
      throw /INTERRUPT/i.test(error.message) ? new Error(`no answer within ${LIMIT / 1000} s`) : error;
    } finally {
      clearTimeout(timer);
    }
  };
  return {
    ask: async ({ what, kind, step }) => {
      const text = step ? drillSql(step) : DUCKDB[what][kind];
      if (!Array.isArray(text)) return { run: () => run(text), rows: rowsOf };
      const all = async () => {
        const found = [];
        for (const one of text) found.push(await run(one));
        return found;
      };
      return { run: all, rows: found => joined(found.map(rowsOf)) };
    },
    bytes: () => statSync(`${folder}/peer.duckdb`).size,
    close: () => {
      db.closeSync();
      instance.closeSync();
    },
  };
}

function rowsOf(columns) {
  const plain = value => (typeof value === 'bigint' ? Number(value) : value);
  return (columns[0] ?? []).map((_, row) => columns.map(column => plain(column[row])));
}

/** Rows of several statements side by side, by their first column. */
function joined(tables) {
  const slices = [...new Set(tables.flatMap(rows => rows.map(([slice]) => slice)))];
  return slices.map(slice => [slice, ...tables.flatMap(rows => rows.find(row => row[0] === slice)?.slice(1) ?? [0, 0])]);
}
