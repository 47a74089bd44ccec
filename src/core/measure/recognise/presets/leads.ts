import { day, dimension, moment, stage } from '../column-definition.ts';
import type { Preset, PresetMetric } from '../preset.ts';
import { leadColumns, leadId } from './lead-columns.ts';

const dataset = { kind: 'event', id: 'lead-stages', name: { ja: 'リードのステージ', en: 'Lead stages' } } as const;

/** How the stages of the funnel are written: by this product in a list with a column per stage, and by people in histories. */
const STAGES = {
  leads: ['lead', 'Lead', 'リード', 'リード獲得', '新規リード', '新規'],
  mqls: ['mql', 'MQL', 'MQL化'],
  'handed-over-leads': ['handed-over', '営業引き渡し', '引き渡し', '営業引渡し', 'トスアップ', 'Handed over'],
  sqls: ['sql', 'SQL', 'SQL化'],
  meetings: ['meeting', '商談設定', 'アポ獲得', 'アポイント獲得', 'Meeting'],
  opportunities: ['opportunity', '商談', '商談化', '案件化', 'Opportunity'],
  proposals: ['proposal', '提案', '提案済み', 'Proposal'],
  'won-deals': ['won', '受注', '成約', 'Closed won', 'Won', '商談成立'],
} as const;

const metrics: readonly PresetMetric[] = [
  ...Object.entries(STAGES).flatMap(([metric, stages]) =>
    ['lead-id', 'mail'].map(
      (key): PresetMetric => ({
        metric,
        needs: ['stage', key],
        measured: { distinct: key },
        where: { stage: { 'one-of': stages } },
      }),
    ),
  ),
  {
    metric: 'contract-revenue',
    needs: ['stage', 'amount'],
    measured: { sum: 'amount' },
    where: { stage: { 'one-of': STAGES['won-deals'] } },
  },
];

/**
 * A list of leads with a column for the day of each stage, from any MA or SFA: HubSpot's `Became a … Date`, a sheet with 獲得日, MQL日,
 * SQL日, 受注日. Every day becomes a row of its stage, so that each stage is counted in the period in which it was reached.
 */
export const stagedLeads: Preset = {
  id: 'staged-leads',
  version: 1,
  name: { ja: 'リード一覧（ステージの日付つき）', en: 'List of leads with the days of their stages' },
  dataset,
  columns: [
    ...leadColumns,
    stage('lead', 'リード獲得日', 'Lead date', [
      '獲得日',
      'リード化日',
      'リード作成日',
      '登録日',
      '作成日',
      '作成日時',
      '流入日',
      '初回コンバージョン日',
      'Create Date',
      'Created date',
      'Became a Lead Date',
      'リードになった日',
      'リードになった日付',
    ]),
    stage('mql', 'MQL日', 'MQL date', [
      'MQL化日',
      'MQL判定日',
      'MQL到達日',
      'Became a Marketing Qualified Lead Date',
      'Became an MQL Date',
      'MQLになった日',
      'MQLになった日付',
    ]),
    stage('handed-over', '営業引き渡し日', 'Hand-over date', ['引き渡し日', '引渡し日', '引渡日', 'トスアップ日', '営業引渡日']),
    stage('sql', 'SQL日', 'SQL date', [
      'SQL化日',
      'SQL判定日',
      'SQL到達日',
      'Became a Sales Qualified Lead Date',
      'Became an SQL Date',
      'SQLになった日',
      'SQLになった日付',
    ]),
    stage('meeting', '商談設定日', 'Meeting date', ['アポ獲得日', 'アポイント日', 'アポ日', '商談日', 'Meeting booked date']),
    stage('opportunity', '商談化日', 'Opportunity date', [
      '案件化日',
      '商談作成日',
      'Became an Opportunity Date',
      '商談になった日',
      '商談になった日付',
    ]),
    stage('proposal', '提案日', 'Proposal date', ['見積提出日', '提案書提出日']),
    stage('won', '受注日', 'Won date', [
      '成約日',
      '契約日',
      'Became a Customer Date',
      '顧客になった日',
      '顧客になった日付',
      'Closed won date',
    ]),
    stage('lost', '失注日', 'Lost date', ['Closed lost date', '見送り日']),
  ],
  requires: [
    ['lead-id', 'mail', 'company'],
    ['stage-lead', 'stage-mql'],
    ['stage-mql', 'stage-handed-over', 'stage-sql', 'stage-meeting', 'stage-opportunity', 'stage-proposal', 'stage-won'],
    ['stage-lead', 'stage-sql', 'stage-opportunity', 'stage-won'],
  ],
  leastKnown: 0.1,
  period: 'row',
  replaces: 'period',
  others: 'keep',
  totals: 'labelled',
  metrics,
};

