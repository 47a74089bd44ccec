import { messages, problemsOf } from '../../problem/problem.ts';

export const entryMessages = messages({
  'entry-month-final': {
    severity: 'error',
    ja: (p: { month: string; nameJa: string; nameEn: string }) =>
      `「${p.nameJa}」の${p.month}は確定した月のため変更できません。直す場合は「締め」のページで確定を戻し、理由を残してください。`,
    en: (p: { month: string; nameJa: string; nameEn: string }) =>
      `${p.nameEn}: ${p.month} is closed finally and cannot be changed. To correct it, open the month again on the Closing page and say why.`,
  },
  'entry-month-future': {
    severity: 'error',
    ja: (p: { month: string; nameJa: string; nameEn: string }) =>
      `「${p.nameJa}」の${p.month}はまだ始まっていない月です。実績は始まった月から入力できます。`,
    en: (p: { month: string; nameJa: string; nameEn: string }) =>
      `${p.nameEn}: ${p.month} has not begun. Actual values can be entered from the day a month begins.`,
  },
  'entry-month-unknown': {
    severity: 'error',
    ja: (p: { month: string }) => `月「${p.month}」を読めません。「2026-10」のように書いてください。`,
    en: (p: { month: string }) => `The month "${p.month}" cannot be read. Write it like 2026-10.`,
  },
  'entry-metric-measured': {
    severity: 'error',
    ja: (p: { nameJa: string; nameEn: string }) =>
      `「${p.nameJa}」は取り込んだデータから計算されるため、ここでは入力できません。直す場合は、直したファイルを取り込んでください。`,
    en: (p: { nameJa: string; nameEn: string }) =>
      `${p.nameEn} is computed from imported data and cannot be typed in here. To correct it, import a corrected file.`,
  },
  'entry-metric-unknown': {
    severity: 'error',
    ja: (p: { metric: string }) =>
      `「${p.metric}」という指標はありません。計画のKPI、または指標の一覧にあるものを選んでください。`,
    en: (p: { metric: string }) => `There is no metric "${p.metric}". Choose a KPI of the plan, or one from the list of metrics.`,
  },
  'entry-too-precise': {
    severity: 'error',
    ja: (p: { value: string; month: string; nameJa: string; nameEn: string }) =>
      `「${p.nameJa}」の${p.month}の値「${p.value}」は桁が多すぎます。整数部は29桁、小数は9桁までです。`,
    en: (p: { value: string; month: string; nameJa: string; nameEn: string }) =>
      `${p.nameEn}, ${p.month}: "${p.value}" has too many digits. There is room for 29 before the point and 9 after it.`,
  },
});

export const entryProblem = problemsOf(entryMessages);
