import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldWidth } from './fold-width.ts';
import { nameHolds, normalise } from './normalise.ts';

const seed = 20260490;

test('[TXT-40] spellings that a reader takes for one name are one', () => {
  const same: readonly (readonly string[])[] = [
    ['客単価', '客 単価', '客　単価', '「客単価」'],
    ['AOV', 'aov', 'ＡＯＶ', 'A-O-V', 'a o v'],
    ['コンバージョン', 'ｺﾝﾊﾞｰｼﾞｮﾝ', 'こんばーじょん', 'コンバ-ジョン', 'コンバジョン'],
    ['ユーザー', 'ユーザ', 'ﾕｰｻﾞｰ'],
    ['セッション キーイベント率', 'セッションキーイベント率'],
    ['消化金額 (JPY)', '消化金額（JPY）', '消化金額JPY'],
    ['髙﨑', '高崎'],
    ['1ヶ月', '1ケ月', '１ヶ月'],
    ['コスト/コンバージョン数', 'コスト／コンバージョン数'],
  ];
  for (const spellings of same) expect(new Set(spellings.map(normalise)).size).toBe(1);
});

test('[TXT-40] different names stay different', () => {
  const different = [
    ['バス', 'パス', 'ハス'],
    ['MQL率', 'SQL率', 'MQL数'],
    ['クリック', 'クリック率'],
  ];
  for (const names of different) expect(new Set(names.map(normalise)).size).toBe(names.length);
});

test('[CNV-10] a search finds a name by any of its spellings', () => {
  expect(nameHolds('平均購入単価', '購入単価')).toBe(true);
  expect(nameHolds('コンバージョン率（CVR）', 'cvr')).toBe(true);
  expect(nameHolds('コンバージョン率', 'ｺﾝﾊﾞｰｼﾞｮﾝ')).toBe(true);
  expect(nameHolds('コンバージョン率', '')).toBe(true);
  expect(nameHolds('客単価', 'AOV')).toBe(false);
});

test('[TXT-40] folding twice changes nothing more', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), text => {
      expect(normalise(normalise(text))).toBe(normalise(text));
    }),
    { seed, numRuns: 3000 },
  );
});

test('[TXT-11] only full-width forms of usual signs change their width', () => {
  expect(foldWidth('ＡＢＣ１２３（￥）％　～')).toBe('ABC123(¥)% ~');
  expect(foldWidth('①²㍻ｶﾅ△')).toBe('①²㍻ｶﾅ△');
});
