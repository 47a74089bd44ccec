import { messages } from '../problem/problem.ts';

export const templateMessages = messages({
  'template-shape': {
    severity: 'error',
    ja: (p: { detail: string }) => `テンプレートの書き方が正しくありません：${p.detail}`,
    en: (p: { detail: string }) => `A template is not well formed: ${p.detail}`,
  },
  'template-metric': {
    severity: 'error',
    ja: (p: { template: string; metric: string }) =>
      `テンプレート「${p.template}」の指標「${p.metric}」はカタログにありません。単位を書くか、カタログの指標を選んでください。`,
    en: (p: { template: string; metric: string }) =>
      `The catalogue has no metric "${p.metric}", which template "${p.template}" uses; state its unit or choose one of the catalogue.`,
  },
  'template-unknown': {
    severity: 'error',
    ja: (p: { id: string; suggestion?: string }) =>
      `「${p.id}」というテンプレートはありません。${p.suggestion === undefined ? '一覧から選んでください。' : `「${p.suggestion}」でしょうか。`}`,
    en: (p: { id: string; suggestion?: string }) =>
      `There is no template "${p.id}". ${p.suggestion === undefined ? 'Choose one of the list.' : `Did you mean "${p.suggestion}"?`}`,
  },
  'template-no-plan': {
    severity: 'error',
    ja: (p: { ids: readonly string[] }) =>
      `「${p.ids.join('、')}」だけでは計画になりません。計画のテンプレートと組み合わせてください。`,
    en: (p: { ids: readonly string[] }) => `"${p.ids.join(', ')}" is no plan by itself; combine it with a template of a plan.`,
  },
  'template-not-combined': {
    severity: 'error',
    ja: (p: { id: string }) => `「${p.id}」は計画に組み込めない種類です。計画か指標の候補を選んでください。`,
    en: (p: { id: string }) => `"${p.id}" is of a kind that does not go into a plan; choose plans and pick-lists.`,
  },
  'answer-unknown': {
    severity: 'error',
    ja: (p: { key: string; suggestion?: string }) =>
      `「${p.key}」という項目は、このテンプレートにありません。${p.suggestion === undefined ? 'show で項目を確かめてください。' : `「${p.suggestion}」でしょうか。`}`,
    en: (p: { key: string; suggestion?: string }) =>
      `This template does not ask for "${p.key}". ${p.suggestion === undefined ? 'See what it asks for with "show".' : `Did you mean "${p.suggestion}"?`}`,
  },
  'answer-date': {
    severity: 'error',
    ja: (p: { key: string; text: string }) =>
      `「${p.key}」の「${p.text}」は日付として読めません。2027-03-31のように書いてください。期限は開始日より後、10年以内です。`,
    en: (p: { key: string; text: string }) =>
      `"${p.text}" for "${p.key}" is no day. Write it like 2027-03-31; the deadline lies after the start, within ten years.`,
  },
  'answer-empty': {
    severity: 'error',
    ja: (p: { key: string }) => `「${p.key}」の値が空です。数値を書くか、決まっていなければ「未定」と書いてください。`,
    en: (p: { key: string }) => `The value of "${p.key}" is empty. Write a number, or TBD while it is undecided.`,
  },
  'combined-differently': {
    severity: 'warning',
    ja: (p: { node: string; kept: string; dropped: string; from: string }) =>
      `「${p.node}」の目標はテンプレートごとに違います。${p.kept}を残し、「${p.from}」の${p.dropped}は使いません。`,
    en: (p: { node: string; kept: string; dropped: string; from: string }) =>
      `The templates want different things of "${p.node}": ${p.kept} stays, ${p.dropped} of "${p.from}" is left out.`,
  },
  'combined-formula': {
    severity: 'info',
    ja: (p: { node: string; from: string; formula: string }) =>
      `「${p.node}」の計算式は先のテンプレートのものを使います（「${p.from}」では ${p.formula}）。`,
    en: (p: { node: string; from: string; formula: string }) =>
      `The formula of "${p.node}" is that of the earlier template ("${p.from}" has ${p.formula}).`,
  },
  'combined-renamed': {
    severity: 'info',
    ja: (p: { node: string; renamed: string; from: string }) =>
      `「${p.from}」の「${p.node}」は意味が違うため「${p.renamed}」としました。`,
    en: (p: { node: string; renamed: string; from: string }) =>
      `"${p.node}" of "${p.from}" means something else and is called "${p.renamed}".`,
  },
  'combined-goals': {
    severity: 'warning',
    ja: (p: { goals: readonly string[] }) => `目標は3つまでです。優先順位の低い「${p.goals.join('、')}」はKPIとして残しました。`,
    en: (p: { goals: readonly string[] }) =>
      `A plan has at most three goals; ${p.goals.map(goal => `"${goal}"`).join(', ')}, lower in priority, became KPIs.`,
  },
});
