import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matchKpis } from '#core/begin/match-kpis.ts';
import { readKpiSheet } from '#core/begin/read-kpi-sheet.ts';
import { sheetKpis } from '#core/begin/sheet-kpis.ts';
import { type SheetPlan, sheetPlan } from '#core/begin/sheet-plan.ts';
import { defaultCalendar } from '#core/calendar/calendar-settings.ts';
import { parseCatalogue } from '#core/metric/catalogue.ts';
import { checkPlan } from '#core/plan/check-plan.ts';
import type { Plan } from '#core/plan/plan.ts';
import { isPublishable } from '#core/plan/publishable.ts';
import { readCatalogue } from '../../build/catalogue.mjs';
import {
  blocksSheet,
  type Cells,
  calendarSheet,
  columnsSheet,
  indentedSheet,
  MONTHS_2026,
  rowsSheet,
  SHOP_ORDERS,
  SHOP_REVENUE,
  turnedSheet,
} from './begin-sheets.ts';

const parsed = parseCatalogue(readCatalogue(fileURLToPath(new URL('../../catalogue', import.meta.url))));
if (!parsed.ok) throw new Error('the catalogue has errors');
const catalogue = parsed.value;

function begun(
  cells: Cells,
  more: { readonly goal?: string } = {},
): SheetPlan & { readonly plan: Plan; readonly verdict: string } {
  const read = readKpiSheet(cells, { fiscalYearStarts: 4, today: '2026-05-10', titles: [] });
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const matches = matchKpis(sheetKpis(read.value), catalogue);
  const metrics = new Map(matches.flatMap(({ kpi, metric }) => (metric === undefined ? [] : [[kpi, metric] as const])));
  const made = sheetPlan(
    read.value,
    { metrics, id: 'fy2026', name: '2026年度', owner: 'tanaka', calendar: defaultCalendar, currency: 'JPY', ...more },
    catalogue,
  );
  const { parsed: plan, problems, goals } = checkPlan(made.texts, catalogue);
  if (!plan) throw new Error(`${made.texts.yaml}\n${JSON.stringify(problems)}`);
  expect(problems.filter(found => !isPublishable([found])).map(({ code, params }) => ({ code, ...params }))).toEqual([]);
  return { ...made, plan: plan.plan, verdict: goals[0]?.period.verdict ?? 'none' };
}

/** The figures of a node as the plan has read them. */
function months(plan: Plan, id: string): readonly string[] {
  return [...(plan.nodes.get(id)?.months ?? [])].map(([month, value]) => `${month} ${value}`);
}

describe('[BEG-16] five sheets with five habits become plans with the figures of the sheet', () => {
  test('rows of targets and actuals: the tree is the shop’s, thousands are yen, and the check says what it gives', () => {
    const { plan, actuals, nodes, verdict } = begun(rowsSheet());
    expect([...plan.nodes.keys()]).toEqual(['revenue', 'orders', 'aov']);
    expect(plan.nodes.get('revenue')?.equalsText).toBe('orders * aov');
    expect(months(plan, 'revenue')).toEqual(
      MONTHS_2026.map((month, i) => `${month} ${String(Number((SHOP_REVENUE[i] ?? '').replace(',', '')) * 1000)}`),
    );
    expect(months(plan, 'orders')).toEqual(MONTHS_2026.map((month, i) => `${month} ${(SHOP_ORDERS[i] ?? '').replace(',', '')}`));
    expect(plan.nodes.get('revenue')?.target?.value).toBe('171000000');
    expect(months(plan, 'aov')[0]).toBe('2026-04 6000');
    expect(actuals).toEqual([
      { node: 'revenue', month: '2026-04', value: '11750000' },
      { node: 'revenue', month: '2026-05', value: '12810000' },
      { node: 'orders', month: '2026-04', value: '1980' },
      { node: 'orders', month: '2026-05', value: '2110' },
    ]);
    expect(nodes.map(({ place }) => place)).toEqual(['goal', 'tree', 'tree']);
    expect(verdict).toBe('short');
  });

  test('columns of targets and actuals: rates keep every digit', () => {
    const { plan } = begun(columnsSheet(false));
    expect(months(plan, 'purchase-cvr').slice(0, 3)).toEqual(['2026-04 0.021', '2026-05 0.0215', '2026-06 0.022']);
    expect(plan.nodes.get('orders')?.equalsText).toBe('visitors * purchase-cvr');
  });

  test('names indented over several columns: what the catalogue does not know is watched', () => {
    const { plan, nodes } = begun(indentedSheet());
    expect(plan.nodes.get('revenue')?.target?.value).toBe('402000000');
    expect(months(plan, 'ad-cost')[0]).toBe('2026-04 1200000');
    expect(nodes.filter(({ metric }) => metric === undefined).every(({ place }) => place === 'watch')).toBe(true);
    for (const node of plan.nodes.values()) expect(node.months.size).toBe(12);
  });

  test('a table of targets above one of actuals: minus stays minus', () => {
    const { plan, actuals } = begun(blocksSheet());
    expect(actuals.filter(({ value }) => value.startsWith('-'))).toEqual([
      { node: expect.any(String), month: '2026-04', value: '-1250000' },
    ]);
    expect(plan.nodes.size).toBe(3);
  });

  test('months that run downwards, and a year from October in English', () => {
    expect(begun(turnedSheet()).plan.nodes.size).toBe(2);
    const { plan } = begun(calendarSheet());
    expect(plan.period).toEqual({ from: '2025-10-01', to: '2026-09-30' });
    expect([...plan.nodes.values()].map(({ name }) => name.en)).toEqual(expect.arrayContaining(['Sessions', 'Orders']));
  });
});

