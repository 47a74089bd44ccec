import { lagText } from '../drivers/lag-text.ts';
import type { DriverGrain } from '../drivers/plain-series.ts';
import { shown } from '../plan/shown.ts';
import { messages, problemsOf } from '../problem/problem.ts';

/** Why a KPI or success factor has its marks; sentences with their figures. */
export const priorityMessages = messages({
  'priority-impact': {
    severity: 'info',
    ja: (p: { goalJa: string; goalEn: string; gain: string; percent: string; unit: string }) =>
      `目標（または手本となる値）まで改善すると、${p.goalJa}が${shown(p.gain, p.unit, 'ja')}（${p.percent}%）よくなります。`,
    en: (p: { goalJa: string; goalEn: string; gain: string; percent: string; unit: string }) =>
      `Improved to its reference, ${p.goalEn} gains ${shown(p.gain, p.unit, 'en')} (${p.percent}%).`,
  },
  'priority-impact-none': {
    severity: 'info',
    ja: (p: { goalJa: string; goalEn: string }) => `${p.goalJa}の計算式につながっていないため、計算できる効果はありません。`,
    en: (p: { goalJa: string; goalEn: string }) => `Not part of the formula of ${p.goalEn}: no effect can be calculated.`,
  },
  'priority-impact-reached': {
    severity: 'info',
    ja: (p: { goalJa: string; goalEn: string }) =>
      `${p.goalJa}の計算式の一部ですが、改善の目安となる値がないか、すでに達しています。`,
    en: (p: { goalJa: string; goalEn: string }) =>
      `Part of the formula of ${p.goalEn}, but nothing to improve it to, or reached already.`,
  },
  'priority-association': {
    severity: 'info',
    ja: (p: { goalJa: string; goalEn: string; association: string; lag: number; grain: DriverGrain }) =>
      `これまでの実績では、${lagText(p.lag, p.grain).ja}${p.goalJa}と${p.association.startsWith('-') ? '逆' : '同じ'}向きに動いています（関連の強さ${signed(p.association)}）。`,
    en: (p: { goalJa: string; goalEn: string; association: string; lag: number; grain: DriverGrain }) =>
      `So far ${p.goalEn} has moved ${p.association.startsWith('-') ? 'against' : 'with'} it ${lagText(p.lag, p.grain).en} (association ${signed(p.association)}).`,
  },
  'priority-room': {
    severity: 'info',
    ja: (p: { current: string; reference: string; percent: string; unit: string; is: ReferenceKind }) =>
      `現在${shown(p.current, p.unit, 'ja')}、${REFERENCES[p.is].ja}${shown(p.reference, p.unit, 'ja')}まで${p.percent}%の伸びしろがあります。`,
    en: (p: { current: string; reference: string; percent: string; unit: string; is: ReferenceKind }) =>
      `Now ${shown(p.current, p.unit, 'en')}; ${p.percent}% room to ${REFERENCES[p.is].en} ${shown(p.reference, p.unit, 'en')}.`,
  },
  'priority-room-none': {
    severity: 'info',
    ja: () => '目標・業界水準・過去最高のいずれにも達しています。',
    en: () => 'Target, benchmark and own best are all reached.',
  },
  'priority-room-unknown': {
    severity: 'info',
    ja: () => '現在の値か、比べる値（目標・業界水準・過去最高）がないため、伸びしろは分かりません。',
    en: () => 'No current value, or nothing to compare it with (target, benchmark, own best): the room is not known.',
  },
  'priority-problem': {
    severity: 'info',
    ja: (p: { goalJa: string; goalEn: string; percent: string }) =>
      `${p.goalJa}の計画差異のうち${p.percent}%がこのKPIの未達によるものです。`,
    en: (p: { goalJa: string; goalEn: string; percent: string }) =>
      `${p.percent}% of what ${p.goalEn} is behind plan comes from this KPI.`,
  },
  'priority-problem-none': {
    severity: 'info',
    ja: () => '計画を下回っている原因にはなっていません。',
    en: () => 'It does not hold the goal back at present.',
  },
  'priority-problem-unknown': {
    severity: 'info',
    ja: () => '実績がそろっていないため、現在の課題との関係は分かりません。',
    en: () => 'Without actual values it is not known whether it holds the goal back.',
  },
  'priority-owner': {
    severity: 'info',
    ja: (p: { owner: string | null }) =>
      p.owner === null ? '責任者が決まっていません（−1）。' : `責任者は${p.owner}です（+1）。`,
    en: (p: { owner: string | null }) => (p.owner === null ? 'Nobody owns it (−1).' : `Owned by ${p.owner} (+1).`),
  },
  'priority-lag': {
    severity: 'info',
    ja: (p: { months: number; points: number }) =>
      p.months === 0
        ? `効果は同じ月に表れます${pointsText(p.points)}。`
        : `効果が表れるまで${p.months}か月かかります${pointsText(p.points)}。`,
    en: (p: { months: number; points: number }) =>
      p.months === 0
        ? `Its effect shows in the same month${pointsText(p.points, true)}.`
        : `Its effect takes ${p.months} months to show${pointsText(p.points, true)}.`,
  },
  'priority-variation': {
    severity: 'info',
    ja: (p: { months: number; percent: string; points: number }) =>
      `過去${p.months}か月の動きは月あたりおよそ±${p.percent}%で、必要な改善は${p.points > 0 ? 'その範囲です' : p.points < 0 ? 'その3倍を超えます' : 'その1〜3倍です'}${pointsText(p.points)}。`,
    en: (p: { months: number; percent: string; points: number }) =>
      `Over ${p.months} months it moved by about ±${p.percent}% a month; the improvement is ${p.points > 0 ? 'within that' : p.points < 0 ? 'more than three times that' : 'one to three times that'}${pointsText(p.points, true)}.`,
  },
  'priority-variation-unknown': {
    severity: 'info',
    ja: () => '過去の実績が6か月に満たないため、動かしやすさは責任者と効果の時期だけで見ています。',
    en: () => 'Less than six months of history: judged by owner and delay only.',
  },
  'priority-factor': {
    severity: 'info',
    ja: (p: { kpis: readonly string[] }) => `${p.kpis.join('、')}から計算しています。`,
    en: (p: { kpis: readonly string[] }) => `Worked out from ${p.kpis.join(', ')}.`,
  },
  'priority-factor-empty': {
    severity: 'info',
    ja: () => '下に計算できるKPIがありません。',
    en: () => 'It has no KPI that can be calculated.',
  },
  'priority-plan': {
    severity: 'info',
    ja: () => '計画に書かれた値です。',
    en: () => 'As written in the plan.',
  },
  'priority-shares': {
    severity: 'error',
    ja: (p: { total: string }) => `資源の配分の合計が${p.total}%です。合計が100%になるように直してください。`,
    en: (p: { total: string }) => `The shares of resources add up to ${p.total}%. Make them 100%.`,
  },
  'priority-mark': {
    severity: 'error',
    ja: () => '点数は1から5の整数です。',
    en: () => 'A mark is a whole number from 1 to 5.',
  },
  'priority-id-unknown': {
    severity: 'error',
    ja: (p: { id: string }) => `計画に「${p.id}」というKPI・重要成功要因はありません。`,
    en: (p: { id: string }) => `The plan has no KPI or success factor "${p.id}".`,
  },
  'priority-criterion': {
    severity: 'error',
    ja: (p: { id: string }) => `「${p.id}」にはこの観点の点数を付けられません。`,
    en: (p: { id: string }) => `"${p.id}" has no mark of this kind.`,
  },
});

export type ReferenceKind = 'target' | 'benchmark' | 'own-best' | 'limit';

const REFERENCES: Readonly<Record<ReferenceKind, { readonly ja: string; readonly en: string }>> = {
  target: { ja: '目標の', en: 'the target of' },
  benchmark: { ja: '業界水準の', en: 'the benchmark of' },
  'own-best': { ja: '過去最高の', en: 'its own best of' },
  limit: { ja: '上限の', en: 'the limit of' },
};

export const priorityProblem = problemsOf(priorityMessages);

function signed(decimal: string): string {
  return decimal.replace('-', '−');
}

function pointsText(points: number, isEnglish = false): string {
  if (points === 0) return '';
  const text = points > 0 ? `+${points}` : `−${-points}`;
  return isEnglish ? ` (${text})` : `（${text}）`;
}
