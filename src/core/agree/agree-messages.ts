import { messages, problemsOf } from '../problem/problem.ts';
import type { Text } from '../text/text.ts';
import type { Side } from './proposal.ts';

export const SIDE_NAMES: Readonly<Record<Side, Text>> = {
  marketing: { ja: 'マーケティング', en: 'marketing' },
  sales: { ja: '営業', en: 'sales' },
  executive: { ja: '経営', en: 'management' },
};

export const agreeMessages = messages({
  'approver-missing': {
    severity: 'error',
    ja: () => '承認を依頼する人を1人以上選んでください。',
    en: () => 'Choose at least one person to ask for approval.',
  },
  'approver-twice': {
    severity: 'error',
    ja: (p: { name: string }) => `${p.name}さんが同じ立場で2回選ばれています。片方を外してください。`,
    en: (p: { name: string }) => `${p.name} is named twice for the same side. Remove one.`,
  },
  'approver-not-executive': {
    severity: 'error',
    ja: (p: { name: string }) => `経営の立場では、役割が経営の人を選んでください（${p.name}さんは違います）。`,
    en: (p: { name: string }) => `For management, name somebody whose role is executive; ${p.name} is not.`,
  },
  'proposal-closed': {
    severity: 'error',
    ja: () => 'この起案はすでに公開または取り下げられています。',
    en: () => 'This proposal has been published or taken back already.',
  },
  'approver-other': {
    severity: 'error',
    ja: (p: { side: Side }) => `${SIDE_NAMES[p.side].ja}の立場で承認を依頼されていません。依頼された人が回答してください。`,
    en: (p: { side: Side }) => `You were not asked to answer for ${SIDE_NAMES[p.side].en}. Whoever was asked answers.`,
  },
  'answer-note-missing': {
    severity: 'error',
    ja: () => '差戻し・持ち帰りには、理由か確認したいことを入力してください。',
    en: () => 'To send it back or take it away, write why, or what is to be talked over.',
  },
  'objection-other': {
    severity: 'error',
    ja: () => '異議に回答できるのは、起案した人と承認者です。',
    en: () => 'Whoever put the plan forward, or an approver, answers an objection.',
  },
  'objection-own': {
    severity: 'error',
    ja: () => '自分の異議には自分で回答できません。不要になったときは取り下げてください。',
    en: () => 'You cannot answer your own objection. Take it back if it no longer holds.',
  },
  'objection-answered': {
    severity: 'error',
    ja: () => 'この異議にはすでに回答があります。',
    en: () => 'This objection has been answered already.',
  },
  'objection-node': {
    severity: 'error',
    ja: (p: { node: string }) => `起案された計画に「${p.node}」というKPIはありません。`,
    en: (p: { node: string }) => `The plan put forward has no KPI "${p.node}".`,
  },
  'proposal-not-agreed': {
    severity: 'error',
    ja: (p: { waits: readonly string[]; objections: number; sides: readonly Side[] }) =>
      `合意できていないため、共有の計画として公開できません。${[
        p.sides.length > 0 ? `${p.sides.map(side => SIDE_NAMES[side].ja).join('・')}の承認者が決まっていません。` : '',
        p.waits.length > 0 ? `承認待ち: ${p.waits.join('、')}。` : '',
        p.objections > 0 ? `回答のない異議が${p.objections}件あります。` : '',
      ].join('')}`,
    en: (p: { waits: readonly string[]; objections: number; sides: readonly Side[] }) =>
      `It is not agreed yet and cannot be published as shared. ${[
        p.sides.length > 0 ? `Nobody is named for ${p.sides.map(side => SIDE_NAMES[side].en).join(', ')}.` : '',
        p.waits.length > 0 ? `Waiting for ${p.waits.join(', ')}.` : '',
        p.objections > 0 ? `${p.objections} objections have no answer.` : '',
      ]
        .filter(Boolean)
        .join(' ')}`,
  },
  'proposal-overtaken': {
    severity: 'error',
    ja: () => '起案のあとに別の版が公開されました。新しい版をもとに、もう一度起案してください。',
    en: () => 'Another version was published since. Put it forward again on top of the newer version.',
  },
  'proposal-publisher': {
    severity: 'error',
    ja: () => '公開できるのは、起案した人と承認者です。',
    en: () => 'Whoever put the plan forward, or an approver, publishes it.',
  },
  'proposal-author': {
    severity: 'error',
    ja: () => '取り下げられるのは、起案した人だけです。',
    en: () => 'Only whoever put the plan forward takes it back.',
  },
  'stage-member': {
    severity: 'error',
    ja: () => 'リードの段階の定義は、ワークスペースのメンバーだけが変更できます。',
    en: () => 'Only members of the workspace change what a stage of leads means.',
  },
  'stage-criteria-missing': {
    severity: 'error',
    ja: () => '判定条件を1つ以上書いてください。例：スコア60点以上で、予算の時期が決まっている。',
    en: () => 'Write at least one criterion, such as: a score of 60 or more, with a date for the budget.',
  },
  'stage-since': {
    severity: 'error',
    ja: (p: { last: string }) => `適用開始日は、いまの定義の開始日（${p.last}）より後の日にしてください。`,
    en: (p: { last: string }) => `The first day has to be after that of the present definition, ${p.last}.`,
  },
  'stage-nothing-proposed': {
    severity: 'error',
    ja: () => '承認する変更がありません。先に定義の変更を提案してください。',
    en: () => 'There is no change to approve. Propose one first.',
  },
  'stage-other-side': {
    severity: 'error',
    ja: (p: { side: Side }) => `${SIDE_NAMES[p.side].ja}の承認は、その部署の人が行います。該当する人に承認を依頼してください。`,
    en: (p: { side: Side }) => `Somebody of the ${SIDE_NAMES[p.side].en} department approves for it. Ask one of them.`,
  },
  'stage-same-person': {
    severity: 'error',
    ja: () => '両方の部署の承認を同じ人が行うことはできません。',
    en: () => 'One person cannot approve for both departments.',
  },
});

export const agreeProblem = problemsOf(agreeMessages);
