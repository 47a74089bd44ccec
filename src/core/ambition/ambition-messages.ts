import { shown } from '../plan/shown.ts';
import { messages, problemsOf } from '../problem/problem.ts';
import type { Text } from '../text/text.ts';

export type AmbitionVerdict = 'too-easy' | 'reachable' | 'stretch' | 'very-ambitious' | 'unrealistic';

/** What a target was measured against. */
export type YardstickName = 'baseline' | 'natural' | 'with-initiatives' | 'own-best' | 'benchmark';

export const YARDSTICKS: Readonly<Record<YardstickName, Text>> = {
  baseline: { ja: '現在の水準', en: 'where it stands' },
  natural: { ja: '何もしない場合の予測', en: 'the forecast with nothing done' },
  'with-initiatives': { ja: '予定している施策を含む予測', en: 'the forecast with the planned initiatives' },
  'own-best': { ja: '過去最高', en: 'its own best' },
  benchmark: { ja: '業界水準', en: 'the benchmark' },
};

export function isYardstick(name: unknown): name is YardstickName {
  return typeof name === 'string' && Object.hasOwn(YARDSTICKS, name);
}

export const AMBITION_LABELS: Readonly<Record<AmbitionVerdict | 'cannot-tell', Text>> = {
  'too-easy': { ja: '低すぎる', en: 'Too easy' },
  reachable: { ja: '達成可能', en: 'Reachable' },
  stretch: { ja: '挑戦的', en: 'Challenging' },
  'very-ambitious': { ja: '非常に意欲的', en: 'Very ambitious' },
  unrealistic: { ja: '非現実的', en: 'Unrealistic' },
  'cannot-tell': { ja: '判断できません', en: 'Cannot tell' },
};

interface Judged {
  readonly [name: string]: string | boolean;
  readonly target: string;
  readonly by: YardstickName;
  readonly value: string;
  readonly unit: string;
}

interface Further extends Judged {
  /** Less is better. */
  readonly down: boolean;
}

interface BandParams {
  readonly [name: string]: string;
  readonly low: string;
  readonly high: string;
  readonly unit: string;
}

const yardstick = ({ by, value, unit }: Judged): Text => ({
  ja: `${YARDSTICKS[by].ja}（${shown(value, unit, 'ja')}）`,
  en: `${YARDSTICKS[by].en} (${shown(value, unit, 'en')})`,
});

const band = ({ low, high, unit }: BandParams): Text => ({
  ja: `${shown(low, unit, 'ja')}〜${shown(high, unit, 'ja')}`,
  en: `${shown(low, unit, 'en')}–${shown(high, unit, 'en')}`,
});

