import { messages } from '../../problem/problem.ts';
import { kpisEn, listEn, listJa, type Named } from '../named.ts';

type About = { readonly node: string };

const RHYTHM_JA: Readonly<Record<string, string>> = {
  daily: '毎日',
  weekly: '毎週',
  monthly: '毎月',
  quarterly: '四半期ごと',
  yearly: '年1回',
};

const ja = (rhythm: string) => RHYTHM_JA[rhythm] ?? rhythm;

/** How often things are measured, and how long they take to show. */
export const rhythmMessages = messages({
  'rhythm-missing': {
    severity: 'info',
    ja: (p: Named) => `計測の頻度（rhythm）が決まっていないKPIが${p.nodes.length}件あります：${listJa(p)}`,
    en: (p: Named) => `${kpisEn(p)} without a rhythm of measuring: ${listEn(p)}`,
  },
  'rhythm-too-slow': {
    severity: 'info',
    ja: (p: About & { readonly rhythm: string; readonly times: number }) =>
      `「${p.node}」は${ja(p.rhythm)}の計測なので、計画の間に${p.times}回しか測れません。途中で手を打てるよう、頻度を上げてください。`,
    en: (p: About & { readonly rhythm: string; readonly times: number }) =>
      `"${p.node}", measured ${p.rhythm}, is measured only ${p.times === 1 ? 'once' : 'twice'} within the plan. Measure more often, so that there is time to act.`,
  },
  'rhythm-too-fast': {
    severity: 'info',
    ja: (p: About & { readonly rhythm: string; readonly usual: string }) =>
      `「${p.node}」は${ja(p.rhythm)}の計測ですが、ふつうは${ja(p.usual)}で十分な指標です。細かい上下に振り回されやすくなります。`,
    en: (p: About & { readonly rhythm: string; readonly usual: string }) =>
      `"${p.node}" is measured ${p.rhythm}; ${p.usual} is usual for it. Measured so often it shows noise.`,
  },
  'rhythm-part-slower': {
    severity: 'info',
    ja: (p: About & { readonly part: string; readonly rhythm: string; readonly slower: string }) =>
      `「${p.node}」は${ja(p.rhythm)}見ますが、計算に使う「${p.part}」は${ja(p.slower)}しか測りません。`,
    en: (p: About & { readonly part: string; readonly rhythm: string; readonly slower: string }) =>
      `"${p.node}" is looked at ${p.rhythm}, but "${p.part}", which it is calculated from, is measured ${p.slower}.`,
  },
  'lag-without-early-sign': {
    severity: 'info',
    ja: (p: About & { readonly days: number }) =>
      `「${p.node}」に結果が出るまで約${p.days}日かかります。それより早く動くKPIを、計算のもとに置いて毎週見てください。`,
    en: (p: About & { readonly days: number }) =>
      `It takes about ${p.days} days until "${p.node}" shows a result. Look weekly at something it is calculated from.`,
  },
  'lag-eats-plan': {
    severity: 'info',
    ja: (p: About & { readonly days: number; readonly share: number }) =>
      `「${p.node}」の遅れ（約${p.days}日）は計画期間の${p.share}%にあたります。期間の後半に始めた施策は、この計画の成果になりません。`,
    en: (p: About & { readonly days: number; readonly share: number }) =>
      `The lag of "${p.node}" (about ${p.days} days) is ${p.share}% of the plan. What begins in its later part will not show in it.`,
  },
  'measuring-costly': {
    severity: 'info',
    ja: (p: About & { readonly hours: number; readonly most: number }) =>
      `「${p.node}」の計測は手作業で月${p.hours}時間かかります（目安は${p.most}時間まで）。自動で取れるデータか、いまの業務で残る記録から測れないか検討してください。`,
    en: (p: About & { readonly hours: number; readonly most: number }) =>
      `Measuring "${p.node}" by hand takes ${p.hours} hours a month (${p.most} at most, as a rule). Look for data that come by themselves or that work leaves behind anyway.`,
  },
  'window-past-plan': {
    severity: 'info',
    ja: (p: About & { readonly days: number; readonly settled: string }) =>
      `「${p.node}」は${p.days}日以内に起きたことを数えるので、計画の半分以上の期間は、値が計画中に確定しません（最後の月は${p.settled}に確定）。`,
    en: (p: About & { readonly days: number; readonly settled: string }) =>
      `"${p.node}" counts what happens within ${p.days} days, so that for half of the plan or more nothing is settled in time (the last month on ${p.settled}).`,
  },
  'cycle-past-plan': {
    severity: 'info',
    ja: (p: { readonly days: number; readonly judged: string }) =>
      `購買までの期間（長い場合で約${p.days}日）が計画期間の半分を超えています。始めた日の施策の結果がそろうのは${p.judged}で、それまでは途中のKPIで判断してください。`,
    en: (p: { readonly days: number; readonly judged: string }) =>
      `Customers take up to ${p.days} days to buy, more than half of the plan. What begins on its first day has shown by ${p.judged}; until then judge by KPIs on the way.`,
  },
});
