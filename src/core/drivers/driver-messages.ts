import { messages, problemsOf } from '../problem/problem.ts';
import { lagText, stepsText } from './lag-text.ts';
import type { DriverGrain } from './plain-series.ts';

interface Names {
  readonly [name: string]: string | number | boolean | undefined;
  readonly driverJa: string;
  readonly driverEn: string;
  readonly outcomeJa: string;
  readonly outcomeEn: string;
}

interface Found extends Names {
  readonly lag: number;
  readonly grain: DriverGrain;
  /** With two digits, as are the ends of the range. */
  readonly association: string;
  readonly low?: string;
  readonly high?: string;
  readonly pairs: number;
}

/** What the data say of a KPI as a driver: association, never more. */
export const driverMessages = messages({
  'driver-found': {
    severity: 'info',
    ja: (p: Found) =>
      `${p.driverJa}が増えると、${lagText(p.lag, p.grain).ja}${p.outcomeJa}が${isAgainst(p) ? '減る' : '増える'}傾向がありました（関連の強さ${signed(p.association)}${rangeJa(p)}、${p.pairs}組の値）。`,
    en: (p: Found) =>
      `When ${p.driverEn} rose, ${p.outcomeEn} tended to ${isAgainst(p) ? 'fall' : 'rise'} ${lagText(p.lag, p.grain).en} (association ${signed(p.association)}${rangeEn(p)}, ${p.pairs} pairs of values).`,
  },
  'driver-held': {
    severity: 'info',
    ja: (p: { pairs: number; percent: string }) =>
      `直近${p.pairs}組の値でも確かめられました（動きの${p.percent}%を、それ以前の関係から説明できました）。`,
    en: (p: { pairs: number; percent: string }) =>
      `It held in the newest ${p.pairs} pairs too (the earlier ones foretold ${p.percent}% of their movement).`,
  },
  'driver-few': {
    severity: 'info',
    ja: (p: { pairs: number }) => `${p.pairs}組の値しかないため、関連の強さがどのくらい確かかは示せません。`,
    en: (p: { pairs: number }) => `With ${p.pairs} pairs of values nobody can say how sure the strength is.`,
  },
  'driver-against': {
    severity: 'warning',
    ja: (p: Names) => `${p.driverJa}を改善すると${p.outcomeJa}が悪くなる向きの関連です。打ち手の候補にはしていません。`,
    en: (p: Names) => `Improving ${p.driverEn} went with a worse ${p.outcomeEn}: not something to pull.`,
  },
  'driver-arithmetic': {
    severity: 'info',
    ja: (p: Names) => `${p.outcomeJa}の計算式に含まれるため、同時に動くのは当然です。`,
    en: (p: Names) => `It is part of the formula of ${p.outcomeEn}, so that they move together by arithmetic.`,
  },
  'driver-together': {
    severity: 'info',
    ja: (p: Names) => `同時に動いているため、${p.outcomeJa}を先読みする手がかりにはなりません。`,
    en: (p: Names) => `They move at the same time, so that it does not show ${p.outcomeEn} ahead.`,
  },
  'driver-none': {
    severity: 'info',
    ja: (p: Names) => `増加の傾向と季節・曜日の動きを除くと、${p.outcomeJa}との間に、偶然を超える関連は見られません。`,
    en: (p: Names) => `Without growth, season and weekdays there is no association with ${p.outcomeEn} beyond chance.`,
  },
  'driver-too-few': {
    severity: 'info',
    ja: (p: Names & { values: number; least: number }) =>
      `${p.outcomeJa}と比べられる値が${p.values}組しかなく（${p.least}組以上必要）、判断できません。`,
    en: (p: Names & { values: number; least: number }) =>
      `Cannot tell: ${p.values} values in common with ${p.outcomeEn}, ${p.least} are needed.`,
  },
  'driver-still': {
    severity: 'info',
    ja: () => '一方の値が動いていないか、組み合わせが足りないため、判断できません。',
    en: () => 'Cannot tell: one of the two does not move, or too few values stand side by side.',
  },
  'driver-hold-out': {
    severity: 'info',
    ja: (p: Names & { pairs: number }) =>
      `過去には関連がありましたが、直近${p.pairs}組の値では確かめられなかったため、判断できません。`,
    en: (p: Names & { pairs: number }) =>
      `Cannot tell: there was an association with ${p.outcomeEn}, but the newest ${p.pairs} pairs do not show it.`,
  },
  'driver-method': {
    severity: 'info',
    ja: (p: { grain: DriverGrain; most: number; percent: string }) =>
      `増加の傾向と季節・曜日の動きを除き、0〜${stepsText(p.most, p.grain).ja}のずれをすべて調べました。偶然だけで挙がるものは、挙がった中の平均${p.percent}%以下です。関連の強さであり、動かせば必ず変わるという意味ではありません。`,
    en: (p: { grain: DriverGrain; most: number; percent: string }) =>
      `Growth, season and weekdays are taken out, and every lag from 0 to ${stepsText(p.most, p.grain).en} was looked at. On average at most ${p.percent}% of those named are named by chance. An association is no promise: moving one need not move the other.`,
  },
  'driver-outcome': {
    severity: 'warning',
    ja: (p: Names) => `${p.outcomeJa}の実績が足りないため、先に動くKPIは探せません。`,
    en: (p: Names) => `${p.outcomeEn} has too few values to find what moves ahead of it.`,
  },
});

export const driverProblem = problemsOf(driverMessages);

function isAgainst({ association }: Found): boolean {
  return association.startsWith('-');
}

function rangeJa({ low, high }: Found): string {
  return low === undefined || high === undefined ? '' : `、幅${signed(low)}〜${signed(high)}`;
}

function rangeEn({ low, high }: Found): string {
  return low === undefined || high === undefined ? '' : `, range ${signed(low)} to ${signed(high)}`;
}

function signed(decimal: string): string {
  return decimal.replace('-', '−');
}
