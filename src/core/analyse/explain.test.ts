import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Formula } from '../formula/ast.ts';
import { EMPTY_CATALOGUE } from '../metric/catalogue.ts';
import { parsePlan } from '../plan/build-plan.ts';
import type { Plan } from '../plan/plan.ts';
import { type Explanation, explainChange, type Method } from './explain.ts';
import type { State } from './state.ts';

function planOf(nodes: string): Plan {
  const parsed = parsePlan({ yaml: `rashin: 1\nplan: test\nperiod: 2026-04-01/2027-03-31\n${nodes}` }, EMPTY_CATALOGUE);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems[0]));
  return parsed.value.plan;
}

type Values = Readonly<Record<string, readonly number[] | number>>;

/** A state from a table: one number for every month, or one per month of the stretch; `history` for months before it. */
function state(values: Values, history: Values = {}, whole: Readonly<Record<string, number>> = {}): State {
  const known = (value: number | undefined) => (value === undefined ? undefined : { value, isProvisional: false });
  return {
    kind: 'measured',
    month: (node, place) => {
      const of = place < 0 ? history[node] : values[node];
      return known(typeof of === 'number' ? of : of?.[place < 0 ? of.length + place : place]);
    },
    whole: node => known(whole[node]),
  };
}

function explained(plan: Plan, node: string, before: State, after: State, months = 1, method: Method = 'shapley'): Explanation {
  const result = explainChange({ plan, node, months, before, after, method });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

const rounded = ({ factors }: Explanation) =>
  Object.fromEntries(factors.map(({ node, kind, share }) => [`${kind} ${node}`, Math.round(share)]));

const SHOP = planOf(`goals:
  revenue: { target: 1億円, equals: sessions * cvr * aov }
kpis:
  sessions: { unit: count, target: 100000 per month }
  cvr: { unit: ratio, target: 2% }
  aov: { unit: JPY per order, target: 8000円 }`);

describe('[EXP-10] a change of a goal', () => {
  const before = state({ sessions: 100_000, cvr: 0.02, aov: 8_000, revenue: 16_000_000 });
  const after = state({ sessions: 110_000, cvr: 0.018, aov: 8_500, revenue: 16_830_000 });

  test('[ANA-02] sessions, conversion rate and order value, to the yen by both methods', () => {
    const shapley = explained(SHOP, 'revenue', before, after);
    expect(rounded(shapley)).toEqual({ 'driver cvr': -1_733_333, 'driver sessions': 1_566_667, 'driver aov': 996_667 });
    expect([shapley.before, shapley.after, shapley.change]).toEqual([16_000_000, 16_830_000, 830_000]);
    expect([shapley.how, shapley.provisional]).toEqual(['exact', 0]);
    const lmdi = explained(SHOP, 'revenue', before, after, 1, 'lmdi');
    expect(rounded(lmdi)).toEqual({ 'driver cvr': -1_729_124, 'driver sessions': 1_564_183, 'driver aov': 994_941 });
  });

  test('[ANA-01] what one driver alone would bring back does not add up, and is told apart from its share', () => {
    const { factors } = explained(SHOP, 'revenue', after, before);
    const back = Object.fromEntries(factors.map(({ node, ifUndone }) => [node, Math.round(ifUndone)]));
    expect(back).toEqual({ sessions: 1_600_000, cvr: -1_600_000, aov: 1_000_000 });
  });

  test('[ANA-01] a rate of 40% instead of 50% explains all of 24M instead of 30M, and closing it brings 6M', () => {
    const saas = planOf(`goals:
  revenue: { target: 3億円, equals: deals * value }
kpis:
  leads: { unit: count, target: 200 per month }
  mql-rate: { unit: ratio, target: 30% }
  sql-rate: { unit: ratio, target: 50% }
  meeting-rate: { unit: ratio, target: 80% }
  win-rate: { unit: ratio, target: 25% }
  value: { unit: money per deal, target: 500万円 }
  deals: { unit: count, equals: leads * mql-rate * sql-rate * meeting-rate * win-rate, lag: 90 days }`);
    const planned = { leads: 200, 'mql-rate': 0.3, 'sql-rate': 0.5, 'meeting-rate': 0.8, 'win-rate': 0.25, value: 5_000_000 };
    const actual = { ...planned, 'sql-rate': 0.4 };
    const split = explained(saas, 'revenue', state(planned, flat(planned)), state(actual, flat(actual)));
    expect([Math.round(split.before), Math.round(split.after)]).toEqual([30_000_000, 24_000_000]);
    expect(split.factors[0]).toMatchObject({ node: 'sql-rate', kind: 'driver', under: 'deals' });
    expect(split.factors[0]?.share).toBeCloseTo(-6_000_000, 3);
    expect(split.factors[0]?.ifUndone).toBeCloseTo(6_000_000, 3);
    expect(split.factors.slice(1).every(({ share }) => share === 0)).toBe(true);
    expect(split.nodes).toEqual([{ node: 'deals', under: 'revenue', share: split.factors[0]?.share }]);
  });

  test('[ANA-46] the order value rises, the price of an item falls by 28%', () => {
    const plan = planOf(`goals: { aov: { target: 6000円, equals: items * item-price, unit: JPY per order } }
kpis: { items: { unit: count per order, target: 2.5 }, item-price: { unit: JPY per item, target: 2400円 } }`);
    const split = explained(
      plan,
      'aov',
      state({ items: 1.5, 'item-price': 5_000 / 1.5 }),
      state({ items: 2.5, 'item-price': 2_400 }),
    );
    const price = split.factors.find(({ node }) => node === 'item-price');
    const [value] = price?.values ?? [];
    expect((value?.after ?? 0) / (value?.before ?? 1) - 1).toBeCloseTo(-0.28, 12);
    expect(split.change).toBeCloseTo(1_000, 9);
    expect(Math.round(price?.share ?? 0)).toBe(-1_867);
  });
});

describe('[EXP-11] the tree over months', () => {
  test('[EXP-11] months are added up; a driver that several months and branches use is one factor', () => {
    const plan = planOf(`goals: { profit: { target: 1億円, equals: revenue - cost, unit: JPY } }
kpis:
  revenue: { unit: JPY, equals: visits * value }
  cost: { unit: JPY, equals: visits * price }
  visits: { unit: count, target: 100 per month }
  value: { unit: JPY per visit, target: 10円 }
  price: { unit: JPY per visit, target: 2円 }`);
    const split = explained(
      plan,
      'profit',
      state({ visits: [100, 100], value: [10, 10], price: [2, 2] }),
      state({ visits: [120, 90], value: [10, 12], price: [2, 1] }),
      2,
    );
    expect(split.before).toBe(1_600);
    expect(split.after).toBe(120 * 8 + 90 * 11);
    expect(split.factors.map(({ node, under }) => [node, under])).toEqual([
      ['value', 'revenue'],
      ['price', 'cost'],
      ['visits', 'profit'],
    ]);
    const sum = (nodes: readonly string[]) =>
      split.factors.filter(({ node }) => nodes.includes(node)).reduce((a, { share }) => a + share, 0);
    expect(sum(['visits', 'value', 'price'])).toBeCloseTo(350, 9);
    expect(split.nodes.map(({ node, share }) => [node, share])).toEqual([
      ['revenue', sum(['value'])],
      ['cost', sum(['price'])],
    ]);
  });

  test('[EXP-12] a measured value that is not what the formula gives has a factor of its own', () => {
    const before = state({ sessions: 1_000, cvr: 0.02, aov: 100, revenue: 2_000 });
    const after = state({ sessions: 1_000, cvr: 0.02, aov: 100, revenue: 1_900 });
    const split = explained(SHOP, 'revenue', before, after);
    expect(split.factors[0]).toMatchObject({ node: 'revenue', kind: 'gap', gap: { form: 'factor', in: 'after' } });
    expect(split.factors[0]?.share).toBeCloseTo(-100, 9);
    expect(split.after).toBe(1_900);
    // A difference that is always there explains nothing: it scales with the rest.
    const steady = explained(
      SHOP,
      'revenue',
      state({ sessions: 1_000, cvr: 0.02, aov: 100, revenue: 1_900 }),
      state({ sessions: 2_000, cvr: 0.02, aov: 100, revenue: 3_800 }),
    );
    expect(steady.factors.find(({ kind }) => kind === 'gap')?.share).toBeCloseTo(0, 9);
    expect(steady.factors[0]?.share).toBeCloseTo(1_900, 9);
  });

  test('[EXP-12] an inner node whose inputs are not measured is taken as it is, and says which are missing', () => {
    const split = explained(
      SHOP,
      'revenue',
      state({ sessions: 10, aov: 5, revenue: 100 }),
      state({ sessions: 12, aov: 5, revenue: 130 }),
    );
    expect(split.factors).toHaveLength(1);
    expect(split.factors[0]).toMatchObject({ node: 'revenue', kind: 'whole', share: 30, because: ['cvr'] });
  });

  test('[EXP-11] delays read the months before; a stock builds on where it stood', () => {
    const plan = planOf(`goals: { followers: { target: 1000, equals: previous(followers) + new, unit: count, aggregation: last } }
kpis: { new: { unit: count, equals: ads * rate, lag: 30 days }, ads: { unit: count, target: 10 per month }, rate: { unit: ratio, target: 50% } }`);
    const stock = [...plan.nodes.values()].find(({ id }) => id === 'followers');
    expect(stock?.time).toBe('stock');
    const split = explained(
      plan,
      'followers',
      state({ ads: [10, 10], rate: [0.5, 0.5] }, { followers: [100], ads: [10], rate: [0.5] }),
      state({ ads: [30, 99], rate: [0.5, 0.5] }, { followers: [120], ads: [20], rate: [0.5] }),
      2,
    );
    // Opening 100 → 120; ads of the month before and of the first month: 10 + 10 → 20 + 30. The last month's come later.
    expect(rounded(split)).toEqual({ 'opening followers': 20, 'driver ads': 15, 'driver rate': 0 });
    expect([split.before, split.after]).toEqual([110, 145]);
  });

  test('[EXP-11] a rate over months is the ratio of sums', () => {
    const plan = planOf(`goals: { cvr: { target: 3%, equals: orders / visits, unit: ratio } }
kpis: { orders: { unit: count, target: 1 per month }, visits: { unit: count, target: 100 per month } }`);
    const split = explained(
      plan,
      'cvr',
      state({ orders: [1, 3], visits: [100, 100] }),
      state({ orders: [1, 5], visits: [100, 300] }),
      2,
    );
    expect([split.before, split.after]).toEqual([0.02, 0.015]);
    expect(split.factors.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(-0.005, 15);
  });
});

describe('[EXP-03] what cannot be explained is said', () => {
  const codes = (plan: Plan, node: string, before: State, after: State, method: Method = 'shapley') => {
    const result = explainChange({ plan, node, months: 1, before, after, method });
    return result.ok ? [] : result.problems.map(({ code, params }) => [code, params]);
  };

  test('[EXP-03] unknown node, missing values, division by zero, LMDI below zero', () => {
    const full = state({ sessions: 1, cvr: 0.5, aov: 3 });
    expect(codes(SHOP, 'revenu', full, full)).toEqual([['explain-node-unknown', { node: 'revenu', suggestion: 'revenue' }]]);
    expect(codes(SHOP, 'revenue', state({ sessions: 1, cvr: 0.5 }), full)).toEqual([
      ['explain-no-value', { node: 'revenue', missing: ['aov'] }],
    ]);
    const ratio = planOf(`goals: { cvr: { target: 3%, equals: orders / visits, unit: ratio } }
kpis: { orders: { unit: count, target: 1 per month }, visits: { unit: count, target: 100 per month } }`);
    expect(codes(ratio, 'cvr', state({ orders: 0, visits: 0 }), state({ orders: 1, visits: 2 }))).toEqual([
      ['explain-no-value', { node: 'cvr', missing: ['cvr'] }],
    ]);
    expect(codes(SHOP, 'revenue', state({ sessions: 0, cvr: 0.4, aov: 3 }), full, 'lmdi')).toEqual([
      ['explain-lmdi-impossible', { node: 'revenue', why: 'not-positive', driver: 'sessions' }],
    ]);
  });

  test('[EXP-03] zero and negative values are split like any others', () => {
    const split = explained(
      SHOP,
      'revenue',
      state({ sessions: 0, cvr: 0.02, aov: 100 }),
      state({ sessions: 50, cvr: 0, aov: -100 }),
    );
    expect(split.change).toBe(0);
    expect(split.factors.every(({ share, ofChange }) => Number.isFinite(share) && ofChange === undefined)).toBe(true);
    expect(split.residual).toBe(0);
  });
});

describe('[EXP-02] random plans', () => {
  test('[EXP-02] up to 8 drivers: the shares are the averages over all orders in which the drivers could have moved', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.integer({ min: 1, max: 3 }), (seed, months) => {
        const { plan, drivers, before, after } = randomTree(seed, 6, months, false);
        const split = explained(plan, 'goal', state(before), state(after), months);
        const wanted = averagesOverOrders(plan, drivers, before, after, months);
        const scale = Math.max(1, ...wanted.map(Math.abs), Math.abs(split.before), Math.abs(split.after));
        return drivers.every((driver, i) => {
          const share = split.factors.find(({ node }) => node === driver)?.share ?? 0;
          return Math.abs(share - (wanted[i] ?? 0)) <= 1e-9 * scale;
        });
      }),
      { seed: 5, numRuns: 60 },
    );
  });

  test('[EXP-02] big plans with measured inner nodes, zeros and negative values: nothing is left over', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), seed => {
        const { plan, before, after } = randomTree(seed, 150, 3, true);
        const split = explained(plan, 'goal', state(before), state(after), 3);
        return split.residual <= 1e-9 && split.factors.every(({ share }) => Number.isFinite(share));
      }),
      { seed: 7, numRuns: 8 },
    );
  });
});

