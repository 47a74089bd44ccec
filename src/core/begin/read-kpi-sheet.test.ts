import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  blocksSheet,
  calendarSheet,
  columnsSheet,
  indentedSheet,
  MONTHS_2026,
  rowsSheet,
  turnedSheet,
} from '#test/case/begin-sheets.ts';
import type { KpiSheet, SheetContext } from './kpi-sheet.ts';
import { readKpiSheet } from './read-kpi-sheet.ts';

const context: SheetContext = { fiscalYearStarts: 4, today: '2026-05-10', titles: [] };

function read(grid: readonly (readonly string[])[], more: Partial<SheetContext> = {}): KpiSheet {
  const result = readKpiSheet(grid, { ...context, ...more });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

function figures(sheet: KpiSheet, name: string, kind: 'target' | 'actual'): readonly string[] {
  const row = sheet.rows.find(each => each.name === name && each.kind === kind);
  return row ? [...row.values].map(([month, value]) => `${month} ${value}`) : [];
}

test('[BEG-01] targets and actuals as rows under one name; rates of achievement are left out', () => {
  const sheet = read(rowsSheet());
  expect(sheet.months).toEqual(MONTHS_2026);
  expect(sheet.rows.map(({ name, kind }) => `${name} ${kind}`)).toEqual([
    '売上高 target',
    '売上高 actual',
    '受注件数 target',
    '受注件数 actual',
    '客単価 target',
  ]);
  expect(figures(sheet, '売上高', 'target').slice(0, 2)).toEqual(['2026-04 12000', '2026-05 12500.5']);
  expect(figures(sheet, '受注件数', 'actual')).toEqual(['2026-04 1980', '2026-05 2110']);
  expect(sheet.money).toMatchObject({ power: 3 });
  expect(sheet.left.ratio).toBe(2);
  expect(sheet.year).toEqual({ first: 2026, said: true });
  expect(sheet.doubts).toEqual([]);
});

test('[BEG-04] targets and actuals as columns under each month, with a second row of headings and merged months', () => {
  for (const isFilled of [false, true]) {
    const sheet = read(columnsSheet(isFilled));
    expect(figures(sheet, 'サイト訪問者数', 'target').slice(0, 3)).toEqual(['2026-04 12000', '2026-05 12600', '2026-06 13230']);
    expect(figures(sheet, 'サイト訪問者数', 'actual')).toEqual(['2026-04 11890', '2026-05 12744']);
    expect(figures(sheet, '購入率', 'target').slice(0, 2)).toEqual(['2026-04 0.021', '2026-05 0.0215']);
    expect(sheet.rows.every(({ values }) => values.size <= 12)).toBe(true);
  }
});

test('[BEG-04] names indented over several columns, quarters and halves between the months, units of their own', () => {
  const sheet = read(indentedSheet());
  expect(sheet.rows.map(({ name, group }) => [...group, name].join(' > '))).toEqual([
    '売上',
    '売上 > 受注件数',
    '売上 > 平均受注単価',
    '集客 > リード数',
    '集客 > リード数 > 有効リード率',
    '集客 > 広告費',
  ]);
  expect(figures(sheet, '売上', 'target').slice(0, 2)).toEqual(['2026-04 30000000', '2026-05 32000000']);
  expect(figures(sheet, '広告費', 'target')[0]).toBe('2026-04 1200000');
  expect(figures(sheet, '有効リード率', 'target')[0]).toBe('2026-04 0.325');
  expect(sheet.rows[0]?.total).toBe('402000000');
  expect(sheet.months).toEqual(MONTHS_2026);
});

test('[BEG-04] a table of targets above a table of actuals is one sheet', () => {
  const sheet = read(blocksSheet());
  expect(figures(sheet, '問い合わせ件数', 'target')).toHaveLength(12);
  expect(figures(sheet, '問い合わせ件数', 'actual')).toEqual(['2026-04 88', '2026-05 97']);
  expect(figures(sheet, '営業利益', 'actual')).toEqual(['2026-04 -1250000', '2026-05 430000']);
});

test('[BEG-03] months that run downwards', () => {
  const sheet = read(turnedSheet());
  expect(figures(sheet, '売上', 'target')).toHaveLength(12);
  expect(figures(sheet, '売上', 'actual')).toEqual(['2026-04 9800', '2026-05 10150']);
  expect(figures(sheet, '新規会員数', 'target')[11]).toBe('2027-03 431');
});

test('[BEG-03] months with their years, over two calendar years, in English', () => {
  const sheet = read(calendarSheet());
  expect(sheet.months[0]).toBe('2025-10');
  expect(sheet.months.at(-1)).toBe('2026-09');
  expect(figures(sheet, 'Sessions', 'actual')[0]).toBe('2025-10 41250');
  expect(figures(sheet, 'Conversion rate', 'target')[0]).toBe('2025-10 0.019');
});

test('[BEG-03] headings say months in many ways', () => {
  const ways: readonly (readonly [readonly string[], readonly string[], readonly string[]])[] = [
    [['2026年4月', '2026年5月'], [], ['2026-04', '2026-05']],
    [['2026/4', '2026/5'], [], ['2026-04', '2026-05']],
    [['2026-04-01', '2026-05-01'], [], ['2026-04', '2026-05']],
    [['202604', '202605', '202606'], [], ['2026-04', '2026-05', '2026-06']],
    [['R8.4', 'R8.5'], [], ['2026-04', '2026-05']],
    [['令和8年4月', '令和8年5月'], [], ['2026-04', '2026-05']],
    [["'26/4", "'26/5"], [], ['2026-04', '2026-05']],
    [['Apr-26', 'May-26'], [], ['2026-04', '2026-05']],
    [['４月', '５月'], ['２０２６年度 KPI'], ['2026-04', '2026-05']],
    [['2月', '3月'], ['2026年度 実績管理'], ['2027-02', '2027-03']],
    [['12月', '1月'], ['FY26'], ['2026-12', '2027-01']],
    [['1月', '2月'], ['2026年'], ['2026-01', '2026-02']],
    [['4', '5', '6'], ['2026年度'], ['2026-04', '2026-05', '2026-06']],
    [['4月', '5月'], ['2027年3月期'], ['2026-04', '2026-05']],
  ];
  for (const [headings, title, expected] of ways) {
    const sheet = read([title, ['KPI', ...headings], ['リード数', ...headings.map((_, i) => String(100 + i))]]);
    expect([headings[0], ...sheet.months]).toEqual([headings[0], ...expected]);
  }
});

test('[BEG-07] what is said about a sheet wins over what it seems to say; what is assumed is told', () => {
  const grid = [
    ['KPI', '4月', '5月'],
    ['リード数', '100', '未定'],
    ['', '7', '8'],
    ['商談数', '確認中', '20'],
  ];
  const assumed = read(grid);
  expect(assumed.doubts.map(({ code }) => code)).toEqual([
    'begin-kind-assumed',
    'begin-year-assumed',
    'begin-cell-twice',
    'begin-cell-unreadable',
  ]);
  const told = read(grid, { year: 2024, kind: 'actual' });
  expect(told.rows[0]).toMatchObject({ kind: 'actual', name: 'リード数' });
  expect(told.months).toEqual(['2024-04', '2024-05']);
});

test('[BEG-05] last year beside this year is the history of a year before', () => {
  const sheet = read([
    ['2026年度'],
    ['KPI', '区分', '4月', '5月'],
    ['売上', '目標', '120', '130'],
    ['', '前年', '100', '105'],
    ['', '前年比', '120%', '124%'],
  ]);
  expect(figures(sheet, '売上', 'actual')).toEqual(['2025-04 100', '2025-05 105']);
  expect(sheet.left.ratio).toBe(1);
});

test('[BEG-06] figures as people write them: full width, △, brackets, per cent, scales, yen', () => {
  const sheet = read([
    ['2026年度計画'],
    ['KPI', '4月', '5月', '6月', '7月'],
    ['売上', '１，２３４，５００', '120万', '¥1,300,000', '1,400,000円'],
    ['利益', '△120', '▲1.5', '(30)', '−8'],
    ['率', '2.5％', '3%', '0.4 %', '１２．５％'],
  ]);
  expect(figures(sheet, '売上', 'target').map(text => text.slice(8))).toEqual(['1234500', '1200000', '1300000', '1400000']);
  expect(figures(sheet, '利益', 'target').map(text => text.slice(8))).toEqual(['-120', '-1.5', '-30', '-8']);
  expect(figures(sheet, '率', 'target').map(text => text.slice(8))).toEqual(['0.025', '0.03', '0.004', '0.125']);
});

test('[BEG-06] a line says what the whole sheet is in, in either language', () => {
  const line = (text: string) => read([[`2026年度 ${text}`], ['KPI', '4月', '5月'], ['売上', '1', '2']]).money?.power;
  expect(['（単位：千円）', '単位:百万円・件', '(unit: thousand yen)', '[千円]'].map(line)).toEqual([3, 6, 3, undefined]);
  expect(read([['2026年度'], ['[千円]'], ['KPI', '4月', '5月'], ['売上', '1', '2']]).money?.power).toBe(3);
});

test('[BEG-08] any grid of cells gives a sheet or named problems, never an exception', () => {
  const words = [
    '',
    ' ',
    '4月',
    '5月',
    '2026年4月',
    '2026年度',
    '目標',
    '実績',
    '達成率',
    '合計',
    '売上',
    '　リード',
    '1,234',
    '△5',
    '3%',
    '千円',
    '（単位：百万円）',
    '12',
    '1',
    '2',
    '3',
    '-',
    '未定',
    '#DIV/0!',
    '令和8年4月',
    '1e9',
    '9'.repeat(40),
    '2026-02-31',
    '1.2.3',
    '■集客',
    '売上（目標）',
    'R99.13',
    '💹',
    '\u0000',
    '=A1',
  ];
  const cell = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...words) },
    { weight: 1, arbitrary: fc.string({ maxLength: 12 }) },
  );
  const grid = fc.array(fc.array(cell, { maxLength: 14 }), { maxLength: 16 });
  fc.assert(
    fc.property(grid, rows => {
      const result = readKpiSheet(rows, context);
      if (!result.ok) return result.problems.length > 0;
      return result.value.rows.every(row => [...row.values.values()].every(value => /^-?\d+(?:\.\d+)?$/.test(value)));
    }),
    { seed: 20260401, numRuns: 1_000 },
  );
});
