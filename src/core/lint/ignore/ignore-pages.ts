import type { RulePages } from '../page/rule-page.ts';

const PLAN = `
goals:
  revenue: { target: 1億円 by 2027-03-31, equals: orders * aov, owner: sales }
kpis:
  orders: { target: 1,000 per month, baseline: 1,000 per month, owner: ec }
  aov: { target: 9,000円, baseline: 8,600円, owner: ec }
`;

export const ignorePages = {
  'ignore-unused': {
    title: { ja: '当てはまらない ignore', en: 'An ignore that matches nothing' },
    means: {
      ja: 'ignore に書かれたルールと場所に当てはまる指摘が、もうありません。',
      en: 'Nothing is found for a rule and place that the plan says to ignore.',
    },
    why: {
      ja: '残しておくと、あとで同じ指摘が出たときに、検討しないまま隠れてしまいます。',
      en: 'Left standing, it hides the finding when it comes back, and nobody looks at it again.',
    },
    fix: { ja: 'その行を消します（自動修正できます）。', en: 'Take the entry out. This can be done for you.' },
    fails: `${PLAN}ignore:
  - { rule: target-same-as-now, at: aov, because: 価格は据え置く方針 }
`,
    passes: `${PLAN}ignore:
  - { rule: target-same-as-now, at: orders, because: 今期は維持する方針 }
`,
  },
  'ignore-unknown': {
    title: { ja: '存在しないルールの ignore', en: 'An ignore of no rule' },
    means: { ja: 'ignore に書かれた名前のルールがありません。', en: 'No rule has the name that stands under ignore.' },
    why: {
      ja: '書き間違いなら、隠したつもりの指摘が隠れていません。',
      en: 'Mistyped, it hides nothing of what it was meant for.',
    },
    fix: { ja: '指摘の末尾の［ ］にある名前を書きます。', en: 'Write the name that stands in brackets behind the finding.' },
    fails: `${PLAN}ignore:
  - { rule: target-same-as-nwo, at: orders, because: 今期は維持する方針 }
`,
    passes: `${PLAN}ignore:
  - { rule: target-same-as-now, at: orders, because: 今期は維持する方針 }
`,
  },
  'ignore-forbidden': {
    title: { ja: 'ignore にできない指摘', en: 'A finding that cannot be ignored' },
    means: {
      ja: 'エラーや、公開前に必ず決める項目（つながりの理由など）を ignore に書いています。',
      en: 'An error, or something that has to be settled before publishing, stands under ignore.',
    },
    why: {
      ja: '隠したままでは計画として計算できないか、後から誰も説明できません。',
      en: 'With it hidden the plan cannot be calculated, or nobody could explain it later.',
    },
    fix: { ja: 'ignore から消し、指摘そのものを直します。', en: 'Take it out of ignore and put the finding itself right.' },
    fails: `${PLAN.replace('1億円', '2億円')}ignore:
  - { rule: goal-short, at: revenue, because: 承知している }
`,
    passes: PLAN.replace('1億円', '2億円'),
  },
} as const satisfies RulePages;
