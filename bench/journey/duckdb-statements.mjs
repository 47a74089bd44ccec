import { asked } from './drill-session.mjs';
import { CAMPAIGNS, CHANNELS, COUNTRIES, DEVICES, NAMES } from './made-events.mjs';
import { END, HALF_LIFE, LOOKBACK, WINDOW } from './questions.mjs';
import { BEGIN, DAY } from './year.mjs';

const day = `(ts - ${BEGIN}) // ${DAY}`;
const week = `(ts - ${BEGIN}) // ${7 * DAY}`;
const cents = 'sum(case when event = 4 then cents else 0 end)';
const levels = [0, 1, 2, 3, 4];
/** A moment and a channel as one number, so that one moment's events have an order. */
const key = 'ts * 16 + channel';

const people = where => ({
  obvious: `select ${day} d, channel, count(distinct person), count(distinct case when event = 4 then person end) from e ${where} group by 1, 2`,
  best: `select d, channel, count(*), count(*) filter (b) from (select ${day} d, channel, person, bool_or(event = 4) b from e ${where} group by all) group by 1, 2`,
});

function rolling(source) {
  return `with a as (select distinct person, ${day} d from e), ${source} order by 1`;
}

/** Umami's: each step up to the window after the one before. */
export function stepToStep() {
  const step = k =>
    `l${k} as (select distinct e.person, e.ts from l${k - 1} l join e on e.person = l.person where e.event = ${k} and e.ts between l.ts and l.ts + ${WINDOW})`;
  return `with l0 as (select distinct person, ts from e where event = 0), ${[1, 2, 3, 4].map(step).join(', ')}
    select ${levels.map(k => `(select count(distinct person) from l${k})`).join(', ')}`;
}

function funnel(where = '') {
  const step = k => `m${k} as (select e.person, e.ts t, m.st from (select person, ts from e where event = ${k}${where}) e
    asof join m${k - 1} m on e.person = m.person and e.ts >= m.t where e.ts <= m.st + ${WINDOW})`;
  return `with m0 as (select person, ts t, ts st from e where event = 0${where}), ${[1, 2, 3, 4].map(step).join(', ')}
    select ${levels.map(k => `(select count(distinct person) from m${k})`).join(', ')}`;
}

function nestedFunnel() {
  let from = 'select person, ts, event, case when event = 0 then ts end l0 from e where event < 5';
  for (let k = 1; k < 5; k++)
    from = `select *, case when event = ${k} and ts <= p${k - 1} + ${WINDOW} then p${k - 1} end l${k} from
      (select *, last_value(l${k - 1} ignore nulls) over (partition by person order by ts, event rows unbounded preceding) p${k - 1} from (${from}))`;
  const level = `max(case ${[4, 3, 2, 1, 0].map(k => `when l${k} is not null then ${k + 1}`).join(' ')} else 0 end)`;
  return `select ${levels.map(k => `count(*) filter (m > ${k})`).join(', ')} from (select person, ${level} m from (${from}) group by 1)`;
}

/** From the attempts of each person by level (x0 … x4), counts and times by channel. */
function byChannel(attempts) {
  const of = (field, from) =>
    `coalesce(${levels
      .slice(from)
      .reverse()
      .map(k => `x${k}.${field}`)
      .join(', ')})`;
  const times = [0, 1, 2, 3].map(
    k =>
      `coalesce(${[4, 3, 2, 1]
        .filter(j => j > k)
        .map(j => `x${j}.t${k + 1} - x${j}.t${k}`)
        .join(', ')}) d${k}`,
  );
  const median = k => `quantile_disc(d${k}, 0.5)`;
  const p90 = k => `list_sort(list(d${k}) filter (d${k} is not null))[(9 * count(d${k}) + 9) // 10]`;
  return `select c, ${levels.map(k => `count(*) filter (x${k} is not null)`).join(', ')}, ${[0, 1, 2, 3].flatMap(k => [median(k), p90(k)]).join(', ')}
    from (select ${of('c', 0)} c, ${times.join(', ')}, ${levels.map(k => `x${k}`).join(', ')} from (${attempts})) group by 1`;
}

function chainFields(k) {
  return [`'c': c`, ...levels.slice(0, k + 1).map(i => `'t${i}': t${i}`)].join(', ');
}

function funnelByChannel() {
  const step = k => `m${k} as (select e.person, e.ts t, m.c, ${levels
    .slice(0, k)
    .map(i => `m.t${i}`)
    .join(', ')}, e.ts t${k}
    from (select person, ts from e where event = ${k}) e asof join m${k - 1} m on e.person = m.person and ${k === 1 ? 'e.ts * 16 + 15 >= m.place' : 'e.ts >= m.t'} where e.ts <= m.t0 + ${WINDOW})`;
  const first = k =>
    `f${k} as (select person, arg_min({${chainFields(k)}}, ${k === 0 ? 'place' : 't'}) x${k} from m${k} group by 1)`;
  return `with m0 as (select person, ts t, ${key} as place, channel c, ts t0 from e where event = 0), ${[1, 2, 3, 4].map(step).join(', ')},
    ${levels.map(first).join(', ')} ${byChannel(`select ${levels.map(k => `x${k}`).join(', ')} from f0 ${[1, 2, 3, 4].map(k => `left join f${k} using (person)`).join(' ')}`)}`;
}

