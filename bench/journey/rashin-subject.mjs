import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { arrivals, batchOf, personId } from './arrival.mjs';
import { asked, bestCampaigns } from './drill-session.mjs';
import { purchaseLikelihood } from './learning-peers.mjs';
import { CAMPAIGNS, CHANNELS, COUNTRIES, DEVICES, madeEvents } from './made-events.mjs';
import { CAMPAIGN_NUMBERS, madeSpend } from './made-spend.mjs';
import { QUESTIONS } from './questions.mjs';
import { isSameAnswer } from './same-answers.mjs';

const engineAt = new URL('../../dist/bench-journey/engine.mjs', import.meta.url).href;
const BATCH = 1e6;
const FRESH = ['series', 'rolling', 'funnel', 'funnel by channel', 'retention', 'attribution', 'touch paths'];

/** Brings all events in as a source would hand them over, the last day in ten batches after the rest; what that took. */
export async function load({ folder, events, seed, threads, tell }) {
  const { EmbeddedJourneyEngine } = await import(engineAt);
  const data = madeEvents(events, seed);
  const { order, lastDay } = arrivals(data, seed);
  mkdirSync(`${folder}/rashin`, { recursive: true });
  const engine = await EmbeddedJourneyEngine.open({ folder: `${folder}/rashin`, threads, valueDigits: 2 });
  let taken = 0;
  const spent = async work => {
    const begun = performance.now();
    await work();
    taken += performance.now() - begun;
  };
  const append = async (from, to) => {
    const batch = batchOf(data, order, from, to);
    await spent(() => engine.append(batch));
  };
  for (let from = 0; from < lastDay; from += BATCH) {
    await append(from, Math.min(lastDay, from + BATCH));
    if (from % 1e7 === 0 && from > 0) tell(`  ${from / 1e6} M events in ${(taken / 1000).toFixed(0)} s`);
  }
  await spent(() => engine.merge(data.merges.map(([from, to]) => ({ from: personId(from), to: personId(to) }))));
  await spent(() => engine.compact());
  const answers = async () => {
    const found = [];
    for (const what of FRESH) {
      const begun = performance.now();
      const { value } = await engine.ask(QUESTIONS[what]);
      found.push({ what, wall: performance.now() - begun, value });
    }
    return found;
  };
  await spent(() => engine.ask(QUESTIONS.funnel));
  const whole = taken;
  await answers();
  taken = 0;
  const step = Math.ceil((order.length - lastDay) / 10);
  for (let from = lastDay; from < order.length; from += step) await append(from, Math.min(order.length, from + step));
  const appended = taken;
  const fresh = await answers();
  taken = 0;
  await spent(() => engine.compact());
  const compacted = taken;
  for (const [i, { what, value }] of (await answers()).entries())
    if (!isSameAnswer(value, fresh[i].value))
      throw new Error(`${what} after the last batches is not what it is after compaction`);
  await engine.close();
  return {
    whole,
    rows: lastDay,
    appended,
    dayRows: order.length - lastDay,
    fresh: fresh.map(({ what, wall }) => [what, wall]),
    compacted,
  };
}

