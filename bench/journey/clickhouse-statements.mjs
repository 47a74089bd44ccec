import { CHANNELS } from './made-events.mjs';
import { END, LOOKBACK, WINDOW } from './questions.mjs';
import { BEGIN, DAY } from './year.mjs';

const day = `intDiv(ts - ${BEGIN}, ${DAY})`;
const week = `intDiv(ts - ${BEGIN}, ${7 * DAY})`;
const steps = [1, 2, 3, 4, 5];
const levels = steps.map(k => `countIf(l >= ${k})`).join(', ');
/** Marks statements that take one person after another in the order of the table. */
const IN_ORDER = '/* in order */';
export const isInOrder = text => text.includes(IN_ORDER);

const funnel = (table, time, window, where, hint) =>
  `select ${levels} from (select person, windowFunnel(${window})(${time}, event = 0, event = 1, event = 2, event = 3, event = 4) l
    from b.${table} where event < 5${where} group by person) ${hint}`;

/** Each level from the one before over whole arrays: S the attempts that end at an entry, P the one that stands before it. */
function funnelByChannel() {
  let from = `select es.1 T, es.2 M, es.3 D, arrayMap(e -> toInt64(e), arrayEnumerate(T)) E from
    (select arraySort(groupArray((toInt64(ts), event, channel))) es from b.e where event < 5 group by person)`;
  for (const k of steps) {
    const none = '(toInt64(0), toInt64(0))';
    const reached =
      k === 1
        ? `arrayMap((t, m, e) -> if(m = 0, (t, e), ${none}), T, M, E)`
        : `arrayMap((t, m, e, p) -> if(m = ${k - 1} and p.2 > 0 and t <= p.1 + ${WINDOW}, (p.1, e), ${none}), T, M, E, P${k - 1})`;
    from = `select *, arrayFirst(s -> s.2 > 0, S${k}).2 f${k}, arrayPopBack(arrayPushFront(arrayFill(s -> s.2 != 0, S${k}), ${none})) P${k} from (select *, ${reached} S${k} from (${from}))`;
  }
  for (const k of [5, 4, 3, 2, 1])
    from = `select *, ${k === 5 ? 'f5' : `if(i${k + 1} > 0, P${k}[i${k + 1}].2, f${k})`} i${k} from (${from})`;
  const sorted = k => `arraySort(groupArrayIf(T[i${k + 1}] - T[i${k}], i${k + 1} > 0))`;
  const times = [1, 2, 3, 4].flatMap(k => [
    `${sorted(k)} as l${k}`,
    `l${k}[intDiv(length(l${k}) + 1, 2)]`,
    `l${k}[intDiv(9 * length(l${k}) + 9, 10)]`,
  ]);
  return `select c, ${steps.map(k => `r${k}`).join(', ')}, ${[1, 2, 3, 4].map(k => `m${k}, q${k}`).join(', ')} from (select D[i1] c, ${steps.map(k => `countIf(i${k} > 0) r${k}`).join(', ')},
    ${times.map((text, i) => (i % 3 === 0 ? text : `${text} as ${i % 3 === 1 ? 'm' : 'q'}${(i - (i % 3)) / 3 + 1}`)).join(', ')} from (${from}) where i1 > 0 group by c) ${IN_ORDER}`;
}

const touches = `select person, session, min(ts) t, argMin(channel, ts * 16 + channel) ch, groupArrayIf((ts, cents), event = 4) cv from b.e group by person, session`;

const people = where => ({
  best: `select ${day} d, channel, uniqExact(person), uniqExactIf(person, event = 4) from b.e ${where} group by d, channel`,
});

const cut = (value, add) => `arrayMap(j -> arraySort(groupArray(${value}))[intDiv(count() * j + 4, 5)] + ${add}, [1, 2, 3, 4])`;

export const CLICKHOUSE = {
  series: {
    obvious: `select ${day} d, channel, count(), uniqExact(session), sumIf(cents, event = 4) from b.e group by d, channel`,
    best: `select d, channel, sum(n), count(), sum(v) from (select ${day} d, channel, session, count() n, sumIf(cents, event = 4) v from b.e group by d, channel, session) group by d, channel`,
  },
  people: people(''),
  'people, filtered': people('where device = 0'),
  rolling: {
    best: `select d, sum(n), sum(sum(k)) over (order by d) from (
      select s.1 d, s.2 k, s.3 n from (select arraySort(groupUniqArray(toInt32(${day}))) a from b.e group by person)
        array join arrayConcat(arrayMap((x, p) -> (greatest(x, p + 30), 1, 0), a, arrayPopBack(arrayPushFront(a, toInt32(-30)))), arrayMap(x -> (x + 30, -1, 0), a), arrayMap(x -> (x, 0, 1), a)) as s)
      where d < 365 group by d ${IN_ORDER}`,
  },
  funnel: {
    naive: funnel('t', 'ts', WINDOW, '', ''),
    tuned: funnel('e', 'ts', WINDOW, '', IN_ORDER),
  },
  'funnel, filtered': { tuned: funnel('e', 'ts', WINDOW, ' and device = 0', IN_ORDER) },
  /** Coarser: another question, shown because it is ClickHouse's fastest. */
  'funnel in seconds': { 'in seconds': funnel('e', 'toUInt32(intDiv(ts, 1000))', WINDOW / 1000, '', IN_ORDER) },
  'funnel by channel': { 'group arrays': funnelByChannel() },
  retention: {
    tuned: `select c, k, count() from (select arrayMin(l) c, arrayJoin(l) - c k from (select groupUniqArray(${week}) l from b.e group by person)) group by c, k ${IN_ORDER}`,
  },
  'retention, filtered': {
    tuned: `select c, k, count() from (select arrayMin(l) c, arrayJoin(l) - c k from
      (select groupUniqArray(${week}) l, argMin(channel, ts * 16 + channel) ch from b.e group by person) where ch = ${CHANNELS.indexOf('Paid Search')}) group by c, k ${IN_ORDER}`,
  },
  attribution: {
    'one model': `select m.2 ch, sum(1 / k), sum(v / k) from (
      select c.2 v, arrayFilter(x -> x.1 <= c.1 and x.1 + ${LOOKBACK} >= c.1, ts) ms, length(ms) k from (
        select groupArray((t, ch)) ts, groupArrayArray(cv) cs from (${touches}) group by person having notEmpty(cs)) array join cs as c)
      array join ms as m group by ch`,
  },
  paths: {
    'group arrays': `select arrayStringConcat(path, ','), sum(n), sum(v), sum(lost) from (
      select arrayMap(x -> x.4, arrayFilter(x -> x.2 = 0, piece)) path, piece[-1] z, toInt64(z.2) n, toInt64(z.5) v, 1 - n lost from (
        select arrayJoin(arrayReverseSplit(x -> x.2 = 1, arraySort(arrayConcat(groupArray((t, 0, session, ch, 0)), arrayMap(c -> (c.1, 1, toUInt32(c.2), toUInt8(0), c.2), groupArrayArray(cv)))))) piece
        from (${touches}) group by person)) group by path`,
  },
  rfm: {
    best: `with p as (select person, ${END} - max(ts) r, count() f, sum(cents) m from b.e where event = 4 group by person),
      (select (${cut('r', 0)}, ${cut('f', 1)}, ${cut('m', 1)}) from p) as q
      select 5 - arrayCount(b -> b < p.r, q.1) sr, 1 + arrayCount(b -> b <= p.f, q.2) sf, 1 + arrayCount(b -> b <= p.m, q.3) sm, count(), sum(f), sum(m) from p group by sr, sf, sm`,
  },
};
