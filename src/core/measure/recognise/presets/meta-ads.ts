import { amount, count, day, dimension, given, money } from '../column-definition.ts';
import type { Preset } from '../preset.ts';
import { adMetrics } from './ad-metrics.ts';

/**
 * Reports of Meta Ads Manager. A row has its own first and last day; results are empty, not 0, when there are none; the currency
 * stands in the headings. Reach is people, and is never summed.
 */
export const metaAds: Preset = {
  id: 'meta-ads',
  version: 1,
  name: { ja: 'Meta広告', en: 'Meta Ads' },
  dataset: {
    kind: 'aggregate',
    id: 'meta-ads',
    name: { ja: 'Meta広告', en: 'Meta Ads' },
    grain: ['account', 'campaign', 'ad-set', 'ad'],
    breakdowns: ['age', 'gender', 'region', 'placement', 'platform', 'device-platform'],
  },
  columns: [
    day('date', '日', 'Day', ['レポート開始日', 'Reporting starts', '日付']),
    { ...day('date-end', 'レポート終了日', 'Reporting ends'), written: 'period-end' },
    dimension('account', 'アカウント名', 'Account name'),
    dimension('campaign', 'キャンペーン名', 'Campaign name', ['キャンペーンの名前']),
    dimension('ad-set', '広告セット名', 'Ad set name', ['広告セットの名前']),
    dimension('ad', '広告名', 'Ad name', ['広告の名前']),
    dimension('age', '年齢', 'Age'),
    dimension('gender', '性別', 'Gender'),
    dimension('region', '地域', 'Region'),
    dimension('placement', '配置', 'Placement'),
    dimension('platform', 'プラットフォーム', 'Platform'),
    dimension('device-platform', 'デバイスプラットフォーム', 'Device platform', ['配信先デバイス']),
    dimension('result-indicator', '結果インジケーター', 'Result indicator', ['結果の種類', 'Result type']),
    count('impressions', 'インプレッション', 'Impressions', ['インプレッション数']),
    count('clicks', 'クリック(すべて)', 'Clicks (all)'),
    count('link-clicks', 'リンクのクリック', 'Link clicks', ['リンククリック']),
    money('cost', '消化金額', 'Amount spent'),
    amount('results', '結果', 'Results'),
    amount('purchases', '購入', 'Purchases'),
    money('purchase-value', '購入コンバージョン値', 'Purchases conversion value', ['購入の値']),
    { ...given('reach', 'リーチ', 'Reach'), type: 'integer' },
    given('frequency', 'フリークエンシー', 'Frequency'),
    given('cost-per-result', '結果の単価', 'Cost per result', ['Cost per results']),
    given('cpm', 'CPM(インプレッション単価)', 'CPM (cost per 1,000 impressions)', ['CPM']),
    given('cpc', 'CPC(リンククリックの単価)', 'CPC (cost per link click)'),
    given('ctr', 'CTR(リンククリックスルー率)', 'CTR (link click-through rate)'),
  ],
  requires: [['impressions'], ['cost'], ['campaign', 'ad-set', 'ad', 'account']],
  period: 'preamble',
  replaces: 'period',
  others: 'keep',
  totals: 'labelled',
  metrics: adMetrics,
};
