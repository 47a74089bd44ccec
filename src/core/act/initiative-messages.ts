import type { Day } from '../calendar/day.ts';
import { formatDayRange } from '../calendar/format-day.ts';
import { messages, problemsOf } from '../problem/problem.ts';
import { type Stage, stageName } from './stage.ts';

/** Names of a KPI and of the dataset that measures it. */
type Untracked = { kpiJa: string; kpiEn: string; dataJa: string; dataEn: string };

export const initiativeMessages = messages({
  'initiative-kpi-missing': {
    severity: 'error',
    ja: () => 'この施策で動かすKPIを1つ以上選んでください。',
    en: () => 'Choose at least one KPI that this initiative is meant to move.',
  },
  'initiative-move': {
    severity: 'error',
    ja: (p: { from: Stage; to: Stage; allowed: readonly Stage[] }) =>
      `「${stageName(p.from).ja}」から「${stageName(p.to).ja}」へは移せません。${
        p.allowed.length > 0
          ? `移せるのは${p.allowed.map(stage => `「${stageName(stage).ja}」`).join('、')}です。`
          : '完了した施策は動かせません。続きは新しい施策として起案してください。'
      }${p.to === 'done' ? '完了にするには、判断（標準化・拡大・修正・中止・新たな仮説）と学びを記録してください。' : ''}`,
    en: (p: { from: Stage; to: Stage; allowed: readonly Stage[] }) =>
      `An initiative cannot go from "${stageName(p.from).en}" to "${stageName(p.to).en}". ${
        p.allowed.length > 0
          ? `It can go to ${p.allowed.map(stage => `"${stageName(stage).en}"`).join(' or ')}.`
          : 'A finished initiative stays as it is; propose a new one to continue it.'
      }${p.to === 'done' ? ' To finish it, record a decision (standardise, expand, modify, stop or new hypothesis) and a lesson.' : ''}`,
  },
  'initiative-hypothesis-missing': {
    severity: 'error',
    ja: () => '仮説（なぜKPIが動くと考えるか）を入力してから起案してください。',
    en: () => 'Write the hypothesis (why the KPI should move) before proposing the initiative.',
  },
  'initiative-expected-missing': {
    severity: 'error',
    ja: () => '期待効果を入力してから実施に移してください。数値がないと、終わったあとに効果を判定できません。',
    en: () => 'Enter the expected effect before the initiative starts. Without a number its effect cannot be judged afterwards.',
  },
  'initiative-expected-kpi': {
    severity: 'error',
    ja: () => '期待効果は、この施策で動かすKPIのどれかについて入力してください。',
    en: () => 'State the expected effect for one of the KPIs of this initiative.',
  },
  'initiative-start-missing': {
    severity: 'error',
    ja: () => '開始日を入力してから実施に移してください。',
    en: () => 'Enter the start date before the initiative starts.',
  },
  'initiative-pilot-missing': {
    severity: 'error',
    ja: () => '難しい施策です。全体に広げる前に、小さく試す範囲（対象・割合・日数）を決めてください。',
    en: () => 'This initiative is difficult. Before going all the way, decide on a small trial: who, what share, how many days.',
  },
  'initiative-pilot-share': {
    severity: 'error',
    ja: () => '試す割合は0%より大きく100%以下で、日数は1日以上で入力してください。',
    en: () => 'The share of the trial must be above 0% and at most 100%, and it must last at least 1 day.',
  },
  'initiative-follow-up': {
    severity: 'error',
    ja: () => '経過を確認する間隔は1〜366日で入力してください。',
    en: () => 'The time between follow-ups must be 1 to 366 days.',
  },
  'initiative-kpi-unmeasured': {
    severity: 'error',
    ja: (p: { kpiJa: string; kpiEn: string }) =>
      `「${p.kpiJa}」を測るデータがまだありません。データを取り込んで指標を定義するか、理由を書いて実施に移してください。`,
    en: (p: { kpiJa: string; kpiEn: string }) =>
      `Nothing measures "${p.kpiEn}" yet. Import data and define the metric, or start anyway and give a reason.`,
  },
  'initiative-source-empty': {
    severity: 'error',
    ja: (p: Untracked) =>
      `「${p.kpiJa}」を測る「${p.dataJa}」に、まだ行がありません。届くことを確かめるか、理由を書いて実施に移してください。`,
    en: (p: Untracked) =>
      `No rows have come into "${p.dataEn}", which measures "${p.kpiEn}". Make sure that they do, or start anyway and give a reason.`,
  },
  'initiative-segment-untracked': {
    severity: 'error',
    ja: (p: Untracked & { column: string }) =>
      `「${p.kpiJa}」を測る「${p.dataJa}」に列「${p.column}」がないため、対象のセグメントだけの効果を測れません。計測を整えるか、理由を書いて実施に移してください。`,
    en: (p: Untracked & { column: string }) =>
      `"${p.dataEn}", which measures "${p.kpiEn}", has no column "${p.column}", so the effect on the segment cannot be measured. Set up the tracking, or start anyway and give a reason.`,
  },
  'initiative-closed': {
    severity: 'error',
    ja: () => 'この施策は完了しています。続きは新しい施策として起案してください。',
    en: () => 'This initiative is finished. Propose a new one to continue it.',
  },
  'initiative-close-early': {
    severity: 'error',
    ja: (p: { stage: Stage }) =>
      `「${stageName(p.stage).ja}」の施策は、中止としてだけ完了にできます。ほかの判断をするには、先に「検証」へ進めてください。`,
    en: (p: { stage: Stage }) =>
      `An initiative at "${stageName(p.stage).en}" can only be finished as stopped. For any other decision bring it to "Checking" first.`,
  },
  'initiative-close-outcome': {
    severity: 'error',
    ja: () => '判断を1つ選んでください（標準化・拡大・修正・中止・新たな仮説）。',
    en: () => 'Choose exactly one decision: standardise, expand, modify, stop or new hypothesis.',
  },
  'initiative-close-lesson': {
    severity: 'error',
    ja: () => '学びを入力してから完了にしてください。中止した施策の学びも、次に試す人の役に立ちます。',
    en: () => 'Write down the lesson before finishing. The lesson of a stopped initiative helps whoever tries next, too.',
  },
  'initiative-close-targets': {
    severity: 'error',
    ja: () => '拡大する先（部署・商品・チャネルなど）を1つ以上入力してください。',
    en: () => 'Name at least one place to expand to: a department, a product, a channel.',
  },
  'initiative-overlap': {
    severity: 'warning',
    ja: (p: { title: string; from: Day; to: Day }) =>
      `同じKPI・同じ対象の施策「${p.title}」と期間（${formatDayRange(p, 'ja')}）が重なっています。このままでは、どちらの効果か分けられません。時期か対象をずらしてください。`,
    en: (p: { title: string; from: Day; to: Day }) =>
      `Runs at the same time (${formatDayRange(p, 'en')}) as "${p.title}" on the same KPI and segment: their effects cannot be told apart. Stagger them, or use different segments.`,
  },
});

export const initiativeProblem = problemsOf(initiativeMessages);