export async function open({ folder, threads, seed }) {
  const { EmbeddedJourneyEngine, channelTable, learnedPaths, removalEffects, shapleyCredits, fitPurchaseModel } = await import(
    engineAt
  );
  const engine = await EmbeddedJourneyEngine.open({ folder: `${folder}/rashin`, threads, valueDigits: 2 });
  const answered = async question => {
    const found = await engine.ask(question);
    if (!found.ok) throw new Error(JSON.stringify(found.problems));
    return found.value;
  };
  const costs = new Float64Array(CAMPAIGN_NUMBERS + 1);
  for (const { campaign, cost } of madeSpend(seed)) costs[campaign] += cost;
  const costOf = CAMPAIGNS.flatMap((name, i) => (i === 0 ? [] : [{ slice: [name], cost: costs[i] }]));
  const codeOf = list => new Map(list.map((value, i) => [value, i]));
  const code = { channel: codeOf(CHANNELS), campaign: codeOf(CAMPAIGNS), device: codeOf(DEVICES), country: codeOf(COUNTRIES) };
  const both = (all, purchases) => async () => [await answered(QUESTIONS[all]), await answered(QUESTIONS[purchases])];
  const peopleRows = ([all, purchases]) => {
    const buyers = new Map(purchases.rows.map(({ bucket, slice, people }) => [`${bucket} ${slice}`, people]));
    return all.rows.map(({ bucket, slice, people }) => [
      bucket,
      code.channel.get(slice[0]),
      people,
      buyers.get(`${bucket} ${slice}`) ?? 0,
    ]);
  };
  const reached = ({ rows }) => [rows[0].reached];
  const cohorts = ({ cohorts: found }) =>
    found.flatMap(({ cells }, c) => cells.flatMap(({ people }, k) => (people > 0 ? [[c, k, people]] : [])));
  const one = what => () => answered(QUESTIONS[what]);
  const seriesRows = ({ rows }) =>
    rows.map(({ bucket, slice, events, sessions, value }) => [bucket, code.channel.get(slice[0]), events, sessions, value]);
  const linear = (answer, slice) => answer.rows.find(row => row.slice[0] === slice)?.credits[2];
  let paths;

  /** What is asked, and its answer in the shape of the peers' rows. */
  const work = {
    series: [one('series'), seriesRows],
    people: [both('series', 'series of purchases'), peopleRows],
    'people, filtered': [both('series on phones', 'series of purchases on phones'), peopleRows],
    rolling: [one('rolling'), ({ active, rolling }) => rolling.map((people, day) => [day, active[day], people])],
    funnel: [one('funnel'), reached],
    'funnel, filtered': [one('funnel on phones'), reached],
    'funnel by channel': [
      one('funnel by channel'),
      ({ rows }) =>
        rows.map(row => [code.channel.get(row.value), ...row.reached, ...row.times.flatMap(time => [time?.median, time?.p90])]),
    ],
    retention: [one('retention'), cohorts],
    'retention, filtered': [one('retention of Paid Search'), cohorts],
    attribution: [
      one('attribution'),
      ({ rows }) =>
        rows.map(({ slice, touches, credits }) => [
          code.channel.get(slice[0]),
          touches,
          ...credits.flatMap(({ conversions, value }) => [conversions, value]),
        ]),
    ],
    'attribution with costs': [
      async () => {
        const answer = await answered(QUESTIONS['attribution by campaign']);
        const models = QUESTIONS.attribution.models.map((_, i) =>
          answer.rows.map(({ slice, credits }) => ({ slice, ...credits[i] })),
        );
        return { answer, table: channelTable({ models, costs: costOf }) };
      },
      ({ answer, table }) =>
        table.flatMap(({ slice, models }) => {
          const credit = linear(answer, slice[0]);
          return slice[0] === null || !credit
            ? []
            : [[code.campaign.get(slice[0]), credit.conversions, credit.value, models[2].cpa, models[2].roas]];
        }),
    ],
    paths: [
      one('touch paths'),
      found => {
        paths = found.paths;
        return found.paths.map(({ path, conversions, value, lost }) => [
          path.map(name => code.channel.get(name)).join(','),
          conversions,
          value,
          lost,
        ]);
      },
    ],
    learning: [
      () => {
        const made = learnedPaths(paths);
        return { removal: removalEffects(made), shapley: shapleyCredits(made), made };
      },
      ({ removal, shapley }) =>
        removal.map(({ channel, effect }, i) => [code.channel.get(channel), effect, shapley[i].conversions, shapley[i].value]),
    ],
    rfm: [one('RFM'), ({ cells }) => cells.map(({ r, f, m, people, orders, value }) => [r, f, m, people, orders, value])],
    'purchase model': [
      async () => {
        const { patterns } = await answered(QUESTIONS['purchase patterns']);
        return { patterns, fit: fitPurchaseModel(patterns) };
      },
      ({ patterns, fit: { model, logLikelihood } }) => [
        [
          patterns.reduce((sum, { people }) => sum + people, 0),
          patterns.length,
          logLikelihood,
          model && purchaseLikelihood(model, patterns),
        ],
      ],
    ],
  };
  return {
    ask: async ({ what, step }) => {
      if (!step) {
        const [run, rows] = work[what];
        return { run, rows };
      }
      const run = async () => {
        const found = [];
        for (const question of asked(step)) found.push(await answered(question));
        return step.kind === 'table' ? found[0] : bestCampaigns(found);
      };
      const rows = found =>
        step.kind === 'table'
          ? found.rows.map(({ bucket, slice, events, people, value }) => [
              bucket,
              ...slice.map((text, i) => code[step.by[i]].get(text)),
              events,
              people,
              value,
            ])
          : found.map(({ campaign, value, orders, people, buyers }) => [
              code.campaign.get(campaign),
              value,
              orders,
              people,
              buyers,
            ]);
      return { run, rows };
    },
    contents: () => engine.contents(),
    paths: () => learnedPaths(paths),
    /** Longest delay of the event loop, in ms, while questions are answered. */
    delay: async whats => {
      const delay = monitorEventLoopDelay({ resolution: 1 });
      await new Promise(resolve => setTimeout(resolve, 20));
      delay.enable();
      for (const what of whats) await work[what][0]();
      delay.disable();
      return delay.max / 1e6;
    },
    bytes: () => sizeOf(`${folder}/rashin`),
    close: () => engine.close(),
  };
}

function sizeOf(path) {
  if (!existsSync(path)) return 0;
  const found = statSync(path);
  return found.isDirectory() ? readdirSync(path).reduce((sum, name) => sum + sizeOf(`${path}/${name}`), 0) : found.size;
}