function nestedFunnelByChannel() {
  const struct = (k, of) =>
    `{'c': ${of('c')}, ${levels
      .slice(0, k + 1)
      .map(i => `'t${i}': ${i === k ? 'ts' : of(`t${i}`)}`)
      .join(', ')}}`;
  let from = `select person, ts, event, channel, case when event = 0 then ${struct(0, () => 'channel')} end a0 from e where event < 5`;
  for (let k = 1; k < 5; k++)
    from = `select *, case when event = ${k} and ts <= p${k - 1}.t0 + ${WINDOW} then ${struct(k, field => `p${k - 1}.${field}`)} end a${k} from
      (select *, last_value(a${k - 1} ignore nulls) over (partition by person order by ts, event, channel rows unbounded preceding) p${k - 1} from (${from}))`;
  return byChannel(
    `select * from (select ${levels.map(k => `arg_min(a${k}, ${key}) filter (a${k} is not null) x${k}`).join(', ')} from (${from}) group by person) where x0 is not null`,
  );
}

const touches = dimension =>
  `s as (select person, session, min(ts) t, arg_min(${dimension}, ts * 256 + ${dimension}) ch from e group by 1, 2)`;
const conversions = 'c as (select person, ts, cents, row_number() over () n from e where event = 4)';
const counting = `from c join s on s.person = c.person and s.t <= c.ts and s.t >= c.ts - ${LOOKBACK}`;
const place = `(s.t - ${BEGIN}) * 33554432 + s.session`;
const decayed = `pow(2, (s.t - c.ts) / ${HALF_LIFE})`;
const byPosition = 'case when k = 1 then 1 when k = 2 then 0.5 when r = 1 or r = k then 0.4 else 0.2 / (k - 2) end';
const model = (dimension, select, weight) =>
  `with ${touches(dimension)}, ${conversions} select ch, sum(${weight}), sum(cents * ${weight}) from (${select} ${counting}) group by 1`;
const oneTouch = pick =>
  `with ${touches('channel')}, ${conversions} select ch, count(*), sum(cents) from (select c.n, any_value(cents) cents, ${pick}(s.ch, ${place}) ch ${counting} group by 1) group by 1`;
const linear = dimension => model(dimension, 'select cents, s.ch, count(*) over (partition by c.n) k', '(1 / k)');

const fiveModels = `with ${touches('channel')}, ${conversions},
  j as (select cents, s.ch, count(*) over w k, row_number() over o r, ${decayed} / sum(${decayed}) over w as decay ${counting}
    window w as (partition by c.n), o as (partition by c.n order by s.t, s.session)),
  g as (select *, (r = 1)::int as m1, (r = k)::int as m2, 1 / k as m3, decay as m4, ${byPosition} as m5 from j)
  select ch, count(*), ${['m1', 'm2', 'm3', 'm4', 'm5'].map(name => `sum(${name}), sum(cents * ${name})`).join(', ')} from g group by 1`;

const touchPaths = `with ${touches('channel')},
  c as (select person, ts, min(cents) one, count(*) n, sum(cents) v from e where event = 4 group by 1, 2),
  a as (select s.person, s.t, s.session, s.ch, c.ts from s asof left join c on s.person = c.person and s.t <= c.ts),
  p as (select person, ts, list(ch order by t, session) path from a group by 1, 2),
  r as (select coalesce(p.path, []) path, (c.ts is not null)::int n, coalesce(c.one, 0) v, (c.ts is null)::int lost
      from c full join p on c.person = p.person and c.ts = p.ts
    union all select [], n - 1, v - one, 0 from c where n > 1)
  select array_to_string(path, ','), sum(n), sum(v), sum(lost) from r group by path`;

