import { day, dimension, money } from '../column-definition.ts';
import type { Preset } from '../preset.ts';

/** A sheet of costs: a row per item and day or month, from bookkeeping, an agency's invoice, or a mall's fees. */
export const costSheet: Preset = {
  id: 'cost-sheet',
  version: 1,
  name: { ja: '費用の一覧', en: 'Cost sheet' },
  dataset: { kind: 'aggregate', id: 'costs', name: { ja: '費用', en: 'Costs' } },
  columns: [
    { ...day('month', '計上月', 'Month', ['年月', '対象月', '請求月', '利用月', '月', '月度', '支払月']), written: 'month' },
    day('date', '計上日', 'Date', ['日付', '取引日', '発生日', '伝票日付', '請求日', '支払日', '利用日']),
    dimension('cost-item', '費目', 'Cost item', [
      '勘定科目',
      '科目',
      '費用項目',
      '費用区分',
      '手数料名',
      '請求項目',
      'Expense type',
    ]),
    dimension('sub-item', '補助科目', 'Sub-account', ['内訳', '細目']),
    dimension('supplier', '取引先', 'Supplier', ['支払先', '発注先', '請求元', '代理店', 'Vendor', 'Payee']),
    dimension('media', '媒体', 'Media', ['媒体名', '広告媒体', 'チャネル', 'Channel']),
    dimension('campaign', '施策', 'Campaign', ['施策名', 'キャンペーン', 'キャンペーン名', '展示会名', 'イベント名']),
    dimension('department', '部門', 'Department', ['部署', '負担部門']),
    dimension('project', 'プロジェクト', 'Project', ['案件']),
    dimension('tax-class', '税区分', 'Tax class', ['消費税区分', '課税区分']),
    dimension('remark', '摘要', 'Remark', ['備考', 'メモ', 'Memo', 'Note']),
    money('cost', '金額', 'Amount', [
      '費用',
      '支払金額',
      '請求金額',
      '税抜金額',
      '金額（税抜）',
      '利用金額',
      '借方金額',
      'Cost',
      '実績金額',
    ]),
    money('tax', '消費税', 'Tax', ['税額', '消費税額']),
    { ...money('cost-with-tax', '税込金額', 'Amount with tax', ['金額（税込み）', '合計金額', '税込']) },
  ],
  requires: [['month', 'date'], ['cost-item'], ['cost', 'cost-with-tax']],
  period: 'row',
  replaces: 'period',
  scope: 'file',
  others: 'keep',
  totals: 'labelled',
  metrics: [
    { metric: 'marketing-cost', needs: ['cost'], measured: { sum: 'cost' } },
    { metric: 'marketing-cost', needs: ['cost-with-tax'], measured: { sum: 'cost-with-tax' } },
  ],
};
