import { expect, test } from 'vitest';
import { isBusinessDay } from '#core/calendar/business-day.ts';
import { defaultCalendar } from '#core/calendar/calendar-settings.ts';
import { addDays, type Day, dayOfWeek } from '#core/calendar/day.ts';
import { EMPTY_CATALOGUE } from '#core/metric/catalogue.ts';
import { planSchedule } from '#core/planner/planner.ts';
import { Random } from './random.ts';

const SEED = Number(process.env.RASHIN_PROOF_SEED ?? 63_000_000);
const FUNNELS = Number(process.env.RASHIN_PROOF_FUNNELS ?? 100);

/** A funnel as the simulation sees it, with the days that people work. */
interface Funnel {
  readonly begin: Day;
  readonly end: Day;
  readonly isWorked: (day: Day) => boolean;
  readonly weekStarts: 'monday' | 'sunday';
  readonly holidays: 'jp' | 'none';
  /** Amounts by month before the plan. */
  readonly sources: readonly { readonly before: number; readonly rate: number }[];
  /** Shares of a delay by whole weeks. */
  readonly steps: readonly { readonly rate: number; readonly delays: readonly number[] }[];
  readonly months: readonly { readonly key: string; readonly target: number }[];
}

const BEFORE_DAYS = 900;

/** Days that are worked, from long before the plan to its end, with what stands for a week of delay on them. */
function worked({ begin, end, isWorked, weekStarts }: Funnel) {
  const days: Day[] = [];
  for (let day = addDays(begin, -BEFORE_DAYS); day <= end; day = addDays(day, 1)) if (isWorked(day)) days.push(day);
  const year = weekOf(begin, weekStarts);
  const inYear = Array.from({ length: 364 }, (_, i) => addDays(year, i)).filter(isWorked).length;
  return { days, perWeek: inYear / 52, perMonth: (inYear / 364) * (365 / 12) };
}

/** The first day of the week a day lies in. */
function weekOf(day: Day, starts: 'monday' | 'sunday'): Day {
  const place = dayOfWeek(day);
  return addDays(day, -(starts === 'monday' ? place - 1 : place % 7));
}

/** Wins by working day when so many leads are created in each week, evenly over its working days, and as before until then. */
function simulated(funnel: Funnel, created: readonly ReadonlyMap<Day, number>[]): ReadonlyMap<Day, number> {
  const { days, perWeek, perMonth } = worked(funnel);
  const { begin, weekStarts, sources, steps } = funnel;
  const inWeek = new Map<Day, number>();
  for (const day of days) {
    if (day < begin) continue;
    const week = weekOf(day, weekStarts);
    inWeek.set(week, (inWeek.get(week) ?? 0) + 1);
  }
  let flow = days.map(day =>
    sources.reduce((sum, { before, rate }, i) => {
      const week = weekOf(day, weekStarts);
      const amount = day < begin ? before / perMonth : (created[i]?.get(week) ?? 0) / (inWeek.get(week) ?? 1);
      return sum + rate * amount;
    }, 0),
  );
  for (const { rate, delays } of steps) {
    const next = flow.map(() => 0);
    for (const [weeks, share] of delays.entries()) {
      const shift = weeks * perWeek;
      const [whole, part] = [Math.floor(shift + 1e-9), Math.max(0, shift - Math.floor(shift + 1e-9))];
      for (const at of flow.keys()) {
        // What was long before the simulation began was as on its first day.
        const early = flow[Math.max(0, at - whole)] ?? 0;
        const late = flow[Math.max(0, at - whole - 1)] ?? 0;
        next[at] = (next[at] ?? 0) + share * rate * ((1 - part) * early + part * late);
      }
    }
    flow = next;
  }
  return new Map(days.map((day, at) => [day, flow[at] ?? 0]));
}

