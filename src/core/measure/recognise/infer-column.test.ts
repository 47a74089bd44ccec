import { describe, expect, test } from 'vitest';
import { headerText } from './header-text.ts';
import { inferColumn } from './infer-column.ts';

function reads(heading: string, ...values: readonly string[]): string {
  const seen = inferColumn(heading, headerText(heading), values, 'point');
  return seen.isRate ? `${seen.reads} rate` : seen.reads;
}

describe('columns that no preset names', () => {
  test.each([
    ['date', ['2026-04-01', '2026-04-02', '2026-13-05', '2026-04-04', '2026-04-05'], 'day'],
    ['日', ['20260401', '20260402'], 'day'],
    ['x', ['20260401', '20260402'], 'day'],
    ['売上', ['20260401', '12345678', '99999999'], 'decimal'],
    ['年月', ['202604', '202605'], 'period'],
    ['件数', ['202604', '202605'], 'decimal'],
    ['月', ['2026年4月', '2026-05'], 'period'],
    ['年度', ['2025年度', '2026年度'], 'period'],
    ['日時', ['2026/04/01 10:00', '2026/04/02 11:30'], 'timestamp'],
    ['clicks', ['1', '2', '3', 'x', '5', '6'], 'decimal'],
    ['clicks', ['1', '--', '(not set)', '4'], 'decimal'],
    ['memo', ['1', 'a', 'b', '4'], 'text'],
    ['campaign_id', ['12', '13'], 'text'],
    ['PupId', ['12', '13'], 'text'],
    ['会員番号', ['12', '13'], 'text'],
    ['store', ['0012', '0013'], 'text'],
    ['電話', ['312345678'], 'text'],
    ['paid', ['12', '13'], 'decimal'],
    ['到達率', ['12.5%', '13%'], 'decimal rate'],
    ['share', ['12.5%', '13%'], 'decimal rate'],
    ['平均客数', ['12', '13'], 'decimal rate'],
    ['単価', ['120', '130'], 'decimal'],
    ['平均滞在時間', ['0:55', '1分09秒'], 'duration rate'],
    ['有効', ['TRUE', 'false'], 'boolean'],
    ['空', ['', '--'], 'text'],
  ])('[ING-17] "%s" with %j is a %s', (heading, values, seen) => {
    expect(reads(heading, ...values)).toBe(seen);
  });
});
