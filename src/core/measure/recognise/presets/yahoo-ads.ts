import { amount, count, day, dimension, given, japaneseOnly, money, percentage } from '../column-definition.ts';
import type { Preset, PresetColumn } from '../preset.ts';
import { adMetrics } from './ad-metrics.ts';

const columns: readonly PresetColumn[] = [
  day('date', '日', 'Day', ['日付']),
  { ...day('month', '毎月', 'Month', ['月']), written: 'month' },
  dimension('account', 'アカウント名', 'Account name'),
  dimension('campaign', 'キャンペーン名', 'Campaign name'),
  dimension('ad-group', '広告グループ名', 'Ad group name'),
  dimension('ad', '広告名', 'Ad name'),
  dimension('keyword', 'キーワード', 'Keyword'),
  dimension('search-query', '検索クエリー', 'Search query', ['検索クエリ']),
  dimension('device', 'デバイス', 'Device'),
  dimension('prefecture', '都道府県', 'Prefecture'),
  dimension('gender', '性別', 'Gender'),
  dimension('age', '年齢', 'Age'),
  dimension('hour', '時間', 'Hour'),
  dimension('click-type', 'クリック種別', 'Click type'),
  dimension('tracking-url', 'トラッキングURL', 'Tracking URL'),
  count('impressions', 'インプレッション数', 'Impressions'),
  count('viewable-impressions', 'ビューインプレッション数', 'Viewable impressions'),
  count('clicks', 'クリック数', 'Clicks'),
  money('cost', 'コスト', 'Cost'),
  amount('conversions', 'コンバージョン数', 'Conversions'),
  amount('all-conversions', '総コンバージョン数', 'All conversions'),
  money('conversion-value', 'コンバージョンの価値', 'Conversion value'),
  percentage('ctr', 'クリック率', 'CTR'),
  given('average-cpc', '平均CPC', 'Avg. CPC'),
  percentage('conversion-rate', 'コンバージョン率', 'Conversion rate'),
  percentage('all-conversion-rate', '総コンバージョン率', 'All conversion rate'),
  given('cost-per-conversion', 'コスト/コンバージョン数', 'Cost / conversion'),
  given('cost-per-all-conversion', 'コスト/総コンバージョン数', 'Cost / all conversions'),
  given('value-per-conversion', '価値/コンバージョン数', 'Value / conversion'),
  given('average-position', '平均掲載順位', 'Average position'),
];

/**
 * Reports of Yahoo!広告 (LINEヤフー), search and display. Rates are written as percentages without a sign. A report without data is
 * one row of zeros.
 */
export const yahooAds: Preset = {
  id: 'yahoo-ads',
  version: 1,
  name: { ja: 'Yahoo!広告', en: 'Yahoo! JAPAN Ads' },
  dataset: {
    kind: 'aggregate',
    id: 'yahoo-ads',
    name: { ja: 'Yahoo!広告', en: 'Yahoo! JAPAN Ads' },
    grain: ['account', 'campaign', 'ad-group', 'ad', 'keyword', 'search-query'],
    breakdowns: ['device', 'prefecture', 'gender', 'age', 'hour', 'click-type'],
  },
  columns: columns.map(japaneseOnly),
  requires: [['impressions'], ['clicks'], ['cost']],
  period: 'preamble',
  replaces: 'period',
  others: 'keep',
  totals: 'labelled',
  zeroRowIsNoData: true,
  metrics: adMetrics,
};
