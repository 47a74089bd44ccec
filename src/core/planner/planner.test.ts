import { expect, test } from 'vitest';
import { EMPTY_CATALOGUE } from '../metric/catalogue.ts';
import { type PlannedSchedule, type PlannerRequest, planSchedule } from './planner.ts';

const MONTHS = Array.from({ length: 12 }, (_, i) => new Date(Date.UTC(2026, 3 + i, 1)).toISOString().slice(0, 7));
const TARGETS = [10, 11, 12, 13, 15, 16, 18, 19, 21, 23, 25, 28];
const SHARES = [0, 0.15, 0.35, 0.3, 0.2];

const plan = (extra = '', targets: readonly number[] = TARGETS) => ({
  yaml: `rashin: 1
plan: funnel
period: 2026-04-01/2027-03-31
pipeline: baseline
goals:
  wins: { unit: count, aggregation: sum, equals: leads * rate, target: ">= 1 per month" }
kpis:
  leads: { unit: count, aggregation: sum, target: "= 200 per month", baseline: "200 per month" }
  rate: { unit: ratio, aggregation: mean, target: "= 5%" }
`,
  sheet: `node,kind,${MONTHS.join(',')}\nwins,target,${targets.join(',')}\n${extra}`,
});
const LAGS = { lags: new Map([['wins', SHARES]]) };

function planned(request: PlannerRequest, text = plan()) {
  const answer = planSchedule(text, EMPTY_CATALOGUE, { ...LAGS, ...request });
  if (answer.kind !== 'planned') throw new Error(answer.problems.map(({ code }) => code).join());
  return answer;
}

const leadsOf = (schedule: PlannedSchedule | undefined) => [...(schedule?.levers.get('leads') ?? [])];

/** Wins by month, from nothing but the leads of each month. */
function delivered(leads: readonly number[], before = 200): readonly number[] {
  return MONTHS.map((_, month) =>
    SHARES.reduce((sum, share, delay) => sum + 0.05 * share * (month >= delay ? (leads[month - delay] ?? 0) : before), 0),
  );
}

test('[PLA-08] planned anew: what was created stays, the rest is delivered, months that are over are told as they were', () => {
  const made = [210, 260, 310, 330, 350];
  const actuals = { levers: new Map([['leads', made]]), delivered: [10, 10, 10, 11, 13] };
  const [schedule] = planned({ actuals, shapes: ['smooth'] }).schedules;
  const leads = leadsOf(schedule);
  expect(leads.slice(0, 5)).toEqual(made);
  expect(schedule?.months.slice(0, 5).map(({ state, delivered: value }) => [state, value])).toEqual(
    actuals.delivered.map(value => ['over', value]),
  );
  const truth = delivered(leads);
  for (const [month, { state, target, delivered: told }] of (schedule?.months ?? []).entries()) {
    if (month < 5) continue;
    expect(told).toBeCloseTo(truth[month] ?? 0, 9);
    if (state === 'met') expect(told).toBeGreaterThanOrEqual(target);
  }
  expect(schedule?.months.filter(({ state }) => state === 'met').length).toBeGreaterThanOrEqual(5);
  // The first new month follows the last actual one, not the baseline.
  expect(Math.abs((leads[5] ?? 0) - 350)).toBeLessThanOrEqual(0.35 * 350 + 1);
});

test('[PLA-08] catching up spreads what is missing over the months left, in their proportion', () => {
  const actuals = { levers: new Map([['leads', [200, 200, 200]]]), delivered: [8, 8, 7] };
  const plain = planned({ actuals, shapes: ['smooth'] });
  const caughtUp = planned({ actuals, catchUp: true, shapes: ['smooth'] });
  const missing = 33 - 23;
  const left = TARGETS.slice(3).reduce((sum, value) => sum + value, 0);
  expect(plain.targets).toEqual(TARGETS);
  for (const [month, target] of caughtUp.targets.entries())
    expect(target).toBeCloseTo(month < 3 ? (TARGETS[month] ?? 0) : (TARGETS[month] ?? 0) * (1 + missing / left), 9);
  expect(sum(leadsOf(caughtUp.schedules[0]))).toBeGreaterThan(sum(leadsOf(plain.schedules[0])));
});

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}

