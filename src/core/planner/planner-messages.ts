import { messages } from '../problem/problem.ts';

const list = (values: readonly string[]) => values.join(', ');
const listJa = (values: readonly string[]) => values.join('、');

function stretchJa(weeks: string): string {
  const [from, to] = weeks.split('/');
  return to === undefined ? `${from}の週` : `${from}の週〜${to}の週`;
}

function stretchEn(weeks: string): string {
  const [from, to] = weeks.split('/');
  return to === undefined ? `the week of ${from}` : `the weeks of ${from} to ${to}`;
}

/** Why no schedule can be made, and what one should know about those that can. */
export const plannerMessages = messages({
  'planner-no-goal': {
    severity: 'error',
    ja: (p: { goal: string }) => `「${p.goal}」という目標（KGI）は計画にありません。goals にあるIDを指定してください。`,
    en: (p: { goal: string }) => `The plan has no goal "${p.goal}". Name one of the ids under goals.`,
  },
  'planner-unknown': {
    severity: 'error',
    ja: (p: { node: string }) => `「${p.node}」は計画にありません。計画にあるIDを指定してください。`,
    en: (p: { node: string }) => `"${p.node}" is not in the plan. Name an id of the plan.`,
  },
  'planner-lag': {
    severity: 'error',
    ja: (p: { node: string }) =>
      `「${p.node}」の遅れの分布が使えません。0以上の割合を月ごとに、1つ以上は0より大きく、120か月以内で指定してください。`,
    en: (p: { node: string }) =>
      `The delays of "${p.node}" cannot be used. Give a share of 0 or more per month, at least one above 0, for at most 120 months.`,
  },
  'planner-capacity': {
    severity: 'error',
    ja: (p: { node: string }) => `「${p.node}」の上限には0以上の値を指定してください。`,
    en: (p: { node: string }) => `The capacity of "${p.node}" must be 0 or more.`,
  },
  'planner-ramp': {
    severity: 'error',
    ja: () => '前月からの変化の上限には0より大きい割合を指定してください（例: 35%）。',
    en: () => 'The greatest change from month to month must be above 0, such as 35%.',
  },
  'planner-growth': {
    severity: 'error',
    ja: () => '計画期間より後の目標の伸びには、月あたり−100%より大きく100%以下の割合を指定してください（例: 3%）。',
    en: () => 'How the target grows after the plan must be above -100% and at most 100% a month, such as 3%.',
  },
  'planner-negative': {
    severity: 'error',
    ja: () => '実績に0より小さい値があります。0以上の値を指定してください。',
    en: () => 'The actuals hold values below 0. Give values of 0 or more.',
  },
  'planner-not-a-flow': {
    severity: 'error',
    ja: (p: { goal: string }) =>
      `「${p.goal}」は月ごとに積み上がる量ではないため、月別の作成計画は立てられません。件数や売上の目標を選んでください。`,
    en: (p: { goal: string }) =>
      `"${p.goal}" does not add up over months, so there is nothing to create month by month. Choose a goal that counts or sums.`,
  },
  'planner-no-formula': {
    severity: 'error',
    ja: (p: { goal: string }) => `「${p.goal}」に数式がありません。equals に何から成るかを書いてください。`,
    en: (p: { goal: string }) => `"${p.goal}" has no formula. Say under equals what it is made of.`,
  },
  'planner-no-target': {
    severity: 'error',
    ja: (p: { goal: string }) => `「${p.goal}」に0より大きい「以上」の目標がありません。目標値を書いてください。`,
    en: (p: { goal: string }) => `"${p.goal}" has no target of the kind "at least" above 0. Give it one.`,
  },
  'planner-missing': {
    severity: 'error',
    ja: (p: { nodes: readonly string[] }) => `目標値のない指標があるため計算できません: ${listJa(p.nodes)}。値を書いてください。`,
    en: (p: { nodes: readonly string[] }) =>
      `These have no target, so nothing can be calculated: ${list(p.nodes)}. Give them one.`,
  },
  'planner-no-lever': {
    severity: 'error',
    ja: (p: { goal: string }) =>
      `「${p.goal}」を増やせる量（リード数など、月ごとに積み上がる指標）が見つかりません。数式か指定を確かめてください。`,
    en: (p: { goal: string }) =>
      `Nothing that adds up over months (such as leads) moves "${p.goal}" up. Check its formula, or what you named.`,
  },
  'planner-not-linear': {
    severity: 'error',
    ja: (p: { goal: string; levers: readonly string[] }) =>
      `「${p.goal}」は${listJa(p.levers)}に比例しません（掛け合わせ、min・max など）。計画する量を1つ選んでください。`,
    en: (p: { goal: string; levers: readonly string[] }) =>
      `"${p.goal}" is not in proportion to ${list(p.levers)} (they are multiplied, or under min or max). Name one of them to plan.`,
  },
  'planner-no-history': {
    severity: 'error',
    ja: (p: { goal: string }) =>
      `「${p.goal}」の計算に必要な、計画開始前の値がありません。baseline を書くか、pipeline: none としてください。`,
    en: (p: { goal: string }) =>
      `What came before the plan is needed for "${p.goal}" and not stated. Give baselines, or say pipeline: none.`,
  },
  'planner-over': {
    severity: 'error',
    ja: () => '計画の全期間に実績があり、これから計画する月がありません。',
    en: () => 'There are actuals for the whole period: no month is left to plan.',
  },
  'planner-contradiction': {
    severity: 'error',
    ja: (p: { levers: readonly string[] }) =>
      `${listJa(p.levers)}の上限・予算・前月からの変化の上限が互いに矛盾し、どの計画も成り立ちません。上限を上げるか、変化の上限を緩めてください。`,
    en: (p: { levers: readonly string[] }) =>
      `Capacity, budget and the allowed change from month to month of ${list(p.levers)} contradict each other. Raise a limit or allow a greater change.`,
  },
  'planner-weeks-look-back': {
    severity: 'error',
    ja: (p: { nodes: readonly string[] }) =>
      `${listJa(p.nodes)}の数式が previous・last-year で前の月や前年を見るため、週では計画できません。月で計画してください。`,
    en: (p: { nodes: readonly string[] }) =>
      `The formulas of ${list(p.nodes)} look back at earlier months (previous, last-year), so weeks cannot be planned. Plan by months.`,
  },
  'planner-lost-weeks': {
    severity: 'warning',
    ja: (p: { weeks: readonly string[] }) =>
      `${p.weeks.map(stretchJa).join('、')}は、これから作る分がほとんど届かないため、目標を達成できません。`,
    en: (p: { weeks: readonly string[] }) =>
      `In ${p.weeks.map(stretchEn).join(', ')} too little of what is created from now on arrives: the target is missed.`,
  },
  'planner-weeks-out-of-reach': {
    severity: 'warning',
    ja: (p: { weeks: readonly string[] }) =>
      `${p.weeks.map(stretchJa).join('、')}の目標は、上限と前週からの変化の範囲では届きません。`,
    en: (p: { weeks: readonly string[] }) =>
      `The targets of ${p.weeks.map(stretchEn).join(', ')} are out of reach within the limits and the allowed change.`,
  },
  'planner-long-lag-weeks': {
    severity: 'warning',
    ja: (p: { tail: number; weeks: number }) => `成果が出るまで最長${p.tail}週間かかり、計画期間（${p.weeks}週間）以上です。`,
    en: (p: { tail: number; weeks: number }) =>
      `Results take up to ${p.tail} weeks, no less than the whole plan (${p.weeks} weeks).`,
  },
  'planner-lost-months': {
    severity: 'warning',
    ja: (p: { months: readonly string[] }) =>
      `${listJa(p.months)}は、これから作る分がほとんど届かないため、目標を達成できません。`,
    en: (p: { months: readonly string[] }) =>
      `In ${list(p.months)} too little of what is created from now on arrives: the target is missed.`,
  },
  'planner-out-of-reach': {
    severity: 'warning',
    ja: (p: { months: readonly string[] }) => `${listJa(p.months)}の目標は、上限と前月からの変化の範囲では届きません。`,
    en: (p: { months: readonly string[] }) =>
      `The targets of ${list(p.months)} are out of reach within the limits and the allowed change.`,
  },
  'planner-long-lag': {
    severity: 'warning',
    ja: (p: { tail: number; months: number }) => `成果が出るまで最長${p.tail}か月かかり、計画期間（${p.months}か月）以上です。`,
    en: (p: { tail: number; months: number }) =>
      `Results take up to ${p.tail} months, no less than the whole plan (${p.months} months).`,
  },
});
