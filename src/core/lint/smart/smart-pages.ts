import type { RulePages } from '../page/rule-page.ts';

export const smartPages = {
  'name-vague': {
    title: { ja: '名前が「何をするか」になっている', en: 'The name says what to do' },
    means: {
      ja: 'KPIの名前が「売上を上げる」「認知度の向上」のように動作で終わっていて、何を数えるのかが読み取れません。',
      en: 'The name ends in an action, such as "Raise sales", and does not say what is counted.',
    },
    why: {
      ja: '動作の名前は、読む人ごとに違う数字を思い浮かべさせます。会議のたびに「何の話か」から始まります。',
      en: 'Everybody pictures a different number behind an action, and every meeting begins by settling which one.',
    },
    fix: {
      ja: '測るものを名前にし、動きは目標の数値で示します。例：「EC売上」＋「月1,000万円」。',
      en: 'Name what is measured and let the target say how much: "Online sales" and "¥10,000,000 a month".',
    },
    fails: `
goals:
  revenue: { target: 1億円 by 2027-03-31, equals: orders * aov, owner: sales }
kpis:
  orders: { name: { ja: 受注を増やす, en: Increase orders }, target: 1,000 per month, owner: ec }
  aov: { target: 9,000円, owner: ec }
`,
    passes: `
goals:
  revenue: { target: 1億円 by 2027-03-31, equals: orders * aov, owner: sales }
kpis:
  orders: { name: { ja: 受注件数, en: Orders }, target: 1,000 per month, owner: ec }
  aov: { target: 9,000円, owner: ec }
`,
  },
  'two-in-one': {
    title: { ja: '1つのKPIに指標が2つある', en: 'Two measures in one KPI' },
    means: {
      ja: 'KPIの名前に2つの数値が並んでいます。目標は1つの数しか持てないので、どちらの目標なのか分かりません。',
      en: 'The name joins two numbers, and the target can be only one of them.',
    },
    why: {
      ja: '片方だけ達成したときに、達成か未達かを誰も言えません。',
      en: 'When one of them is met and the other is not, nobody can say whether the KPI is.',
    },
    fix: { ja: '2つのKPIに分け、それぞれに目標を書きます。', en: 'Make two KPIs, each with its own target.' },
    fails: `
goals:
  revenue: { target: 1億円 by 2027-03-31, equals: orders * aov, owner: sales }
kpis:
  orders: { name: { ja: 訪問数と受注件数, en: Visitors and orders }, target: 1,000 per month, owner: ec }
  aov: { target: 9,000円, owner: ec }
`,
    passes: `
goals:
  revenue: { target: 1億円 by 2027-03-31, equals: orders * aov, owner: sales }
kpis:
  orders: { name: { ja: 受注件数, en: Orders }, target: 1,000 per month, owner: ec }
  aov: { target: 9,000円, owner: ec }
`,
  },
  'activity-not-result': {
    title: { ja: '作業がKPIになっている', en: 'A task stands as a KPI' },
    means: {
      ja: '「LPの公開」「セミナーの開催」のように、やったかどうかしか分からないものがKPIになっています。',
      en: 'Something that is either done or not, such as "Launch the page", stands as a KPI.',
    },
    why: {
      ja: '作業は終わっても成果が動かないことがあります。KPIが作業だと、その違いが見えません。',
      en: 'Work can be finished and change nothing. With the work as KPI nobody sees the difference.',
    },
    fix: {
      ja: '作業は施策として登録し、その作業で動かしたい数値をKPIにします。',
      en: 'Keep the task as an initiative, and make the number it is to move the KPI.',
    },
    fails: `
goals:
  leads: { target: 2,000 by 2027-03-31, owner: marketing }
kpis:
  page: { name: { ja: LPの公開, en: Launch the landing page }, unit: count of page, target: 3, under: leads, because: 受け皿になる, owner: web }
`,
    passes: `
goals:
  leads: { target: 2,000 by 2027-03-31, owner: marketing }
kpis:
  page: { name: { ja: LPの訪問者数, en: Visitors of the landing page }, unit: count of visitor, target: 3,000 per month, under: leads, because: 受け皿になる, owner: web }
`,
  },
  'no-number': {
    title: { ja: '数値のないKPI', en: 'A KPI without a number' },
    means: {
      ja: '計算式の外にあるKPIに、目標も計算式も書かれていません。「未定」とも書かれていません。',
      en: 'A KPI beside the formulas has neither a target nor a formula, and is not said to be undecided.',
    },
    why: {
      ja: '数値のないKPIは、良い悪いを判断できず、一覧を長くするだけになります。',
      en: 'Without a number nothing about it is good or bad; it only makes the list longer.',
    },
    fix: {
      ja: '目標を書きます。まだ決まっていなければ「未定」、目標を置かずに見るだけなら watch: true とします。',
      en: 'Give a target. Write "undecided" while it is open, or "watch: true" where it is only watched.',
    },
    fails: `
goals:
  leads: { target: 2,000 by 2027-03-31, owner: marketing }
kpis:
  email-open-rate: { supports: [{ to: leads, because: 読まれなければ応募されない }], owner: crm }
`,
    passes: `
goals:
  leads: { target: 2,000 by 2027-03-31, owner: marketing }
kpis:
  email-open-rate: { watch: true, supports: [{ to: leads, because: 読まれなければ応募されない }], owner: crm }
`,
  },
  'unit-unsaid': {
    title: { ja: '何の数か書かれていない', en: 'Not said what is counted' },
    means: {
      ja: '計画独自のKPIに単位がなく、数だけが書かれています。人なのか、件なのか、回なのか決まっていません。',
      en: "One of the plan's own KPIs is a bare number: people, cases or times are all possible.",
    },
    why: {
      ja: '数えるものが決まっていないと、計算式の単位の検査も、データとのつなぎ込みもできません。',
      en: 'Unless it is said what is counted, formulas cannot be checked by their units, and no data can be joined.',
    },
    fix: {
      ja: 'unit に「count of lead」のように、数えるものを書きます。',
      en: 'Write what is counted as its unit: "count of lead".',
    },
    fails: `
goals:
  revenue: { target: 1億円 by 2027-03-31, owner: sales }
kpis:
  applicants: { name: { ja: 申込, en: Applications }, target: 300 per month, supports: [{ to: revenue, because: 申込が売上になる }], owner: web }
`,
    passes: `
goals:
  revenue: { target: 1億円 by 2027-03-31, owner: sales }
kpis:
  applicants: { name: { ja: 申込, en: Applications }, unit: count of application, target: 300 per month, supports: [{ to: revenue, because: 申込が売上になる }], owner: web }
`,
  },
  'denominator-unsaid': {
    title: { ja: '分母のない率', en: 'A rate without its denominator' },
    means: {
      ja: '率のKPIに、何に対する割合なのかが書かれていません。',
      en: 'A rate does not say what it is a share of.',
    },
    why: {
      ja: '同じ「CVR」でも、訪問者で割るかセッションで割るかで値は大きく変わります。測る人によって違う数字になります。',
      en: 'The same "conversion rate" differs widely by visitors and by sessions, so two people measure two numbers.',
    },
    fix: {
      ja: 'unit に「ratio of order over visitor」のように分子と分母を書くか、カタログの指標を使います。',
      en: 'Write numerator and denominator as the unit, "ratio of order over visitor", or use a metric of the catalogue.',
    },
    fails: `
goals:
  revenue: { target: 1億円 by 2027-03-31, owner: sales }
kpis:
  buying: { name: { ja: 購入率, en: Purchase rate }, unit: ratio, target: 3%, supports: [{ to: revenue, because: 買う人の割合で売上が決まる }], owner: ec }
`,
    passes: `
goals:
  revenue: { target: 1億円 by 2027-03-31, owner: sales }
kpis:
  buying: { name: { ja: 購入率, en: Purchase rate }, unit: ratio of order over visitor, target: 3%, supports: [{ to: revenue, because: 買う人の割合で売上が決まる }], owner: ec }
`,
  },
  'quality-without-scale': {
    title: { ja: '測りにくいKPI（失敗パターン2）', en: 'Hard to measure (failure pattern 2)' },
    means: {
      ja: '満足度や信頼のような人の気持ちを表すKPIに、数え方がありません。',
      en: 'A KPI about what people feel, such as satisfaction, has no way of being counted.',
    },
    why: {
      ja: '数え方が決まっていないと、毎回の集計に手間がかかり、測る人によって値が変わります。',
      en: 'Without one every measurement costs effort, and gives each measurer another value.',
    },
    fix: {
      ja: 'アンケートの5段階評価（score 1..5）、推奨者の割合、問い合わせ件数など、定期的に集められる数値に置き換えます。',
      en: 'Replace it by a number that comes in regularly: a survey score (score 1..5), a share, a count of cases.',
    },
    fails: `
goals:
  revenue: { target: 1億円 by 2027-03-31, owner: sales }
kpis:
  smiles: { name: { ja: 顧客満足, en: Customer satisfaction }, target: 4, supports: [{ to: revenue, because: 満足した人が再び買う }], owner: cs }
`,
    passes: `
goals:
  revenue: { target: 1億円 by 2027-03-31, owner: sales }
kpis:
  smiles: { name: { ja: 顧客満足, en: Customer satisfaction }, unit: score 1..5, target: 4, supports: [{ to: revenue, because: 満足した人が再び買う }], owner: cs }
`,
  },
  'early-stage-only': {
    title: { ja: '成果につながらないKPI（失敗パターン1）', en: 'Weak tie to the goal (failure pattern 1)' },
    means: {
      ja: '金額の最終目標に対し、KPIが認知・関心の段階（表示回数、PV、フォロワーなど）のものしかなく、計算式もありません。',
      en: 'A goal in money has only KPIs of awareness and interest (impressions, page views, followers) and no formula.',
    },
    why: {
      ja: 'KPIはすべて達成したのに売上は動かない、という結果になりがちです。',
      en: 'Typically every KPI is met and sales stay where they were.',
    },
    fix: {
      ja: '最終目標を計算式で分解し（売上＝受注件数×単価）、そこから必要な訪問や反応の数を逆算します。',
      en: 'Take the goal apart by a formula (sales = orders × value), and work the early numbers out backwards from it.',
    },
    fails: `
goals:
  revenue: { target: 1億円 by 2027-03-31, owner: sales }
kpis:
  page-views: { target: 100,000 per month, supports: [{ to: revenue, because: 見られれば売れる }], owner: web }
`,
    passes: `
goals:
  revenue: { target: 1億円 by 2027-03-31, equals: orders * aov, owner: sales }
kpis:
  page-views: { target: 100,000 per month, supports: [{ to: orders, because: 見られれば売れる }], owner: web }
  orders: { target: 1,000 per month, owner: ec }
  aov: { target: 9,000円, owner: ec }
`,
  },
} as const satisfies RulePages;
