import { expect, test } from 'vitest';
import { type Findable, findMetrics } from './find-metrics.ts';

function metric(id: string, ja: string, en: string, aliases: readonly string[], meaning = '意味です。'): Findable {
  return { id, name: { ja, en }, aliases, meaning: { ja: meaning, en: 'What it means.' } };
}

const METRICS: readonly Findable[] = [
  metric('aov', '平均注文単価', 'Average order value', ['客単価', 'AOV', '平均購入単価'], '注文1件あたりの金額です。'),
  metric('cart-add-rate', 'カート投入率', 'Cart-add rate', [], '商品を見た人のうち、カートに商品を入れた人の割合です。'),
  metric('leads', 'リード獲得数', 'Leads', ['リード数'], '連絡先のわかった見込み客が何件増えたかを数えます。'),
  metric('lead-score', '平均リードスコア', 'Average lead score', []),
];

const ids = (typed: string) => findMetrics(METRICS, typed).map(found => found.metric.id);

test('[CAT-S1] every name leads to the metric, in either language, in any width, case and kana', () => {
  for (const typed of ['客単価', 'AOV', 'ａｏｖ', '平均購入単価', 'average order']) expect(ids(typed)[0]).toBe('aov');
  for (const typed of ['りーど', 'ﾘｰﾄﾞ', 'リード数']) expect(ids(typed)[0]).toBe('leads');
  expect(findMetrics(METRICS, '客単価')[0]?.alias).toBe('客単価');
  expect(findMetrics(METRICS, '平均注文単価')[0]?.alias).toBeUndefined();
});

test('[CAT-S1] a name as typed comes before one that begins with it, and that before one that holds it', () => {
  expect(ids('lead')).toEqual(['leads', 'lead-score']);
  expect(ids('リード')).toEqual(['leads', 'lead-score']);
});

test('[CAT-S1] words of the meaning find it, spelt out or nearly so', () => {
  expect(ids('見込み客 増えた')).toEqual(['leads']);
  expect(ids('カートに入れた人の割合')).toEqual(['cart-add-rate']);
  expect(ids('注文 カート')).toEqual([]);
  expect(ids('天気予報の晴れ')).toEqual([]);
});

test('[CAT-S1] nothing typed finds everything in its order', () => {
  expect(ids(' ')).toEqual(METRICS.map(({ id }) => id));
});

test('[CAT-S3] words of one group stand for one another, in either language', () => {
  for (const typed of ['顧客の名簿', 'prospects', '見込み客']) expect(ids(typed)[0]).toBe('leads');
  expect(ids('かごに追加した割合')).toEqual(['cart-add-rate']);
  expect(ids('買い物の平均額')[0]).toBe('aov');
});

test('[CAT-S1] the name nearest in length comes first, and brackets do not lengthen it', () => {
  const rates = [metric('long', 'リピート購入者の年間比率', 'x', []), metric('short', 'リピート率（購入者から）', 'y', [])];
  expect(findMetrics(rates, 'リピート').map(found => found.metric.id)).toEqual(['short', 'long']);
});
