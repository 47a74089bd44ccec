import { expect, test } from 'vitest';
import { parseDay } from '../calendar/day.ts';
import type { Cell } from '../measure/observation.ts';
import { EMPTY_CATALOGUE } from '../metric/catalogue.ts';
import { prepareArithmetic } from '../plan/arithmetic.ts';
import { parsePlan } from '../plan/build-plan.ts';
import { framesOf, rangeKey, rangesIn } from './frames.ts';
import { type NodeProgress, progressOf } from './node-progress.ts';
import { plannedValues } from './planned.ts';

const YAML = `
rashin: 1
plan: shop
period: 2026-04-01/2027-03-31
goals:
  revenue: { target: 1.2億円 by 2027-03-31, equals: orders * aov }
kpis:
  orders: { target: 1000 per month, unit: count of order, pair: happiness }
  aov: { target: 10000円, unit: JPY per order }
  happiness: { target: 80%, unit: ratio }
  returns: { target: 5%, unit: ratio, direction: down }
`;

function progress(
  on: string,
  values: Readonly<Record<string, (from: string, to: string) => number | undefined>>,
  yaml = YAML,
  sheet?: string,
): readonly NodeProgress[] {
  const parsed = parsePlan({ yaml, ...(sheet === undefined ? {} : { sheet }) }, EMPTY_CATALOGUE);
  const day = parseDay(on);
  if (!parsed.ok || !day) throw new Error('bad plan');
  const prepared = prepareArithmetic(parsed.value.plan);
  const frames = framesOf(parsed.value.plan, day, 'dates');
  if (!prepared.ok || !frames) throw new Error('bad plan');
  const pace = () => ({ kind: 'calendar-days' as const });
  return progressOf({
    arithmetic: prepared.arithmetic,
    frames,
    planned: plannedValues(prepared.arithmetic, pace),
    paceOf: pace,
    cellOf: (node, range): Cell | undefined => {
      const value = values[node]?.(range.from, range.to);
      if (value === undefined) return undefined;
      return { ...range, slice: {}, close: 'open', observation: { state: 'value', value, exact: String(value) } };
    },
  });
}

function only(all: readonly NodeProgress[], node: string): NodeProgress {
  const found = all.find(one => one.node === node);
  if (!found) throw new Error(node);
  return found;
}

test('[CNV-04] on day 12 of 30 a flow is due to 12/30; a rate is due in full', () => {
  const all = progress('2026-04-12', { orders: () => 350, happiness: () => 0.9, returns: () => 0.04 });
  const orders = only(all, 'orders').month;
  expect(orders.due).toBe('400');
  expect(orders.whole).toBe('1000');
  expect(orders.elapsed).toBeCloseTo(0.4, 12);
  expect(orders.achievement?.ratio).toBeCloseTo(0.875, 12);
  expect(only(all, 'orders').state).toBe('behind');
  expect(only(all, 'happiness').month.due).toBe('0.8');
  expect(only(all, 'returns').month.achievement?.ratio).toBeCloseTo(1.25, 12);
});

test('[PRG-02] the plan to date adds whole months and the paced part of the running one', () => {
  const all = progress('2026-06-15', { revenue: () => 24_000_000, orders: () => 2_600 });
  expect(only(all, 'orders').plan.due).toBe('2500');
  expect(only(all, 'revenue').plan.due).toBe('25000000');
  expect(only(all, 'revenue').plan.ofWhole).toBeCloseTo(0.2, 12);
  expect(only(all, 'revenue').main).toBe('plan');
});

test('[PRG-02] a month that stands in the sheet by weeks is due week by week', () => {
  const sheet =
    'node,kind,2026-06,2026-06-01,2026-06-08,2026-06-15,2026-06-22,2026-06-29\norders,target,1000,400,300,150,90,150\n';
  const due = (on: string) => Number(only(progress(on, { orders: () => 500 }, YAML, sheet), 'orders').month.due);
  expect([due('2026-06-07'), due('2026-06-28'), due('2026-06-30')]).toEqual([400, 940, 1000]);
  expect(due('2026-06-11')).toBeCloseTo(400 + (300 * 4) / 7, 9);
  expect(due('2026-07-15')).toBeCloseTo((1000 * 15) / 31, 9);
});

test('[DES-41] volume on target with its quality partner below is not a success', () => {
  const all = progress('2026-04-30', { orders: () => 1_200, happiness: () => 0.6 });
  expect(only(all, 'orders')).toMatchObject({ state: 'near', flag: 'quality-down' });
});

test('[DES-39] [VIS-26] a goal that misses while every part is met does not add up', () => {
  const all = progress('2026-04-30', { revenue: () => 8_000_000, orders: () => 1_000, aov: () => 10_000, happiness: () => 0.9 });
  expect(only(all, 'revenue')).toMatchObject({ state: 'behind', flag: 'adds-up-short' });
});

const SHOP = `
rashin: 1
plan: ec
period: 2026-04-01/2027-03-31
goals:
  revenue: { target: 3億円 by 2027-03-31, equals: visitors * cvr * aov }
kpis:
  visitors: { target: 100000 per month, unit: count of visitor }
  cvr: { target: 3%, unit: ratio of order over visitor }
  aov: { target: 5000円, unit: JPY per order }
`;

