import { expect, test } from 'vitest';
import { paletteMatches } from './palette-match.ts';

const ENTRIES = [
  { id: 'aov', name: '平均注文単価', aliases: ['客単価', 'AOV', '平均購入単価'] },
  { id: 'sqls', name: 'SQL数', aliases: [] },
  { id: 'sql-rate', name: 'SQL率', aliases: ['SQL化率', 'MQL to SQL'] },
  { id: 'users', name: 'ユーザー数', aliases: ['UU'] },
];

function found(typed: string): readonly string[] {
  return paletteMatches(ENTRIES, typed, 10).map(({ entry, alias }) => (alias ? `${entry.id} (${alias})` : entry.id));
}

test('[SCR-20] a KPI is found by any of its names, in any width, case or kana', () => {
  expect(found('客単価')).toEqual(['aov (客単価)']);
  expect(found('ａｏｖ')).toEqual(['aov (AOV)']);
  expect(found('ゆーざ')).toEqual(['users']);
});

test('[SCR-20] equal names come first, own names before others', () => {
  expect(found('sql')).toEqual(['sqls', 'sql-rate']);
  expect(found('mql sql')).toEqual(['sql-rate (MQL to SQL)']);
  expect(found('zzz')).toEqual([]);
  expect(found('')).toHaveLength(4);
});
