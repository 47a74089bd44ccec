import { amount, count, day, dimension, japaneseOnly, money } from '../column-definition.ts';
import type { Preset } from '../preset.ts';
import { adMetrics } from './ad-metrics.ts';

/** LINE広告. */
export const lineAds: Preset = {
  id: 'line-ads',
  version: 1,
  name: { ja: 'LINE広告', en: 'LINE Ads' },
  dataset: { kind: 'aggregate', id: 'line-ads', name: { ja: 'LINE広告', en: 'LINE Ads' }, grain: ['campaign', 'ad-group', 'ad'] },
  columns: [
    day('date', '日', 'Day', ['日付']),
    dimension('campaign', 'キャンペーン名', 'Campaign name'),
    dimension('ad-group', '広告グループ名', 'Ad group name'),
    dimension('ad', '広告名', 'Ad name'),
    count('impressions', 'インプレッション', 'Impressions', ['インプレッション数']),
    count('clicks', 'クリック数', 'Clicks', ['クリック']),
    amount('conversions', 'コンバージョン', 'Conversions', ['CV（LINE Tagクリック）', 'CV', 'コンバージョン数']),
    money('cost', 'ご利用金額', 'Cost', ['ご利用金額（税抜）']),
  ].map(japaneseOnly),
  requires: [['date'], ['campaign'], ['impressions'], ['clicks'], ['cost']],
  period: 'preamble',
  replaces: 'period',
  others: 'keep',
  totals: 'labelled',
  metrics: adMetrics,
};

/**
 * Criteo. Its sheets look like those of Google広告 but for the conversions of its present model; Google's own reports have a title and a
 * period above the headings.
 */
export const criteo: Preset = {
  id: 'criteo',
  version: 1,
  name: { ja: 'Criteo', en: 'Criteo' },
  dataset: { kind: 'aggregate', id: 'criteo', name: { ja: 'Criteo', en: 'Criteo' }, grain: ['campaign', 'ad-group'] },
  columns: [
    day('date', '日', 'Day', ['日付', 'Date']),
    dimension('campaign', 'キャンペーン', 'Campaign', ['キャンペーン名', 'Campaign name']),
    dimension('ad-group', '広告セット', 'Ad set', ['Adset', '広告セット名']),
    dimension('currency', '通貨', 'Currency'),
    count('impressions', '表示回数', 'Displays', ['インプレッション', 'ディスプレイ']),
    count('clicks', 'クリック数', 'Clicks', ['クリック']),
    amount('conversions', 'コンバージョン（現在のモデル）', 'Conversions (current model)', [
      'Sales',
      'Post-click sales',
      'Sales (PC30)',
    ]),
    money('conversion-value', 'コンバージョンの価値（現在のモデル）', 'Revenue', ['Post-click revenue', '売上']),
    money('cost', '費用', 'Cost', ['Advertiser cost', 'Spend', '広告費']),
  ],
  requires: [['date'], ['campaign'], ['impressions'], ['clicks'], ['cost'], ['conversions']],
  untitled: true,
  period: 'preamble',
  replaces: 'period',
  others: 'keep',
  totals: 'labelled',
  metrics: adMetrics,
};

/** Microsoft広告. */
export const microsoftAds: Preset = {
  id: 'microsoft-ads',
  version: 1,
  name: { ja: 'Microsoft広告', en: 'Microsoft Advertising' },
  dataset: {
    kind: 'aggregate',
    id: 'microsoft-ads',
    name: { ja: 'Microsoft広告', en: 'Microsoft Advertising' },
    grain: ['campaign', 'ad-group', 'keyword'],
  },
  columns: [
    day('date', '日付', 'Gregorian date', ['期間', 'Time period']),
    dimension('campaign', 'キャンペーン名', 'Campaign name'),
    dimension('ad-group', '広告グループ名', 'Ad group name'),
    dimension('keyword', 'キーワード', 'Keyword'),
    dimension('currency', '通貨コード', 'Currency code'),
    count('impressions', 'インプレッション', 'Impressions', ['インプレッション数']),
    count('clicks', 'クリック数', 'Clicks'),
    amount('conversions', 'コンバージョン', 'Conversions'),
    money('cost', '費用', 'Spend'),
  ],
  requires: [['date'], ['campaign'], ['impressions'], ['clicks'], ['cost']],
  period: 'preamble',
  replaces: 'period',
  others: 'keep',
  totals: 'labelled',
  metrics: adMetrics,
};

/** X広告. */
export const xAds: Preset = {
  id: 'x-ads',
  version: 1,
  name: { ja: 'X広告', en: 'X Ads' },
  dataset: { kind: 'aggregate', id: 'x-ads', name: { ja: 'X広告', en: 'X Ads' }, grain: ['campaign', 'ad-group'] },
  columns: [
    day('date', '期間', 'Time period'),
    dimension('campaign', 'キャンペーン名', 'Campaign name'),
    dimension('ad-group', '広告グループ名', 'Ad Group name'),
    dimension('currency', '通貨', 'Currency'),
    count('impressions', 'インプレッション', 'Impressions'),
    count('clicks', 'クリック数', 'Clicks'),
    amount('leads', 'リード', 'Leads'),
    money('cost', 'ご利用金額', 'Spend'),
  ],
  requires: [['date'], ['ad-group', 'campaign'], ['impressions'], ['cost']],
  period: 'preamble',
  replaces: 'period',
  others: 'keep',
  totals: 'labelled',
  metrics: adMetrics,
};

/** A8.net and other affiliate networks: conversions that occurred are not yet those that were approved. */
export const affiliate: Preset = {
  id: 'affiliate',
  version: 1,
  name: { ja: 'アフィリエイト（ASP）の成果レポート', en: 'Affiliate network results' },
  dataset: { kind: 'aggregate', id: 'affiliate', name: { ja: 'アフィリエイト', en: 'Affiliate' }, grain: ['program', 'partner'] },
  columns: [
    day('date', '発生日', 'Date', ['注文日']),
    dimension('program', 'プログラム名', 'Programme'),
    dimension('partner', 'メディア名', 'Partner', ['サイト名']),
    count('conversions', '発生件数', 'Conversions', ['発生数']),
    count('approved-conversions', '承認件数', 'Approved conversions', ['承認数', '確定件数', '確定数']),
    count('rejected-conversions', '否認件数', 'Rejected conversions', ['否認数', 'キャンセル件数']),
    money('approved-reward', '確定報酬', 'Approved reward', ['確定報酬額']),
    money('reward', '発生報酬', 'Reward', ['発生報酬額']),
  ],
  requires: [['date'], ['conversions'], ['approved-conversions']],
  period: 'row',
  replaces: 'period',
  others: 'keep',
  totals: 'labelled',
};
