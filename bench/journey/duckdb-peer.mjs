import { BIGINT, DuckDBDataChunk, DuckDBInstance, INTEGER, UINTEGER, UTINYINT } from '@duckdb/node-api';
import { mergedPeople } from './arrival.mjs';
import { BEGIN, DAY } from './made-events.mjs';

const WINDOW = 7 * DAY;
const TYPES = [UINTEGER, BIGINT, UINTEGER, UTINYINT, UTINYINT, UTINYINT, UTINYINT, UTINYINT, INTEGER];

/** DuckDB with a table of narrow columns, people merged, sorted by person and time. */
export async function duckdbPeer(data, folder, threads) {
  const instance = await DuckDBInstance.create(`${folder}/peer.duckdb`, { threads: `${threads}` });
  const db = await instance.connect();
  const { columns } = data;
  const lead = mergedPeople(data);
  await db.run(
    'create table raw(person uinteger, ts bigint, session uinteger, event utinyint, channel utinyint, campaign utinyint, device utinyint, country utinyint, cents integer)',
  );
  const appender = await db.createAppender('raw');
  for (let from = 0; from < columns.time.length; from += 2048) {
    const to = Math.min(columns.time.length, from + 2048);
    const chunk = DuckDBDataChunk.create(TYPES, to - from);
    const of = column => Array.from(column.subarray(from, to));
    for (const [i, values] of [
      of(columns.person).map(person => lead[person]),
      of(columns.time).map(BigInt),
      of(columns.session),
      of(columns.name),
      of(columns.channel),
      of(columns.campaign),
      of(columns.device),
      of(columns.country),
      of(columns.cents),
    ].entries())
      chunk.setColumnValues(i, values);
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
  const begun = performance.now();
  await db.run('create table e as from raw order by person, ts');
  const sorted = performance.now() - begun;
  await db.run(`copy e to '${folder}/events.parquet' (format parquet, row_group_size 122880)`);
  await db.run('drop table raw');
  await db.run('checkpoint');
  return {
    sorted,
    ask: async text =>
      (await db.runAndReadAll(text)).getRows().map(row => row.map(value => (typeof value === 'bigint' ? Number(value) : value))),
    close: () => {
      db.closeSync();
      instance.closeSync();
    },
  };
}

const step = (k, where) => `
  m${k} as (select e.person, e.ts t, m.st from (select person, ts from e where event = ${k}${where}) e
    asof join m${k - 1} m on e.person = m.person and e.ts >= m.t where e.ts <= m.st + ${WINDOW})`;
const funnel = (where = '') => `with m0 as (select person, ts t, ts st from e where event = 0${where}),
  ${[1, 2, 3, 4].map(k => step(k, where)).join(',')}
  select ${[0, 1, 2, 3, 4].map(k => `(select count(distinct person) from m${k})`).join(', ')}`;
const nested = (() => {
  let from = `select person, ts, event, case when event = 0 then ts end l0, row_number() over () n from e where event < 5`;
  for (let k = 1; k < 5; k++)
    from = `select *, case when event = ${k} and ts <= p${k - 1} + ${WINDOW} then p${k - 1} end l${k} from
      (select *, last_value(l${k - 1} ignore nulls) over (partition by person order by ts, event rows unbounded preceding) p${k - 1} from (${from}))`;
  return `select count(*) filter (m >= 1), count(*) filter (m >= 2), count(*) filter (m >= 3), count(*) filter (m >= 4), count(*) filter (m >= 5) from
    (select person, max(case when l4 is not null then 5 when l3 is not null then 4 when l2 is not null then 3 when l1 is not null then 2
      when l0 is not null then 1 else 0 end) m from (${from}) group by 1)`;
})();
const day = `(ts - ${BEGIN}) // ${DAY}`;
const week = `(ts - ${BEGIN}) // ${7 * DAY}`;

/** The obvious and the best statement per question; both give the same rows. */
export const DUCKDB = {
  series: {
    obvious: `select ${day} d, channel, count(*), count(distinct person), count(distinct session), sum(case when event = 4 then cents else 0 end)
      from e group by 1, 2 order by 1, 2`,
    best: `select d, channel, sum(n), count(distinct person), count(*), sum(v) from (select ${day} d, channel, person, session, count(*) n,
      sum(case when event = 4 then cents else 0 end) v from e group by all) group by 1, 2 order by 1, 2`,
    people: `select ${day} d, channel, count(distinct person) from e group by 1, 2 order by 1, 2`,
  },
  rolling: {
    best: `with a as (select distinct person, ${day} d from e),
      b as (select d, lag(d) over (partition by person order by d) p from a),
      s as (select greatest(d, coalesce(p + 30, d)) d, 1 k from b union all select d + 30, -1 from b)
      select d, sum(sum(k)) over (order by d) from s where d < 365 group by 1 order by 1`,
  },
  funnel: { obvious: nested, best: funnel() },
  'funnel, one filter': { best: funnel(' and device = 0') },
  retention: {
    best: `select c, k, count(*) from (select list_min(l) c, unnest(l) - list_min(l) k from (select person, list(distinct ${week}) l from e group by 1))
      group by 1, 2 order by 1, 2`,
    obvious: `with f as (select person, min(${week}) c from e group by 1)
      select c, ${week} - c k, count(distinct e.person) from e join f using (person) group by 1, 2 order by 1, 2`,
  },
  attribution: {
    best: `with s as (select person, session, min(ts) t, arg_min(channel, (ts, channel)) ch from e group by 1, 2),
      c as (select person, ts, cents, row_number() over () n from e where event = 4),
      j as (select c.n, c.cents, s.ch, count(*) over (partition by c.n) k from c join s on s.person = c.person and s.t <= c.ts and s.t >= c.ts - ${30 * DAY})
      select ch, count(*), sum(1 / k), sum(cents / k) from j group by 1 order by 1`,
  },
};

/** A question of the drill-down as SQL. */
export function drillSql({ select, by }, codes) {
  const conditions = [];
  if (select.events) conditions.push(`event in (${select.events.map(name => codes.name.indexOf(name))})`);
  for (const { dimension, in: values, not } of select.where ?? [])
    conditions.push(`${dimension} ${not ? 'not ' : ''}in (${values.map(value => codes[dimension].indexOf(value))})`);
  return `select (ts - ${BEGIN}) // ${28 * DAY} b, ${by[0]}, count(*), count(distinct person), sum(case when event = 4 then cents else 0 end)
    from e where ts < ${BEGIN + 12 * 28 * DAY}${conditions.map(condition => ` and ${condition}`).join('')} group by 1, 2 order by 1, 2`;
}
