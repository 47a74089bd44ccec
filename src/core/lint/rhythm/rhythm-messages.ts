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
});
