import { shown } from '../../plan/shown.ts';
import { messages } from '../../problem/problem.ts';
import { listEn, listJa, type Named } from '../named.ts';

type About = { readonly node: string };

type Partner = About & { readonly partner: string };

/** Whether a plan weighs quantity and quality, short and long, effort and result against each other. */
export const balanceMessages = messages({
  'quantity-only': {
    severity: 'info',
    ja: (p: Named) =>
      `KPIがすべて「量」です（${listJa(p)}）。量だけを追うと質が下がるので、対になる「質」のKPIを加えてください。`,
    en: (p: Named) => `All KPIs are about quantity (${listEn(p)}). Chasing volume alone lowers quality: add measures of quality.`,
  },
  'quantity-without-quality': {
    severity: 'info',
    ja: (p: About & { readonly ideaJa?: string; readonly ideaEn?: string }) =>
      `「${p.node}」には、質を見るKPIが対になっていません。${p.ideaJa === undefined ? 'pair に相手を書いてください。' : `${p.ideaJa}などを加え、pair で結んでください。`}`,
    en: (p: About & { readonly ideaJa?: string; readonly ideaEn?: string }) =>
      `"${p.node}" has no measure of quality beside it. ${p.ideaEn === undefined ? 'Name one as its pair.' : `Add one, such as ${p.ideaEn}, and name it as its pair.`}`,
  },
  'quality-share': {
    severity: 'info',
    ja: (p: { readonly quantity: number; readonly quality: number }) =>
      `量のKPIが${p.quantity}件、質のKPIが${p.quality}件で、${p.quantity > p.quality ? '量' : '質'}に偏っています。目安は3対7から7対3です。`,
    en: (p: { readonly quantity: number; readonly quality: number }) =>
      `${p.quantity} KPIs of quantity against ${p.quality} of quality: the usual range is 30:70 to 70:30.`,
  },
  'pair-undeclared': {
    severity: 'info',
    ja: (p: Partner) => `「${p.node}」と「${p.partner}」は量と質の対ですが、pair が書かれていません。書くと並べて表示されます。`,
    en: (p: Partner) =>
      `"${p.node}" and "${p.partner}" are quantity and quality of one thing, but not named as a pair. Named, they are shown together.`,
  },
  'pair-same-kind': {
    severity: 'info',
    ja: (p: Partner & { readonly kind: string }) =>
      `対になっている「${p.node}」と「${p.partner}」は、どちらも「${p.kind === 'quality' ? '質' : '量'}」です。互いの歯止めになりません。`,
    en: (p: Partner & { readonly kind: string }) =>
      `"${p.node}" and "${p.partner}" are a pair, but both are about ${p.kind}, so neither guards the other.`,
  },
  'quality-planned-down': {
    severity: 'info',
    ja: (p: Partner & { readonly from: string; readonly to: string; readonly unit: string }) =>
      `「${p.node}」を増やす一方で、対になる「${p.partner}」は${shown(p.from, p.unit, 'ja')}から${shown(p.to, p.unit, 'ja')}に下がる計画です。質の低下を見込むなら、下限として共有してください。`,
    en: (p: Partner & { readonly from: string; readonly to: string; readonly unit: string }) =>
      `"${p.node}" is to rise while its partner "${p.partner}" is planned to fall from ${shown(p.from, p.unit, 'en')} to ${shown(p.to, p.unit, 'en')}. If that is expected, share it as the floor.`,
  },
  'short-term-only': {
    severity: 'info',
    ja: (p: { readonly count: number }) =>
      `KPI${p.count}件がすべて短期の指標です。継続率やLTVのような中長期のKPIを加えてください。`,
    en: (p: { readonly count: number }) =>
      `All ${p.count} KPIs are short-term. Add some that show the longer run, such as retention or lifetime value.`,
  },
  'horizon-gap': {
    severity: 'info',
    ja: (p: { readonly missing: string }) =>
      `${HORIZON_JA[p.missing] ?? ''}の指標がありません。短期・中期・長期がそろうと、先の変化に早く気付けます。`,
    en: (p: { readonly missing: string }) =>
      `There is no ${p.missing}-term KPI. With short, mid and long together changes are seen early.`,
  },
  'acquisition-without-retention': {
    severity: 'info',
    ja: (p: Named) =>
      `新規獲得のKPI（${listJa(p)}）はありますが、継続・再購入のKPIがありません。継続率（retention-rate）などを加えてください。`,
    en: (p: Named) => `New customers are followed (${listEn(p)}), but not whether they stay. Add a KPI such as retention-rate.`,
  },
  'lagging-only': {
    severity: 'info',
    ja: () => '結果が出た後にしか動かない指標（遅行指標）だけです。先に動く指標を加えると、早めに手を打てます。',
    en: () => 'All KPIs move only after the result. Add leading ones, so that there is time to act.',
  },
  'horizon-doubtful': {
    severity: 'info',
    ja: (p: About & { readonly said: string; readonly usual: string }) =>
      `「${p.node}」は${HORIZON_JA[p.said] ?? ''}とされていますが、ふつうは${HORIZON_JA[p.usual] ?? ''}の指標です。`,
    en: (p: About & { readonly said: string; readonly usual: string }) =>
      `"${p.node}" is marked ${p.said}-term; usually it is a ${p.usual}-term metric.`,
  },
  'short-not-controllable': {
    severity: 'info',
    ja: (p: About & { readonly mark: number }) =>
      `「${p.node}」は短期のKPIですが、担当者が動かせる度合いは5段階の${p.mark}です。自分で動かせるKPIを短期に置いてください。`,
    en: (p: About & { readonly mark: number }) =>
      `"${p.node}" is a short-term KPI, but its owner can hardly move it (${p.mark} of 5). Short-term KPIs should be in the hands of those who do the work.`,
  },
  'long-only-activity': {
    severity: 'info',
    ja: (p: About) =>
      `「${p.node}」は長期のKPIですが、数えているのは活動の量です。長期には、活動の成果を表すKPIを置いてください。`,
    en: (p: About) =>
      `"${p.node}" is a long-term KPI and only counts activity. In the long run, count what the activity achieves.`,
  },
  'goal-without-guardrail': {
    severity: 'info',
    ja: (p: { readonly goal: string }) =>
      `「${p.goal}」を追うときに守るべき歯止め（質・単価・解約率など）がありません。悪化させてはいけないKPIを1つ加えてください。`,
    en: (p: { readonly goal: string }) =>
      `Nothing guards what must not suffer while "${p.goal}" is chased. Add one KPI of quality, cost or churn.`,
  },
  'rate-without-volume': {
    severity: 'info',
    ja: (p: About & { readonly thing: string }) =>
      `「${p.node}」は率だけで、分母（${p.thing}）の数を追うKPIがありません。分母を減らしても達成できてしまいます。`,
    en: (p: About & { readonly thing: string }) =>
      `"${p.node}" is a rate, and no KPI follows how many (${p.thing}) it is of. It can be met by having fewer of them.`,
  },
  'cost-without-volume': {
    severity: 'info',
    ja: (p: About & { readonly thing: string }) =>
      `「${p.node}」は単価だけで、件数（${p.thing}）を追うKPIがありません。件数を絞るだけで達成できてしまいます。`,
    en: (p: About & { readonly thing: string }) =>
      `"${p.node}" is a unit cost, and no KPI follows how many (${p.thing}) are got for it. It can be met by getting fewer.`,
  },
});

const HORIZON_JA: Readonly<Record<string, string>> = { short: '短期', mid: '中期', 'mid-long': '中長期', long: '長期' };