function randomFunnel(random: Random): Funnel {
  const holidays = random.pick(['jp', 'none'] as const);
  const weekStarts = random.pick(['monday', 'sunday'] as const);
  const begin = random.pick(['2026-04-01', '2026-01-01', '2026-07-01', '2026-10-01'] as const) as Day;
  const first = Number(begin.slice(5, 7)) - 1;
  const keys = Array.from({ length: 12 }, (_, i) => new Date(Date.UTC(2026, first + i, 1)).toISOString().slice(0, 7));
  const end = addDays(`${new Date(Date.UTC(2026, first + 12, 1)).toISOString().slice(0, 10)}` as Day, -1);
  const calendar = { ...defaultCalendar, holidays };
  const sources = Array.from({ length: random.pick([1, 1, 1, 2]) }, () => ({
    before: random.whole(200, 4000),
    rate: random.whole(10, 100) / 100,
  }));
  const steps = Array.from({ length: random.whole(1, 3) }, () => {
    const raw = Array.from({ length: random.whole(1, 7) }, () => random.whole(0, 10));
    const total = raw.reduce((sum, share) => sum + share, 0);
    // Shares as a plan writes them: whole percents that add up.
    const shares = total > 0 ? raw.map(share => Math.round((100 * share) / total)) : [100];
    const most = shares.indexOf(Math.max(...shares));
    shares[most] = (shares[most] ?? 0) + 100 - shares.reduce((sum, share) => sum + share, 0);
    return { rate: random.whole(5, 90) / 100, delays: shares.map(share => share / 100) };
  });
  const growth = random.pick([0, 0.01, 0.02, 0.03, -0.02]);
  const jump = random.pick([1, 1, 1.05, 1.15]);
  const start =
    sources.reduce((sum, { before, rate }) => sum + before * rate, 0) * steps.reduce((all, { rate }) => all * rate, 1);
  const months = keys.map((key, i) => ({ key, target: Number((start * jump * (1 + growth) ** i).toFixed(4)) }));
  return { begin, end, isWorked: day => isBusinessDay(day, calendar), weekStarts, holidays, sources, steps, months };
}

function written({ begin, end, weekStarts, holidays, sources, steps, months }: Funnel) {
  const lagOf = (delays: readonly number[]) => {
    const parts = delays.flatMap((share, weeks) => (share > 0 ? [`${Math.round(share * 100)}% in ${weeks} weeks`] : []));
    return parts.length > 1 ? parts.join(', ') : `${delays.findIndex(share => share > 0)} weeks`;
  };
  const stage = (i: number) => ({
    formula: `${i === 0 ? 'entered' : `stage${i - 1}`} * rate${i}`,
    lag: `lag: "${lagOf(steps[i]?.delays ?? [1])}"`,
  });
  const last = stage(steps.length - 1);
  const yaml = `rashin: 1
plan: funnel
period: ${begin}/${end}
calendar: { week-starts: ${weekStarts}, holidays: ${holidays} }
pipeline: baseline
goals:
  wins: { unit: JPY, aggregation: sum, equals: "${last.formula}", ${last.lag}, target: ">= 1 per month" }
kpis:
  entered: { unit: count, aggregation: sum, equals: "${sources.map((_, i) => `lead${i} * quality${i}`).join(' + ')}" }
${sources.map(({ before, rate }, i) => `  lead${i}: { unit: count, aggregation: sum, target: "= ${before} per month", baseline: "${before} per month" }\n  quality${i}: { unit: ratio, aggregation: mean, target: "= ${Math.round(rate * 100)}%" }`).join('\n')}
${steps.map(({ rate }, i) => `  rate${i}: { unit: ratio, aggregation: mean, target: "= ${Math.round(rate * 100)}%" }`).join('\n')}
${steps
  .slice(0, -1)
  .map((_, i) => `  stage${i}: { unit: JPY, aggregation: sum, equals: "${stage(i).formula}", ${stage(i).lag} }`)
  .join('\n')}
`;
  const sheet = `node,kind,${months.map(({ key }) => key).join(',')}\nwins,target,${months.map(({ target }) => target).join(',')}\n`;
  return { yaml, sheet };
}

