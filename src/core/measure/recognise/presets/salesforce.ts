import { day, dimension, given, money, percentage } from '../column-definition.ts';
import type { Preset } from '../preset.ts';
import { dealMetrics } from './crm-deals.ts';

/**
 * Opportunity reports of Salesforce: one row per opportunity as it stands now. The moment is the day it was created, or else the
 * day it is to close. Headings may have a blank inside (`商談 所有者`) or a joined field after a colon.
 */
export const salesforceOpportunities: Preset = {
  id: 'salesforce-opportunities',
  version: 2,
  name: { ja: 'Salesforceの商談レポート', en: 'Salesforce opportunity report' },
  dataset: { kind: 'event', id: 'opportunities', name: { ja: '商談', en: 'Opportunities' } },
  columns: [
    day('created-date', '作成日', 'Created Date'),
    { ...day('close-date', '完了予定日', 'Close Date'), role: 'time' },
    dimension('opportunity-id', '商談 ID', 'Opportunity ID', ['商談番号']),
    dimension('opportunity', '商談名', 'Opportunity Name'),
    dimension('account', '取引先名', 'Account Name', ['取引先 名']),
    dimension('stage', 'フェーズ', 'Stage'),
    dimension('lead-source', 'リードソース', 'Lead Source', ['主リードソース']),
    dimension('forecast-category', '売上予測カテゴリ', 'Forecast Category', ['売上予測分類']),
    dimension('type', '種別', 'Type'),
    dimension('owner', '商談所有者', 'Opportunity Owner', ['商談 所有者', 'Owner']),
    dimension('owner-department', '商談 所有者: 部署', 'Owner: Department', ['商談所有者: 部署']),
    dimension('next-step', '次のステップ', 'Next Step'),
    dimension('close-reason', '受注/失注理由詳細', 'Won/lost reason'),
    dimension('close-month', '完了予定月', 'Close Month'),
    money('amount', '金額', 'Amount'),
    money('expected-revenue', '期待収益', 'Expected Revenue'),
    percentage('probability', '確度(%)', 'Probability (%)', ['確度']),
    given('stage-duration', 'フェーズ滞在期間', 'Stage Duration'),
    given('age', '商談日数', 'Age', ['期間']),
  ],
  requires: [['opportunity', 'opportunity-id'], ['stage'], ['created-date', 'close-date']],
  period: 'row',
  replaces: 'period',
  others: 'keep',
  totals: 'labelled',
  metrics: [...dealMetrics('opportunity-id'), ...dealMetrics('opportunity')],
};
