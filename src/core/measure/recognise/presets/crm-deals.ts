import { dimension, firm, given, moment, money, per, percentage } from '../column-definition.ts';
import type { Preset, PresetMetric } from '../preset.ts';

const dataset = { kind: 'event', id: 'opportunities', name: { ja: '商談', en: 'Opportunities' } } as const;

const WON = [
  '受注',
  '成約',
  '商談成立',
  '契約',
  '受注済み',
  'Closed Won',
  'Closed won',
  'closedwon',
  'Won',
  'won',
  '取引成立',
  '成立した取引',
];

/** The deals that any list of opportunities measures, by the column that names them. */
export function dealMetrics(id: string): readonly PresetMetric[] {
  return [
    { metric: 'opportunities', needs: [id], measured: { distinct: id } },
    { metric: 'won-deals', needs: [id, 'stage'], measured: { distinct: id }, where: { stage: { 'one-of': WON } } },
    { metric: 'order-amount', needs: ['amount', 'stage'], measured: { sum: 'amount' }, where: { stage: { 'one-of': WON } } },
  ];
}

/** Deals of HubSpot, one row each as it stands now. */
export const hubspotDeals: Preset = {
  id: 'hubspot-deals',
  version: 1,
  name: { ja: 'HubSpotの取引', en: 'HubSpot deals' },
  dataset,
  columns: [
    moment('created-date', '作成日', 'Create Date', ['作成日時']),
    moment('close-date', 'クローズ日', 'Close Date', ['完了日', '成約予定日']),
    dimension('opportunity-id', '取引ID', 'Deal ID', ['レコードID', 'Record ID', 'Record ID - Deal']),
    dimension('opportunity', '取引名', 'Deal Name'),
    firm('account', '関連付けられた会社', 'Associated Company', ['会社名', 'Associated Company (Primary)']),
    dimension('stage', '取引ステージ', 'Deal Stage'),
    dimension('pipeline', 'パイプライン', 'Pipeline'),
    dimension('type', '取引タイプ', 'Deal Type'),
    dimension('owner', '取引担当者', 'Deal owner', ['取引の担当者']),
    dimension('lead-source', '元のソース', 'Original Source Type', ['オリジナルソースタイプ', 'Original Traffic Source']),
    dimension('close-reason', '失注理由', 'Closed Lost Reason', ['成約理由', 'Closed Won Reason']),
    money('amount', '金額', 'Amount', ['取引金額']),
    given('probability', '取引確度', 'Deal probability'),
  ],
  requires: [['opportunity', 'opportunity-id'], ['stage'], ['created-date', 'close-date'], ['pipeline', 'opportunity', 'owner']],
  leastKnown: 0.1,
  period: 'row',
  replaces: 'period',
  others: 'keep',
  totals: 'labelled',
  metrics: [...dealMetrics('opportunity-id'), ...dealMetrics('opportunity')],
};

/**
 * Records of a kintone app for deals. A record with a table inside takes a line per row of the table and repeats everything else, so
 * amounts are of the record (ING-45), and records are counted by their number.
 */
export const kintoneDeals: Preset = {
  id: 'kintone-deals',
  version: 1,
  name: { ja: 'kintoneの案件', en: 'kintone deal records' },
  dataset,
  columns: [
    moment('created-date', '作成日時', 'Created datetime', ['登録日時', '登録日', '作成日']),
    moment('close-date', '受注予定日', 'Expected close date', ['完了予定日', '成約予定日', '受注予定月']),
    dimension('opportunity-id', 'レコード番号', 'Record number', ['Record no.']),
    dimension('record-start', 'レコードの開始行', 'Start of record'),
    ...per(
      'opportunity-id',
      dimension('opportunity', '案件名', 'Deal name', ['商談名', '件名']),
      firm('account', '会社名', 'Company name', ['顧客名', '取引先名', '企業名']),
      dimension('stage', 'ステータス', 'Status', ['フェーズ', '商談フェーズ', '進捗', '商談ステータス', '案件ステータス']),
      dimension('lead-source', 'リードソース', 'Lead source', ['流入経路', '獲得経路']),
      dimension('rank', '確度', 'Probability', ['ランク', '受注確度']),
      money('amount', '見積金額', 'Amount', ['受注金額', '金額', '合計金額', '案件金額', '受注予定金額', '売上見込']),
    ),
  ],
  requires: [['opportunity-id'], ['created-date', 'close-date'], ['opportunity', 'account'], ['stage', 'rank', 'amount']],
  leastKnown: 0.1,
  period: 'row',
  replaces: 'period',
  others: 'keep',
  totals: 'labelled',
  metrics: dealMetrics('opportunity-id'),
};

/** Any other list of deals: SFA tools, sheets of the sales team. */
export const deals: Preset = {
  id: 'deals',
  version: 1,
  name: { ja: '商談・案件の一覧', en: 'List of deals' },
  dataset,
  columns: [
    moment('created-date', '作成日', 'Created', [
      '登録日',
      '商談作成日',
      '案件作成日',
      '商談化日',
      '発生日',
      '作成日時',
      '登録日時',
    ]),
    moment('close-date', '受注予定日', 'Expected close', [
      '完了予定日',
      '受注日',
      '成約日',
      '契約日',
      'クローズ予定日',
      '決着日',
    ]),
    dimension('opportunity-id', '商談ID', 'Opportunity ID', [
      '案件ID',
      '商談番号',
      '案件番号',
      '案件No',
      '商談No',
      '案件コード',
      'Deal ID',
    ]),
    dimension('opportunity', '商談名', 'Opportunity', ['案件名', 'Deal']),
    firm('account', '取引先名', 'Account', ['会社名', '顧客名', '企業名', '取引先']),
    dimension('stage', 'フェーズ', 'Stage', [
      '商談フェーズ',
      '案件ステータス',
      '商談ステータス',
      'ステージ',
      '進捗',
      'ステータス',
    ]),
    dimension('lead-source', 'リードソース', 'Lead source', ['流入経路', '獲得経路', '商談経路']),
    dimension('owner', '営業担当', 'Owner', ['担当者', '営業担当者', '担当', '商談担当者']),
    money('amount', '商談金額', 'Amount', ['金額', '案件金額', '受注金額', '見込金額', '受注予定金額', '契約金額']),
    percentage('probability', '確度(%)', 'Probability (%)', ['確度', '受注確度']),
    dimension('close-reason', '失注理由', 'Reason lost', ['受注理由', '受注/失注理由']),
  ],
  requires: [['opportunity-id', 'opportunity'], ['stage'], ['created-date', 'close-date'], ['amount', 'account']],
  leastKnown: 0.3,
  period: 'row',
  replaces: 'period',
  others: 'keep',
  totals: 'labelled',
  metrics: [...dealMetrics('opportunity-id'), ...dealMetrics('opportunity')],
};
