import type { RulePages } from '../page/rule-page.ts';

/** Short, mid and long term; before and after the result. */
export const horizonPages = {
  'short-term-only': {
    title: { ja: '短期のKPIだけ（失敗パターン4）', en: 'Short-term only (failure pattern 4)' },
    means: { ja: '計画のKPIがすべて短期（日・週で動くもの）です。', en: 'Every KPI moves within days or weeks.' },
    why: {
      ja: '目先の数字を作る施策ばかりになり、解約や評判の低下が遅れて現れます。',
      en: "Work goes into this month's number, and churn and reputation show the price later.",
    },
    fix: {
      ja: '継続率、LTV、市場シェアのような中長期のKPIを加えます。',
      en: 'Add KPIs of the longer run: retention, lifetime value, market share.',
    },
    fails: `
goals:
  revenue: { target: 1億円 by 2027-03-31, owner: sales }
kpis:
  orders: { target: 1,000 per month, pair: purchase-cvr, supports: [{ to: revenue, because: 売上そのもの }], owner: ec }
  purchase-cvr: { target: 3%, supports: [{ to: orders, because: 買う人の割合 }], owner: ec }
`,
    passes: `
goals:
  revenue: { target: 1億円 by 2027-03-31, owner: sales }
kpis:
  orders: { target: 1,000 per month, pair: purchase-cvr, supports: [{ to: revenue, because: 売上そのもの }], owner: ec }
  purchase-cvr: { target: 3%, supports: [{ to: orders, because: 買う人の割合 }], owner: ec }
  retention-rate: { target: 60%, supports: [{ to: revenue, because: 続けて買う人が売上を支える }], owner: crm }
`,
  },
  'horizon-gap': {
    title: { ja: '短期・中期・長期の抜け', en: 'A horizon without KPI' },
    means: {
      ja: '6件以上のKPIがありながら、短期・中期・長期のどれかが1件もありません。',
      en: 'Among six KPIs or more one of short, mid and long term is not there at all.',
    },
    why: {
      ja: '短期は現場の改善、中期は施策の効果、長期は事業の成果を示します。1つ欠けると、その間のつながりが見えません。',
      en: 'Short shows the work, mid its effect, long the business. Without one of them the link between is not seen.',
    },
    fix: {
      ja: '抜けている期間のKPIを加えるか、horizon の設定を見直します。',
      en: 'Add a KPI of the missing term, or correct horizon.',
    },
    fails: `
goals:
  contract-revenue: { target: 1億円 by 2027-03-31, owner: sales }
kpis:
  leads: { target: 200 per month, pair: mql-rate, under: contract-revenue, because: 入口の量, owner: marketing }
  valid-leads: { target: 120 per month, pair: valid-lead-rate, under: contract-revenue, because: 入口の量, owner: marketing }
  valid-lead-rate: { target: 60%, under: contract-revenue, because: 入口の質, owner: marketing }
  mql-rate: { target: 30%, under: contract-revenue, because: 入口の質, owner: marketing }
  meetings: { target: 24 per month, pair: meeting-rate, under: contract-revenue, because: 商談の量, owner: inside-sales }
  meeting-rate: { target: 80%, under: contract-revenue, because: 商談の質, owner: inside-sales }
`,
    passes: `
goals:
  contract-revenue: { target: 1億円 by 2027-03-31, owner: sales }
kpis:
  leads: { target: 200 per month, pair: mql-rate, under: contract-revenue, because: 入口の量, owner: marketing }
  valid-leads: { target: 120 per month, pair: valid-lead-rate, under: contract-revenue, because: 入口の量, owner: marketing }
  valid-lead-rate: { target: 60%, under: contract-revenue, because: 入口の質, owner: marketing }
  mql-rate: { target: 30%, under: contract-revenue, because: 入口の質, owner: marketing }
  meetings: { target: 24 per month, pair: meeting-rate, under: contract-revenue, because: 商談の量, owner: inside-sales }
  win-rate: { target: 25%, under: contract-revenue, because: 受注の質, owner: sales }
`,
  },
  'acquisition-without-retention': {
    title: {
      ja: '新規だけで継続を見ていない（失敗パターン4）',
      en: 'New customers, but not whether they stay (failure pattern 4)',
    },
    means: {
      ja: '新規顧客・新規会員などのKPIがあるのに、継続や再購入のKPIがありません。',
      en: 'The plan follows new customers or members, and nothing about staying or buying again.',
    },
    why: {
      ja: '値引きや過度な約束で新規を増やすと、あとから解約が増え、長期の売上が下がります。',
      en: 'New customers won by discounts and promises leave later, and long-run sales fall.',
    },
    fix: { ja: '継続率、解約率、リピート率のどれかを加えます。', en: 'Add retention, churn or the repeat rate.' },
    fails: `
goals:
  revenue: { target: 1億円 by 2027-03-31, owner: sales }
kpis:
  new-customers: { target: 100 per month, pair: cac, supports: [{ to: revenue, because: 客数が増える }], owner: marketing }
  cac: { target: 15,000円, supports: [{ to: revenue, because: 利益が残る }], owner: marketing }
`,
    passes: `
goals:
  revenue: { target: 1億円 by 2027-03-31, owner: sales }
kpis:
  new-customers: { target: 100 per month, pair: cac, supports: [{ to: revenue, because: 客数が増える }], owner: marketing }
  cac: { target: 15,000円, supports: [{ to: revenue, because: 利益が残る }], owner: marketing }
  retention-rate: { target: 60%, supports: [{ to: revenue, because: 続けて買う人が売上を支える }], owner: crm }
`,
  },
  'lagging-only': {
    title: { ja: '遅れて動く指標だけ', en: 'Lagging measures only' },
    means: {
      ja: '3件以上のKPIがすべて、結果が出た後に動く指標（売上、受注率、解約率など）です。',
      en: 'Three KPIs or more all move only after the result: sales, win rate, churn.',
    },
    why: {
      ja: '悪くなったと分かったときには、打てる手が残っていません。',
      en: 'When they show that things went wrong there is nothing left to do about it.',
    },
    fix: { ja: '訪問数、商談数、利用頻度のように先に動くKPIを加えます。', en: 'Add what moves first: visits, meetings, use.' },
    fails: `
goals:
  contract-revenue: { target: 1億円 by 2027-03-31, equals: won-deals * contract-value, owner: sales }
kpis:
  won-deals: { target: 5 per month, pair: win-rate, owner: sales }
  contract-value: { target: 500万円, owner: sales }
  win-rate: { target: 25%, supports: [{ to: won-deals, because: 受注になる割合 }], owner: sales }
`,
    passes: `
goals:
  contract-revenue: { target: 1億円 by 2027-03-31, equals: won-deals * contract-value, owner: sales }
kpis:
  won-deals: { target: 5 per month, pair: win-rate, owner: sales }
  contract-value: { target: 500万円, owner: sales }
  win-rate: { target: 25%, supports: [{ to: won-deals, because: 受注になる割合 }], owner: sales }
  meetings: { target: 20 per month, supports: [{ to: won-deals, because: 受注のもとになる }], owner: inside-sales }
`,
  },
  'horizon-doubtful': {
    title: { ja: '期間の区分が合わない', en: 'A horizon that does not fit' },
    means: {
      ja: 'ふつうは長期で動く指標が短期（または短期の指標が長期）とされています。',
      en: 'A metric that moves over the long run is marked short-term, or the other way round.',
    },
    why: {
      ja: '短期のKPIは担当者が自分で動かせるもの、長期のKPIは真の成果を示すものです。取り違えると、動かせない数字で毎週責められます。',
      en: 'Short-term KPIs should be in the hands of those who do the work; long-term ones should show true results.',
    },
    fix: { ja: 'horizon を消すか、ふつうの区分に合わせます。', en: 'Take horizon out, or set it to what is usual.' },
    fails: `
goals:
  revenue: { target: 1億円 by 2027-03-31, owner: sales }
kpis:
  market-share: { target: 12%, horizon: short, supports: [{ to: revenue, because: 市場での位置を示す }], owner: planning }
`,
    passes: `
goals:
  revenue: { target: 1億円 by 2027-03-31, owner: sales }
kpis:
  market-share: { target: 12%, horizon: long, supports: [{ to: revenue, because: 市場での位置を示す }], owner: planning }
`,
  },
  'short-not-controllable': {
    title: { ja: '短期なのに動かせない', en: 'Short-term and out of reach' },
    means: {
      ja: '短期のKPIの動かしやすさ（controllability）が1か2です。',
      en: 'A short-term KPI is marked 1 or 2 for how far it can be controlled.',
    },
    why: {
      ja: '短期のKPIは毎日・毎週の行動で変わる数字です。担当者が動かせなければ、見ても打つ手がありません。',
      en: 'A short-term KPI answers to what is done today. Where nobody can move it, looking at it changes nothing.',
    },
    fix: {
      ja: 'その手前で担当者が動かせる数字（訪問数、対応時間など）を短期に置き、このKPIは中期以降にします。',
      en: 'Put an earlier figure the team can move (visits, response time) in its place and move this one further out.',
    },
    fails: `
goals:
  revenue: { target: 1億円 by 2027-03-31, owner: sales }
kpis:
  search-volume: { name: 市場全体の検索数, unit: count of search, target: 5,000 per month, horizon: short, controllability: 1, supports: [{ to: revenue, because: 需要の大きさ }], owner: planning }
`,
    passes: `
goals:
  revenue: { target: 1億円 by 2027-03-31, owner: sales }
kpis:
  search-volume: { name: 市場全体の検索数, unit: count of search, target: 5,000 per month, horizon: mid, controllability: 1, supports: [{ to: revenue, because: 需要の大きさ }], owner: planning }
`,
  },
  'long-only-activity': {
    title: { ja: '長期なのに活動の量', en: 'Long-term and only activity' },
    means: {
      ja: '長期のKPIが活動（shows: activity）の量を数えています。',
      en: 'A long-term KPI counts an activity (shows: activity).',
    },
    why: {
      ja: '活動の量は短期に動かす数字です。長期に残すべきは、その活動で顧客や事業がどう変わったかです。',
      en: 'How much was done is a matter of this month. What lasts is what it changed for customers and the business.',
    },
    fix: {
      ja: '成果を表すKPI（継続率、シェア、LTVなど）に替えるか、短期に移します。',
      en: 'Take a KPI of the result (retention, share, lifetime value), or make it short-term.',
    },
    fails: `
goals:
  revenue: { target: 1億円 by 2027-03-31, owner: sales }
kpis:
  posts: { name: 投稿数, unit: count of post, target: 20 per month, horizon: long, shows: activity, supports: [{ to: revenue, because: 認知が広がる }], owner: pr }
`,
    passes: `
goals:
  revenue: { target: 1億円 by 2027-03-31, owner: sales }
kpis:
  posts: { name: 投稿数, unit: count of post, target: 20 per month, horizon: short, shows: activity, supports: [{ to: revenue, because: 認知が広がる }], owner: pr }
`,
  },
} as const satisfies RulePages;
