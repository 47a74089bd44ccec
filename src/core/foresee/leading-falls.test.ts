import { describe, expect, test } from 'vitest';
import { type Day, parseDay } from '../calendar/day.ts';
import { EMPTY_CATALOGUE } from '../metric/catalogue.ts';
import { prepareArithmetic } from '../plan/arithmetic.ts';
import { parsePlan } from '../plan/build-plan.ts';
import type { ForesightInput } from './foresight.ts';
import { historyMonths, LOOK_BACK } from './history-months.ts';
import { landingOf } from './landing.ts';
import { bestLag, leadTimes } from './lead-times.ts';
import { fallIn, leadingFalls } from './leading-falls.ts';
import { Simulation } from './simulation.ts';

const WEB = [40, 60, 50, 80, 70, 90, 60, 100];
const WON = [2, 2, 2, 4, 6, 5, 8, 7];

const PLAN = `rashin: 1
plan: sales
period: 2026-04-01/2027-03-31
goals:
  won: { target: 8 per month, unit: count of deal }
kpis:
  web: { target: 100 per month, unit: count of visit, supports: [{ to: won, because: Visitors ask for a meeting }] }
`;

const DELAYED = `rashin: 1
plan: sales
period: 2026-04-01/2027-03-31
goals:
  revenue: { target: 72000000 by 2027-03-31, equals: deals * price, unit: JPY }
kpis:
  deals: { equals: leads * rate, lag: 90 days after leads, unit: count of deal }
  leads: { target: 60 per month, unit: count of lead }
  rate: { target: 10%, unit: ratio }
  price: { target: 1000000円, unit: JPY per deal }
`;

describe('leading and lagging', () => {
  test('[ANA-10] won deals follow the web by three months', () => {
    expect(bestLag(WEB, WON)).toBe(3);
    expect(bestLag(WON, [5, 5, 5, 5, 5, 5, 5, 5])).toBeUndefined();
  });

  test('[ANA-10] a drop of the web in July lets won deals be expected to drop in October', () => {
    // The fixture from January on, with three months before it; the drop is in July, the last whole month.
    const input = inputOf(PLAN, '2026-07-31', {
      web: [20, 20, 20, ...WEB.slice(0, 7)],
      won: [1, 1, 1, ...WON.slice(0, 7)],
    });
    const july = leadingFalls(input, historyMonths(input.arithmetic.plan, input.to), new Map());
    expect(july).toHaveLength(1);
    expect(july[0]).toMatchObject({
      leader: 'web',
      follower: 'won',
      months: 3,
      by: 'history',
      month: { from: '2026-07-01', to: '2026-07-31' },
      showsIn: { from: '2026-10-01', to: '2026-10-31' },
    });
    expect(july[0]?.change).toBeCloseTo(60 / 31 / (90 / 30) - 1, 12);
  });

  test('[LND-50] delays of formulas add up, and only what is delayed leads', () => {
    const input = inputOf(DELAYED, '2026-07-31', {});
    expect(leadTimes(input.arithmetic.plan, 'revenue', new Map())).toEqual([
      { leader: 'leads', follower: 'revenue', months: 3, by: 'formula' },
    ]);
  });

  test('[LND-51] a fall is a tenth at least, and none where it was foreseen', () => {
    expect(fallIn([100, 100, 100, 80])).toBeCloseTo(-0.2, 12);
    expect(fallIn([100, 100, 100, 95])).toBeUndefined();
    expect(fallIn([100, 100, 100, 80], -0.2)).toBeUndefined();
    expect(fallIn([100, 100, 100, 80], -1)).toBeCloseTo(-0.2, 12);
    expect(fallIn([60, 60, 100, 80])).toBeUndefined();
    expect(fallIn([100, null, 80])).toBeUndefined();
    expect(fallIn([0, 0])).toBeUndefined();
  });

  test('[LND-52] a goal that will miss says in which month it shows, and which earlier month of its leads it comes from', () => {
    const steady = (value: number) => Array.from({ length: 24 }, () => value);
    const leads = [...steady(60), 30, 30];
    const input = inputOf(DELAYED, '2026-08-31', { leads, rate: [...steady(0.1), 0.1, 0.1], price: [...steady(1e6), 1e6, 1e6] });
    const { warnings, falls, months } = landingOf(new Simulation({ ...input, draws: 400 }).finished());
    const goal = warnings.find(({ node }) => node === 'revenue');
    // July's leads are the first that are short; ninety days later is October.
    expect(months[goal?.shows?.month ?? -1]?.from).toBe('2026-10-01');
    expect(goal?.shows?.leaders).toMatchObject([{ leader: 'leads', month: 3, value: 30, wanted: 60 }]);
    expect(falls).toEqual([]);
    const fallen = inputOf(DELAYED, '2026-07-31', { leads: leads.slice(0, -1) });
    expect(leadingFalls(fallen, historyMonths(fallen.arithmetic.plan, fallen.to), new Map())).toMatchObject([
      { leader: 'leads', follower: 'revenue', showsIn: { from: '2026-10-01', to: '2026-10-31' } },
    ]);
  });
});

/** Histories end with the last whole month. */
function inputOf(yaml: string, to: string, values: Readonly<Record<string, readonly number[]>>): ForesightInput {
  const parsed = parsePlan({ yaml }, EMPTY_CATALOGUE);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const prepared = prepareArithmetic(parsed.value.plan);
  if (!prepared.ok) throw new Error('a circle');
  const day = parseDay(to);
  if (!day) throw new Error(to);
  const { closed } = historyMonths(parsed.value.plan, day);
  expect(closed.length).toBeGreaterThan(LOOK_BACK);
  const history = new Map(
    Object.entries(values).map(([node, own]) => [
      node,
      {
        closed: [...new Array<null>(closed.length - own.length).fill(null), ...own],
        running: null,
        profile: { kind: 'calendar-days' } as const,
      },
    ]),
  );
  return { arithmetic: prepared.arithmetic, to: day satisfies Day, history, effects: [], seed: 1 };
}