test('[BEG-10] doubtful names are told apart from certain ones; one metric belongs to one KPI', () => {
  const kpi = (name: string) => ({
    key: name,
    name,
    group: [],
    unit: undefined,
    target: new Map(),
    actual: new Map(),
    weeks: { target: new Map(), actual: new Map() },
    money: undefined,
    total: undefined,
    line: 1,
  });
  const matches = matchKpis(['売上高', '売上', 'EC売上金額', 'ＡＯＶ', '宇宙旅行の満足'].map(kpi), catalogue);
  expect(matches.map(({ metric, by }) => `${metric} ${by}`)).toEqual([
    'revenue sure',
    expect.not.stringMatching(/^revenue /),
    expect.not.stringMatching(/^revenue /),
    'aov sure',
    'undefined none',
  ]);
});

test('[BEG-15] a total that is not the sum of its months is told with both', () => {
  const { doubts } = begun([['2026年度計画'], ['KPI', '4月', '5月', '合計'], ['売上', '100', '200', '310']]);
  expect(doubts).toMatchObject([{ code: 'begin-total-differs', params: { name: '売上', total: '310', sum: '300' } }]);
});

test('[BEG-16] whatever figures a sheet holds stand in the plan to the last digit', () => {
  const amount = fc.tuple(fc.bigInt({ min: 0n, max: 10n ** 14n }), fc.integer({ min: 0, max: 3 })).map(([units, decimals]) => {
    const digits = String(units).padStart(decimals + 1, '0');
    const whole = digits.slice(0, digits.length - decimals).replace(/\B(?=(?:\d{3})+$)/g, ',');
    return decimals === 0 ? whole : `${whole}.${digits.slice(-decimals)}`;
  });
  const row = fc.array(amount, { minLength: 12, maxLength: 12 });
  fc.assert(
    fc.property(row, row, (first, second) => {
      const { plan } = begun([
        ['2026年度'],
        ['KPI', '区分', ...MONTHS_2026.map(key => `${Number(key.slice(5))}月`)],
        ['売上（千円）', '目標', ...first],
        ['リード数', '目標', ...second],
      ]);
      expect(months(plan, 'leads')).toEqual(MONTHS_2026.map((month, i) => `${month} ${plainOf(second[i] ?? '', 0)}`));
      expect(months(plan, 'revenue')).toEqual(MONTHS_2026.map((month, i) => `${month} ${plainOf(first[i] ?? '', 3)}`));
    }),
    { seed: 20260402, numRuns: 25 },
  );
});

/** By another way than the product's: digits moved by hand. */
function plainOf(text: string, power: number): string {
  const [whole = '', decimals = ''] = text.replaceAll(',', '').split('.');
  const moved = decimals.padEnd(power, '0');
  const left = `${whole}${moved.slice(0, power)}`.replace(/^0+(?=\d)/, '');
  const right = moved.slice(power).replace(/0+$/, '');
  return right === '' ? left : `${left}.${right}`;
}
