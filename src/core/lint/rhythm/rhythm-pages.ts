import type { RulePages } from '../page/rule-page.ts';

export const rhythmPages = {
  'rhythm-missing': {
    title: { ja: '計測の頻度が決まっていない', en: 'No rhythm of measuring' },
    means: {
      ja: '目標のあるKPIに、いつ測るか（rhythm）が書かれていません。',
      en: 'A KPI with a target does not say how often it is measured.',
    },
    why: {
      ja: '誰も測らないまま月末になり、まとめて集計することになります。',
      en: 'Nobody measures it until the end of the month, and then all at once.',
    },
    fix: {
      ja: '動きの速さに合わせて daily / weekly / monthly / quarterly / yearly のどれかを書きます。',
      en: 'Write daily, weekly, monthly, quarterly or yearly, as fast as it moves.',
    },
    fails: `
goals:
  leads: { target: 2,000 by 2027-03-31, owner: marketing }
kpis:
  applicants: { name: { ja: 申込, en: Applications }, unit: count of application, target: 300 per month, under: leads, because: 申込のもと, owner: web }
`,
    passes: `
goals:
  leads: { target: 2,000 by 2027-03-31, owner: marketing }
kpis:
  applicants: { name: { ja: 申込, en: Applications }, unit: count of application, target: 300 per month, rhythm: weekly, under: leads, because: 申込のもと, owner: web }
`,
  },
  'rhythm-too-slow': {
    title: { ja: '測る回数が少なすぎる', en: 'Measured too seldom' },
    means: { ja: '計画の期間に1〜2回しか測れない頻度です。', en: 'At this rhythm it is measured once or twice within the plan.' },
    why: { ja: '未達と分かったときには計画が終わっています。', en: 'When it is seen to fall short, the plan is over.' },
    fix: {
      ja: '頻度を上げるか、代わりに早く動く指標を追います。',
      en: 'Measure more often, or follow something that moves sooner.',
    },
    fails: `
period: 2026-04-01/2026-09-30
goals:
  leads: { target: 1,000 by 2026-09-30, owner: marketing }
kpis:
  brand-awareness: { target: 15%, rhythm: quarterly, under: leads, because: 知られると検索される, owner: pr }
`,
    passes: `
period: 2026-04-01/2026-09-30
goals:
  leads: { target: 1,000 by 2026-09-30, owner: marketing }
kpis:
  brand-awareness: { target: 15%, rhythm: monthly, under: leads, because: 知られると検索される, owner: pr }
`,
  },
  'rhythm-too-fast': {
    title: { ja: '細かく測りすぎ', en: 'Measured too often' },
    means: {
      ja: 'ゆっくり動く指標を、ふつうの20倍以上の頻度で測ることになっています。',
      en: 'A slow metric is measured twenty times as often as usual, or more.',
    },
    why: {
      ja: '値の上下はほとんどが偶然で、毎回の説明に時間を取られます。',
      en: 'Nearly all its movement is chance, and explaining it takes time.',
    },
    fix: {
      ja: 'rhythm を消してカタログの頻度に合わせるか、1段階遅くします。',
      en: "Take rhythm out to use the catalogue's, or slow it down.",
    },
    fails: `
goals:
  revenue: { target: 1億円 by 2027-03-31, owner: sales }
kpis:
  market-share: { target: 12%, rhythm: daily, under: revenue, because: 市場での位置, owner: planning }
`,
    passes: `
goals:
  revenue: { target: 1億円 by 2027-03-31, owner: sales }
kpis:
  market-share: { target: 12%, rhythm: quarterly, under: revenue, because: 市場での位置, owner: planning }
`,
  },
  'rhythm-part-slower': {
    title: { ja: '内訳のほうが遅い', en: 'Its parts are slower' },
    means: {
      ja: '計算して求めるKPIの頻度が、計算に使うKPIの頻度より速くなっています。',
      en: 'A calculated KPI is to be looked at more often than what it is calculated from.',
    },
    why: {
      ja: '内訳が更新されない間は値が変わらず、見ても分かることがありません。',
      en: 'Between measurements of its parts it does not change, and there is nothing to see.',
    },
    fix: { ja: '内訳の頻度を上げるか、こちらの頻度を合わせます。', en: 'Measure the parts more often, or slow this one down.' },
    fails: `
goals:
  revenue: { target: 1億円 by 2027-03-31, equals: orders * aov, owner: sales }
kpis:
  orders: { equals: visitors * purchase-cvr, rhythm: weekly }
  visitors: { target: 40,000 per month, rhythm: monthly, owner: web }
  purchase-cvr: { target: 2.5%, owner: ec }
  aov: { target: 9,000円, owner: ec }
`,
    passes: `
goals:
  revenue: { target: 1億円 by 2027-03-31, equals: orders * aov, owner: sales }
kpis:
  orders: { equals: visitors * purchase-cvr, rhythm: weekly }
  visitors: { target: 40,000 per month, rhythm: weekly, owner: web }
  purchase-cvr: { target: 2.5%, owner: ec }
  aov: { target: 9,000円, owner: ec }
`,
  },
  'lag-without-early-sign': {
    title: { ja: '結果まで長いのに前触れがない', en: 'A long wait without a sign' },
    means: {
      ja: '結果が出るまで90日以上かかるのに、その間に3回以上測れる内訳のKPIがありません。',
      en: 'A result takes 90 days or more, and nothing it is calculated from is measured three times in between.',
    },
    why: {
      ja: '四半期の見直しを1回過ぎても、順調かどうかが分かりません。',
      en: "A quarter's review goes by without anybody knowing whether it goes well.",
    },
    fix: {
      ja: '結果の手前にあるKPI（リード数、商談数など）を計算式に入れ、毎週測ります。',
      en: 'Put what comes before (leads, meetings) into the formula and measure it weekly.',
    },
    fails: `
goals:
  contract-revenue: { target: 1億円 by 2027-03-31, equals: won-deals * contract-value, owner: sales }
kpis:
  contract-value: { target: 500万円, rhythm: monthly, owner: sales }
  won-deals: { equals: market-share * 100, lag: 120 days }
  market-share: { target: 12%, rhythm: quarterly, owner: planning }
`,
    passes: `
goals:
  contract-revenue: { target: 1億円 by 2027-03-31, equals: won-deals * contract-value, owner: sales }
kpis:
  contract-value: { target: 500万円, rhythm: monthly, owner: sales }
  won-deals: { equals: leads * lead-win-rate, lag: 120 days }
  leads: { target: 200 per month, rhythm: weekly, owner: marketing }
  lead-win-rate: { target: 1%, owner: sales }
`,
  },
  'lag-eats-plan': {
    title: { ja: '遅れが計画の半分以上', en: 'A lag of half the plan' },
    means: { ja: '結果が出るまでの遅れ（lag）が、計画期間の半分以上です。', en: 'A lag is half the length of the plan or more.' },
    why: {
      ja: '期間の後半の活動は、この計画では成果になりません。前半だけで目標を達成する必要があります。',
      en: 'Work in the later half does not count in this plan; the first half has to bring it all.',
    },
    fix: {
      ja: '期間を延ばすか、結果ではなく途中の段階（商談数など）を最終目標にします。',
      en: 'Lengthen the plan, or set the goal on an earlier stage, such as meetings.',
    },
    fails: `
period: 2026-04-01/2026-07-31
goals:
  won-deals: { target: 10 by 2026-07-31, equals: leads * lead-win-rate, lag: 90 days, owner: sales }
kpis:
  leads: { target: 200 per month, owner: marketing }
  lead-win-rate: { target: 2.5%, owner: sales }
`,
    passes: `
period: 2026-04-01/2027-03-31
goals:
  won-deals: { target: 40 by 2027-03-31, equals: leads * lead-win-rate, lag: 90 days, owner: sales }
kpis:
  leads: { target: 200 per month, owner: marketing }
  lead-win-rate: { target: 2.5%, owner: sales }
`,
  },
  'measuring-costly': {
    title: { ja: '計測の手間が大きい（失敗パターン2）', en: 'Costly to measure (failure pattern 2)' },
    means: {
      ja: '手作業（measuring の by: hand）で月8時間を超えて測るKPIがあります。',
      en: 'A KPI is measured by hand and takes more than eight hours a month.',
    },
    why: {
      ja: '集計に追われると、数字を見て手を打つ時間がなくなり、やがて更新が止まります。',
      en: 'Time that goes into counting is missing for acting on the count, and one day nobody counts any more.',
    },
    fix: {
      ja: 'ツールから自動で取れる指標に替える、抽出調査にする、頻度を下げる、のどれかを選びます。',
      en: 'Take a metric that a tool delivers, measure a sample, or measure less often.',
    },
    fails: `
goals:
  revenue: { target: 1億円 by 2027-03-31, owner: sales }
kpis:
  store-visitors: { name: 来店者数, unit: count of visitor, target: 900 per month, measuring: { by: hand, hours: 20 }, supports: [{ to: revenue, because: 来店が購入につながる }], owner: shop }
`,
    passes: `
goals:
  revenue: { target: 1億円 by 2027-03-31, owner: sales }
kpis:
  store-visitors: { name: 来店者数, unit: count of visitor, target: 900 per month, measuring: { by: automatic }, supports: [{ to: revenue, because: 来店が購入につながる }], owner: shop }
`,
  },
  'window-past-plan': {
    title: { ja: '計画中に確定しないKPI', en: 'A KPI that settles after the plan' },
    means: {
      ja: '「〜日以内」（within）の期間が、計画の半分以上あります。',
      en: 'The time within which it counts is half of the plan or longer.',
    },
    why: {
      ja: '期間が過ぎていない月の値はまだ増えます。途中で達成・未達を判断すると誤ります。',
      en: 'A month whose time is not over still grows; judged too early it looks missed.',
    },
    fix: {
      ja: '短い期間の先行指標（30日以内など）を加えるか、計画期間を延ばします。',
      en: 'Add an earlier KPI with a shorter time, such as 30 days, or lengthen the plan.',
    },
    fails: `
goals:
  revenue: { target: 1億円 by 2027-03-31, owner: sales }
kpis:
  f2-rate: { target: 30%, within: 200 days, supports: [{ to: revenue, because: 2回目の購入が続く客を作る }], owner: crm }
`,
    passes: `
goals:
  revenue: { target: 1億円 by 2027-03-31, owner: sales }
kpis:
  f2-rate: { target: 30%, within: 60 days, supports: [{ to: revenue, because: 2回目の購入が続く客を作る }], owner: crm }
`,
  },
  'cycle-past-plan': {
    title: { ja: '購買までの期間が計画より長い', en: 'A purchase longer than the plan allows for' },
    means: {
      ja: '購買までの期間（purchase-cycle）の長いほうが、計画期間の半分を超えています。',
      en: 'The longer end of the purchase cycle is more than half of the plan.',
    },
    why: {
      ja: '検討が長い商材では、施策の結果は計画の後に出ます。成約だけを見ていると、効いている施策を止めてしまいます。',
      en: 'Where customers think it over for long, results come after the plan. Judged by sales alone, what works is stopped.',
    },
    fix: {
      ja: '計画期間を延ばすか、商談化など途中のKPIに目標を置き、そこで判断します。',
      en: 'Lengthen the plan, or set targets on what comes before the sale and judge by those.',
    },
    fails: `
purchase-cycle: 6..12 months
goals:
  won-deals: { target: 40 by 2027-03-31, owner: sales }
kpis:
  leads: { target: 200 per month, supports: [{ to: won-deals, because: 商談の元 }], owner: marketing }
`,
    passes: `
purchase-cycle: 1..3 months
goals:
  won-deals: { target: 40 by 2027-03-31, owner: sales }
kpis:
  leads: { target: 200 per month, supports: [{ to: won-deals, because: 商談の元 }], owner: marketing }
`,
  },
} as const satisfies RulePages;
