import type { RulePages } from '../page/rule-page.ts';

export const coveragePages = {
  'journey-gap': {
    title: { ja: '顧客の道のりの抜け', en: 'A gap in the customer journey' },
    means: {
      ja: '認知・関心・検討・成約・継続のうち、KPIのある段階に挟まれた段階にKPIがありません。',
      en: 'Of awareness, interest, consideration, conversion and retention, a stage between two with KPIs has none.',
    },
    why: {
      ja: '入口の数と出口の数しか見えないと、どの段階で人が離れたのか分かりません。',
      en: 'Seeing only how many come and how many buy, nobody knows where the others left.',
    },
    fix: {
      ja: '抜けた段階の行動（資料請求、商品ページの閲覧、カート投入など）をKPIに加えます。',
      en: 'Add what people do at that stage: downloads, product views, carts.',
    },
    fails: `
goals:
  revenue: { target: 1億円 by 2027-03-31, equals: orders * aov, owner: sales }
kpis:
  orders: { equals: visitors * purchase-cvr }
  visitors: { target: 40,000 per month, owner: web }
  purchase-cvr: { target: 2.5%, owner: ec }
  aov: { target: 9,000円, owner: ec }
`,
    passes: `
goals:
  revenue: { target: 1億円 by 2027-03-31, equals: orders * aov, owner: sales }
kpis:
  orders: { equals: visitors * purchase-cvr }
  visitors: { target: 40,000 per month, owner: web }
  engaged-session-rate: { target: 50%, supports: [{ to: orders, because: 読まれてから買われる }], owner: web }
  product-view-rate: { target: 45%, supports: [{ to: orders, because: 商品を見てから買われる }], owner: ec }
  purchase-cvr: { target: 2.5%, owner: ec }
  aov: { target: 9,000円, owner: ec }
`,
  },
  'journey-one-stage': {
    title: { ja: '1つの段階に偏ったKPI', en: 'KPIs of one stage only' },
    means: {
      ja: '4件以上のKPIが、すべて同じ段階（成約など）のものです。',
      en: 'Four KPIs or more are all of one stage, such as conversion.',
    },
    why: { ja: 'その段階の前で起きた変化に気付くのが遅れます。', en: 'What changes before that stage is noticed late.' },
    fix: { ja: '1つ前の段階と、1つ後の段階のKPIを加えます。', en: 'Add one KPI of the stage before and one of the stage after.' },
    fails: `
goals:
  revenue: { target: 1億円 by 2027-03-31, owner: sales }
kpis:
  orders: { target: 1,000 per month, pair: aov, supports: [{ to: revenue, because: 売上のもと }], owner: ec }
  aov: { target: 9,000円, supports: [{ to: revenue, because: 売上のもと }], owner: ec }
  purchase-cvr: { target: 2.5%, supports: [{ to: orders, because: 買う人の割合 }], owner: ec }
  cvr: { target: 2%, supports: [{ to: orders, because: 買う人の割合 }], owner: ec }
`,
    passes: `
goals:
  revenue: { target: 1億円 by 2027-03-31, owner: sales }
kpis:
  orders: { target: 1,000 per month, pair: aov, supports: [{ to: revenue, because: 売上のもと }], owner: ec }
  aov: { target: 9,000円, supports: [{ to: revenue, because: 売上のもと }], owner: ec }
  purchase-cvr: { target: 2.5%, supports: [{ to: orders, because: 買う人の割合 }], owner: ec }
  product-view-rate: { target: 45%, supports: [{ to: orders, because: 商品を見てから買われる }], owner: ec }
`,
  },
  'stage-quantity-only': {
    title: { ja: '量しか見ていない段階', en: 'A stage of quantities only' },
    means: { ja: 'ある段階のKPIが3件以上あり、すべて量です。', en: 'A stage has three KPIs or more, and all are quantities.' },
    why: {
      ja: 'その段階を通る数は増えても、次に進む割合が下がっていることに気付けません。',
      en: 'More pass through it, and nobody sees that fewer go on.',
    },
    fix: { ja: 'その段階から次に進む率を加えます。', en: 'Add the rate at which people go on from it.' },
    fails: `
goals:
  contract-revenue: { target: 1億円 by 2027-03-31, owner: sales }
kpis:
  valid-leads: { target: 120 per month, under: contract-revenue, because: 商談のもと, owner: marketing }
  mqls: { target: 60 per month, under: contract-revenue, because: 商談のもと, owner: marketing }
  meetings: { target: 24 per month, under: contract-revenue, because: 商談のもと, owner: inside-sales }
  win-rate: { target: 25%, under: contract-revenue, because: 受注になる割合, owner: sales }
`,
    passes: `
goals:
  contract-revenue: { target: 1億円 by 2027-03-31, owner: sales }
kpis:
  valid-leads: { target: 120 per month, under: contract-revenue, because: 商談のもと, owner: marketing }
  mqls: { target: 60 per month, under: contract-revenue, because: 商談のもと, owner: marketing }
  meetings: { target: 24 per month, pair: meeting-rate, under: contract-revenue, because: 商談のもと, owner: inside-sales }
  meeting-rate: { target: 80%, under: contract-revenue, because: 商談の質, owner: inside-sales }
`,
  },
  'channel-quantity-only': {
    title: { ja: '量しか見ていない経路', en: 'A channel of quantities only' },
    means: {
      ja: '広告・SNS・メールなど1つの経路のKPIが3件以上あり、すべて量です。',
      en: 'A channel has three KPIs or more, and all are quantities.',
    },
    why: {
      ja: '配信や投稿を増やせば量は増えます。経路が役に立ったかは率でしか分かりません。',
      en: 'Sending and posting more raises any quantity. Only a rate shows whether the channel helped.',
    },
    fix: {
      ja: 'クリック率、反応率、購入率など、経路の成果を示す率を加えます。',
      en: 'Add a rate of what comes of it: clicks, engagement, orders.',
    },
    fails: `
goals:
  leads: { target: 2,000 by 2027-03-31, owner: marketing }
kpis:
  posts: { target: 20 per month, under: leads, because: 接点になる, owner: sns }
  comments: { target: 200 per month, under: leads, because: 反応になる, owner: sns }
  sns-clicks: { target: 3,000 per month, under: leads, because: 訪問になる, owner: sns }
  cvr: { target: 2%, under: leads, because: 訪問が問い合わせになる割合, owner: web }
`,
    passes: `
goals:
  leads: { target: 2,000 by 2027-03-31, owner: marketing }
kpis:
  posts: { target: 20 per month, under: leads, because: 接点になる, owner: sns }
  sns-ctr: { target: 2%, under: leads, because: 反応の質, owner: sns }
  sns-clicks: { target: 3,000 per month, under: leads, because: 訪問になる, owner: sns }
  cvr: { target: 2%, under: leads, because: 訪問が問い合わせになる割合, owner: web }
`,
  },
  'one-channel': {
    title: { ja: '1つの経路だけ', en: 'One channel only' },
    means: {
      ja: '経路のKPIが4件以上あり、すべて同じ経路です。',
      en: 'There are four KPIs of channels or more, all of the same one.',
    },
    why: {
      ja: '1つの経路に頼ると、規約や単価の変更がそのまま計画の未達になります。',
      en: 'A plan on one channel fails with its next change of rules or prices.',
    },
    fix: {
      ja: 'ほかの経路のKPIを1つ加えます。1つに絞る方針なら ignore に理由を書きます。',
      en: 'Add a KPI of another channel. If it is meant to be one, say why under ignore.',
    },
    fails: `
goals:
  leads: { target: 2,000 by 2027-03-31, owner: marketing }
kpis:
  clicks: { target: 9,000 per month, pair: ctr, under: leads, because: 訪問になる, owner: ads }
  ctr: { target: 1%, under: leads, because: 広告の質, owner: ads }
  cpc: { target: 120円, under: leads, because: 費用の質, owner: ads }
  cpm: { target: 900円, under: leads, because: 費用の質, owner: ads }
`,
    passes: `
goals:
  leads: { target: 2,000 by 2027-03-31, owner: marketing }
kpis:
  clicks: { target: 9,000 per month, pair: ctr, under: leads, because: 訪問になる, owner: ads }
  ctr: { target: 1%, under: leads, because: 広告の質, owner: ads }
  cpc: { target: 120円, under: leads, because: 費用の質, owner: ads }
  email-click-rate: { target: 3%, under: leads, because: 既存の接点から, owner: crm }
`,
  },
  'channel-without-kpi': {
    title: { ja: '使っているのにKPIがないチャネル', en: 'A channel in use without a KPI' },
    means: {
      ja: '計画の channels に挙げたチャネルのうち、どのKPIも見ていないものがあります。',
      en: 'Of the channels listed under channels, one has no KPI that looks at it.',
    },
    why: {
      ja: '費用と手間をかけたことは分かっても、続けるかどうかを決める材料が残りません。',
      en: 'Money and work go there, and nothing tells whether to go on.',
    },
    fix: {
      ja: 'そのチャネルのKPIを加えるか、KPIの tags に channel を書きます。もう使っていなければ channels から消します。',
      en: 'Add a KPI of the channel, or name the channel in the tags of a KPI. If it is no longer used, take it off the list.',
    },
    fails: `
channels: [search, sns]
goals:
  inquiries: { target: 600 by 2027-03-31, owner: marketing }
kpis:
  search-clicks: { target: 8,000 per month, under: inquiries, because: 訪問になる, owner: web }
`,
    passes: `
channels: [search, sns]
goals:
  inquiries: { target: 600 by 2027-03-31, owner: marketing }
kpis:
  search-clicks: { target: 8,000 per month, under: inquiries, because: 訪問になる, owner: web }
  sns-ctr: { target: 2%, under: inquiries, because: 反応の質, owner: web }
`,
  },
  'budget-without-cost': {
    title: { ja: '予算があるのに費用対効果がない', en: 'A budget, and nothing about what it brings' },
    means: {
      ja: 'シートに予算があるのに、単価・ROI・費用のKPIがありません。',
      en: 'The sheet holds a budget, and no KPI is a unit cost, a return or a cost.',
    },
    why: {
      ja: '予算を使い切ったことは分かっても、見合ったかどうかが分かりません。',
      en: 'One sees that the money was spent, not whether it was worth it.',
    },
    fix: { ja: '獲得単価やROASなどを1つ加えます。', en: 'Add one: acquisition cost, return on ad spend.' },
    sheetOf: `
goals:
  leads: { target: 2,000 by 2027-03-31, owner: marketing }
kpis:
  mql-rate: { target: 30%, under: leads, because: 入口の質, owner: marketing }
`,
    fails: `
node,kind,department,medium,2026-04,2026-05
leads,budget,marketing,search,500000,500000
`,
    passes: `
node,kind,department,medium,2026-04,2026-05
`,
  },
  'factor-without-goal': {
    title: { ja: 'どの目標のためか分からない要因', en: 'A factor for no goal' },
    means: { ja: '重要成功要因（KSF）に supports がありません。', en: 'A success factor names no goal it supports.' },
    why: { ja: 'その下のKPIが何のためにあるのか、つながりが切れます。', en: 'The KPIs under it lead nowhere.' },
    fix: {
      ja: 'supports に最終目標の id を、because に理由を書きます。',
      en: 'Write the goal under supports, and the reason under because.',
    },
    fails: `
goals:
  leads: { target: 2,000 by 2027-03-31, owner: marketing }
factors:
  content: { name: { ja: 役立つ記事, en: Useful articles }, owner: web }
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
  'executive-without-path': {
    title: { ja: 'KPIにつながらない経営指標', en: 'A figure of management that no KPI leads to' },
    means: {
      ja: '経営が見る指標（executive: yes）に、計算式・影響・成功要因のどれでも、目標のあるKPIがつながっていません。',
      en: 'No KPI with a target leads to a node marked executive: yes, by formula, influence or success factor.',
    },
    why: {
      ja: '現場のKPIを達成しても、経営が見る数字が動くかどうかを誰も説明できません。',
      en: 'Nobody can say whether meeting the KPIs moves the figure that management looks at.',
    },
    fix: {
      ja: '計算式（equals）で分解するか、KPIの supports にその指標と理由を書きます。',
      en: 'Take it apart by a formula, or name it under supports of the KPIs that move it, with the reason.',
    },
    fails: `
goals:
  contract-revenue: { target: 1億円 by 2027-03-31, owner: sales }
kpis:
  marketing-roi: { executive: yes, watch: true }
  leads: { target: 200 per month, supports: [{ to: contract-revenue, because: 商談のもと }], owner: marketing }
`,
    passes: `
goals:
  contract-revenue: { target: 1億円 by 2027-03-31, owner: sales }
kpis:
  marketing-roi: { executive: yes, watch: true }
  leads: { target: 200 per month, supports: [{ to: marketing-roi, because: 商談のもと }], owner: marketing }
`,
  },
} as const satisfies RulePages;
