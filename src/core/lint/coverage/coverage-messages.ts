import { CHANNELS, channelName } from '../../plan/channel.ts';
import { messages } from '../../problem/problem.ts';
import { listEn, listJa, type Named } from '../named.ts';

const STAGES: Readonly<Record<string, { readonly ja: string; readonly en: string }>> = {
  awareness: { ja: '認知', en: 'awareness' },
  interest: { ja: '関心', en: 'interest' },
  consideration: { ja: '検討', en: 'consideration' },
  conversion: { ja: '成約', en: 'conversion' },
  retention: { ja: '継続', en: 'retention' },
  advocacy: { ja: '推奨', en: 'advocacy' },
};

const stageJa = (stage: string) => STAGES[stage]?.ja ?? stage;
const channelEn = (channel: string) => CHANNELS[channel]?.en.toLowerCase() ?? channel;
const stageEn = (stage: string) => STAGES[stage]?.en ?? stage;

/** Whether a plan looks at the whole journey, at every channel it spends on, and at every factor it names. */
export const coverageMessages = messages({
  'journey-gap': {
    severity: 'info',
    ja: (p: { readonly stages: readonly string[]; readonly before: string; readonly after: string }) =>
      `顧客の道のりのうち「${p.stages.map(stageJa).join('・')}」を見るKPIがありません（${stageJa(p.before)}と${stageJa(p.after)}の間）。どこで離れたか分からなくなります。`,
    en: (p: { readonly stages: readonly string[]; readonly before: string; readonly after: string }) =>
      `Of the customer's journey no KPI shows ${p.stages.map(stageEn).join(' or ')}, between ${stageEn(p.before)} and ${stageEn(p.after)}: it cannot be seen where people leave.`,
  },
  'journey-one-stage': {
    severity: 'info',
    ja: (p: { readonly stage: string; readonly count: number }) =>
      `KPI${p.count}件がすべて「${stageJa(p.stage)}」の段階です。前後の段階のKPIを加えてください。`,
    en: (p: { readonly stage: string; readonly count: number }) =>
      `All ${p.count} KPIs are of one stage, ${stageEn(p.stage)}. Add some of the stages before and after it.`,
  },
  'stage-quantity-only': {
    severity: 'info',
    ja: (p: Named & { readonly stage: string }) =>
      `「${stageJa(p.stage)}」の段階のKPIが量だけです（${listJa(p)}）。その段階の質を見るKPIを加えてください。`,
    en: (p: Named & { readonly stage: string }) =>
      `All KPIs of the stage of ${stageEn(p.stage)} are quantities (${listEn(p)}). Add one that shows its quality.`,
  },
  'channel-quantity-only': {
    severity: 'info',
    ja: (p: Named & { readonly channel: string }) =>
      `${channelName(p.channel).ja}のKPIが量だけです（${listJa(p)}）。成果や質につながる率を1つ加えてください。`,
    en: (p: Named & { readonly channel: string }) =>
      `All KPIs of ${channelEn(p.channel)} are quantities (${listEn(p)}). Add one rate that shows what comes of them.`,
  },
  'one-channel': {
    severity: 'info',
    ja: (p: { readonly channel: string; readonly count: number }) =>
      `集客のKPI${p.count}件がすべて${channelName(p.channel).ja}です。ほかの経路があれば、そのKPIも加えてください。`,
    en: (p: { readonly channel: string; readonly count: number }) =>
      `All ${p.count} KPIs of channels are about ${channelEn(p.channel)}. If there are other channels, add theirs.`,
  },
  'channel-without-kpi': {
    severity: 'info',
    ja: (p: { readonly channel: string }) =>
      `使っているチャネル「${channelName(p.channel).ja}」を見るKPIがありません。成果が分かるKPIを1つ加えるか、使っていなければ channels から外してください。`,
    en: (p: { readonly channel: string }) =>
      `The plan uses the channel "${channelName(p.channel).en}", and no KPI shows what it brings. Add one, or take it out of "channels".`,
  },
  'budget-without-cost': {
    severity: 'info',
    ja: (p: { readonly count: number }) =>
      `予算が${p.count}行ありますが、費用対効果（単価・ROIなど）のKPIがありません。予算を使った結果を測れません。`,
    en: (p: { readonly count: number }) =>
      `There are ${p.count} lines of budget, and no KPI of what the money brings (unit cost, ROI).`,
  },
  'factor-without-goal': {
    severity: 'info',
    ja: (p: { readonly factor: string }) =>
      `重要成功要因「${p.factor}」がどの最終目標のためのものか、supports に書かれていません。`,
    en: (p: { readonly factor: string }) => `The success factor "${p.factor}" does not say which goal it supports.`,
  },
  'executive-without-path': {
    severity: 'info',
    ja: (p: { readonly node: string }) =>
      `経営が見る指標「${p.node}」につながるKPIがありません。どのKPIを動かせば変わるのかを、計算式か影響で示してください。`,
    en: (p: { readonly node: string }) =>
      `No KPI leads to "${p.node}", which management goes by. Show which KPIs move it, by its formula or by influences.`,
  },
});
