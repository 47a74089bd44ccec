import type { RulePages } from '../page/rule-page.ts';

export const balancePages = {
  'quantity-only': {
    title: { ja: '量のKPIだけ（失敗パターン3）', en: 'Quantity only (failure pattern 3)' },
    means: {
      ja: '計画のKPIがすべて「量」（件数・人数・回数）です。',
      en: 'Every KPI of the plan is a quantity: cases, people, times.',
    },
    why: {
      ja: '量だけを追うと、集めやすいものから集めるようになります。名刺は増えたのに商談にならない、という形で現れます。',
      en: 'Chasing volume alone, people gather what is easiest to gather: many business cards and no meetings.',
    },
    fix: {
      ja: '量のKPIごとに、その質を示す率（有効リード率、商談化率など）を加え、pair で結びます。',
      en: 'Beside each quantity add the rate that shows its quality, and join the two with pair.',
    },
    fails: `
goals:
  contract-revenue: { target: 1億円 by 2027-03-31, owner: sales }
kpis:
  leads: { target: 200 per month, supports: [{ to: contract-revenue, because: 商談のもとになる }], owner: marketing }
  followers: { target: 10,000, supports: [{ to: leads, because: 投稿から資料請求が生まれる }], owner: sns }
`,
    passes: `
goals:
  contract-revenue: { target: 1億円 by 2027-03-31, owner: sales }
kpis:
  leads: { target: 200 per month, pair: mql-rate, supports: [{ to: contract-revenue, because: 商談のもとになる }], owner: marketing }
  mql-rate: { target: 30%, supports: [{ to: contract-revenue, because: 商談になる割合 }], owner: marketing }
`,
  },
  'quantity-without-quality': {
    title: { ja: '質の相手がない量', en: 'A quantity without its quality' },
    means: {
      ja: '量のKPIに、質を示すKPIが対になっていません。',
      en: 'A KPI of quantity has no partner that shows its quality.',
    },
    why: {
      ja: '「量は達成、質が低下」は成功ではありません。並べて見ていなければ、それに気付けません。',
      en: 'Volume up and quality down is no success, and only shows where the two are read together.',
    },
    fix: { ja: '質を示す率などを加え、pair で結びます。', en: 'Add the rate that shows its quality and name it as its pair.' },
    fails: `
goals:
  contract-revenue: { target: 1億円 by 2027-03-31, owner: sales }
kpis:
  leads: { target: 200 per month, supports: [{ to: contract-revenue, because: 商談のもとになる }], owner: marketing }
  win-rate: { target: 25%, supports: [{ to: contract-revenue, because: 受注になる割合 }], owner: sales }
`,
    passes: `
goals:
  contract-revenue: { target: 1億円 by 2027-03-31, owner: sales }
kpis:
  leads: { target: 200 per month, pair: mql-rate, supports: [{ to: contract-revenue, because: 商談のもとになる }], owner: marketing }
  mql-rate: { target: 30%, supports: [{ to: contract-revenue, because: 商談になる割合 }], owner: marketing }
`,
  },
  'quality-share': {
    title: { ja: '量と質の偏り', en: 'Quantity and quality out of balance' },
    means: {
      ja: '量と質のKPIの数が、3対7から7対3の範囲を外れています（5件以上のとき）。',
      en: 'Of five KPIs or more, less than three tenths are of one kind.',
    },
    why: { ja: '数の多い側に会議の時間も手間も流れます。', en: 'Time and effort go to the side with more numbers.' },
    fix: {
      ja: '少ない側のKPIを加えるか、多い側を見るだけ（watch: true）にします。',
      en: 'Add to the smaller side, or only watch some of the larger one.',
    },
    fails: `
goals:
  contract-revenue: { target: 1億円 by 2027-03-31, equals: won-deals * deal-price, owner: sales }
kpis:
  deal-price: { name: { ja: 契約単価, en: Deal price }, unit: JPY per won-deal, target: 500万円, owner: sales }
  leads: { target: 200 per month, pair: mql-rate, under: won-deals, because: 入口の量, owner: marketing }
  mqls: { target: 60 per month, under: won-deals, because: 入口の量, owner: marketing }
  sqls: { target: 30 per month, under: won-deals, because: 入口の量, owner: marketing }
  meetings: { target: 24 per month, under: won-deals, because: 入口の量, owner: inside-sales }
  won-deals: { target: 5 per month, owner: sales }
  mql-rate: { target: 30%, under: won-deals, because: 入口の質, owner: marketing }
`,
    passes: `
goals:
  contract-revenue: { target: 1億円 by 2027-03-31, equals: won-deals * deal-price, owner: sales }
kpis:
  deal-price: { name: { ja: 契約単価, en: Deal price }, unit: JPY per won-deal, target: 500万円, owner: sales }
  leads: { target: 200 per month, pair: mql-rate, under: won-deals, because: 入口の量, owner: marketing }
  meetings: { target: 24 per month, pair: meeting-rate, under: won-deals, because: 入口の量, owner: inside-sales }
  won-deals: { target: 5 per month, owner: sales }
  mql-rate: { target: 30%, under: won-deals, because: 入口の質, owner: marketing }
  meeting-rate: { target: 80%, under: won-deals, because: 入口の質, owner: inside-sales }
`,
  },
  'pair-undeclared': {
    title: { ja: '結ばれていない量と質', en: 'A pair that is not named' },
    means: {
      ja: 'カタログで量と質の対とされる2つがどちらも計画にありますが、pair で結ばれていません。',
      en: 'Both sides of a pair the catalogue knows are in the plan, but neither names the other.',
    },
    why: {
      ja: '結ばれていない対は並べて表示されず、「量は達成、質が低下」も検知されません。',
      en: 'Unnamed, they are not shown together, and nobody is told when volume rises while quality falls.',
    },
    fix: {
      ja: '量の側に pair を書きます（自動修正できます）。',
      en: 'Name the pair on the side of quantity. This can be done for you.',
    },
    fails: `
goals:
  contract-revenue: { target: 1億円 by 2027-03-31, owner: sales }
kpis:
  leads: { target: 200 per month, supports: [{ to: contract-revenue, because: 商談のもとになる }], owner: marketing }
  mql-rate: { target: 30%, supports: [{ to: contract-revenue, because: 商談になる割合 }], owner: marketing }
`,
    passes: `
goals:
  contract-revenue: { target: 1億円 by 2027-03-31, owner: sales }
kpis:
  leads: { target: 200 per month, pair: mql-rate, supports: [{ to: contract-revenue, because: 商談のもとになる }], owner: marketing }
  mql-rate: { target: 30%, supports: [{ to: contract-revenue, because: 商談になる割合 }], owner: marketing }
`,
  },
  'pair-same-kind': {
    title: { ja: '歯止めにならない対', en: 'A pair of one kind' },
    means: { ja: 'pair の両方が量、または両方が質です。', en: 'Both sides of a pair are quantities, or both are qualities.' },
    why: {
      ja: '同じ向きに動く2つを並べても、片方の行き過ぎは見えません。',
      en: 'Two that move alike do not show when one goes too far.',
    },
    fix: {
      ja: '片方を、量に対する質（率・単価・評価）に替えます。',
      en: 'Replace one by the quality of the other: a rate, a cost, a rating.',
    },
    fails: `
goals:
  contract-revenue: { target: 1億円 by 2027-03-31, owner: sales }
kpis:
  leads: { target: 200 per month, pair: mqls, supports: [{ to: contract-revenue, because: 商談のもとになる }], owner: marketing }
  mqls: { target: 60 per month, supports: [{ to: contract-revenue, because: 商談になる }], owner: marketing }
`,
    passes: `
goals:
  contract-revenue: { target: 1億円 by 2027-03-31, owner: sales }
kpis:
  leads: { target: 200 per month, pair: mql-rate, supports: [{ to: contract-revenue, because: 商談のもとになる }], owner: marketing }
  mql-rate: { target: 30%, supports: [{ to: contract-revenue, because: 商談になる割合 }], owner: marketing }
`,
  },
  'quality-planned-down': {
    title: { ja: '量を増やし、質を下げる計画', en: 'Volume up, quality down by plan' },
    means: {
      ja: '量の目標は現状より上なのに、対になる質の目標は現状より下です。',
      en: 'The quantity is to rise from its baseline while its partner of quality is to fall from its own.',
    },
    why: {
      ja: '量を増やせば質が少し下がる、と見込むのは現実的なこともあります。見込みであれば下限として全員が知っている必要があります。',
      en: 'Expecting some loss of quality can be realistic, but then everybody should know it is the floor.',
    },
    fix: {
      ja: '質の目標を現状以上にするか、下げる理由を because や ignore に書きます。',
      en: 'Keep the quality at least where it is, or say in because or ignore why it may fall.',
    },
    fails: `
goals:
  contract-revenue: { target: 1億円 by 2027-03-31, owner: sales }
kpis:
  leads: { target: 200 per month, baseline: 150 per month, pair: mql-rate, supports: [{ to: contract-revenue, because: 商談のもとになる }], owner: marketing }
  mql-rate: { target: 30%, baseline: 32%, supports: [{ to: contract-revenue, because: 商談になる割合 }], owner: marketing }
`,
    passes: `
goals:
  contract-revenue: { target: 1億円 by 2027-03-31, owner: sales }
kpis:
  leads: { target: 200 per month, baseline: 150 per month, pair: mql-rate, supports: [{ to: contract-revenue, because: 商談のもとになる }], owner: marketing }
  mql-rate: { target: 32%, baseline: 32%, supports: [{ to: contract-revenue, because: 商談になる割合 }], owner: marketing }
`,
  },
  'goal-without-guardrail': {
    title: { ja: '歯止めのない最終目標', en: 'A goal without guardrail' },
    means: {
      ja: '最終目標を追うあいだに悪化させてはいけないもの（質・単価・解約率・満足度）が、1つも測られていません。',
      en: 'Nothing that must not suffer while the goal is chased (quality, cost, churn, satisfaction) is measured.',
    },
    why: {
      ja: '歯止めがなければ、値引きや広告費の積み増しで目標だけを達成できてしまいます。',
      en: 'Without it the goal can be bought by discounts or spending.',
    },
    fix: {
      ja: '悪化させてはいけないKPIを1つ決め、上限か下限を目標に書きます（例：獲得単価 ≤ 15,000円）。',
      en: 'Decide on one, and give it a bound: acquisition cost ≤ ¥15,000.',
    },
    fails: `
goals:
  revenue: { target: 1億円 by 2027-03-31, owner: sales }
kpis:
  orders: { target: 1,000 per month, supports: [{ to: revenue, because: 売上そのもの }], owner: ec }
`,
    passes: `
goals:
  revenue: { target: 1億円 by 2027-03-31, owner: sales }
kpis:
  orders: { target: 1,000 per month, supports: [{ to: revenue, because: 売上そのもの }], owner: ec }
  cac: { target: 15,000円, supports: [{ to: revenue, because: 利益が残る }], owner: marketing }
`,
  },
  'rate-without-volume': {
    title: { ja: '分母の数を見ていない率', en: 'A rate without its volume' },
    means: {
      ja: '率のKPIがありますが、その分母（訪問者、リードなど）の数を追うKPIが計画にありません。',
      en: 'A rate stands in the plan, and nothing follows how many it is a share of.',
    },
    why: {
      ja: '見込みの薄い相手を減らすだけで率は上がります。率が上がって成果が減ることもあります。',
      en: 'Turning away the doubtful raises any rate; the rate can rise while the result falls.',
    },
    fix: { ja: '分母か分子の件数をKPIに加えます。', en: 'Add the number it is of, or the number that results.' },
    fails: `
goals:
  contract-revenue: { target: 1億円 by 2027-03-31, owner: sales }
kpis:
  win-rate: { target: 25%, supports: [{ to: contract-revenue, because: 受注になる割合 }], owner: sales }
`,
    passes: `
goals:
  contract-revenue: { target: 1億円 by 2027-03-31, owner: sales }
kpis:
  win-rate: { target: 25%, supports: [{ to: contract-revenue, because: 受注になる割合 }], owner: sales }
  meetings: { target: 20 per month, pair: win-rate, supports: [{ to: contract-revenue, because: 受注のもとになる }], owner: inside-sales }
`,
  },
  'cost-without-volume': {
    title: { ja: '件数を見ていない単価', en: 'A unit cost without its volume' },
    means: {
      ja: '獲得単価などのKPIがありますが、その件数を追うKPIが計画にありません。',
      en: 'A cost per case stands in the plan, and nothing follows the cases.',
    },
    why: {
      ja: '獲得を絞れば単価は下がります。事業は小さくなります。',
      en: 'Getting fewer lowers the cost of each, and shrinks the business.',
    },
    fix: { ja: '件数のKPIを加え、pair で結びます。', en: 'Add the number of cases and join the two with pair.' },
    fails: `
goals:
  contract-revenue: { target: 1億円 by 2027-03-31, owner: sales }
kpis:
  mql-cost: { target: 15,000円, supports: [{ to: contract-revenue, because: 利益が残る }], owner: marketing }
`,
    passes: `
goals:
  contract-revenue: { target: 1億円 by 2027-03-31, owner: sales }
kpis:
  mql-cost: { target: 15,000円, supports: [{ to: contract-revenue, because: 利益が残る }], owner: marketing }
  mqls: { target: 60 per month, pair: mql-cost, supports: [{ to: contract-revenue, because: 商談になる }], owner: marketing }
`,
  },
} as const satisfies RulePages;
