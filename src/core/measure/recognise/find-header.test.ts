import { describe, expect, test } from 'vitest';
import { findHeader } from './find-header.ts';

function headerOf(text: string) {
  const rows = text.split('\n').map((line, index) => ({ line: index + 1, cells: line.split('|') }));
  const found = findHeader(rows);
  return found && { line: found.place.line, rows: found.place.rows, names: found.names };
}

describe('headings', () => {
  test.each([
    ['stand first', 'date|clicks\n2026-04-01|1', 1, ['date', 'clicks']],
    [
      'stand behind a title and a period',
      'キャンペーン レポート\n2026年4月1日 - 2026年4月2日\n日|費用|備考\n2026-04-01|1|x\n2026-04-02|2|y',
      3,
      ['日', '費用', '備考'],
    ],
    [
      'stand behind a title over all columns',
      '月次|月次|月次\n日|費用|備考\n2026-04-01|1|x\n2026-04-02|2|y',
      2,
      ['日', '費用', '備考'],
    ],
    ['stand behind remarks', '# a, b\n#\n日|費用\n2026-04-01|1', 3, ['日', '費用']],
    ['may be months', '|2026年4月|2026年5月|合計\n広告費|1|2|3\n売上|4|5|9', 1, ['', '2026年4月', '2026年5月', '合計']],
    ['may be days', '指標|2026-04-01|2026-05-01\n広告費|1|2', 1, ['指標', '2026-04-01', '2026-05-01']],
    ['may be one', 'clicks\n1\n2', 1, ['clicks']],
    ['may have no rows below', 'date|clicks', 1, ['date', 'clicks']],
    ['may leave the last columns unnamed', 'date|clicks||\n2026-04-01|1||', 1, ['date', 'clicks']],
  ])('[ING-11] they %s', (_, text, line, names) => {
    expect(headerOf(text)).toEqual({ line, rows: 1, names });
  });

  test('[ING-11] a file of values has none', () => {
    expect(headerOf('2026-04-01|1|2\n2026-04-02|3|4')).toBeUndefined();
    expect(headerOf('')).toBeUndefined();
  });

  test('[ING-11] keys above labels: the labels count', () => {
    const text = 'friend_id|created_at|tag\nID|友だち追加日時|参加\n1001|2026/04/01 10:00|1\n1002|2026/04/02 11:30|0';
    expect(headerOf(text)).toEqual({ line: 1, rows: 2, names: ['ID', '友だち追加日時', '参加'] });
  });

  test('[ING-11] groups above names: both count', () => {
    const text = '日付|Google||Yahoo|\n|クリック|費用|クリック|費用\n2026-04-01|1|2|3|4\n2026-04-02|1|2|3|4';
    expect(headerOf(text)?.names).toEqual(['日付', 'Google クリック', 'Google 費用', 'Yahoo クリック', 'Yahoo 費用']);
  });

  test('[ING-11] a first row of words is data, not a second row of headings', () => {
    expect(headerOf('name|city\n山田|東京\n鈴木|大阪')).toMatchObject({ rows: 1, names: ['name', 'city'] });
    expect(headerOf('campaign|clicks\nBrand|--\nOther|3')).toMatchObject({ rows: 1 });
  });
});