/** How ambitious a target is, in words. */
export const ambitionMessages = messages({
  'ambition-too-easy': {
    severity: 'warning',
    ja: (p: Judged) => `目標${shown(p.target, p.unit, 'ja')}は${yardstick(p).ja}で届くため、目標として低すぎます。`,
    en: (p: Judged) => `The target of ${shown(p.target, p.unit, 'en')} is met by ${yardstick(p).en} already: too easy.`,
  },
  'ambition-reachable': {
    severity: 'info',
    ja: (p: Judged) => `目標${shown(p.target, p.unit, 'ja')}は${yardstick(p).ja}の範囲内で、達成可能です。`,
    en: (p: Judged) => `The target of ${shown(p.target, p.unit, 'en')} lies within ${yardstick(p).en}: reachable.`,
  },
  'ambition-stretch': {
    severity: 'info',
    ja: (p: Further) =>
      `目標${shown(p.target, p.unit, 'ja')}は${yardstick(p).ja}${p.down ? 'の5分の4まで' : 'の1.25倍まで'}に収まり、挑戦的です。`,
    en: (p: Further) =>
      `The target of ${shown(p.target, p.unit, 'en')} goes up to ${p.down ? 'a fifth below' : 'a quarter beyond'} ${yardstick(p).en}: challenging.`,
  },
  'ambition-very-ambitious': {
    severity: 'warning',
    ja: (p: Further) =>
      `目標${shown(p.target, p.unit, 'ja')}は${yardstick(p).ja}${p.down ? 'の5分の4を下回ります' : 'の1.25倍を超えます'}。非常に意欲的です。`,
    en: (p: Further) =>
      `The target of ${shown(p.target, p.unit, 'en')} is more than ${p.down ? 'a fifth below' : 'a quarter beyond'} ${yardstick(p).en}: very ambitious.`,
  },
  'ambition-unrealistic': {
    severity: 'warning',
    ja: (p: Further) =>
      `目標${shown(p.target, p.unit, 'ja')}は${yardstick(p).ja}${p.down ? 'の3分の2を下回り' : 'の1.5倍を超え'}、現実的ではありません。`,
    en: (p: Further) =>
      `The target of ${shown(p.target, p.unit, 'en')} is more than ${p.down ? 'a third below' : 'half beyond'} ${yardstick(p).en}: unrealistic.`,
  },
  'ambition-impossible': {
    severity: 'warning',
    ja: (p: { target: string; unit: string }) => `目標${shown(p.target, p.unit, 'ja')}は、取りうる値の範囲を外れています。`,
    en: (p: { target: string; unit: string }) => `The target of ${shown(p.target, p.unit, 'en')} is not a possible value.`,
  },
  'ambition-within-band': {
    severity: 'info',
    ja: (p: BandParams) => `業界水準（${band(p).ja}）の範囲内です。`,
    en: (p: BandParams) => `Within the benchmark band of ${band(p).en}.`,
  },
  'ambition-below-band': {
    severity: 'info',
    ja: (p: BandParams) => `業界水準（${band(p).ja}）を下回ります。`,
    en: (p: BandParams) => `Below the benchmark band of ${band(p).en}.`,
  },
  'ambition-above-band': {
    severity: 'info',
    ja: (p: BandParams) => `業界水準（${band(p).ja}）を上回ります。`,
    en: (p: BandParams) => `Above the benchmark band of ${band(p).en}.`,
  },
  'ambition-no-history': {
    severity: 'info',
    ja: () =>
      '実績も現在の値もないため、どのくらい意欲的な目標かは判断できません。まず達成しやすい水準から始め、段階的に引き上げることをおすすめします。',
    en: () =>
      'Without past values or a present one nobody can tell how ambitious this is. Begin with what can be reached, and raise it in steps.',
  },
  'ambition-no-target': {
    severity: 'info',
    ja: () => '目標がまだないため、意欲度は判断できません。',
    en: () => 'There is no target yet to judge.',
  },
  'baseline-insufficient': {
    severity: 'warning',
    ja: (p: { used: number }) =>
      `基準値に使える実績が${p.used}か月分しかないため、目標を決めるには足りません。3か月分以上たまってから決めるか、達成しやすい水準から始めてください。`,
    en: (p: { used: number }) =>
      `Only ${p.used} ${p.used === 1 ? 'month counts' : 'months count'} for the baseline, too few to set a target by. Wait until there are three, or begin with what can be reached.`,
  },
  'baseline-minimum': {
    severity: 'info',
    ja: (p: { used: number }) =>
      `基準値は${p.used}か月分の実績によるものです。1年分に満たないため、季節による動きは分かりません。`,
    en: (p: { used: number }) =>
      `The baseline rests on ${p.used} months. That is less than a year, so that seasons cannot be seen.`,
  },
  'baseline-ideal': {
    severity: 'info',
    ja: (p: { known: number; used: number }) =>
      p.used < p.known
        ? `基準値は直近${p.known}か月の実績のうち、${p.used}か月分によるものです。`
        : `基準値は直近${p.known}か月の実績によるものです。`,
    en: (p: { known: number; used: number }) =>
      p.used < p.known
        ? `The baseline rests on ${p.used} of the last ${p.known} months.`
        : `The baseline rests on the last ${p.known} months.`,
  },
  'talk-because': {
    severity: 'error',
    ja: (p: { most: number }) => `提案の理由を書いてください（${p.most}文字まで）。理由がないと、もう一方は判断できません。`,
    en: (p: { most: number }) => `Say why, in at most ${p.most} characters: without a reason the other side cannot judge.`,
  },
  'talk-one-sided': {
    severity: 'error',
    ja: () => 'トップダウンとボトムアップの両方の提案がそろってから、合意の値を決めてください。',
    en: () => 'Agree on a value once both proposals, top-down and bottom-up, are there.',
  },
  'talk-nothing-agreed': {
    severity: 'error',
    ja: () => '合意の値がまだないため、承認できません。先に合意の値を決めてください。',
    en: () => 'There is no agreed value yet to stand for. Agree on one first.',
  },
  'talk-other-side': {
    severity: 'error',
    ja: (p: { side: 'top-down' | 'bottom-up' }) =>
      p.side === 'top-down'
        ? 'トップダウン側の承認は、役割が経営または管理職の人が行います。該当する人に承認を依頼してください。'
        : 'ボトムアップ側の承認は、現場の担当者または管理職が行います。該当する人に承認を依頼してください。',
    en: (p: { side: 'top-down' | 'bottom-up' }) =>
      p.side === 'top-down'
        ? 'For the top-down side an executive or a manager signs. Ask one of them.'
        : 'For the bottom-up side a manager or somebody who does the work signs. Ask one of them.',
  },
  'talk-same-person': {
    severity: 'error',
    ja: () => '両方の立場を同じ人が承認することはできません。もう一方の立場の人が承認してください。',
    en: () => 'One person cannot stand for both sides. Somebody of the other side has to.',
  },
  'ambition-range': {
    severity: 'info',
    ja: () => '範囲に収めることが目標の指標では、意欲度は判断しません。',
    en: () => 'A target to stay within a range is not judged by how ambitious it is.',
  },
});

export const ambitionProblem = problemsOf(ambitionMessages);
