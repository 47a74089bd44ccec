import type { RulePages } from '../page/rule-page.ts';

/** Whether a target can be told to be attainable, and until when it holds. */
export const attainablePages = {
  'attainability-unknown': {
    title: { ja: '達成できる目標か判断できない', en: 'Nobody can tell whether it is attainable' },
    means: {
      ja: '目標だけが書かれ、現状値（baseline）も、目標を何から決めたか（source）もありません。',
      en: 'There is a target, but neither where it stands today nor what the target was taken from.',
    },
    why: {
      ja: '高すぎる目標はあきらめを、低すぎる目標は停滞を生みます。今の水準が分からなければ、どちらとも言えません。',
      en: 'Too high discourages, too low holds back. Without knowing today nobody can say which it is.',
    },
    fix: {
      ja: 'baseline に現状値を書きます。初めて測るKPIなら、低めの目標から段階的に上げ、source に根拠を残します。',
      en: 'Write the baseline. For a first-time KPI begin low and rise in steps, and note the source of the target.',
    },
    fails: `
goals:
  revenue: { target: 1億円 by 2027-03-31, equals: orders * aov, owner: sales }
kpis:
  orders: { target: 1,000 per month, owner: ec }
  aov: { target: 9,000円, baseline: 8,600円, owner: ec }
`,
    passes: `
goals:
  revenue: { target: 1億円 by 2027-03-31, equals: orders * aov, owner: sales }
kpis:
  orders: { target: 1,000 per month, baseline: 900 per month, owner: ec }
  aov: { target: 9,000円, baseline: 8,600円, owner: ec }
`,
  },
  'target-worse-than-now': {
    title: { ja: '現状より悪い目標', en: 'A target worse than today' },
    means: {
      ja: '目標が現状値（baseline）より悪い値になっています。量を増やす代わりに守る質のKPIは対象外です。',
      en: 'The target is worse than the baseline. Measures of quality that are to be held are not meant.',
    },
    why: {
      ja: '何もしなくても達成になるため、進捗を見る意味がなくなります。桁や単位の書き間違いのこともあります。',
      en: 'It is met by doing nothing, so following it says nothing. Often a digit or a unit was mistyped.',
    },
    fix: {
      ja: '目標か現状値の数値を確かめます。わざと下げるなら、ignore に理由を書きます。',
      en: 'Check both numbers. Where it is meant to go down, say why under ignore.',
    },
    fails: `
goals:
  revenue: { target: 1億円 by 2027-03-31, equals: orders * aov, owner: sales }
kpis:
  orders: { target: 1,000 per month, baseline: 1,200 per month, owner: ec }
  aov: { target: 9,000円, owner: ec }
`,
    passes: `
goals:
  revenue: { target: 1億円 by 2027-03-31, equals: orders * aov, owner: sales }
kpis:
  orders: { target: 1,200 per month, baseline: 1,000 per month, owner: ec }
  aov: { target: 9,000円, owner: ec }
`,
  },
  'target-same-as-now': {
    title: { ja: '現状と同じ目標', en: 'A target that is what it is today' },
    means: { ja: '目標が現状値（baseline）とちょうど同じです。', en: 'The target equals the baseline.' },
    why: {
      ja: '維持が目的ならよいのですが、決めきれずに今の値を入れただけのこともよくあります。',
      en: 'That is fine where it is to be kept; often, though, it was filled in because nobody decided.',
    },
    fix: {
      ja: '上げるなら目標を決めます。維持が目的なら kind: quality とするか、ignore に理由を書きます。',
      en: 'Decide how far it is to go. Where it is to be kept, mark it kind: quality or say so under ignore.',
    },
    fails: `
goals:
  revenue: { target: 1億円 by 2027-03-31, equals: orders * aov, owner: sales }
kpis:
  orders: { target: 1,000 per month, baseline: 1,000 per month, owner: ec }
  aov: { target: 9,000円, owner: ec }
`,
    passes: `
goals:
  revenue: { target: 1億円 by 2027-03-31, equals: orders * aov, owner: sales }
kpis:
  orders: { target: 1,100 per month, baseline: 1,000 per month, owner: ec }
  aov: { target: 9,000円, owner: ec }
`,
  },
  'target-at-limit': {
    title: { ja: '上限ちょうどの目標', en: 'A target at the very limit' },
    means: {
      ja: '率などの目標が、ありえる上限（100%など）ちょうどです。',
      en: 'The target is the highest value there can be, such as 100%.',
    },
    why: {
      ja: '1件の例外で未達になり、達成率が意味を持ちません。例外を数えない、といった運用のゆがみも生みます。',
      en: 'One exception misses it, and people begin to leave exceptions out of the count.',
    },
    fix: {
      ja: '現実に許せる水準（例：97%）にします。本当に例外が許されないなら、ignore に理由を書きます。',
      en: 'Set what can be accepted, such as 97%. Where no exception is allowed, say why under ignore.',
    },
    fails: `
goals:
  leads: { target: 2,000 by 2027-03-31, owner: marketing }
kpis:
  lead-follow-up-rate: { target: 100%, supports: [{ to: leads, because: 対応が早いと紹介が増える }], owner: inside-sales }
`,
    passes: `
goals:
  leads: { target: 2,000 by 2027-03-31, owner: marketing }
kpis:
  lead-follow-up-rate: { target: 97%, supports: [{ to: leads, because: 対応が早いと紹介が増える }], owner: inside-sales }
`,
  },
  'kpi-deadline-outside': {
    title: { ja: '計画の外にある期限', en: 'A deadline outside the plan' },
    means: { ja: 'KPIの期限が、計画の期間より前か後ろにあります。', en: "A KPI's deadline lies before or after the plan." },
    why: {
      ja: 'その期限までの進み具合は、この計画では測れません。',
      en: 'How far it has come by then cannot be followed in this plan.',
    },
    fix: { ja: '期限か、計画の期間（period）を直します。', en: 'Correct the deadline, or the period of the plan.' },
    fails: `
goals:
  leads: { target: 2,000 by 2027-03-31, owner: marketing }
kpis:
  followers: { target: 10,000 by 2027-12-31, supports: [{ to: leads, because: 投稿から資料請求が生まれる }], owner: sns }
`,
    passes: `
goals:
  leads: { target: 2,000 by 2027-03-31, owner: marketing }
kpis:
  followers: { target: 10,000 by 2026-12-31, supports: [{ to: leads, because: 投稿から資料請求が生まれる }], owner: sns }
`,
  },
  'kpi-deadline-after-goal': {
    title: { ja: '最終目標より遅い期限', en: 'Due later than the goal' },
    means: {
      ja: '最終目標の計算に使うKPIの期限が、最終目標の期限より後になっています。',
      en: 'A KPI the goal is calculated from is due later than the goal itself.',
    },
    why: { ja: '間に合ったときには、最終目標の期限が過ぎています。', en: 'By the time it is met, the goal is already due.' },
    fix: { ja: 'KPIの期限を早めるか、最終目標の期限を延ばします。', en: "Bring the KPI's deadline forward, or move the goal's." },
    fails: `
goals:
  revenue: { target: 1億円 by 2026-12-31, equals: orders * aov, owner: sales }
kpis:
  orders: { target: 12,000 by 2027-03-31, owner: ec }
  aov: { target: 9,000円, owner: ec }
`,
    passes: `
goals:
  revenue: { target: 1億円 by 2026-12-31, equals: orders * aov, owner: sales }
kpis:
  orders: { target: 12,000 by 2026-12-31, owner: ec }
  aov: { target: 9,000円, owner: ec }
`,
  },
  'deadline-too-soon': {
    title: { ja: '1回も測らないうちに来る期限', en: 'Due before it is measured' },
    means: {
      ja: '期限が、計画の始まりから計測1回分より短いところにあります。',
      en: 'The deadline comes sooner after the start than one measurement.',
    },
    why: {
      ja: '測れないまま期限が来るので、達成したかどうかが分かりません。',
      en: 'It falls due unmeasured, so nobody knows whether it was met.',
    },
    fix: { ja: '期限を延ばすか、計測の頻度（rhythm）を上げます。', en: 'Move the deadline, or measure more often (rhythm).' },
    fails: `
goals:
  leads: { target: 2,000 by 2027-03-31, owner: marketing }
kpis:
  followers: { target: 10,000 by 2026-04-20, rhythm: monthly, supports: [{ to: leads, because: 投稿から資料請求が生まれる }], owner: sns }
`,
    passes: `
goals:
  leads: { target: 2,000 by 2027-03-31, owner: marketing }
kpis:
  followers: { target: 10,000 by 2026-04-20, rhythm: weekly, supports: [{ to: leads, because: 投稿から資料請求が生まれる }], owner: sns }
`,
  },
} as const satisfies RulePages;
