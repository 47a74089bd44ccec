import { amount, count, dimension, firm, given, money } from '../column-definition.ts';
import type { PresetColumn } from '../preset.ts';

/**
 * Columns that mean the same in files of any source. They give files that no preset knows the same ids as the presets use, and say
 * which of their numbers are counts of people, that never add up.
 */
export const GENERIC_COLUMNS: readonly PresetColumn[] = [
  firm('company', '会社名', 'Company', ['会社', '企業名', '取引先名', '法人名', 'Company name', 'Account name']),
  {
    to: 'date',
    name: { ja: '日付', en: 'Date' },
    from: ['日付', '日', '年月日', '日にち', '計上日', '対象日', 'Date', 'Day', 'Datum', 'Fecha', 'Data'],
    type: 'date',
    role: 'time',
  },
  {
    to: 'month',
    name: { ja: '年月', en: 'Month' },
    from: ['年月', '月', '対象月', '計上月', 'Month', 'Year month'],
    type: 'date',
    role: 'time',
    written: 'month',
  },
  dimension('channel', 'チャネル', 'Channel', ['経路', '流入経路', '流入チャネル', 'チャンネル']),
  dimension('source', '参照元', 'Source'),
  dimension('medium', 'メディア', 'Medium'),
  dimension('media', '媒体', 'Media', ['媒体名', '広告媒体']),
  dimension('campaign', 'キャンペーン', 'Campaign', ['キャンペーン名', 'Campaign name', 'Kampagne']),
  dimension('ad-group', '広告グループ', 'Ad group', ['広告グループ名', 'Ad group name']),
  dimension('keyword', 'キーワード', 'Keyword'),
  dimension('device', 'デバイス', 'Device', ['端末']),
  dimension('region', '地域', 'Region', ['エリア']),
  dimension('prefecture', '都道府県', 'Prefecture'),
  dimension('country', '国', 'Country'),
  dimension('product', '商品名', 'Product', ['商品', 'Product name', '品名']),
  dimension('category', 'カテゴリ', 'Category', ['カテゴリー', '分類']),
  dimension('store', '店舗', 'Store', ['店舗名', 'Shop']),
  dimension('currency', '通貨', 'Currency', ['通貨コード', 'Currency code']),
  count('impressions', '表示回数', 'Impressions', ['インプレッション', 'インプレッション数', 'Impr.', 'imp', 'imps']),
  count('clicks', 'クリック数', 'Clicks', ['クリック', 'Klicks']),
  count('sessions', 'セッション', 'Sessions', ['セッション数', '訪問数', 'Visits']),
  count('page-views', 'ページビュー数', 'Page views', ['PV', 'PV数', 'ページビュー']),
  count('leads', 'リード数', 'Leads', ['リード', 'リード獲得数']),
  count('orders', '注文数', 'Orders', ['注文件数', '受注件数', '購入件数', '受注数']),
  count('new-customers', '新規顧客数', 'New customers', ['新規客数']),
  amount('conversions', 'コンバージョン', 'Conversions', ['コンバージョン数', 'CV', 'CV数']),
  money('cost', '費用', 'Cost', ['コスト', '広告費', '利用金額', 'Spend', 'Ad spend', 'Amount spent', 'Kosten']),
  money('revenue', '売上', 'Revenue', ['売上高', '売上金額', '売上額', 'Sales', 'Umsatz']),
  {
    ...given('users', 'ユーザー数', 'Users', [
      'ユーザー',
      'UU',
      'UU数',
      'ユニークユーザー数',
      'Unique users',
      'Total users',
      'Active users',
    ]),
    type: 'integer',
  },
];
