import { amount, count, day, dimension, given, money } from '../column-definition.ts';
import type { Preset } from '../preset.ts';
import { adMetrics } from './ad-metrics.ts';

/**
 * Reports of Google Ads. Two lines stand before the headings (name, period); missing values are ` --`; several total rows end the
 * file, and segmented reports have them between the rows, labelled in any column.
 */
export const googleAds: Preset = {
  id: 'google-ads',
  version: 1,
  name: { ja: 'Google広告', en: 'Google Ads' },
  dataset: {
    kind: 'aggregate',
    id: 'google-ads',
    name: { ja: 'Google広告', en: 'Google Ads' },
    grain: ['account', 'campaign', 'ad-group', 'keyword', 'search-term'],
    breakdowns: ['device', 'landing-page', 'region', 'age', 'gender', 'network'],
  },
  columns: [
    day('date', '日', 'Day', ['日付']),
    { ...day('month', '月', 'Month'), written: 'month' },
    dimension('account', 'アカウント', 'Account', ['アカウント名', 'Account name']),
    dimension('campaign', 'キャンペーン', 'Campaign'),
    dimension('campaign-status', 'キャンペーンの状態', 'Campaign status', ['Campaign state']),
    dimension('campaign-type', 'キャンペーン タイプ', 'Campaign type'),
    dimension('ad-group', '広告グループ', 'Ad group'),
    dimension('keyword', 'キーワード', 'Keyword', ['検索キーワード', 'Search keyword']),
    dimension('match-type', 'マッチタイプ', 'Match type', ['検索キーワードのマッチタイプ']),
    dimension('search-term', '検索語句', 'Search term'),
    dimension('device', 'デバイス', 'Device'),
    dimension('network', 'ネットワーク', 'Network', ['ネットワーク（検索パートナーあり）', 'Network (with search partners)']),
    dimension('region', '地域', 'Region'),
    dimension('age', '年齢', 'Age'),
    dimension('gender', '性別', 'Gender'),
    dimension('landing-page', 'ランディング ページ', 'Landing page', ['最終ページ URL', 'Final URL']),
    dimension('currency', '通貨コード', 'Currency code', ['Currency']),
    count('impressions', '表示回数', 'Impressions', ['Impr.']),
    count('clicks', 'クリック数', 'Clicks'),
    count('interactions', 'インタラクション', 'Interactions'),
    money('cost', '費用', 'Cost', ['ご利用額']),
    amount('conversions', 'コンバージョン', 'Conversions', ['コンバージョン数', 'コンバージョン（現在のモデル）']),
    amount('all-conversions', 'すべてのコンバージョン', 'All conv.', ['All conversions']),
    money('conversion-value', 'コンバージョン値', 'Conversion value', ['コンバージョンの価値', 'Conv. value']),
    given('ctr', 'クリック率', 'CTR', ['Interaction rate', 'インタラクション率']),
    given('average-cpc', '平均クリック単価', 'Avg. CPC', ['平均CPC']),
    given('cost-per-conversion', 'コンバージョン単価', 'Cost / conv.', ['Cost per conversion']),
    given('conversion-rate', 'コンバージョン率', 'Conv. rate', ['Conversion rate']),
    given('value-per-cost', 'コンバージョン値 / 費用', 'Conv. value / cost'),
  ],
  requires: [
    ['campaign', 'ad-group', 'keyword', 'search-term', 'account'],
    ['cost'],
    ['clicks'],
    ['impressions'],
    ['date', 'month', 'conversions', 'average-cpc', 'campaign-type', 'currency'],
  ],
  period: 'preamble',
  replaces: 'period',
  others: 'keep',
  totals: 'any-column',
  metrics: adMetrics,
};