test(`[PLA-11] ${FUNNELS} random funnels in weeks (seed ${SEED}): every week that can be influenced is delivered, and weeks are months`, {
  timeout: 3_000_000,
}, () => {
  let [weeks, influenceable, met, excluded, steepest, owed] = [0, 0, 0, 0, 0, 0];
  for (let i = 0; i < FUNNELS; i++) {
    const seed = SEED + i;
    const funnel = randomFunnel(new Random(seed));
    const answer = planSchedule(written(funnel), EMPTY_CATALOGUE, { rhythm: 'week', shapes: ['smooth'] });
    if (answer.kind !== 'planned') throw new Error(`seed ${seed}: ${answer.problems.map(({ code }) => code).join()}`);
    const [schedule] = answer.schedules;
    const planned = schedule?.weeks ?? [];
    const created = funnel.sources.map((_, lever) => new Map(planned.map(one => [one.week, one.levers[`lead${lever}`] ?? 0])));
    const truth = simulated(funnel, created);
    const { perMonth } = worked(funnel);
    for (const { from, to, target, delivered, influence, state } of planned) {
      weeks += 1;
      let value = 0;
      for (let day = from; day <= to; day = addDays(day, 1)) value += truth.get(day) ?? 0;
      // Between stages the plan counts by weeks, the simulation by days.
      const near = funnel.steps.length === 1 ? 1e-6 : 0.01;
      expect(Math.abs(delivered - value), `seed ${seed} week ${from}`).toBeLessThan(near * Math.max(1, value));
      if (state !== 'met') excluded += 1;
      if (influence < 0.25 || state !== 'met') continue;
      influenceable += 1;
      if (value >= 0.99 * target) met += 1;
    }
    // The days of each month add up to what it asks for.
    for (const { key, target } of funnel.months) {
      const sum = planned.reduce((all, week) => all + (week.target * daysIn(week, key, funnel)) / Math.max(1, week.days), 0);
      owed = Math.max(owed, Math.abs(sum - target) / target);
    }
    for (const [lever, { before }] of funnel.sources.entries()) {
      const paces = [
        before / perMonth,
        ...planned
          .flatMap(({ days, levers }) => (days > 0 ? [[days, levers[`lead${lever}`] ?? 0]] : []))
          .map(([days = 1, amount = 0]) => amount / days),
      ];
      const sizes = [1, ...planned.flatMap(({ days }) => (days > 0 ? [days] : []))];
      for (let week = 1; week < paces.length; week++) {
        // Whole leads: one more or less in either week is rounding.
        const slack = 1 / (sizes[week] ?? 1) + 1 / (sizes[week - 1] ?? 1);
        const [was, is] = [paces[week - 1] ?? 0, paces[week] ?? 0];
        steepest = Math.max(steepest, Math.max(0, Math.abs(is - was) - slack) / Math.max(was, 1e-9));
      }
      expect(Math.min(...paces.slice(-4)), `seed ${seed}: no empty end`).toBeGreaterThan(0);
    }
  }
  console.log(
    `weeks ${weeks}, influenceable and within reach ${influenceable}, delivered ${met}, told to be out of reach ${excluded}, steepest change per day ${(steepest * 100).toFixed(1)}%, months off by at most ${(owed * 100).toExponential(1)}%`,
  );
  expect(met).toBe(influenceable);
  expect(influenceable).toBeGreaterThan(weeks / 2);
  expect(steepest).toBeLessThanOrEqual(0.0701);
  expect(owed).toBeLessThan(1e-6);
});

function daysIn({ from, to }: { readonly from: Day; readonly to: Day }, month: string, { isWorked }: Funnel): number {
  let count = 0;
  for (let day = from; day <= to; day = addDays(day, 1)) if (day.startsWith(month) && isWorked(day)) count += 1;
  return count;
}