/** The whole year, with every part exactly on its target, and the goal as given. */
function year(revenue: number, yaml = SHOP): readonly string[] {
  const isYear = (from: string, to: string) => from === '2026-04-01' && to === '2027-03-31';
  const all = progress(
    '2027-03-31',
    {
      revenue: () => revenue,
      visitors: (from, to) => (isYear(from, to) ? 1_200_000 : 100_000),
      cvr: () => 0.03,
      aov: () => 5_000,
    },
    yaml,
  );
  const goal = only(all, 'revenue');
  expect(['visitors', 'cvr', 'aov'].map(id => only(all, id).state)).toEqual(['met', 'met', 'met']);
  expect(goal.flag).toBe('adds-up-short');
  return (goal.why ?? []).map(({ kind }) => kind);
}

test('[DES-39] three KPIs at 100 % and the goal at 60 %: the targets do not add up is named first', () => {
  expect(year(180_000_000)).toEqual(['targets-do-not-add-up', 'wrong-causal-link']);
});

test('[DES-39] reasons are named in their order, and those the figures speak against are not', () => {
  const enough = SHOP.replace('3億円', '1.8億円');
  expect(year(108_000_000, enough)).toEqual(['external-factor', 'wrong-causal-link']);
  expect(year(180_000, enough)).toEqual(['unit-mismatch', 'wrong-causal-link']);
  expect(year(180_000)).toEqual(['targets-do-not-add-up', 'unit-mismatch', 'wrong-causal-link']);
});

test('[PRG-03] what nobody measures says so, and is never zero', () => {
  const all = progress('2026-04-30', {});
  expect(only(all, 'orders')).toMatchObject({ state: 'no-data', month: { actual: { state: 'no-data' } } });
  expect(only(all, 'orders').month.achievement).toBeUndefined();
});

test('[PRG-01] a part month is compared with the same part of the month before, last year with the same dates', () => {
  const parsed = parsePlan({ yaml: YAML }, EMPTY_CATALOGUE);
  const day = parseDay('2026-11-20');
  if (!parsed.ok || !day) throw new Error('bad plan');
  const frames = framesOf(parsed.value.plan, day, 'dates');
  if (!frames) throw new Error('no frames');
  expect(rangeKey(frames.month.previous.other)).toBe('2026-10-01/2026-10-20');
  expect(rangeKey(frames.month.lastYear.other)).toBe('2025-11-01/2025-11-20');
  expect(rangeKey(frames.plan.lastYear.other)).toBe('2025-04-01/2025-11-20');
  expect(frames.trend.length).toBe(12);
  expect(frames.trend.at(-1)?.range.to).toBe('2026-11-20');
  expect(rangesIn(frames).length).toBe(new Set(rangesIn(frames).map(rangeKey)).size);
  expect(framesOf(parsed.value.plan, parseDay('2026-03-31') ?? day, 'dates')).toBeUndefined();
});

const ACCEPTANCE = `
rashin: 1
plan: acceptance
period: 2026-06-01/2027-05-31
goals:
  sales: { target: 900万円 by 2027-05-31, unit: JPY }
kpis:
  leads: { target: 200 per month, unit: count of lead }
  win-rate: { target: 25%, unit: ratio }
  email-open-rate: { target: 18%, unit: ratio }
`;

test('[CNV-04] 200 leads a month are 80 by day 12 of 30, and 70 are 87.5 % of that; a win rate of 25 % stays 25 %', () => {
  const all = progress('2026-06-12', { leads: () => 70, 'win-rate': () => 0.25 }, ACCEPTANCE);
  const leads = only(all, 'leads');
  expect([leads.month.due, leads.month.achievement?.ratio, leads.state]).toEqual(['80', 0.875, 'behind']);
  const rate = only(all, 'win-rate');
  expect([rate.month.due, rate.month.whole, rate.state]).toEqual(['0.25', '0.25', 'met']);
});

test('[VIS-07] sales of 7,200,000 towards 9,000,000 fill the bar to 80 %, with the time gone as its mark', () => {
  const sales = only(progress('2027-02-28', { sales: () => 7_200_000 }, ACCEPTANCE), 'sales');
  expect([sales.plan.whole, sales.plan.ofWhole]).toEqual(['9000000', 0.8]);
  expect(sales.plan.elapsed).toBeCloseTo(273 / 365, 12);
});

test('[VIS-14] an open rate of 17 % stands beside its target of 18 %, the month before and 14 % of last year', () => {
  const rate = (from: string) => (from < '2025-07-01' ? 0.14 : from < '2026-06-01' ? 0.16 : 0.17);
  const { month } = only(progress('2026-06-30', { 'email-open-rate': rate }, ACCEPTANCE), 'email-open-rate');
  expect([month.actual, month.previous.observation, month.lastYear.observation]).toMatchObject([
    { exact: '0.17' },
    { exact: '0.16' },
    { exact: '0.14' },
  ]);
  expect([month.due, month.achievement?.ratio]).toEqual(['0.18', 0.17 / 0.18]);
  expect(month.achievement?.gap).toBeCloseTo(-0.01, 12);
});

test('[VIS-05] 87.5 % is red, amber from 85 % where the plan says so, and green from 80 %', () => {
  const state = (lights: string) => {
    const yaml = ACCEPTANCE.replace('leads: {', `leads: { ${lights}`);
    return only(progress('2026-06-12', { leads: () => 70 }, yaml), 'leads').state;
  };
  expect(state('')).toBe('behind');
  expect(state('lights: { near: 85% }, ')).toBe('near');
  expect(state('lights: { met: 80%, near: 70% }, ')).toBe('met');
});
