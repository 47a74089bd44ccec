import { describe, expect, test } from 'vitest';
import type { NodeView, PlanView } from '#contract/plan-view.ts';
import { defaultCalendar } from '#core/calendar/calendar-settings.ts';
import type { Day } from '#core/calendar/day.ts';
import { cellText, scheduleRows, sumOf } from './schedule-rows.ts';

const NODE: NodeView = {
  id: 'leads',
  role: 'kpi',
  name: { ja: 'リード数', en: 'Leads' },
  aliases: [],
  meaning: null,
  metric: 'leads',
  unit: { kind: 'count' },
  unitText: '件',
  counter: null,
  direction: 'up',
  aggregation: 'sum',
  basis: {},
  time: 'flow',
  target: null,
  undecided: false,
  baseline: null,
  source: null,
  months: {},
  equals: null,
  lag: null,
  limit: null,
  under: null,
  parent: null,
  supports: [],
  because: null,
  owner: null,
  contributors: [],
  rhythm: null,
  pair: null,
  kind: null,
  horizon: null,
  stage: null,
  channel: null,
  watch: false,
  controllability: null,
  shows: null,
  measuring: null,
  condition: null,
  executive: false,
  rank: null,
  areas: [],
  population: null,
  audience: null,
  decision: null,
  measuredBy: null,
  openRoles: [],
  lights: null,
  aim: null,
  aimBecause: null,
  line: 1,
};

function planOf(nodes: readonly Partial<NodeView>[], budget: PlanView['budget'] = []): PlanView {
  return {
    id: 'p',
    name: { ja: 'p', en: 'p' },
    period: { from: '2026-04-01' as Day, to: '2026-05-31' as Day },
    calendar: defaultCalendar,
    currency: 'JPY',
    review: null,
    phase: null,
    phases: {},
    purchaseCycle: null,
    chains: [],
    channels: [],
    months: [
      { key: '2026-04', from: '2026-04-01' as Day, to: '2026-04-30' as Day },
      { key: '2026-05', from: '2026-05-01' as Day, to: '2026-05-31' as Day },
    ],
    areas: [],
    factors: [],
    nodes: nodes.map(node => ({ ...NODE, ...node })),
    compositions: {},
    pipeline: 'none',
    spending: null,
    budget,
  };
}

describe('[PLN-75] lines of the plan by month', () => {
  const goal = { id: 'sales', role: 'goal' as const, equals: { text: 'leads * rate', parts: ['leads', 'rate'] } };
  const rate = { id: 'rate', time: 'level' as const, months: { '2026-05': '0.3' } };

  test('goals, what their formulas are set by, then money; others only when asked for', () => {
    const budget = [{ node: null, department: null, medium: 'Search', months: { '2026-04': '100', '2026-05': '50' } }];
    const plan = planOf([goal, { id: 'leads' }, rate, { id: 'days' }], budget);
    const keys = (all: boolean) => scheduleRows(plan, [], all).map(({ key }) => key);
    expect(keys(false)).toEqual(['target sales', 'target leads', 'target rate', 'budget   Search']);
    expect(keys(true)).toContain('target days');
    expect(scheduleRows(plan, [], false).at(-1)?.total).toBe('150');
  });

  test('sums are of what the sheet says and, where it is silent, of what stands', () => {
    const plan = planOf([goal, { id: 'leads', months: { '2026-04': '10' } }, rate]);
    const rows = scheduleRows(plan, [{ node: 'leads', whole: '30', months: ['10', '20'] }], false);
    expect(rows.find(({ key }) => key === 'target leads')?.total).toBe('30');
    expect(rows.find(({ key }) => key === 'target rate')?.total).toBeUndefined();
    expect(sumOf(['1.5', undefined, '2'])).toBe('3.5');
  });
});

describe('[PLN-76] what is typed in a cell', () => {
  test('is read by the unit of its line', () => {
    expect(cellText('1,200', { kind: 'count' })).toBe('1200');
    expect(cellText('30%', { kind: 'ratio' })).toBe('30%');
    expect(cellText('120万', { kind: 'money', currency: 'JPY' })).toBe('1200000');
    expect(cellText(' ', { kind: 'count' })).toBe('');
  });

  test('what cannot be read, or lies below zero, is refused', () => {
    expect(cellText('many', { kind: 'count' })).toBeUndefined();
    expect(cellText('-5', { kind: 'count' })).toBeUndefined();
  });
});
