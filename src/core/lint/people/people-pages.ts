import type { RulePages } from '../page/rule-page.ts';

const many = (owners: readonly string[]) =>
  owners
    .map(
      (owner, i) =>
        `  k${i}: { name: { ja: 指標${i}, en: Measure ${i} }, unit: score 1..5, target: 4, under: leads, because: 質を守る, owner: ${owner} }`,
    )
    .join('\n');

export const peoplePages = {
  'owner-overloaded': {
    title: { ja: '1人に集まりすぎたKPI', en: 'Too many KPIs for one owner' },
    means: {
      ja: '1人の責任者が、目標のあるKPIを8件以上受け持っています。',
      en: 'One owner answers for eight KPIs with targets or more.',
    },
    why: {
      ja: '同時に動かせる数字は多くありません。見る順番が決まらず、どれも進みません。',
      en: 'Nobody moves that many numbers at once; none of them comes first, and none moves.',
    },
    fix: {
      ja: '動かせる人に任せるか、見るだけ（watch: true）にします。',
      en: 'Hand some over to whoever can move them, or only watch them.',
    },
    fails: `
goals:
  leads: { target: 2,000 by 2027-03-31, owner: marketing }
kpis:
${many(['tanaka', 'tanaka', 'tanaka', 'tanaka', 'tanaka', 'tanaka', 'tanaka', 'tanaka', 'ito'])}
`,
    passes: `
goals:
  leads: { target: 2,000 by 2027-03-31, owner: marketing }
kpis:
${many(['tanaka', 'tanaka', 'tanaka', 'tanaka', 'tanaka', 'ito', 'ito', 'ito', 'ito'])}
`,
  },
  'one-owner-for-all': {
    title: { ja: 'すべて1人の責任', en: 'One owner for everything' },
    means: { ja: '6件以上のKPIの責任者が、すべて同じ人です。', en: 'Six KPIs or more all have the same owner.' },
    why: {
      ja: '計画を作った人の名前が入っただけで、現場が自分の数字と思っていないことの表れです。',
      en: 'Often it is the name of whoever wrote the plan, and those who do the work do not see the numbers as theirs.',
    },
    fix: { ja: 'KPIごとに、実際にその数字を動かせる人を責任者にします。', en: 'Name for each KPI the person who can move it.' },
    fails: `
goals:
  leads: { target: 2,000 by 2027-03-31, owner: marketing }
kpis:
${many(['tanaka', 'tanaka', 'tanaka', 'tanaka', 'tanaka', 'tanaka'])}
`,
    passes: `
goals:
  leads: { target: 2,000 by 2027-03-31, owner: marketing }
kpis:
${many(['tanaka', 'tanaka', 'ito', 'ito', 'sato', 'sato'])}
`,
  },
  'two-owners': {
    title: { ja: '責任者が2人', en: 'Two owners' },
    means: { ja: '責任者（owner）に2人以上の名前が書かれています。', en: 'The owner of a KPI is more than one name.' },
    why: {
      ja: '2人の責任は、どちらも相手がやると思う責任になります。',
      en: 'What two people answer for, each leaves to the other.',
    },
    fix: {
      ja: '1人を owner に、ほかの人を contributors に書きます。',
      en: 'Keep one as owner and name the others as contributors.',
    },
    fails: `
goals:
  leads: { target: 2,000 by 2027-03-31, owner: 田中・伊藤 }
`,
    passes: `
goals:
  leads: { target: 2,000 by 2027-03-31, owner: 田中, contributors: [伊藤] }
`,
  },
  'contributor-is-owner': {
    title: { ja: '責任者が協力者にもいる', en: 'The owner is also a contributor' },
    means: {
      ja: '同じ人が owner と contributors の両方に書かれています。',
      en: 'The same person stands as owner and among the contributors.',
    },
    why: {
      ja: '通知が二重に届き、役割の一覧が実際と合わなくなります。',
      en: 'Notices come twice, and the list of roles is not what it says.',
    },
    fix: {
      ja: 'contributors から消します（自動修正できます）。',
      en: 'Take the name out of contributors. This can be done for you.',
    },
    fails: `
goals:
  leads: { target: 2,000 by 2027-03-31, owner: marketing/tanaka, contributors: [marketing/tanaka, marketing/ito] }
`,
    passes: `
goals:
  leads: { target: 2,000 by 2027-03-31, owner: marketing/tanaka, contributors: [marketing/ito] }
`,
  },
  'factor-without-owner': {
    title: { ja: '責任者のいない重要成功要因', en: 'A success factor without owner' },
    means: { ja: '重要成功要因（KSF）に owner がありません。', en: 'A success factor names no owner.' },
    why: {
      ja: 'KPIごとの責任者はいても、その要因全体が進んでいるかを見る人がいません。',
      en: 'Each KPI has somebody, but nobody sees whether the factor as a whole moves.',
    },
    fix: { ja: 'owner に1人を書きます。', en: 'Name one person as its owner.' },
    fails: `
goals:
  leads: { target: 2,000 by 2027-03-31, owner: marketing }
factors:
  content: { name: { ja: 役立つ記事, en: Useful articles }, supports: leads, because: 記事から資料請求が生まれる }
kpis:
  read-through-rate: { under: content, target: 40%, owner: web }
`,
    passes: `
goals:
  leads: { target: 2,000 by 2027-03-31, owner: marketing }
factors:
  content: { name: { ja: 役立つ記事, en: Useful articles }, supports: leads, because: 記事から資料請求が生まれる, owner: web }
kpis:
  read-through-rate: { under: content, target: 40%, owner: web }
`,
  },
  'pair-same-owner': {
    title: { ja: '量と質の責任者が同じ', en: 'One owner for quantity and quality' },
    means: { ja: '対になった量と質のKPIを、同じ人が受け持っています。', en: 'The same person answers for both sides of a pair.' },
    why: {
      ja: '期末に量が足りないとき、質を落として埋める判断を1人でできてしまいます。',
      en: 'When volume is short at the end of a term, one person alone can fill it at the price of quality.',
    },
    fix: {
      ja: '質の側を、受け取る部門（例：リードの質は営業）に任せます。分けられない事情があれば ignore に理由を書きます。',
      en: 'Give quality to whoever receives it, for leads to sales. Where that cannot be, say why under ignore.',
    },
    fails: `
goals:
  contract-revenue: { target: 1億円 by 2027-03-31, owner: sales }
kpis:
  leads: { target: 200 per month, pair: mql-rate, supports: [{ to: contract-revenue, because: 商談のもと }], owner: marketing }
  mql-rate: { target: 30%, supports: [{ to: contract-revenue, because: 商談になる割合 }], owner: marketing }
`,
    passes: `
goals:
  contract-revenue: { target: 1億円 by 2027-03-31, owner: sales }
kpis:
  leads: { target: 200 per month, pair: mql-rate, supports: [{ to: contract-revenue, because: 商談のもと }], owner: marketing }
  mql-rate: { target: 30%, supports: [{ to: contract-revenue, because: 商談になる割合 }], owner: inside-sales }
`,
  },
} as const satisfies RulePages;
