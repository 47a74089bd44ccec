import { labels } from '../ui/labels.ts';

/** Adding and removing KPIs. */
export const nodeLabels = labels({
  add: { ja: 'KPIを追加', en: 'Add a KPI' },
  name: { ja: '名称', en: 'Name' },
  id: { ja: 'ID', en: 'ID' },
  idHint: { ja: '英小文字・数字・ハイフン。計算式で使います。', en: 'Lower case, digits and hyphens; used in formulas.' },
  idBad: {
    ja: '英小文字で始め、英小文字・数字・ハイフンだけにしてください',
    en: 'Begin with a letter; lower case, digits and hyphens only',
  },
  idTaken: { ja: 'このIDはすでに使われています', en: 'This id is taken' },
  metric: { ja: '指標の定義', en: 'Metric' },
  ownMetric: { ja: '計画独自の指標（単位を指定）', en: 'The plan’s own (give a unit)' },
  unit: { ja: '単位', en: 'Unit' },
  unitHint: { ja: '例：件、%、円、日', en: 'e.g. count, ratio, JPY, days' },
  under: { ja: '所属する成功要因', en: 'Success factor' },
  noFactor: { ja: 'なし', en: 'None' },
  formula: { ja: '計算式（任意）', en: 'Formula (optional)' },
  target: { ja: '目標（任意）', en: 'Target (optional)' },
  added: { ja: 'KPIを追加しました', en: 'KPI added' },
  remove: { ja: 'このKPIを削除', en: 'Remove this KPI' },
  removeTitle: { ja: '「{{name}}」を削除しますか？', en: 'Remove “{{name}}”?' },
  removeText: {
    ja: '計画からこのKPIと月別の目標・予算を削除します。元に戻せます。',
    en: 'The KPI goes from the plan with its months and budget. It can be undone.',
  },
  removePartners: { ja: '対の指標の指定も外します：{{names}}', en: 'It stops being the partner of: {{names}}' },
  removeUsed: {
    ja: '次のKPIが計算式または影響先として使っているため、削除できません。先にそちらを変更してください。',
    en: 'It cannot be removed while these name it in a formula or an influence. Change them first.',
  },
  removeDo: { ja: '削除', en: 'Remove' },
});
