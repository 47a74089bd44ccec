import { labels } from '../ui/labels.ts';

/** Typing actual values by month. */
export const valueLabels = labels({
  values: { ja: '値を入力', en: 'Enter values' },
  valuesTitle: { ja: '月ごとの実績', en: 'Actual values by month' },
  valuesHow: {
    ja: 'セルを選んで入力。Excelの範囲をそのまま貼り付け・コピーできます。保存すると1回の取り込みとして残り、「取り込み履歴」から取り消せます。',
    en: 'Choose a cell and type. Blocks are pasted from and copied to a spreadsheet. What you save is kept as one import, and can be undone in the import history.',
  },
  valuesHowPhone: {
    ja: '保存すると1回の取り込みとして残り、「取り込み履歴」から取り消せます。',
    en: 'What you save is kept as one import, and can be undone in the import history.',
  },
  valueRow: { ja: 'KPI', en: 'KPI' },
  valueMonth: { ja: '月', en: 'Month' },
  groupEntered: { ja: 'ここで入力するKPI', en: 'Typed in here' },
  groupNone: { ja: 'まだ測っていないKPI', en: 'Not measured yet' },
  groupData: { ja: 'データから計算されるKPI（入力できません）', en: 'Computed from data, not typed in' },
  fromData: { ja: '{{data}}から計算', en: 'From {{data}}' },
  showData: { ja: 'データから計算されるKPIも表示', en: 'Show what is computed from data too' },
  addMetric: { ja: 'ほかの指標を追加', en: 'Add another metric' },
  chooseMetric: { ja: '指標を選ぶ…', en: 'Choose a metric…' },
  lockFinal: { ja: '確定', en: 'Final' },
  lockFinalWhy: {
    ja: '確定した月のため変更できません。直す場合は「締め」で確定を戻してください。',
    en: 'Closed finally. To correct it, open the month again under Closing.',
  },
  lockData: {
    ja: 'データから計算されるため、ここでは入力できません。直す場合は、直したファイルを取り込んでください。',
    en: 'Computed from imported data. To correct it, import a corrected file.',
  },
  monthPreliminary: { ja: '速報', en: 'Preliminary' },
  monthRunning: { ja: '進行中', en: 'Running' },
  valuesUnread: {
    ja: '{{count}}か所は数値として読めないため、そのままにしました。',
    en: {
      one: '{{count}} cell could not be read as a number and was left as it was.',
      other: '{{count}} cells could not be read as numbers and were left as they were.',
    },
  },
  valuesLocked: {
    ja: '{{count}}か所は変更できないため、そのままにしました。',
    en: {
      one: '{{count}} cell is locked and was left as it was.',
      other: '{{count}} cells are locked and were left as they were.',
    },
  },
  valuesChanged: {
    ja: '{{count}}か所を変更（未保存）',
    en: { one: '{{count}} change, not saved yet', other: '{{count}} changes, not saved yet' },
  },
  valuesUndo: { ja: '1つ戻す', en: 'Undo' },
  valuesDrop: { ja: 'すべて取り消す', en: 'Drop all' },
  valuesReview: { ja: '確認して保存', en: 'Review and save' },
  reviewTitle: { ja: '入力した値の確認', en: 'What will change' },
  reviewText: {
    ja: '{{who}}の入力として、{{count}}か所の値を1回の取り込みで保存します。',
    en: {
      one: '{{count}} value is stored as one import, entered by {{who}}.',
      other: '{{count}} values are stored as one import, entered by {{who}}.',
    },
  },
  reviewWho: { ja: 'あなた', en: 'you' },
  reviewBefore: { ja: '今の値', en: 'Now' },
  reviewAfter: { ja: '保存後', en: 'Then' },
  reviewEmpty: { ja: '（なし）', en: '(none)' },
  reviewNew: {
    ja: '{{names}}は、これから手入力の指標になります（metrics.yamlに追加されます）。',
    en: 'From now on typed in by hand, and added to metrics.yaml: {{names}}.',
  },
  reviewConflict: {
    ja: 'ほかの人が先に値を変更しました。「今の値」を見直してから、もう一度保存してください。',
    en: 'Somebody else has changed values meanwhile. Look at what stands now, then save again.',
  },
  reviewSave: { ja: '保存する', en: 'Save' },
  valuesSaved: { ja: '値を保存しました', en: 'Values saved' },
  valuesNone: { ja: '入力するKPIがありません', en: 'Nothing to type in' },
  valuesNoneText: {
    ja: '計画のKPIはすべてデータから計算されています。ほかの指標を入力する場合は、下から追加してください。',
    en: 'Every KPI of the plan is computed from data. To type in another metric, add it below.',
  },
});
