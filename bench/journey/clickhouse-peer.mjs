import { mkdirSync } from 'node:fs';
import { Session } from 'chdb';
import { BEGIN, DAY } from './made-events.mjs';

/** ClickHouse in this process, its table ordered by person and time. */
export function clickhousePeer(folder, threads) {
  mkdirSync(`${folder}/clickhouse`, { recursive: true });
  const session = new Session(`${folder}/clickhouse`);
  const settings = `settings max_threads = ${threads}, use_query_condition_cache = 0`;
  const run = text => session.query(text, 'JSONCompactEachRow');
  run('create database if not exists b');
  run(`create table b.e (person UInt32, ts UInt64, session UInt32, event UInt8, channel UInt8, campaign UInt8, device UInt8, country UInt8, cents Int32)
    engine = MergeTree order by (person, ts)`);
  run(`create table b.t as b.e engine = MergeTree order by ts`);
  const begun = performance.now();
  for (const table of ['e', 't'])
    run(
      `insert into b.${table} select * from file('${folder}/events.parquet') settings schema_inference_make_columns_nullable = 0`,
    );
  run('optimize table b.e final');
  run('optimize table b.t final');
  const loaded = performance.now() - begun;
  return {
    loaded,
    ask: text =>
      run(`${text} ${settings}${text.includes('/* in order */') ? ', optimize_aggregation_in_order = 1' : ''}`)
        .split('\n')
        .filter(line => line !== '')
        .map(line => JSON.parse(line).map(value => (typeof value === 'string' && value !== '' ? Number(value) : value))),
    close: () => session.cleanup(),
  };
}

const levels = 'countIf(l >= 1), countIf(l >= 2), countIf(l >= 3), countIf(l >= 4), countIf(l >= 5)';
const funnel = (table, time, window, where, hint) =>
  `select ${levels} from (select person, windowFunnel(${window})(${time}, event = 0, event = 1, event = 2, event = 3, event = 4) l
    from b.${table} where event < 5${where} group by person) ${hint}`;
const seconds = `toUInt32(intDiv(ts, 1000))`;
const week = `intDiv(ts - ${BEGIN}, ${7 * DAY})`;

export const CLICKHOUSE = {
  series: {
    people: `select intDiv(ts - ${BEGIN}, ${DAY}) d, channel, uniqExact(person) from b.e group by d, channel order by d, channel`,
  },
  funnel: {
    naive: funnel('t', 'ts', 7 * DAY, '', ''),
    tuned: funnel('e', 'ts', 7 * DAY, '', '/* in order */'),
    /** Coarser: another question, shown because it is ClickHouse's fastest. */
    seconds: funnel('e', seconds, 7 * 86_400, '', '/* in order */'),
  },
  'funnel, one filter': { tuned: funnel('e', 'ts', 7 * DAY, ' and device = 0', '/* in order */') },
  retention: {
    tuned: `select c, k, count() from (select arrayMin(l) c, arrayJoin(l) - c k from (select groupUniqArray(${week}) l from b.e group by person))
      group by c, k order by c, k /* in order */`,
  },
};
