import { messages } from '../problem/problem.ts';
import { shown, shownApart, shownBoth, shownChange, shownGap } from './shown.ts';

interface Shortfall {
  readonly [key: string]: string | undefined;
  readonly goal: string;
  readonly wanted: string;
  readonly implied: string;
  readonly shortBy: string;
  readonly coverage?: string;
  /** Which end of the goal is missed: it comes out too low or too high. */
  readonly side: 'low' | 'high';
  /** Whether it would be met without delays. */
  readonly timing: 'yes' | 'no';
  readonly unit: string;
}

/** What can be wrong with a plan's numbers: each names both of them. `flow`: the values are amounts per month. */
export const consistencyMessages = messages({
  'goal-short': {
    severity: 'error',
    ja: (p: Shortfall) => {
      const [implied, wanted] = shownApart(p.implied, p.wanted, p.unit, 'ja');
      const gap = shownGap(p.shortBy, p.unit, 'ja');
      const pace = p.timing === 'yes' ? '年間を通して同じペースなら届きます。' : '';
      if (p.side === 'high')
        return `すべてのKPIを達成しても、「${p.goal}」は最大${implied}になり、目標の上限${wanted}を${gap}超えます。${pace}`;
      const share = p.coverage === undefined ? '' : `の${shown(p.coverage, 'ratio', 'ja')}`;
      return `すべてのKPIを達成しても、「${p.goal}」は${implied}（目標${wanted}${share}）。${gap}不足します。${pace}`;
    },
    en: (p: Shortfall) => {
      const [implied, wanted] = shownApart(p.implied, p.wanted, p.unit, 'en');
      const gap = shownGap(p.shortBy, p.unit, 'en');
      const pace = p.timing === 'yes' ? ' At the same pace over a full year it would be enough.' : '';
      if (p.side === 'high')
        return `Even with every KPI on target, "${p.goal}" can come to ${implied}: ${gap} above its limit of ${wanted}.${pace}`;
      const share = p.coverage === undefined ? `target ${wanted}` : `${shown(p.coverage, 'ratio', 'en')} of ${wanted}`;
      return `Even with every KPI on target, "${p.goal}" comes to ${implied} (${share}): ${gap} short.${pace}`;
    },
  },
  'missing-factor': {
    severity: 'error',
    ja: (p: { node: string; goal: string; needed?: string; partly: 'yes' | 'no'; flow: 'yes' | 'no'; unit: string }) =>
      `「${p.node}」の目標が${p.partly === 'yes' ? '一部の月にしか' : ''}ないので、「${p.goal}」に届くか計算できません。${p.needed === undefined ? '' : `ほかが計画どおりなら、必要な値は${perMonth(p.flow)}${shown(p.needed, p.unit, 'ja')}です。`}`,
    en: (p: { node: string; goal: string; needed?: string; partly: 'yes' | 'no'; flow: 'yes' | 'no'; unit: string }) =>
      `"${p.node}" has ${p.partly === 'yes' ? 'a target in some months only' : 'no target'}, so it cannot be told whether "${p.goal}" is reached.${p.needed === undefined ? '' : ` With everything else as planned it would have to be ${shown(p.needed, p.unit, 'en')}${p.flow === 'yes' ? ' a month' : ''}.`}`,
  },
  'unbounded-driver': {
    severity: 'warning',
    ja: (p: { node: string; goal: string }) =>
      `「${p.node}」の目標は片側の限度だけなので、反対側に動くと「${p.goal}」に届かなくなります。「= 100」や範囲「80..120」のように書くと判定できます。`,
    en: (p: { node: string; goal: string }) =>
      `The target of "${p.node}" is open on the side that hurts "${p.goal}". Write it as "= 100" or as a range like "80..120", and the goal can be judged.`,
  },
  'baseline-needed': {
    severity: 'warning',
    ja: (p: { node: string; goal: string }) =>
      `「${p.goal}」の計算には、計画が始まる前の「${p.node}」の値が必要です。baseline（現状値）を書いてください。`,
    en: (p: { node: string; goal: string }) =>
      `To calculate "${p.goal}", the value of "${p.node}" before the plan is needed. Give its baseline.`,
  },
  'goal-undefined': {
    severity: 'warning',
    ja: (p: { goal: string }) =>
      `「${p.goal}」は0で割ることになり、計算できません。割る側のKPIの目標を0にならない値にしてください。`,
    en: (p: { goal: string }) =>
      `"${p.goal}" cannot be calculated: something is divided by zero. Look at the targets that stand in denominators.`,
  },
  'not-monotone': {
    severity: 'warning',
    ja: (p: { goal: string; nodes: readonly string[] }) =>
      `「${p.goal}」を上げも下げもするKPIがあり（${p.nodes.join('、')}）、届くかどうかを判定できませんでした。目標を狭い範囲や「=」で書くと判定できます。`,
    en: (p: { goal: string; nodes: readonly string[] }) =>
      `Some KPIs push "${p.goal}" both up and down (${p.nodes.join(', ')}), so it cannot be told whether it is reached. Write their targets as narrow ranges or with "=".`,
  },
  'pipeline-unstated': {
    severity: 'info',
    ja: (p: { nodes: readonly string[] }) =>
      `計画が始まる前から進んでいる分（商談残など）が書かれていないので、0として計算しました（${p.nodes.join('、')}）。baseline（現状値）か pipeline を書くと反映されます。`,
    en: (p: { nodes: readonly string[] }) =>
      `What is already under way when the plan starts is not stated and was counted as none (${p.nodes.join(', ')}). Give baselines or a pipeline to include it.`,
  },
  'empty-months': {
    severity: 'warning',
    ja: (p: { node: string; from: string; to: string }) =>
      `${p.from === p.to ? p.from : `${p.from}〜${p.to}`}の「${p.node}」は0になります。遅れ（lag）の間に入るのは、計画前から進んでいる分だけです。`,
    en: (p: { node: string; from: string; to: string }) =>
      `"${p.node}" is zero in ${p.from === p.to ? p.from : `${p.from} to ${p.to}`}: during the lag only what was under way before the plan can arrive.`,
  },
  'stated-mismatch': {
    severity: 'warning',
    ja: (p: { node: string; stated: string; implied: string; flow: 'yes' | 'no'; unit: string; formula: string }) => {
      const [stated, implied] = shownApart(p.stated, p.implied, p.unit, 'ja');
      return `「${p.node}」の目標は${perMonth(p.flow)}${stated}ですが、計算式（${p.formula}）では${implied}になります。`;
    },
    en: (p: { node: string; stated: string; implied: string; flow: 'yes' | 'no'; unit: string; formula: string }) => {
      const [stated, implied] = shownApart(p.stated, p.implied, p.unit, 'en');
      return `The target of "${p.node}" is ${stated}${p.flow === 'yes' ? ' a month' : ''}, but ${p.formula} gives ${implied}.`;
    },
  },
  'identity-mismatch': {
    severity: 'warning',
    ja: (p: { left: string; right: string; leftValue: string; rightValue: string; unit: string; at: 'target' | 'baseline' }) => {
      const [left, right] = shownApart(p.leftValue, p.rightValue, p.unit, 'ja');
      return `${p.at === 'baseline' ? '現状値' : '目標'}が食い違っています：${p.left}は${left}、${p.right}は${right}です。`;
    },
    en: (p: { left: string; right: string; leftValue: string; rightValue: string; unit: string; at: 'target' | 'baseline' }) => {
      const [left, right] = shownApart(p.leftValue, p.rightValue, p.unit, 'en');
      return `The ${p.at === 'baseline' ? 'baselines' : 'targets'} disagree: ${p.left} is ${left}, but ${p.right} gives ${right}.`;
    },
  },
  'composition-total': {
    severity: 'warning',
    ja: (p: { name: string; total: string; at: string }) =>
      `構成比「${p.name}」の${p.at === 'baseline' ? '現状値' : '目標'}の合計が${shownApart(p.total, '1', 'ratio', 'ja')[0]}です。100%になるようにしてください。`,
    en: (p: { name: string; total: string; at: string }) =>
      `The ${p.at === 'baseline' ? 'baselines' : 'targets'} of the composition "${p.name}" total ${shownApart(p.total, '1', 'ratio', 'en')[0]}; they should total 100%.`,
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
      `「${p.growth}」が毎月${shownApart(p.rate, p.needed, 'ratio', 'ja')[0]}なら、${p.months}か月後の「${p.node}」は${shown(p.level, p.unit, 'ja')}で、目標の${shown(p.wanted, p.unit, 'ja')}と食い違います。目標にちょうど届くのは毎月${shownApart(p.rate, p.needed, 'ratio', 'ja')[1]}のときです。`,
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
      `With "${p.growth}" at ${shownApart(p.rate, p.needed, 'ratio', 'en')[0]} a month, "${p.node}" is ${shown(p.level, p.unit, 'en')} after ${p.months} month${p.months === 1 ? '' : 's'}, not ${shown(p.wanted, p.unit, 'en')}. That would take ${shownApart(p.rate, p.needed, 'ratio', 'en')[1]} a month.`,
  },
  'link-rate-mismatch': {
    severity: 'warning',
    ja: (p: LinkRate) => {
      const [stated, implied] = shownApart(p.stated, p.implied, p.unit, 'ja');
      return `${p.from.map(id => `「${id}」`).join('と')}からの率では、「${p.node}」は${perMonth(p.flow)}${implied}になります（目標は${stated}）。`;
    },
    en: (p: LinkRate) => {
      const [stated, implied] = shownApart(p.stated, p.implied, p.unit, 'en');
      return `By the rates from ${p.from.map(id => `"${id}"`).join(' and ')}, "${p.node}" comes to ${implied}${p.flow === 'yes' ? ' a month' : ''}; its target is ${stated}.`;
    },
  },
  'implied-worsens': {
    severity: 'warning',
    ja: (p: { node: string; before: string; after: string; unit: string }) =>
      `ほかの目標から計算すると、「${p.node}」は${shownBoth(p.before, p.after, p.unit, 'ja')}${shownChange(p.before, p.after, 'ja')}と悪くなります。意図どおりか確認してください。`,
    en: (p: { node: string; before: string; after: string; unit: string }) =>
      `The other targets imply that "${p.node}" gets worse: ${shownBoth(p.before, p.after, p.unit, 'en')}${shownChange(p.before, p.after, 'en')}. Check that this is intended.`,
  },
});

interface LinkRate {
  readonly [key: string]: string | readonly string[];
  readonly node: string;
  readonly from: readonly string[];
  readonly stated: string;
  readonly implied: string;
  readonly flow: 'yes' | 'no';
  readonly unit: string;
}

function perMonth(flow: 'yes' | 'no'): string {
  return flow === 'yes' ? '月あたり' : '';
}
