import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { combinedSheets } from '#core/begin/combine-sheets.ts';
import type { KpiSheet } from '#core/begin/kpi-sheet.ts';
import { matchKpis } from '#core/begin/match-kpis.ts';
import { readKpiSheet } from '#core/begin/read-kpi-sheet.ts';
import { sheetKpis } from '#core/begin/sheet-kpis.ts';
import { type SheetPlan, sheetPlan } from '#core/begin/sheet-plan.ts';
import { defaultCalendar } from '#core/calendar/calendar-settings.ts';
import { parseCatalogue } from '#core/metric/catalogue.ts';
import { checkPlan } from '#core/plan/check-plan.ts';
import type { Plan } from '#core/plan/plan.ts';
import { readCatalogue } from '../../build/catalogue.mjs';
import { type Cells, MONTHS_2026 } from './begin-sheets.ts';
import * as habit from './sheet-habits.ts';

const parsed = parseCatalogue(readCatalogue(fileURLToPath(new URL('../../catalogue', import.meta.url))));
if (!parsed.ok) throw new Error('the catalogue has errors');
const catalogue = parsed.value;

const HABITS: readonly (readonly [string, () => Cells])[] = [
  ['one row for each KPI and month', habit.tidySheet],
  ['one row for each figure, with a column of kinds', habit.tidyKindsSheet],
  ['weeks with the name of their month', habit.namedWeeksSheet],
  ['weeks below their month, with its total', habit.weeksUnderMonthsSheet],
  ['quarters, halves and the year between the months', habit.halvesSheet],
  ['last year, achievement and running totals beside target and actual', habit.lastYearSheet],
  ['KPIs in columns, months in rows', habit.columnsOfKpisSheet],
  ['owners, units and definitions before the months, notes in cells', habit.notesSheet],
];

describe('[BEG-16] whatever the habit, the plan has the figures of the sheet', () => {
  test.each(HABITS)('%s', (_, cells) => {
    const sheet = read(cells());
    const { plan, actuals } = begun(sheet);
    expectSameTargets(plan);
    const done = actuals.filter(({ month }) => month >= '2026-04').map(({ node, month, value }) => `${node} ${month} ${value}`);
    const isTargetsOnly = cells === habit.halvesSheet || cells === habit.columnsOfKpisSheet;
    expect(done).toEqual(isTargetsOnly ? [] : ACTUALS);
    expect(sheet.rows.map(({ name }) => name).filter(name => !KNOWN.includes(name))).toEqual([]);
  });

  test('targets on one sheet and actuals on another are the same KPIs', () => {
    const { plan, actuals } = begun(combined(habit.targetAndActualSheets()));
    expectSameTargets(plan);
    expect(actuals.map(({ node, month, value }) => `${node} ${month} ${value}`)).toEqual(ACTUALS);
  });

  test('[BEG-17] what two sheets say of one name are two KPIs, each in its own sheet’s unit', () => {
    const { plan, nodes } = begun(combined(habit.shopSheets()));
    const byName = new Map(nodes.map(node => [node.name, node.id]));
    expect([...byName.keys()]).toEqual(['EC 売上', '注文件数', '店舗 売上', '来店客数']);
    const first = (name: string) => plan.nodes.get(byName.get(name) ?? '')?.months.get('2026-04');
    expect([first('EC 売上'), first('店舗 売上')]).toEqual(['12000000', '3000000']);
  });

  test('[BEG-09] weeks that begin on a date count in the month of their first day', () => {
    const { cells, byMonth } = habit.datedWeeksSheet();
    const sheet = read(cells);
    const { plan } = begun(sheet);
    expect(Object.fromEntries(plan.nodes.get('leads')?.months ?? [])).toEqual(
      Object.fromEntries([...byMonth].map(([month, value]) => [month, String(value)])),
    );
    expect(sheet.doubts.map(({ code }) => code)).toContain('begin-weeks');
  });
});

test('[BEG-09] of weeks, what adds up is added, a level is its last week, a rate the mean', () => {
  const head = ['KPI', ...[1, 2, 3, 4].map(week => `4月${week}週`), ...[1, 2, 3, 4].map(week => `5月${week}週`)];
  const { plan, doubts } = begun(
    read([
      ['2026年度 目標'],
      head,
      ['注文件数', '10', '20', '30', '40', '1', '2', '3', '4'],
      ['購入率', '1%', '2%', '3%', '4%', '2%', '2%', '2%', '3%'],
      ['メルマガ会員数の残高', '100', '110', '120', '130', '140', '150', '160', '170'],
    ]),
  );
  const months = [...plan.nodes.values()].map(node => [...node.months.values()].join(' '));
  expect(months).toEqual(expect.arrayContaining(['100 10', '0.025 0.0225', '130 170']));
  expect(doubts.filter(({ code }) => code === 'begin-weeks-not-added')).toHaveLength(2);
});

const KNOWN = ['売上', '注文件数', '購入率', '売上累計'];
const ACTUALS = [
  ...habit.REVENUE_ACTUAL.map((value, i) => `revenue ${MONTHS_2026[i]} ${value}`),
  ...habit.ORDERS_ACTUAL.map((value, i) => `orders ${MONTHS_2026[i]} ${value}`),
];

function expectSameTargets(plan: Plan): void {
  const months = (id: string) => [...(plan.nodes.get(id)?.months ?? [])].map(([month, value]) => `${month} ${value}`);
  expect(months('revenue')).toEqual(MONTHS_2026.map((month, i) => `${month} ${habit.REVENUE[i]}`));
  expect(months('orders')).toEqual(MONTHS_2026.map((month, i) => `${month} ${habit.ORDERS[i]}`));
  const rate = [...plan.nodes.values()].find(({ unit }) => unit.kind === 'ratio');
  expect([...(rate?.months.values() ?? [])].map(value => Math.round(Number(value) * 1e6))).toEqual(
    habit.RATE.map(text => Math.round(Number(text.replace('%', '')) * 1e4)),
  );
}

function read(cells: Cells, title = ''): KpiSheet {
  const found = readKpiSheet(cells, { fiscalYearStarts: 4, today: '2026-05-10', titles: title === '' ? [] : [title] });
  if (!found.ok) throw new Error(JSON.stringify(found.problems));
  return found.value;
}

/** As many of the sheets as can be read. */
function combined(sheets: readonly { readonly name: string; readonly rows: Cells }[]): KpiSheet {
  const named = sheets.flatMap(({ name, rows }) => {
    const found = readKpiSheet(rows, { fiscalYearStarts: 4, today: '2026-05-10', titles: [name] });
    return found.ok ? [{ name, sheet: found.value }] : [];
  });
  const sheet = combinedSheets(named);
  if (!sheet) throw new Error('no sheet could be read');
  return sheet;
}

function begun(sheet: KpiSheet): SheetPlan & { readonly plan: Plan } {
  const matches = matchKpis(sheetKpis(sheet), catalogue);
  const metrics = new Map(matches.flatMap(({ kpi, metric }) => (metric === undefined ? [] : [[kpi, metric] as const])));
  const choices = { metrics, id: 'fy2026', name: '2026年度', owner: 'tanaka', calendar: defaultCalendar, currency: 'JPY' };
  const made = sheetPlan(sheet, choices, catalogue);
  const { parsed: plan, problems } = checkPlan(made.texts, catalogue);
  if (!plan) throw new Error(`${made.texts.yaml}\n${JSON.stringify(problems)}`);
  return { ...made, plan: plan.plan };
}