const cut = (value, add) =>
  `(select [${[1, 2, 3, 4].map(j => `list_sort(list(${value}))[(count(*) * ${j} + 4) // 5] + ${add}`).join(', ')}] from p)`;
const rfm = `with p as (select person, ${END} - max(ts) r, count(*) f, sum(cents) m from e where event = 4 group by 1),
  q as (select ${cut('r', 0)} r, ${cut('f', 1)} f, ${cut('m', 1)} m),
  s as (select 5 - len(list_filter(q.r, b -> b < p.r)) r, 1 + len(list_filter(q.f, b -> b <= p.f)) f, 1 + len(list_filter(q.m, b -> b <= p.m)) m, p.f n, p.m v from p, q)
  select r, f, m, count(*), sum(n), sum(v) from s group by 1, 2, 3`;
const bounded = (value, list, compare) => [1, 2, 3, 4].map(j => `(q.${list}[${j}] ${compare} p.${value})::int`).join(' + ');
const rfmBest = rfm
  .replace('len(list_filter(q.r, b -> b < p.r))', `(${bounded('r', 'r', '<')})`)
  .replace('len(list_filter(q.f, b -> b <= p.f))', `(${bounded('f', 'f', '<=')})`)
  .replace('len(list_filter(q.m, b -> b <= p.m))', `(${bounded('m', 'm', '<=')})`);

/** The obvious and the best statement per question; both give the same rows. */
export const DUCKDB = {
  series: {
    obvious: `select ${day} d, channel, count(*), count(distinct session), ${cents} from e group by 1, 2`,
    best: `select d, channel, sum(n), count(*), sum(v) from (select ${day} d, channel, session, count(*) n, ${cents} v from e group by all) group by 1, 2`,
  },
  people: people(''),
  'people, filtered': people('where device = 0'),
  rolling: {
    obvious: rolling(`n as (select d, count(*) n from a group by 1)
      select n.d, n.n, (select count(distinct person) from a where a.d between n.d - 29 and n.d) from n`),
    best: rolling(`b as (select d, lag(d) over (partition by person order by d) p from a),
      s as (select greatest(d, coalesce(p + 30, d)) d, 1 k, 0 n from b union all select d + 30, -1, 0 from b union all select d, 0, 1 from b)
      select d, sum(n), sum(sum(k)) over (order by d) from s where d < 365 group by 1`),
  },
  funnel: { obvious: nestedFunnel(), best: funnel() },
  'funnel, filtered': { best: funnel(' and device = 0') },
  'funnel, step to step': { 'Umami’s method': stepToStep() },
  'funnel by channel': { obvious: nestedFunnelByChannel(), best: funnelByChannel() },
  retention: {
    obvious: `with f as (select person, min(${week}) c from e group by 1)
      select c, ${week} - c k, count(distinct e.person) from e join f using (person) group by 1, 2`,
    best: `select c, k, count(*) from (select list_min(l) c, unnest(l) - list_min(l) k from (select person, list(distinct ${week}) l from e group by 1)) group by 1, 2`,
  },
  'retention, filtered': {
    best: `select c, k, count(*) from (select list_min(l) c, unnest(l) - list_min(l) k from
      (select person, list(distinct ${week}) l, arg_min(channel, ${key}) ch from e group by 1) where ch = ${CHANNELS.indexOf('Paid Search')}) group by 1, 2`,
  },
  attribution: {
    'one model': linear('channel'),
    'five in one': fiveModels,
    'five statements': [
      oneTouch('arg_min'),
      oneTouch('arg_max'),
      linear('channel'),
      model('channel', `select cents, s.ch, ${decayed} / sum(${decayed}) over (partition by c.n) w`, 'w'),
      model(
        'channel',
        `select cents, s.ch, count(*) over (partition by c.n) k, row_number() over (partition by c.n order by s.t, s.session) r`,
        byPosition,
      ),
    ],
  },
  'attribution with costs': {
    'one model': `select ch, n, v, cost / n, v / cost from (${linear('campaign').replace('select ch, sum((1 / k)), sum(cents * (1 / k))', 'select ch, sum(1 / k) as n, sum(cents / k) as v')})
      join (select campaign, sum(cost) as cost from spend group by 1) on ch = campaign`,
  },
  paths: { best: touchPaths },
  rfm: { obvious: rfm, best: rfmBest },
};

const codes = { channel: CHANNELS, campaign: CAMPAIGNS, device: DEVICES, country: COUNTRIES };

/** A step of the drill-down as SQL, with `/` or `//` for whole division. */
export function drillSql(step, divided = '//') {
  const [{ select, edges, by }] = asked(step);
  const conditions = [`ts >= ${edges[0]}`, `ts < ${edges.at(-1)}`];
  if (select.events) conditions.push(`event in (${select.events.map(name => NAMES.indexOf(name))})`);
  for (const { dimension, in: values, not } of select.where ?? [])
    conditions.push(`${dimension} ${not ? 'not ' : ''}in (${values.map(value => codes[dimension].indexOf(value))})`);
  const where = `from e where ${conditions.join(' and ')}`;
  if (step.kind === 'best campaigns')
    return `select campaign, ${cents} v, count(*) filter (where event = 4) o, count(distinct person), count(distinct case when event = 4 then person end)
      ${where} group by 1 having count(*) filter (where event = 4) > 0 order by v desc, o desc limit 20`;
  return `select (ts - ${edges[0]}) ${divided} ${edges[1] - edges[0]} b, ${by.join(', ')}, count(*), count(distinct person), ${cents} ${where} group by 1, ${by.map((_, i) => i + 2).join(', ')}`;
}