/** The same values in the twelve months before. */
function flat(values: Readonly<Record<string, number>>): Values {
  return Object.fromEntries(Object.entries(values).map(([node, value]) => [node, Array.from({ length: 12 }, () => value)]));
}

/** A random tree of sums, differences and products over so many drivers, some of them used twice. */
function randomTree(seed: number, drivers: number, months: number, isHard: boolean) {
  let at = seed + 1;
  const random = () => {
    at = (Math.imul(at, 1_103_515_245) + 12_345) >>> 0;
    return ((at >>> 8) % 10_000) / 10_000;
  };
  const ids = Array.from({ length: drivers }, (_, i) => `d${i}`);
  const lines = ids.map(id => `  ${id}: { unit: count, target: 1 per month }`);
  const inner: string[] = [];
  let open = [...ids];
  while (open.length > 1) {
    const next: string[] = [];
    for (let i = 0; i < open.length; i += 3) {
      const parts = open.slice(i, i + 3);
      if (parts.length === 1) {
        next.push(...parts);
        continue;
      }
      const id = `n${inner.length}`;
      const shared = random() < 0.3 ? [ids[Math.floor(random() * ids.length)] ?? 'd0'] : [];
      const operator = random() < 0.4 ? '*' : random() < 0.5 ? '+' : '-';
      inner.push(id);
      lines.push(
        `  ${id}: { unit: count, equals: ${[...parts, ...(operator === '*' && !isHard ? [] : shared)].join(` ${operator} `)} }`,
      );
      next.push(id);
    }
    open = next;
  }
  const plan = planOf(`goals: { goal: { target: 1, unit: count, equals: ${open[0]} + 1 } }\nkpis:\n${lines.join('\n')}`);
  const value = () => (isHard && random() < 0.1 ? 0 : (isHard ? random() * 3 - 1 : random() * 3) + 0.1);
  const table = (): Record<string, number[]> =>
    Object.fromEntries(
      [...ids, ...(isHard ? inner.filter(() => random() < 0.2) : [])].map(id => [id, Array.from({ length: months }, value)]),
    );
  return { plan, drivers: ids, before: table(), after: table() };
}

