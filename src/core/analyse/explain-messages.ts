import { messages, problemsOf } from '../problem/problem.ts';

/** Why a change cannot be explained, or not as asked. */
export const explainMessages = messages({
  'explain-forecast': {
    severity: 'info',
    ja: () =>
      '終わった月は実績、これからの月は各指標が平均的な見込みどおりに進んだ場合の値です。中央値で示す着地見込とは少し異なります。',
    en: () =>
      'Months that are over are actual, those ahead what is expected of every KPI on average; that differs a little from the landing, which is a middle.',
  },
  'explain-node-unknown': {
    severity: 'error',
    ja: (p: { node: string; suggestion?: string }) =>
      `計画に「${p.node}」という目標・KPIはありません。${p.suggestion ? `「${p.suggestion}」のことですか。` : 'rashin plan show で名前を確かめてください。'}`,
    en: (p: { node: string; suggestion?: string }) =>
      `The plan has no goal or KPI "${p.node}". ${p.suggestion ? `Did you mean "${p.suggestion}"?` : 'See rashin plan show for its names.'}`,
  },
  'explain-no-value': {
    severity: 'error',
    ja: (p: { node: string; missing: readonly string[] }) =>
      `「${p.node}」の差異を分けられません。比較する2つの時点・計画の両方に値が必要ですが、${p.missing.map(id => `「${id}」`).join('')}に値がありません。データを取り込むか、値のある期間を選んでください。`,
    en: (p: { node: string; missing: readonly string[] }) =>
      `The change of "${p.node}" cannot be explained: both sides need values, and there is none for ${p.missing.join(', ')}. Import the data, or choose a period that has them.`,
  },
  'explain-undefined': {
    severity: 'error',
    ja: (p: { node: string }) =>
      `「${p.node}」は0で割る計算になるため、差異を分けられません。分母が0にならない期間を選んでください。`,
    en: (p: { node: string }) =>
      `The change of "${p.node}" cannot be explained because something is divided by zero. Choose a period whose denominators are not zero.`,
  },
  'explain-lmdi-impossible': {
    severity: 'error',
    ja: (p: { node: string; why: 'not-positive' | 'choice' | 'undefined'; driver?: string }) =>
      p.why === 'choice'
        ? `「${p.node}」の計算式に min・max があるため、LMDIでは分けられません。標準の方法（Shapley）を使ってください。`
        : `LMDIはすべての値が正のときだけ使えます。${p.driver ? `「${p.driver}」に0以下の値があります。` : ''}標準の方法（Shapley）を使ってください。`,
    en: (p: { node: string; why: 'not-positive' | 'choice' | 'undefined'; driver?: string }) =>
      p.why === 'choice'
        ? `The formula of "${p.node}" uses min or max, which LMDI cannot split. Use the standard method (Shapley).`
        : `LMDI needs every value to be above zero${p.driver ? `, and "${p.driver}" is not` : ''}. Use the standard method (Shapley).`,
  },
  'explain-length-differs': {
    severity: 'error',
    ja: (p: { current: number; other: number }) =>
      `比較する期間の月数が違います（${p.current}か月と${p.other}か月）。同じ月数の期間を選んでください。`,
    en: (p: { current: number; other: number }) =>
      `The periods have different numbers of months (${p.current} and ${p.other}). Choose periods of the same length.`,
  },
  'explain-side': {
    severity: 'error',
    ja: (p: { text: string }) =>
      `比較の対象「${p.text}」を読めません。actual・plan・plan:版・previous・last-year、または 2026-04 のような期間を指定してください。`,
    en: (p: { text: string }) =>
      `"${p.text}" cannot be read as a side of a comparison. Write actual, plan, plan:VERSION, previous, last-year, or a period such as 2026-04.`,
  },
  'explain-outside-plan': {
    severity: 'error',
    ja: (p: { from: string; to: string; planFrom: string; planTo: string }) =>
      `${p.from}〜${p.to}は計画期間（${p.planFrom}〜${p.planTo}）の外のため、計画とは比較できません。`,
    en: (p: { from: string; to: string; planFrom: string; planTo: string }) =>
      `${p.from} to ${p.to} lies outside the plan (${p.planFrom} to ${p.planTo}), so there is no plan to compare with.`,
  },
  'explain-not-cut': {
    severity: 'warning',
    ja: (p: { node: string; column: string }) =>
      `「${p.node}」は「${p.column}」で切り分けられません（データにその列がないか、片方の期間に値がありません）。`,
    en: (p: { node: string; column: string }) =>
      `"${p.node}" cannot be cut by "${p.column}": its data have no such column, or one side has no values.`,
  },
  'explain-plan-not-cut': {
    severity: 'info',
    ja: () => '計画は切り口別に決められていないため、どの切り口にも同じ率・実績と同じ構成比で割り当てています。',
    en: () => 'The plan is not made by segment: each is given the same rate, and the share it actually has.',
  },
  'explain-running': {
    severity: 'info',
    ja: (p: { to: string }) => `${p.to}までの実績で比べています。期間はまだ終わっていません。`,
    en: (p: { to: string }) => `Compared with data up to ${p.to}; the period is not over.`,
  },
});

export const explainProblem = problemsOf(explainMessages);
