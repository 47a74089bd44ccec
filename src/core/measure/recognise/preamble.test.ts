import { describe, expect, test } from 'vitest';
import { readPreamble } from './preamble.ts';

function preamble(...lines: readonly string[]) {
  return readPreamble(lines.map((line, index) => ({ line: index + 1, cells: line.split('|') })));
}

describe('the lines before the headings', () => {
  test.each([
    ['# 開始日: 20260401|# 終了日: 20260531', '2026-04-01', '2026-05-31'],
    ['# Start date: 20260401|# End date: 20260403', '2026-04-01', '2026-04-03'],
    ['# Date de début : 20260701|# Date de fin : 20260731', '2026-07-01', '2026-07-31'],
    ['# 20260817-20260913', '2026-08-17', '2026-09-13'],
    ['2026年4月1日 - 2026年4月2日', '2026-04-01', '2026-04-02'],
    ['キーワード レポート (2026-08-01 - 2026-08-13)', '2026-08-01', '2026-08-13'],
    ['キャンペーン レポート (2026/08/01～2026/08/13)', '2026-08-01', '2026-08-13'],
    ['April 1, 2026 - April 30, 2026', '2026-04-01', '2026-04-30'],
    ['対象期間：2026年2月', '2026-02-01', '2026-02-28'],
    ['2028年2月度', '2028-02-01', '2028-02-29'],
  ])('[ING-12] "%s" names a period', (text, from, to) => {
    expect(preamble(...text.split('|')).period).toEqual({ from, to });
  });

  test.each(['作成日: 20260401', '2026年5月1日 - 2026年4月1日', '全期間', '2026-02-30 - 2026-03-01', 'ID 12345678'])(
    '[ING-12] "%s" names none',
    text => {
      expect(preamble(text).period).toBeUndefined();
    },
  );

  test('[ING-12] the property is the scope, else the account; everything else is a note', () => {
    expect(preamble('# ---', '# 獲得', '# アカウント: みほん', '# プロパティ: mihon.example', '#', '# すべてのユーザー')).toEqual(
      {
        scope: 'mihon.example',
        notes: ['獲得', 'アカウント: みほん', 'プロパティ: mihon.example', 'すべてのユーザー'],
        comments: 6,
      },
    );
    expect(preamble('Account: Sample').scope).toBe('Sample');
    expect(preamble('').scope).toBe('');
  });
});
