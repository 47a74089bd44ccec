import { amount, count, day, dimension, given, money, seconds } from '../column-definition.ts';
import type { Preset, PresetColumn } from '../preset.ts';

const channelGroup = 'のメインのチャネル グループ（デフォルト チャネル グループ）';
const oldChannelGroup = 'のデフォルト チャネル グループ';

const columns: readonly PresetColumn[] = [
  day('date', '日付', 'Date', ['日', 'Day']),
  { ...day('week', '週', 'Week', []), type: 'text', role: 'dimension' },
  { ...day('month', '月', 'Month', ['年月', 'Year month', '年 / 月']), written: 'month' },
  { ...day('nth-day', 'N 日目', 'Nth day', ['N 日目（日付）']), written: 'day-offset' },
  dimension('session-channel-group', 'セッションのチャネル グループ', 'Session channel group', [
    `セッション${channelGroup}`,
    `セッション${oldChannelGroup}`,
    'Session primary channel group (Default Channel Group)',
    'Session default channel group',
    'Session default channel grouping',
  ]),
  dimension('first-user-channel-group', 'ユーザーの最初のチャネル グループ', 'First user channel group', [
    `ユーザーの最初${channelGroup}`,
    `最初のユーザー${channelGroup}`,
    `最初のユーザー${oldChannelGroup}`,
    'First user primary channel group (Default Channel Group)',
    'First user default channel group',
  ]),
  dimension('session-source-medium', 'セッションの参照元 / メディア', 'Session source / medium'),
  dimension('session-source', 'セッションの参照元', 'Session source'),
  dimension('session-medium', 'セッションのメディア', 'Session medium'),
  dimension('session-campaign', 'セッションのキャンペーン', 'Session campaign'),
  dimension('landing-page', 'ランディング ページ', 'Landing page', [
    'ランディング ページ + クエリ文字列',
    'Landing page + query string',
  ]),
  dimension('page-path', 'ページパス', 'Page path', [
    'ページパスとスクリーン クラス',
    'Page path and screen class',
    'ページパス + クエリ文字列',
    'Page path + query string',
  ]),
  dimension('page-title', 'ページ タイトル', 'Page title', [
    'ページ タイトルとスクリーン クラス',
    'Page title and screen class',
    'ページ タイトルとスクリーン名',
    'Page title and screen name',
  ]),
  dimension('event-name', 'イベント名', 'Event name'),
  dimension('device-category', 'デバイス カテゴリ', 'Device category', ['デバイス']),
  dimension('country', '国', 'Country', ['国 ID', 'Country ID']),
  dimension('region', '地域', 'Region'),
  dimension('city', '市区町村', 'City', ['市区町村 ID']),
  dimension('user-type', '新規 / リピーター', 'New / returning', ['New / established']),
  count('sessions', 'セッション', 'Sessions', ['セッション数']),
  count('engaged-sessions', 'エンゲージのあったセッション数', 'Engaged sessions', ['エンゲージのあったセッション']),
  count('views', '表示回数', 'Views', ['ページビュー数', 'Screen page views']),
  count('events', 'イベント数', 'Event count'),
  amount('key-events', 'キーイベント', 'Key events', ['コンバージョン', 'Conversions', 'コンバージョン数']),
  count('new-users', '新規ユーザー数', 'New users', ['新規ユーザー']),
  {
    ...given('active-users', 'アクティブ ユーザー', 'Active users', ['ユーザー', 'Users', 'アクティブ ユーザー数']),
    type: 'integer',
  },
  { ...given('total-users', '総ユーザー数', 'Total users', ['合計ユーザー数']), type: 'integer' },
  money('total-revenue', '合計収益', 'Total revenue'),
  money('purchase-revenue', '購入による収益', 'Purchase revenue', ['e コマースの収益', 'eコマースの収益']),
  money('ad-revenue', '広告収益', 'Total ad revenue', ['広告収入の合計']),
  count('ecommerce-purchases', 'e コマース購入数', 'Ecommerce purchases', ['購入数', 'Transactions', 'トランザクション']),
  count('organic-google-search-clicks', 'Google のオーガニック検索のクリック数', 'Organic Google Search clicks'),
  given('engagement-rate', 'エンゲージメント率', 'Engagement rate'),
  given('bounce-rate', '直帰率', 'Bounce rate'),
  given('session-key-event-rate', 'セッション キーイベント率', 'Session key event rate', [
    'セッションのコンバージョン率',
    'Session conversion rate',
  ]),
  given('user-key-event-rate', 'ユーザー キーイベント率', 'User key event rate', ['ユーザーのコンバージョン率']),
  given('events-per-session', 'セッションあたりのイベント数', 'Events per session'),
  given('views-per-active-user', 'アクティブ ユーザーあたりのビュー', 'Views per active user', ['ユーザーあたりのビュー']),
  seconds('average-engagement-time', '平均エンゲージメント時間', 'Average engagement time'),
  seconds(
    'average-engagement-time-per-session',
    'セッションあたりの平均エンゲージメント時間',
    'Average engagement time per session',
  ),
  seconds(
    'average-engagement-time-per-active-user',
    'アクティブ ユーザーあたりの平均エンゲージメント時間',
    'Average engagement time per active user',
  ),
];

const measures = columns.filter(column => column.role === 'measure').map(column => column.to);

/**
 * Google Analytics 4: reports, explorations and the tables of the reports snapshot. The first column may be any dimension, also one
 * of the user's own, so the file is known by its block of `#` lines and its measures. Without a time column, a row is of the
 * whole period that the block names.
 */
export const ga4: Preset = {
  id: 'ga4',
  version: 1,
  name: { ja: 'Googleアナリティクス4', en: 'Google Analytics 4' },
  dataset: { kind: 'aggregate', id: 'ga4', name: { ja: 'Googleアナリティクス4', en: 'Google Analytics 4' }, byFirstColumn: true },
  columns,
  requires: [measures],
  comments: true,
  period: 'preamble',
  replaces: 'period',
  others: 'keep',
  totals: 'empty-first',
  metrics: [
    { metric: 'sessions', needs: ['sessions'], measured: { sum: 'sessions' } },
    { metric: 'engaged-sessions', needs: ['engaged-sessions'], measured: { sum: 'engaged-sessions' } },
    { metric: 'page-views', needs: ['views'], measured: { sum: 'views' } },
    { metric: 'conversions', needs: ['key-events'], measured: { sum: 'key-events' } },
    { metric: 'visitors', needs: ['active-users'], measured: { sum: 'active-users' } },
    { metric: 'new-visitors', needs: ['new-users'], measured: { sum: 'new-users' } },
    { metric: 'orders', needs: ['ecommerce-purchases'], measured: { sum: 'ecommerce-purchases' } },
  ],
};
