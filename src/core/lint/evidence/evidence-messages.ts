import { YARDSTICKS, type YardstickName } from '../../ambition/ambition-messages.ts';
import { shown } from '../../plan/shown.ts';
import { messages } from '../../problem/problem.ts';
import type { Lang, Text } from '../../text/text.ts';
import { kpisEn, listEn, listJa, type Named } from '../named.ts';

type Aimed = { readonly node: string; readonly target: string; readonly unit: string };

type Against = Aimed & { readonly low: string; readonly high: string };

/** What a verdict on a target was reached by. */
export type Yardstick = { readonly by?: YardstickName; readonly value?: string; readonly down?: boolean };

/** With the range of its past, where that is over the same length of time. */
type Judged = Aimed & Yardstick & { readonly low?: string; readonly high?: string; readonly months?: number };

type Pair = { readonly node: string; readonly partner: string; readonly reached: string; readonly missed: string };

function reasons({ by, value, unit }: Judged): { readonly by?: Text } {
  if (by === undefined || value === undefined) return {};
  const { ja, en } = YARDSTICKS[by];
  return { by: { ja: `${ja}${shown(value, unit, 'ja')}`, en: `${en}, ${shown(value, unit, 'en')}` } };
}

function pastOf({ low, high, months, unit }: Judged): Text {
  if (low === undefined || high === undefined || months === undefined) return { ja: '', en: '' };
  const range = (lang: Lang, to: string) => [...new Set([shown(low, unit, lang), shown(high, unit, lang)])].join(to);
  return {
    ja: `過去${months}か月の実績は${range('ja', '〜')}です。`,
    en: ` Its last ${months === 1 ? 'month was' : `${months} months were`} ${range('en', ' to ')}.`,
  };
}

/** What facts beside the text say about a plan's targets and influences. */
export const evidenceMessages = messages({
  'target-too-easy': {
    severity: 'info',
    ja: (p: Judged) => {
      const { by } = reasons(p);
      return `「${p.node}」の目標${shown(p.target, p.unit, 'ja')}は、何もしなくても届く水準です${by ? `（${by.ja}）` : ''}。${pastOf(p).ja}`;
    },
    en: (p: Judged) => {
      const { by } = reasons(p);
      return `The target of "${p.node}", ${shown(p.target, p.unit, 'en')}, is reached with nothing done${by ? `: ${by.en}` : ''}.${pastOf(p).en}`;
    },
  },
  'target-unrealistic': {
    severity: 'info',
    ja: (p: Judged) => {
      const { by } = reasons(p);
      const found = by
        ? `${by.ja}${p.down ? 'の3分の2を下回っています' : 'の1.5倍を超えています'}`
        : '取りうる値の範囲の外にあります';
      return `「${p.node}」の目標${shown(p.target, p.unit, 'ja')}は、${found}。${pastOf(p).ja}段階を分けるか、根拠を確かめてください。`;
    },
    en: (p: Judged) => {
      const { by } = reasons(p);
      const found = by
        ? `is ${p.down ? 'more than a third below' : 'more than half beyond'} ${by.en}`
        : 'is not a possible value';
      return `The target of "${p.node}", ${shown(p.target, p.unit, 'en')}, ${found}.${pastOf(p).en} Go in steps, or check what it rests on.`;
    },
  },
  'target-outside-history': {
    severity: 'info',
    ja: (p: Against & { readonly count: number; readonly z: string }) =>
      `「${p.node}」の目標${shown(p.target, p.unit, 'ja')}は、過去${p.count}回の実績（${shown(p.low, p.unit, 'ja')}〜${shown(p.high, p.unit, 'ja')}）から大きく外れています（標準偏差の${p.z}倍）。`,
    en: (p: Against & { readonly count: number; readonly z: string }) =>
      `The target of "${p.node}", ${shown(p.target, p.unit, 'en')}, lies far outside its ${p.count} past values (${shown(p.low, p.unit, 'en')} to ${shown(p.high, p.unit, 'en')}): ${p.z} standard deviations from their mean.`,
  },
  'target-beyond-forecast': {
    severity: 'info',
    ja: (p: Against) =>
      `「${p.node}」の目標${shown(p.target, p.unit, 'ja')}は、予定の施策を含む予測の幅（${shown(p.low, p.unit, 'ja')}〜${shown(p.high, p.unit, 'ja')}、確率95%）を超えています。`,
    en: (p: Against) =>
      `The target of "${p.node}", ${shown(p.target, p.unit, 'en')}, is beyond the forecast with what is planned (${shown(p.low, p.unit, 'en')} to ${shown(p.high, p.unit, 'en')}, 95%).`,
  },
  'influence-not-seen': {
    severity: 'info',
    ja: (p: { readonly node: string; readonly to: string; readonly r: string; readonly pairs: number }) =>
      `「${p.node}」から「${p.to}」への影響は、過去の値${p.pairs}組では見られません（相関${p.r}）。遅れや理由を見直してください。`,
    en: (p: { readonly node: string; readonly to: string; readonly r: string; readonly pairs: number }) =>
      `The influence of "${p.node}" on "${p.to}" does not show in ${p.pairs} past pairs of values (correlation ${p.r}). Look at its lag and its reason again.`,
  },
  'not-measured': {
    severity: 'info',
    ja: (p: Named) =>
      `計測データのないKPIが${p.nodes.length}件あります：${listJa(p)}。データをつなぐか、入力する人を決めてください。`,
    en: (p: Named) => `No data comes for ${kpisEn(p)}: ${listEn(p)}. Connect a source, or say who enters the values.`,
  },
  'kpi-without-initiative': {
    severity: 'info',
    ja: (p: Named) => `動かすための施策がないKPIが${p.nodes.length}件あります：${listJa(p)}`,
    en: (p: Named) => `No initiative is to move ${kpisEn(p)}: ${listEn(p)}`,
  },
  'volume-met-quality-missed': {
    severity: 'info',
    ja: (p: Pair) =>
      `量は達成、質が低下：「${p.node}」は${shown(p.reached, 'ratio', 'ja')}、対になる「${p.partner}」は${shown(p.missed, 'ratio', 'ja')}です。成功とは数えません。`,
    en: (p: Pair) =>
      `Volume up, quality down: "${p.node}" stands at ${shown(p.reached, 'ratio', 'en')}, its partner "${p.partner}" at ${shown(p.missed, 'ratio', 'en')}. That is no success.`,
  },
  'kpi-formalised': {
    severity: 'info',
    ja: (p: { readonly node: string; readonly days: number; readonly months: number }) =>
      `「${p.node}」は形だけになっています：${p.days}日間だれも見ておらず、${p.months}か月続けて未達なのに施策がありません。担当者と話し、動かすか、外すかを決めてください。`,
    en: (p: { readonly node: string; readonly days: number; readonly months: number }) =>
      `"${p.node}" is there for show: nobody opened it in ${p.days} days, it was behind ${p.months} months in a row, and no initiative is to move it. Talk to its owner: work on it, or drop it.`,
  },
});
