import { describe, expect, test } from 'vitest';
import { defaultCalendar } from '../../calendar/calendar-settings.ts';
import { findWideColumns } from './wide-columns.ts';

function wide(names: string, rows: string, notes: readonly string[] = []) {
  const found = findWideColumns(
    names.split('|'),
    rows.split('\n').map(row => row.split('|')),
    notes,
    defaultCalendar,
  );
  return found && { label: found.label, periods: found.periods.map(({ from, to }) => `${from}/${to}`) };
}

describe('tables of metrics by period', () => {
  test.each([
    ['|2026年4月|2026年5月|合計', '広告費|1|2|3', '', ['2026-04-01/2026-04-30', '2026-05-01/2026-05-31']],
    ['指標|2026/2|2026/3', '広告費|1|2', '指標', ['2026-02-01/2026-02-28', '2026-03-01/2026-03-31']],
    ['指標|2026-04-01|2026-05-01', '広告費|1|2', '指標', ['2026-04-01/2026-04-30', '2026-05-01/2026-05-31']],
    ['指標|2026-04-01|2026-04-02', '広告費|1|2', '指標', ['2026-04-01/2026-04-01', '2026-04-02/2026-04-02']],
    ['区分|指標|2026Q1|2026Q2', '集客|広告費|1|2', '指標', ['2026-04-01/2026-06-30', '2026-07-01/2026-09-30']],
    ['No|指標|2026年度|2027年度', '1|広告費|1|2', '指標', ['2026-04-01/2027-03-31', '2027-04-01/2028-03-31']],
  ])('[ING-16] %s', (names, rows, label, periods) => {
    expect(wide(names, rows)).toEqual({ label, periods });
  });

  test('[ING-16] months without a year belong to the year that a line above names', () => {
    expect(wide('指標|4月|3月', '広告費|1|2', ['2026年度 KPI'])?.periods).toEqual([
      '2026-04-01/2026-04-30',
      '2027-03-01/2027-03-31',
    ]);
    expect(wide('指標|4月|3月', '広告費|1|2', ['2026年 KPI'])?.periods).toEqual([
      '2026-04-01/2026-04-30',
      '2026-03-01/2026-03-31',
    ]);
    expect(wide('指標|4月|3月', '広告費|1|2')).toBeUndefined();
  });

  test('[ING-16] a table with one date among its headings is none, nor one that is mostly something else', () => {
    expect(wide('商品|2026年4月', 'a|1')).toBeUndefined();
    expect(wide('商品|2026年4月|2026年5月|単価|在庫|原価', 'a|1|2|3|4|5')).toBeUndefined();
    expect(wide('date|clicks', '2026-04-01|1')).toBeUndefined();
  });
});
