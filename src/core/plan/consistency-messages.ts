import { messages } from '../problem/problem.ts';
import { shown, shownBoth, shownChange } from './shown.ts';

interface Amounts {
  readonly unit: string;
  readonly [key: string]: string | undefined;
}

/** What can be wrong with a plan's numbers: each names both of them. */
export const consistencyMessages = messages({
  'goal-short': {
    severity: 'error',
    ja: (p: Amounts & { goal: string; wanted: string; implied: string; shortBy: string; coverage: string; timing: string }) =>
      `すべてのKPIを達成しても、「${p.goal}」は${shown(p.implied, p.unit, 'ja')}（目標${shown(p.wanted, p.unit, 'ja')}の${shown(p.coverage, 'ratio', 'ja')}）。${shown(p.shortBy, p.unit, 'ja')}不足します。${p.timing === 'yes' ? '年間を通して同じペースなら届きます。' : ''}`,
    en: (p: Amounts & { goal: string; wanted: string; implied: string; shortBy: string; coverage: string; timing: string }) =>
      `Even with every KPI on target, "${p.goal}" comes to ${shown(p.implied, p.unit, 'en')} (${shown(p.coverage, 'ratio', 'en')} of ${shown(p.wanted, p.unit, 'en')}): ${shown(p.shortBy, p.unit, 'en')} short.${p.timing === 'yes' ? ' At the same pace over a full year it would be enough.' : ''}`,
  },
  'missing-factor': {
    severity: 'warning',
    ja: (p: { node: string; goal: string; needed?: string; unit: string }) =>
      `「${p.node}」の目標がないので、「${p.goal}」に届くか計算できません。${p.needed === undefined ? '' : `ほかが計画どおりなら、必要な値は${shown(p.needed, p.unit, 'ja')}です。`}`,
    en: (p: { node: string; goal: string; needed?: string; unit: string }) =>
      `"${p.node}" has no target, so it cannot be told whether "${p.goal}" is reached.${p.needed === undefined ? '' : ` With everything else as planned it would have to be ${shown(p.needed, p.unit, 'en')}.`}`,
  },
  'unbounded-driver': {
    severity: 'warning',
    ja: (p: { node: string; goal: string }) =>
      `「${p.node}」の目標には片側の限度しかなく、反対側に動くと「${p.goal}」が悪くなります。範囲（例：80..120）で書くと判定できます。`,
    en: (p: { node: string; goal: string }) =>
      `The target of "${p.node}" is open on the side that hurts "${p.goal}". Give a range (for example 80..120) and the goal can be judged.`,
  },
  'goal-undefined': {
    severity: 'warning',
    ja: (p: { goal: string }) => `「${p.goal}」は0での割り算になり、計算できません。分母になるKPIの目標を見直してください。`,
    en: (p: { goal: string }) =>
      `"${p.goal}" cannot be calculated: something is divided by zero. Look at the targets that stand in denominators.`,
  },
  'not-monotone': {
    severity: 'warning',
    ja: (p: { goal: string; nodes: readonly string[] }) =>
      `「${p.goal}」に対して良い面と悪い面の両方に効くKPIがあり（${p.nodes.join('、')}）、届くかどうかを証明できませんでした。目標を範囲や「=」で書くと判定できます。`,
    en: (p: { goal: string; nodes: readonly string[] }) =>
      `Some KPIs push "${p.goal}" both ways (${p.nodes.join(', ')}), so it could not be proven to reach. Targets with "=" or as ranges settle it.`,
  },
  'pipeline-unstated': {
    severity: 'info',
    ja: (p: { nodes: readonly string[] }) =>
      `計画が始まる前からの商談残などが書かれていないので、0として計算しました（${p.nodes.join('、')}）。baseline（現状値）か pipeline を書くと反映されます。`,
    en: (p: { nodes: readonly string[] }) =>
      `What is already under way when the plan starts is not stated and was counted as none (${p.nodes.join(', ')}). Give baselines or a pipeline to include it.`,
  },
  'empty-months': {
    severity: 'warning',
    ja: (p: { node: string; from: string; to: string }) =>
      `${p.from === p.to ? p.from : `${p.from}〜${p.to}`}の「${p.node}」が0になります。遅れ（lag）の間は、計画前からの分しか入らないためです。`,
    en: (p: { node: string; from: string; to: string }) =>
      `"${p.node}" is zero in ${p.from === p.to ? p.from : `${p.from} to ${p.to}`}: during the lag only what was under way before the plan can arrive.`,
  },
  'stated-mismatch': {
    severity: 'warning',
    ja: (p: { node: string; stated: string; implied: string; unit: string; formula: string }) =>
      `「${p.node}」の目標${shown(p.stated, p.unit, 'ja')}と、計算（${p.formula}）の${shown(p.implied, p.unit, 'ja')}が一致しません。`,
    en: (p: { node: string; stated: string; implied: string; unit: string; formula: string }) =>
      `The target of "${p.node}", ${shown(p.stated, p.unit, 'en')}, does not agree with ${shown(p.implied, p.unit, 'en')} from ${p.formula}.`,
  },
  'identity-mismatch': {
    severity: 'warning',
    ja: (p: { left: string; right: string; leftValue: string; rightValue: string; unit: string; at: string }) =>
      `${p.at === 'baseline' ? '現状値' : '目標'}が食い違っています：${p.left}は${shown(p.leftValue, p.unit, 'ja')}、${p.right}は${shown(p.rightValue, p.unit, 'ja')}です。`,
    en: (p: { left: string; right: string; leftValue: string; rightValue: string; unit: string; at: string }) =>
      `The ${p.at === 'baseline' ? 'baselines' : 'targets'} disagree: ${p.left} is ${shown(p.leftValue, p.unit, 'en')}, ${p.right} gives ${shown(p.rightValue, p.unit, 'en')}.`,
  },
  'composition-total': {
    severity: 'warning',
    ja: (p: { name: string; total: string; at: string }) =>
      `構成比「${p.name}」の${p.at === 'baseline' ? '現状値' : '目標'}の合計が${shown(p.total, 'ratio', 'ja')}です（100%になるはずです）。`,
    en: (p: { name: string; total: string; at: string }) =>
      `The ${p.at === 'baseline' ? 'baselines' : 'targets'} of the composition "${p.name}" total ${shown(p.total, 'ratio', 'en')}; they should total 100%.`,
  },
  'growth-mismatch': {
    severity: 'warning',
    ja: (p: {
      node: string;
      growth: string;
      rate: string;
      needed: string;
      months: number;
      level: string;
      wanted: string;
      unit: string;
    }) =>
      `「${p.growth}」が毎月${shown(p.rate, 'ratio', 'ja')}なら、${p.months}か月後の「${p.node}」は${shown(p.level, p.unit, 'ja')}で、目標${shown(p.wanted, p.unit, 'ja')}と合いません。毎月${shown(p.needed, 'ratio', 'ja')}が必要です。`,
    en: (p: {
      node: string;
      growth: string;
      rate: string;
      needed: string;
      months: number;
      level: string;
      wanted: string;
      unit: string;
    }) =>
      `With "${p.growth}" at ${shown(p.rate, 'ratio', 'en')} a month, "${p.node}" is ${shown(p.level, p.unit, 'en')} after ${p.months} months, not ${shown(p.wanted, p.unit, 'en')}. It would take ${shown(p.needed, 'ratio', 'en')} a month.`,
  },
  'implied-worsens': {
    severity: 'warning',
    ja: (p: { node: string; before: string; after: string; unit: string }) =>
      `ほかの目標から計算すると、「${p.node}」は${shownBoth(p.before, p.after, p.unit, 'ja')}に悪化します${shownChange(p.before, p.after, 'ja')}。意図したものか確認してください。`,
    en: (p: { node: string; before: string; after: string; unit: string }) =>
      `The other targets imply that "${p.node}" gets worse: ${shownBoth(p.before, p.after, p.unit, 'en')}${shownChange(p.before, p.after, 'en')}. Check that this is intended.`,
  },
});
