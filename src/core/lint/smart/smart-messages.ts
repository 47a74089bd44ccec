import { shown } from '../../plan/shown.ts';
import { messages } from '../../problem/problem.ts';
import { kpisEn, listEn, listJa, type Named } from '../named.ts';

type About = { readonly node: string };

type Compared = About & { readonly target: string; readonly baseline: string; readonly unit: string };

/** Whether targets are specific, measurable, attainable, relevant and have a time. */
export const smartMessages = messages({
  'name-vague': {
    severity: 'info',
    ja: (p: About) =>
      `「${p.node}」の名前は動作を表す言葉で終わっています。何を測るのか（数・率・額）が分かる名前にしてください。`,
    en: (p: About) => `The name of "${p.node}" says what to do, not what is measured. Name the number, rate or amount itself.`,
  },
  'two-in-one': {
    severity: 'info',
    ja: (p: About) => `「${p.node}」の名前には指標が2つ入っています。2つのKPIに分けてください。`,
    en: (p: About) => `The name of "${p.node}" holds two measures. Split it into two KPIs.`,
  },
  'activity-not-result': {
    severity: 'info',
    ja: (p: About) => `「${p.node}」は作業であって、結果の数値ではありません。その作業で何が変わるかをKPIにしてください。`,
    en: (p: About) => `"${p.node}" is a task, not a result. Make the KPI what the task is to change.`,
  },
  'no-number': {
    severity: 'info',
    ja: (p: Named) =>
      `数値も計算式もないKPIが${p.nodes.length}件あります：${listJa(p)}。目標を書くか、見るだけなら watch: true としてください。`,
    en: (p: Named) =>
      `${kpisEn(p)} without number or formula: ${listEn(p)}. Give a target, or say "watch: true" where it is only watched.`,
  },
  'unit-unsaid': {
    severity: 'info',
    ja: (p: About) => `「${p.node}」が何の数なのか書かれていません。unit に「count of lead」のように書いてください。`,
    en: (p: About) => `It is not said what "${p.node}" counts. Write its unit, such as "count of lead".`,
  },
  'denominator-unsaid': {
    severity: 'info',
    ja: (p: About) =>
      `「${p.node}」は率ですが、何に対する割合か（分母）が書かれていません。unit に「ratio of order over visitor」のように書いてください。`,
    en: (p: About) => `"${p.node}" is a rate, but not said of what. Write its unit, such as "ratio of order over visitor".`,
  },
  'quality-without-scale': {
    severity: 'info',
    ja: (p: About) =>
      `「${p.node}」は、このままでは人によって測り方が変わります。アンケートの点数（score 1..5）や率など、数え方を決めてください。`,
    en: (p: About) => `As it stands, "${p.node}" is measured differently by everyone. Settle a scale (score 1..5) or a rate.`,
  },
  'attainability-unknown': {
    severity: 'info',
    ja: (p: Named) =>
      `現状値（baseline）も目標の根拠（source）もないため、高すぎるか低すぎるか判断できないKPIが${p.nodes.length}件あります：${listJa(p)}`,
    en: (p: Named) =>
      `${kpisEn(p)} with neither baseline nor source, so nobody can tell whether the target is too high or too low: ${listEn(p)}`,
  },
  'target-worse-than-now': {
    severity: 'info',
    ja: (p: Compared) =>
      `「${p.node}」の目標${shown(p.target, p.unit, 'ja')}は、現状値${shown(p.baseline, p.unit, 'ja')}より悪い値です。意図どおりか確認してください。`,
    en: (p: Compared) =>
      `The target of "${p.node}", ${shown(p.target, p.unit, 'en')}, is worse than today's ${shown(p.baseline, p.unit, 'en')}. Check that this is intended.`,
  },
  'target-same-as-now': {
    severity: 'info',
    ja: (p: Compared) =>
      `「${p.node}」の目標は現状値と同じ${shown(p.target, p.unit, 'ja')}です。維持が目的でなければ、目標を見直してください。`,
    en: (p: Compared) =>
      `The target of "${p.node}" is what it is today, ${shown(p.target, p.unit, 'en')}. Unless it is to be kept there, set another.`,
  },
  'target-at-limit': {
    severity: 'info',
    ja: (p: About & { readonly limit: string; readonly unit: string }) =>
      `「${p.node}」の目標は上限の${shown(p.limit, p.unit, 'ja')}です。1件の例外も許されない目標になっていないか確認してください。`,
    en: (p: About & { readonly limit: string; readonly unit: string }) =>
      `The target of "${p.node}" is the most it can ever be, ${shown(p.limit, p.unit, 'en')}: a single exception misses it.`,
  },
  'early-stage-only': {
    severity: 'info',
    ja: (p: About & { readonly goal: string }) =>
      `「${p.goal}」のKPIは、認知・関心の段階のものだけです。達成しても成果につながるとは限りません。成果から逆算したKPIを加えてください。`,
    en: (p: About & { readonly goal: string }) =>
      `All KPIs for "${p.goal}" are about awareness and interest. Meeting them need not bring it. Add KPIs worked out backwards from it.`,
  },
  'kpi-deadline-outside': {
    severity: 'info',
    ja: (p: About & { readonly by: string }) => `「${p.node}」の期限（${p.by}）が計画の期間の外にあります。`,
    en: (p: About & { readonly by: string }) => `The deadline of "${p.node}" (${p.by}) lies outside the plan.`,
  },
  'kpi-deadline-after-goal': {
    severity: 'info',
    ja: (p: About & { readonly by: string; readonly goal: string; readonly goalBy: string }) =>
      `「${p.node}」の期限（${p.by}）は、それで計算する「${p.goal}」の期限（${p.goalBy}）より後です。`,
    en: (p: About & { readonly by: string; readonly goal: string; readonly goalBy: string }) =>
      `"${p.node}" is due ${p.by}, after "${p.goal}" (${p.goalBy}), which is calculated from it.`,
  },
  'deadline-too-soon': {
    severity: 'info',
    ja: (p: About & { readonly by: string }) =>
      `「${p.node}」の期限（${p.by}）までに、計測が1回もできません。期限か計測の頻度を見直してください。`,
    en: (p: About & { readonly by: string }) =>
      `"${p.node}" is due ${p.by}, before it has been measured once. Change its deadline or its rhythm.`,
  },
});