/** A history of stages: a row for every change, with the lead, the stage it came to, and when. */
export const leadHistory: Preset = {
  id: 'lead-history',
  version: 1,
  name: { ja: 'リードのステージ履歴', en: 'History of lead stages' },
  dataset,
  columns: [
    leadId,
    moment('entered-on', '変更日時', 'Changed at', [
      '変更日',
      '編集日',
      '更新日時',
      '到達日',
      '到達日時',
      '遷移日',
      '遷移日時',
      'Edit Date',
      'Entered at',
    ]),
    dimension('stage', 'ステージ', 'Stage', [
      '新ステージ',
      '変更後ステージ',
      '変更後',
      'To stage',
      'New value',
      '新しい値',
      '移動先ステージ',
    ]),
    dimension('previous-stage', '前のステージ', 'Previous stage', [
      '変更前',
      '変更前ステージ',
      'From stage',
      'Old value',
      '以前の値',
      '移動元ステージ',
    ]),
    dimension('owner', '担当者', 'Owner', ['所有者', '編集者', 'Edited By']),
    ...leadColumns.filter(({ to }) => to !== 'lead-id'),
  ],
  requires: [['lead-id'], ['stage'], ['entered-on']],
  period: 'row',
  replaces: 'period',
  others: 'keep',
  totals: 'labelled',
  metrics,
};

/** A list of leads as they stand now, of any MA or SFA: one row each, of the day on which it came in. */
export const leads: Preset = {
  id: 'leads',
  version: 1,
  name: { ja: 'リード一覧', en: 'List of leads' },
  dataset: { kind: 'event', id: 'leads', name: { ja: 'リード', en: 'Leads' } },
  columns: [
    moment('created-at', '作成日', 'Create Date', [
      '作成日時',
      '登録日',
      '登録日時',
      '獲得日',
      'リード獲得日',
      'リード作成日',
      '流入日',
      'Created date',
      'Created at',
      'First conversion date',
      '初回コンバージョン日',
      '申込日時',
      '問い合わせ日時',
      '問合せ日時',
    ]),
    day('updated-at', '更新日時', 'Last modified', ['最終更新日', '最終更新日時', 'Last Modified Date', '最終更新']),
    ...leadColumns,
    dimension('owner', '担当者', 'Owner', [
      'リード 所有者',
      'リード所有者',
      'Lead owner',
      'Contact owner',
      'コンタクト担当者',
      '所有者',
    ]),
  ],
  requires: [['lead-id'], ['created-at'], ['status', 'lead-source', 'score', 'valid']],
  leastKnown: 0.1,
  period: 'row',
  replaces: 'period',
  others: 'keep',
  totals: 'labelled',
  metrics: [
    { metric: 'leads', needs: ['lead-id'], measured: { distinct: 'lead-id' } },
    {
      metric: 'valid-leads',
      needs: ['lead-id', 'valid'],
      measured: { distinct: 'lead-id' },
      where: { valid: { 'one-of': ['有効', '○', '〇', '1', 'はい', 'TRUE', 'true', 'Yes', 'yes', 'valid', 'Valid'] } },
    },
  ],
};
