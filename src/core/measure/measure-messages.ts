import { messages } from '../problem/problem.ts';

/** Problems of asking for and computing measured values. */
export const measureMessages = messages({
  'row-division': {
    severity: 'error',
    ja: (p: { divisor: string }) =>
      `行ごとの計算では「${p.divisor}」で割れません（割れるのは0以外の数値だけです）。割合は、分子と分母を別の指標にして「equals: 分子 / 分母」と書いてください。`,
    en: (p: { divisor: string }) =>
      `A row expression cannot be divided by "${p.divisor}"; only by a number other than zero. Make numerator and denominator metrics of their own and write "equals: numerator / denominator".`,
  },
  'row-other-period': {
    severity: 'error',
    ja: (p: { name: string }) => `行ごとの計算では ${p.name}( ) は使えません。指標どうしの計算式（equals）で使ってください。`,
    en: (p: { name: string }) => `${p.name}( ) cannot be used in a row expression; use it in a formula over metrics (equals).`,
  },
  'metric-not-measured': {
    severity: 'error',
    ja: (p: { metric: string }) =>
      `指標「${p.metric}」の測り方が決まっていません。metrics.yaml に、どのデータから求めるかを書いてください。`,
    en: (p: { metric: string }) =>
      `It is not said how "${p.metric}" is measured. Write in metrics.yaml from which data it comes.`,
  },
  'metric-inputs-not-measured': {
    severity: 'error',
    ja: (p: { metric: string; missing: readonly string[] }) =>
      `指標「${p.metric}」の計算に必要な「${p.missing.join('」「')}」の測り方が決まっていません。metrics.yaml に書いてください。`,
    en: (p: { metric: string; missing: readonly string[] }) =>
      `"${p.metric}" is computed from ${p.missing.map(id => `"${id}"`).join(', ')}, and it is not said how ${p.missing.length === 1 ? 'that is' : 'those are'} measured. Write it in metrics.yaml.`,
  },
  'dimension-unknown': {
    severity: 'error',
    ja: (p: { column: string; dataset: string; metric: string; suggestion?: string }) =>
      `指標「${p.metric}」のデータ「${p.dataset}」には列「${p.column}」がないため、この切り口では集計できません。${p.suggestion ? `「${p.suggestion}」のことですか。` : ''}`,
    en: (p: { column: string; dataset: string; metric: string; suggestion?: string }) =>
      `"${p.metric}" cannot be cut by "${p.column}": its dataset "${p.dataset}" has no such column.${p.suggestion ? ` Did you mean "${p.suggestion}"?` : ''}`,
  },
  'too-many-dimensions': {
    severity: 'error',
    ja: (p: { limit: number }) => `切り口は${p.limit}個までです。`,
    en: (p: { limit: number }) => `At most ${p.limit} dimensions can be cut by at one time.`,
  },
  'answer-too-large': {
    severity: 'error',
    ja: (p: { limit: number }) =>
      `結果が${p.limit.toLocaleString('en-US')}行を超えます。期間を短くするか、切り口や条件を絞ってください。`,
    en: (p: { limit: number }) =>
      `The result has more than ${p.limit.toLocaleString('en-US')} rows. Shorten the period, or narrow the cut or the filter.`,
  },
});
