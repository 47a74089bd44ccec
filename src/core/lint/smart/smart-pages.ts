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