/** Shapley's definition over all orders, with an evaluator of its own. */
function averagesOverOrders(
  plan: Plan,
  drivers: readonly string[],
  before: Record<string, number[]>,
  after: Record<string, number[]>,
  months: number,
): readonly number[] {
  const goalWith = (moved: ReadonlySet<string>): number => {
    const node = (id: string, month: number): number => {
      const equals = plan.nodes.get(id)?.equals;
      return equals ? of(equals, month) : ((moved.has(id) ? after : before)[id]?.[month] ?? Number.NaN);
    };
    const of = (formula: Formula, month: number): number => {
      if (formula.kind === 'number') return Number(formula.value);
      if (formula.kind === 'reference') return node(formula.id, month);
      if (formula.kind !== 'operation') throw new Error(formula.kind);
      const [a, b] = [of(formula.left, month), of(formula.right, month)];
      return formula.operator === '+' ? a + b : formula.operator === '-' ? a - b : formula.operator === '*' ? a * b : a / b;
    };
    return Array.from({ length: months }, (_, month) => node('goal', month)).reduce((a, b) => a + b, 0);
  };
  const totals = drivers.map(() => 0);
  let orders = 0;
  const values = new Map<string, number>();
  const known = (moved: readonly string[]): number => {
    const key = [...moved].sort().join(' ');
    const found = values.get(key) ?? goalWith(new Set(moved));
    values.set(key, found);
    return found;
  };
  const walk = (rest: readonly string[], moved: readonly string[], steps: readonly (readonly [string, number])[]): void => {
    if (rest.length === 0) {
      orders += 1;
      for (const [driver, effect] of steps) totals[drivers.indexOf(driver)] = (totals[drivers.indexOf(driver)] ?? 0) + effect;
      return;
    }
    for (const driver of rest) {
      const next = [...moved, driver];
      walk(
        rest.filter(other => other !== driver),
        next,
        [...steps, [driver, known(next) - known(moved)]],
      );
    }
  };
  walk(drivers, [], []);
  return totals.map(total => total / orders);
}