test('[PLA-03] the season is followed: with the same wanted every month, a strong month gets more', () => {
  const even = plan(
    '',
    TARGETS.map(() => 20),
  );
  const season = [1, 1, 1, 1, 1, 2, 1, 1, 1, 1, 1, 1];
  const [seasonal] = planned({ shapes: ['seasonal'], season, ramp: 3 }, even).schedules;
  const [smooth] = planned({ shapes: ['smooth'], ramp: 3 }, even).schedules;
  const [june, others] = [2, [1, 3]];
  const share = (schedule: PlannedSchedule | undefined) => {
    const leads = leadsOf(schedule);
    return (2 * (leads[june] ?? 0)) / sum(others.map(month => leads[month] ?? 0));
  };
  expect(share(seasonal)).toBeGreaterThan(1.2 * share(smooth));
  for (const { state, target, delivered: value } of seasonal?.months ?? [])
    if (state === 'met') expect(value).toBeGreaterThanOrEqual(target);
});

test('[PLA-03] capacity and what the budget buys are never passed, and what they cost is told', () => {
  const [free] = planned({ shapes: ['smooth'] }).schedules;
  const most = 400;
  const limited = planned({ shapes: ['smooth'], capacity: new Map([['leads', most]]) });
  const leads = leadsOf(limited.schedules[0]);
  expect(Math.max(...leadsOf(free))).toBeGreaterThan(most);
  expect(Math.max(...leads)).toBeLessThanOrEqual(most);
  expect(limited.schedules[0]?.months.at(-1)?.state).toBe('out-of-reach');
  expect(limited.problems.map(({ code }) => code)).toContain('planner-out-of-reach');
  const budget = MONTHS.map((_, i) => 1_000 * (250 + 20 * i));
  const paid = planned({ shapes: ['smooth'], unitCost: new Map([['leads', 1_000]]) }, plan(`leads,budget,${budget.join(',')}\n`));
  for (const [month, amount] of leadsOf(paid.schedules[0]).entries())
    expect(amount * 1_000).toBeLessThanOrEqual(budget[month] ?? 0);
});

test('[PLA-04] a target that grows on behind the plan asks for more in the last months', () => {
  const [still] = planned({ shapes: ['smooth'] }).schedules;
  const [growing] = planned({ shapes: ['smooth'], growth: 0.1 }).schedules;
  expect(leadsOf(growing).at(-1) ?? 0).toBeGreaterThan(1.1 * (leadsOf(still).at(-1) ?? 0));
  expect(planSchedule(plan(), EMPTY_CATALOGUE, { ...LAGS, growth: -1 })).toMatchObject({
    kind: 'refused',
    problems: [{ code: 'planner-growth' }],
  });
});

test('[PLA-07] months that the sheet has no column for are added behind its others, the rest stays to the byte', () => {
  const text = plan();
  const sheet = `node,kind,note,${MONTHS.slice(0, 3).join(',')}\nwins,target,"a, b",10,11,12\n`;
  const [schedule] = planned({ shapes: ['smooth'] }, { ...text, sheet }).schedules;
  const lines = schedule?.texts?.sheet.split('\n') ?? [];
  expect(lines[0]).toBe(`node,kind,note,${MONTHS.join(',')}`);
  expect(lines[1]).toBe('wins,target,"a, b",10,11,12');
  expect(lines[2]).toBe(`leads,target,,${leadsOf(schedule).join(',')}`);
  const again = schedule?.texts && planSchedule(schedule.texts, EMPTY_CATALOGUE, LAGS);
  expect(again?.kind).toBe('planned');
});
