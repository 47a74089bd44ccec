import type { RulePages } from '../page/rule-page.ts';

const rated = (lines: readonly string[]) =>
  lines
    .map((fields, i) => `  k${i}: { name: { ja: 指標${i}, en: Measure ${i} }, unit: count of case, ${fields}, owner: web }`)
    .join('\n');

const GOAL = `
goals:
  leads: { target: 2,000 by 2027-03-31, owner: marketing }
kpis:
`;

const because = (reason: string, i: number) => `target: ${i + 2}1 per month, under: leads, because: ${reason}`;

export const formalismPages = {
  'targets-all-round': {
    title: { ja: '切りのよい目標ばかり', en: 'Round numbers everywhere' },
    means: {
      ja: '5件以上の目標が、すべて先頭の1桁だけの数値（200、30%、500万円など）です。',
      en: 'Five targets or more all have a single digit before zeros: 200, 30%, 5,000,000.',
    },
    why: {
      ja: '逆算や実績から出た数値は、ふつう端数を持ちます。切りのよさは、決め方の跡がないことの表れです。',
      en: 'Numbers worked out from a goal or from the past rarely come out round.',
    },
    fix: {
      ja: '現状値と必要な値から決め直し、source に根拠を書きます。丸めたのなら、丸める前の値を確かめます。',
      en: 'Work them out from today and from what the goal needs, and note the source.',
    },
    fails: `${GOAL}${rated([1, 2, 3, 4, 5].map(n => `target: ${n}00 per month, under: leads, because: 入口${n}`))}
`,
    passes: `${GOAL}${rated([1, 2, 3, 4, 5].map(n => `target: ${n}12 per month, under: leads, because: 入口${n}`))}
`,
  },
  'same-growth': {
    title: { ja: '一律の伸び率', en: 'One growth for all' },
    means: {
      ja: '4件以上のKPIの目標が、どれも現状値の同じ倍率です。',
      en: 'Four targets or more are all the same multiple of their baselines.',
    },
    why: {
      ja: '伸ばしやすさはKPIごとに違います。一律の目標は、どれかが易しすぎ、どれかが無理になります。',
      en: 'KPIs differ in how far they can move: one of the targets is too easy and another out of reach.',
    },
    fix: {
      ja: '動かせるKPIに目標を寄せ、ほかは維持にします。必要な値は「逆算」で出せます。',
      en: 'Ask more of those that can move and keep the others. "Work backwards" gives what is needed.',
    },
    fails: `${GOAL}${rated([1, 2, 3, 4].map(n => `target: ${n * 12} per month, baseline: ${n * 10} per month, under: leads, because: 入口${n}`))}
`,
    passes: `${GOAL}${rated([1, 2, 3, 4].map(n => `target: ${n * 12} per month, baseline: ${n * 10 + n - 2} per month, under: leads, because: 入口${n}`))}
`,
  },
  'months-flat': {
    title: { ja: '毎月同じ目標', en: 'The same in every month' },
    means: {
      ja: 'シートに月別の目標がありますが、全部の月が同じ値です。',
      en: 'The sheet gives targets by month, and every month is the same.',
    },
    why: {
      ja: '季節の波や立ち上がりを見込まない目標は、春に大きく未達、秋に楽に達成、のように読み違えを生みます。',
      en: 'Without season and ramp-up, a month looks missed or met for no fault or merit of anybody.',
    },
    fix: {
      ja: '昨年の月別の比率や立ち上がりで配分します。本当に一定なら、シートから消して月あたりの目標にします。',
      en: "Spread it by last year's months, or take it out of the sheet and set it per month.",
    },
    sheetOf: `
goals:
  revenue: { target: 1億円 by 2027-03-31, equals: orders * aov, owner: sales }
kpis:
  orders: { target: 1,000 per month, owner: ec }
  aov: { target: 9,000円, owner: ec }
`,
    fails: `
node,kind,department,medium,2026-04,2026-05,2026-06,2026-07,2026-08,2026-09
orders,target,,,1000,1000,1000,1000,1000,1000
`,
    passes: `
node,kind,department,medium,2026-04,2026-05,2026-06,2026-07,2026-08,2026-09
orders,target,,,800,900,1000,1100,1000,1200
`,
  },
  'reason-says-nothing': {
    title: { ja: '理由になっていない理由', en: 'A reason that explains nothing' },
    means: {
      ja: '理由（because）が「重要だから」「必要なため」など、何にでも当てはまる言葉だけです。',
      en: 'A reason is "because it is important" or the like.',
    },
    why: {
      ja: '後から見直すときに、仮説が正しかったか確かめられません。',
      en: 'Later nobody can check whether the hypothesis held.',
    },
    fix: {
      ja: '「誰の何がどう変わると、何が起きるか」を1文で書きます。',
      en: 'Say in one sentence whose what changes how, and what follows.',
    },
    fails: `${GOAL}  email-open-rate: { under: leads, target: 25%, because: 重要だから, owner: crm }
`,
    passes: `${GOAL}  email-open-rate: { under: leads, target: 25%, because: 件名で開かれないと資料請求の案内が読まれない, owner: crm }
`,
  },
  'reason-copied': {
    title: { ja: '同じ理由の使い回し', en: 'One reason for many' },
    means: { ja: '同じ理由（because）が4か所以上に書かれています。', en: 'The same reason stands in four places or more.' },
    why: {
      ja: '1つずつ考えた跡がなく、どのつながりが効いたのか後で分けられません。',
      en: 'They were not thought about one by one, and cannot be told apart later.',
    },
    fix: {
      ja: 'それぞれの理由を書きます。書けないKPIは外すことを考えます。',
      en: 'Give each its own. Consider leaving out those that have none.',
    },
    fails: `${GOAL}${rated([0, 1, 2, 3].map(i => because('入口が広がる', i)))}
`,
    passes: `${GOAL}${rated(['記事を読む人が増える', '広告から来る', '紹介で来る', '展示会で会う'].map(because))}
`,
  },
} as const satisfies RulePages;
