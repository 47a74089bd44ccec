import { shown } from '../plan/shown.ts';
import { messages, problemsOf } from '../problem/problem.ts';

/** What is wrong with a "what if". */
export const scenarioMessages = messages({
  'scenario-node-unknown': {
    severity: 'error',
    ja: (p: { node: string; suggestion?: string }) =>
      `計画に「${p.node}」というKPIはありません。${p.suggestion ? `「${p.suggestion}」のことですか。` : 'rashin plan show で名前を確かめてください。'}`,
    en: (p: { node: string; suggestion?: string }) =>
      `The plan has no KPI "${p.node}". ${p.suggestion ? `Did you mean "${p.suggestion}"?` : 'See rashin plan show for its names.'}`,
  },
  'scenario-not-a-driver': {
    severity: 'error',
    ja: (p: { node: string; drivers: readonly string[] }) =>
      `「${p.node}」は計算で決まるため、直接は変えられません。${p.drivers.map(id => `「${id}」`).join('')}のいずれかを変えてください。`,
    en: (p: { node: string; drivers: readonly string[] }) =>
      `"${p.node}" follows from a formula and cannot be changed itself. Change one of ${p.drivers.join(', ')}.`,
  },
  'scenario-value': {
    severity: 'error',
    ja: (p: { text: string }) =>
      `「${p.text}」を変更として読めません。「leads=240」「win-rate=20%」「leads=+10%」「cvr=+0.5pt」のように書いてください。`,
    en: (p: { text: string }) =>
      `"${p.text}" cannot be read as a change. Write it like leads=240, win-rate=20%, leads=+10% or cvr=+0.5pt.`,
  },
  'scenario-month': {
    severity: 'error',
    ja: (p: { month: string; first: string; last: string }) =>
      `${p.month}は計画の月ではありません。${p.first}〜${p.last}の月を指定してください。`,
    en: (p: { month: string; first: string; last: string }) =>
      `${p.month} is not a month of the plan. Choose one from ${p.first} to ${p.last}.`,
  },
  'scenario-months-contradict': {
    severity: 'error',
    ja: (p: { from: string; to: string }) => `変更の終わり（${p.to}）が始まり（${p.from}）より前です。`,
    en: (p: { from: string; to: string }) => `The change ends (${p.to}) before it begins (${p.from}).`,
  },
  'scenario-beyond-limit': {
    severity: 'warning',
    ja: (p: { node: string; value: string; limit: string; unit: string; end: 'low' | 'high' }) =>
      `「${p.node}」が${shown(p.value, p.unit, 'ja')}になりますが、取りうる値は${shown(p.limit, p.unit, 'ja')}${p.end === 'high' ? 'まで' : 'から'}です。試算はそのまま計算しています。`,
    en: (p: { node: string; value: string; limit: string; unit: string; end: 'low' | 'high' }) =>
      `"${p.node}" would be ${shown(p.value, p.unit, 'en')}, ${p.end === 'high' ? 'more than' : 'less than'} the ${shown(p.limit, p.unit, 'en')} it can be. It is calculated as given.`,
  },
  'scenario-no-level': {
    severity: 'warning',
    ja: (p: { node: string }) =>
      `「${p.node}」には目標も現状値もないため、割合では変えられません。「${p.node}=値」の形で指定してください。`,
    en: (p: { node: string }) =>
      `"${p.node}" has neither a target nor a baseline, so a share of it means nothing. Give its value instead.`,
  },
  'scenario-probabilities': {
    severity: 'warning',
    ja: (p: { total: string }) =>
      `シナリオの確率の合計が${p.total}%です。合計を100%以下にしてください。期待値は計算していません。`,
    en: (p: { total: string }) =>
      `The probabilities of the scenarios add up to ${p.total}%. Make it 100% or less; no expected value was calculated.`,
  },
  'scenario-no-value': {
    severity: 'warning',
    ja: (p: { node: string; missing: readonly string[] }) =>
      p.missing.length > 0
        ? `「${p.node}」は計算できません。${p.missing.map(id => `「${id}」`).join('')}の目標を決めてください。`
        : `「${p.node}」は計算できません（0で割る計算があるか、計算式がありません）。`,
    en: (p: { node: string; missing: readonly string[] }) =>
      p.missing.length > 0
        ? `"${p.node}" cannot be calculated. Set targets for ${p.missing.join(', ')}.`
        : `"${p.node}" cannot be calculated: something is divided by zero, or it has no formula.`,
  },
  'scenario-bounds': {
    severity: 'error',
    ja: (p: { low: string; high: string }) =>
      `下の幅（${p.low}）が上の幅（${p.high}）より大きくなっています。入れ替えてください。`,
    en: (p: { low: string; high: string }) => `The lower end (${p.low}) is above the upper end (${p.high}). Swap them.`,
  },
  'scenario-probability': {
    severity: 'error',
    ja: () => '確率は0%から100%の間で入力してください。',
    en: () => 'A probability lies between 0% and 100%.',
  },
  'scenario-adopt-sheet': {
    severity: 'warning',
    ja: (p: { node: string; month: string }) =>
      `「${p.node}」の${p.month}は反映していません。シート（sheet.csv）にその月の列がありません。列を追加してからやり直してください。`,
    en: (p: { node: string; month: string }) =>
      `"${p.node}" was not changed in ${p.month}: the sheet (sheet.csv) has no column for it. Add the column and try again.`,
  },
  'scenario-adopt-target': {
    severity: 'warning',
    ja: (p: { node: string }) =>
      `「${p.node}」は反映していません。目標が1つの値ではない（範囲、または未設定）ため、計画の画面で直接変更してください。`,
    en: (p: { node: string }) =>
      `"${p.node}" was not changed: its target is not one value (a range, or none). Change it in the plan itself.`,
  },
  'scenario-adopt-nothing': {
    severity: 'error',
    ja: () => '反映できる変更がありませんでした。',
    en: () => 'None of the changes could be taken over.',
  },
  'scenario-name': {
    severity: 'error',
    ja: () => 'シナリオの名前を入力してください（100文字まで）。',
    en: () => 'Give the scenario a name (up to 100 characters).',
  },
});

export const scenarioProblem = problemsOf(scenarioMessages);
