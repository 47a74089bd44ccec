import { expect, test } from 'vitest';
import { headerText } from './header-text.ts';

test.each([
  ['消化金額 (JPY)', { key: '消化金額', currency: 'JPY' }],
  ['消化金額（ＪＰＹ）', { key: '消化金額', currency: 'JPY' }],
  ['売上高（百万円）', { key: '売上高', currency: 'JPY', scale: '1000000' }],
  ['売上（単位：千円）', { key: '売上', currency: 'JPY', scale: '1000' }],
  ['Revenue (USD k)', { key: 'revenue', currency: 'USD', scale: '1000' }],
  ['Revenue ($ millions)', { key: 'revenue', currency: 'USD', scale: '1000000' }],
  ['確度 (%)', { key: '確度', scale: '0.01' }],
  ['クリック(すべて)', { key: 'クリック(すべて)' }],
  ['CPM(インプレッション単価) (JPY)', { key: 'cpm(インプレッション単価)', currency: 'JPY' }],
  ['金額（税込）', { key: '金額' }],
  ['cost_micros', { key: 'cost', scale: '0.000001' }],
  ['micros', { key: 'micros' }],
  ['セッションの参照元 / メディア', { key: 'セッションの参照元/メディア' }],
  ['Campaign_ID', { key: 'campaignid' }],
  ['　商談 所有者　', { key: '商談所有者' }],
  ['(円)', { key: '(円)', currency: 'JPY' }],
])('[ING-11] the heading "%s"', (heading, seen) => {
  expect(headerText(heading)).toEqual(seen);
});
