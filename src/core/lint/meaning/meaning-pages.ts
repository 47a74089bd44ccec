import type { RulePages } from '../page/rule-page.ts';

export const meaningPages = {
  'vanity-metric': {
    title: { ja: '見栄えの指標', en: 'A vanity metric' },
    means: {
      ja: '表示回数・PV・フォロワー・投稿数のような、増えても成果に直結しない指標に目標があり、計算式にも入っていません。',
      en: 'Impressions, page views, followers or posts have a target, and no formula leads from them to the goal.',
    },
    why: {
      ja: '費用や投稿の量だけで増やせるため、達成しても事業は変わらないことがあります。',
      en: 'They grow by spending and posting alone; meeting them may change nothing.',
    },
    fix: {
      ja: '次の段階（クリック、資料請求、購入）に目標を移すか、計算式で成果につなぎます。見るだけなら watch: true とします。',
      en: 'Move the target to the next step (clicks, inquiries, orders), or tie it to the goal by a formula. Or only watch it: "watch: true".',
    },
    fails: `
goals:
  leads: { target: 2,000 by 2027-03-31, owner: marketing }
kpis:
  followers: { target: 10,000, supports: [{ to: leads, because: 投稿から資料請求が生まれる }], owner: sns }
`,
    passes: `
goals:
  leads: { target: 2,000 by 2027-03-31, owner: marketing }
kpis:
  sns-clicks: { target: 3,000 per month, supports: [{ to: leads, because: 投稿から資料請求が生まれる }], owner: sns }
`,
  },
  'metric-twice': {
    title: { ja: '同じ名前のKPIが2つ', en: 'Two KPIs of one name' },
    means: { ja: '同じ指標のKPIが、同じ名前で2つあります。', en: 'Two KPIs have the same metric and the same name.' },
    why: {
      ja: '一覧や会議で、どちらの話か分かりません。片方が消し忘れのこともあります。',
      en: 'Nobody knows which is meant; one may have been left over.',
    },
    fix: {
      ja: '店舗や商品など、違いを名前に入れるか、1つにまとめます。',
      en: 'Put what differs into the name, such as the shop, or make them one.',
    },
    fails: `
goals:
  revenue: { target: 1億円 by 2027-03-31, equals: (tokyo + osaka) * aov, owner: sales }
kpis:
  tokyo: { metric: orders, target: 600 per month, owner: ec }
  osaka: { metric: orders, target: 400 per month, owner: ec }
  aov: { target: 9,000円, owner: ec }
`,
    passes: `
goals:
  revenue: { target: 1億円 by 2027-03-31, equals: (tokyo + osaka) * aov, owner: sales }
kpis:
  tokyo: { metric: orders, name: { ja: 東京の受注, en: Orders in Tokyo }, target: 600 per month, owner: ec }
  osaka: { metric: orders, name: { ja: 大阪の受注, en: Orders in Osaka }, target: 400 per month, owner: ec }
  aov: { target: 9,000円, owner: ec }
`,
  },
  'name-missing': {
    title: { ja: '名前のないKPI', en: 'A KPI without a name' },
    means: { ja: 'カタログにないKPIに name がありません。', en: 'A KPI that is not in the catalogue has no name.' },
    why: {
      ja: 'id は書く人の略号です。読む人には意味が伝わりません。',
      en: 'An id is shorthand for whoever writes; readers need words.',
    },
    fix: { ja: 'name に、日本語と英語の名前を書きます。', en: 'Write its name, in both languages where both are read.' },
    fails: `
goals:
  revenue: { target: 1億円 by 2027-03-31, equals: qx * aov, owner: sales }
kpis:
  qx: { unit: count of order, target: 1,000 per month, owner: ec }
  aov: { target: 9,000円, owner: ec }
`,
    passes: `
goals:
  revenue: { target: 1億円 by 2027-03-31, equals: qx * aov, owner: sales }
kpis:
  qx: { name: { ja: 受注件数, en: Orders }, unit: count of order, target: 1,000 per month, owner: ec }
  aov: { target: 9,000円, owner: ec }
`,
  },
  'tax-unsaid': {
    title: { ja: '税抜・税込が書かれていない', en: 'Not said whether tax is included' },
    means: {
      ja: '計画の一部の金額だけに、税抜・税込の区別が書かれています。',
      en: 'Some amounts of the plan say whether they include tax, and some do not.',
    },
    why: {
      ja: '混ざると1割ずれます。書かれていない金額は、計算式の税の検査も受けません。',
      en: 'Mixed, they are a tenth apart, and what is not said cannot be checked.',
    },
    fix: { ja: 'tax: excluded（税抜）か tax: included（税込）を書きます。', en: 'Write tax: excluded or tax: included.' },
    fails: `
goals:
  revenue: { target: 1億円 by 2027-03-31, equals: orders * order-value, tax: excluded, owner: sales }
kpis:
  orders: { target: 1,000 per month, owner: ec }
  order-value: { name: { ja: 注文単価, en: Order value }, unit: JPY per order, target: 9,000円, owner: ec }
`,
    passes: `
goals:
  revenue: { target: 1億円 by 2027-03-31, equals: orders * order-value, tax: excluded, owner: sales }
kpis:
  orders: { target: 1,000 per month, owner: ec }
  order-value: { name: { ja: 注文単価, en: Order value }, unit: JPY per order, target: 9,000円, tax: excluded, owner: ec }
`,
  },
  'sign-against-direction': {
    title: { ja: '良い方向と逆の目標', en: 'A bound on the wrong side' },
    means: {
      ja: '多いほど良い指標に上限（≤）、または少ないほど良い指標に下限（≥）が目標として書かれています。',
      en: 'A metric of which more is better has an upper bound, or one of which less is better a lower bound.',
    },
    why: { ja: '悪くなるほど「達成」と表示されます。', en: 'The worse it gets, the more it counts as met.' },
    fix: {
      ja: '記号を直します。上限を守ることが狙いなら direction を明記します。',
      en: 'Turn the sign round. If the bound is what is meant, state direction.',
    },
    fails: `
goals:
  revenue: { target: 1億円 by 2027-03-31, equals: orders * aov, owner: sales }
kpis:
  orders: { target: ≤ 1,000 per month, owner: ec }
  aov: { target: 9,000円, owner: ec }
`,
    passes: `
goals:
  revenue: { target: 1億円 by 2027-03-31, equals: orders * aov, owner: sales }
kpis:
  orders: { target: ≥ 1,000 per month, owner: ec }
  aov: { target: 9,000円, owner: ec }
`,
  },
  'watched-with-target': {
    title: { ja: '見るだけのKPIに目標がある', en: 'Only watched, with a target' },
    means: {
      ja: 'watch: true（見るだけ）と target（目標）の両方が書かれています。',
      en: 'A KPI says both watch: true and a target.',
    },
    why: {
      ja: '見るだけのKPIは、責任者も達成の判定も求められません。目標が宙に浮きます。',
      en: 'What is only watched needs no owner and is not judged, so the target hangs in the air.',
    },
    fix: {
      ja: '目標を追うなら watch を消します（自動修正できます）。追わないなら target を消します。',
      en: 'Take out watch to follow the target, which can be done for you, or take out the target.',
    },
    fails: `
goals:
  revenue: { target: 1億円 by 2027-03-31, owner: sales }
kpis:
  cvr: { watch: true, target: 3%, supports: [{ to: revenue, because: 買う人の割合 }], owner: ec }
`,
    passes: `
goals:
  revenue: { target: 1億円 by 2027-03-31, owner: sales }
kpis:
  cvr: { target: 3%, supports: [{ to: revenue, because: 買う人の割合 }], owner: ec }
`,
  },
  'influence-of-part': {
    title: { ja: '計算式と影響の二重書き', en: 'An influence on what it is part of' },
    means: {
      ja: '計算式に入っているKPIが、同じ相手への影響（supports）も書いています。',
      en: 'A KPI states an influence on a node whose formula it is already part of.',
    },
    why: {
      ja: '計算で決まる関係を仮説としても数えることになり、説明が二重になります。',
      en: 'What arithmetic settles is counted once more as a hypothesis.',
    },
    fix: { ja: 'supports を消します（自動修正できます）。', en: 'Take the influence out. This can be done for you.' },
    fails: `
goals:
  revenue: { target: 1億円 by 2027-03-31, equals: orders * aov, owner: sales }
kpis:
  orders: { target: 1,000 per month, supports: [{ to: revenue, because: 売上のもと }], owner: ec }
  aov: { target: 9,000円, owner: ec }
`,
    passes: `
goals:
  revenue: { target: 1億円 by 2027-03-31, equals: orders * aov, owner: sales }
kpis:
  orders: { target: 1,000 per month, owner: ec }
  aov: { target: 9,000円, owner: ec }
`,
  },
  'influence-circle': {
    title: { ja: '輪になった影響', en: 'Influences in a circle' },
    means: { ja: 'AがBに、BがAに影響する、という書き方になっています。', en: 'A is said to influence B, and B to influence A.' },
    why: {
      ja: 'どちらを動かせばよいのか決まらず、効果の説明もできません。',
      en: 'It is open which one to move, and no effect can be explained.',
    },
    fix: { ja: '原因から結果への向きだけを残します。', en: 'Keep the direction from cause to effect.' },
    fails: `
goals:
  leads: { target: 2,000 by 2027-03-31, owner: marketing }
kpis:
  engagement-rate: { target: 3%, supports: [{ to: follower-growth, because: 反応が広がる }], owner: sns }
  follower-growth: { target: 5%, supports: [{ to: engagement-rate, because: 人が増えると反応も増える }, { to: leads, because: 資料請求が生まれる }], owner: sns }
`,
    passes: `
goals:
  leads: { target: 2,000 by 2027-03-31, owner: marketing }
kpis:
  engagement-rate: { target: 3%, supports: [{ to: follower-growth, because: 反応が広がる }], owner: sns }
  follower-growth: { target: 5%, supports: [{ to: leads, because: 資料請求が生まれる }], owner: sns }
`,
  },
  'placed-without-reason': {
    title: { ja: '置かれただけのKPI', en: 'Placed without a reason' },
    means: {
      ja: '別のKPIや最終目標の下（under）に置かれていますが、計算式にも入らず、理由も書かれていません。',
      en: 'A KPI stands under another, is in no formula, and gives no reason.',
    },
    why: { ja: 'なぜそのKPIを追うのか、後から誰も説明できません。', en: 'Later nobody can say why it is followed.' },
    fix: {
      ja: 'because に理由を書くか、supports で影響を書きます。',
      en: 'Give the reason under because, or state the influence with supports.',
    },
    fails: `
goals:
  leads: { target: 2,000 by 2027-03-31, owner: marketing }
kpis:
  email-open-rate: { under: leads, target: 25%, owner: crm }
`,
    passes: `
goals:
  leads: { target: 2,000 by 2027-03-31, owner: marketing }
kpis:
  email-open-rate: { under: leads, target: 25%, because: 読まれなければ応募されない, owner: crm }
`,
  },
  'hypothesis-untested': {
    title: { ja: '裏付けのない影響ばかり', en: 'Hypotheses nobody has tested' },
    means: {
      ja: '影響（supports）が3件以上あり、そのすべてが意見か、根拠なしです。',
      en: 'There are three stated influences or more, and all rest on opinion or on nothing.',
    },
    why: {
      ja: '「効くはず」の積み重ねは、達成しても成果が動かない計画になりがちです。',
      en: 'A plan of things that "should work" is easily met without result.',
    },
    fix: {
      ja: '影響の大きいものから、過去のデータ（correlation）か小さな実験（experiment）で確かめ、evidence に書きます。',
      en: 'Test the largest first, by past data or a small experiment, and write the evidence.',
    },
    fails: `
goals:
  leads: { target: 2,000 by 2027-03-31, owner: marketing }
kpis:
  email-open-rate: { target: 25%, supports: [{ to: leads, because: 読まれると応募される, evidence: opinion }], owner: crm }
  read-through-rate: { target: 40%, supports: [{ to: leads, because: 最後まで読むと応募する }], owner: web }
  engagement-rate: { target: 3%, supports: [{ to: leads, because: 反応が広がる }], owner: sns }
`,
    passes: `
goals:
  leads: { target: 2,000 by 2027-03-31, owner: marketing }
kpis:
  email-open-rate: { target: 25%, supports: [{ to: leads, because: 読まれると応募される, evidence: experiment }], owner: crm }
  read-through-rate: { target: 40%, supports: [{ to: leads, because: 最後まで読むと応募する }], owner: web }
  engagement-rate: { target: 3%, supports: [{ to: leads, because: 反応が広がる }], owner: sns }
`,
  },
} as const satisfies RulePages;
