import { changed, pageOf, SOUND } from './page-of.ts';
import type { RulePages } from './rule-page.ts';

const GOALS = (names: readonly string[]) => `
goals:
${names.map((name, i) => `  ${name}: { rank: ${i + 1}, target: 1,000 by 2027-03-31, owner: sales }`).join('\n')}
`;

const AREAS = `
areas:
  growth: { name: { ja: 新規の獲得, en: New customers }, owner: board }
`;

/** What a sound plan has beside arithmetic. */
export const structurePages: RulePages = {
  'goal-without-formula': pageOf(
    ['最終目標に計算式がない', 'A goal without a formula'],
    ['最終目標が、何から成り立つのか書かれていません。', 'The goal does not say what it is made of.'],
    [
      '計算式がなければ、KPIを達成すれば最終目標に届くのかを検算できません。',
      'Without one nobody can check whether meeting the KPIs reaches the goal.',
    ],
    ['equals に「受注件数 * 単価」のように書きます。', 'Write it under equals: "orders * aov".'],
    changed(', equals: orders * aov', ''),
    SOUND,
  ),
  'goal-without-target': pageOf(
    ['最終目標に目標値がない', 'A goal without a target'],
    ['最終目標に数値がありません。', 'The goal has no number.'],
    ['届くかどうかを判定できません。', 'Nothing can be judged against it.'],
    ['数値と期限を書きます。', 'Give a number and a date.'],
    changed('target: 1億円 by 2027-03-31, ', ''),
    SOUND,
  ),
  'deadline-missing': pageOf(
    ['最終目標に期限がない', 'A goal without a deadline'],
    ['最終目標に期限がなく、計画の最終日とみなしました。', "The goal has no deadline; the plan's last day was taken."],
    ['期限のない目標は、いつまでも未達にも達成にもなりません。', 'Without one a goal is never missed and never met.'],
    [
      '目標に「by 2027-03-31」のように書きます（自動修正できます）。',
      'Add "by 2027-03-31" to the target. This can be done for you.',
    ],
    changed(' by 2027-03-31', ''),
    SOUND,
  ),
  'deadline-outside': pageOf(
    ['計画の外にある最終目標の期限', 'A goal due outside the plan'],
    ['最終目標の期限が、計画の期間の外にあります。', 'The deadline of a goal lies outside the plan.'],
    ['その日までを計算できません。', 'What happens until then is not calculated.'],
    ['期限か period を直します。', 'Correct the deadline or the period.'],
    changed('by 2027-03-31', 'by 2028-03-31'),
    SOUND,
  ),
  'population-missing': pageOf(
    ['率の目標に対象がない', 'A share of whom?'],
    ['率の最終目標に、誰のうちの何%か（population）がありません。', 'A goal that is a share does not say of whom.'],
    ['対象を狭めれば、率はいくらでも上がります。', 'Narrowing whom one asks raises any share.'],
    ['population に対象を書きます。', 'Write it under population.'],
    `
goals:
  brand-awareness: { target: 20% by 2027-03-31, owner: pr }
`,
    `
goals:
  brand-awareness: { target: 20% by 2027-03-31, population: 首都圏の20〜39歳, owner: pr }
`,
  ),
  'goals-too-many': pageOf(
    ['最終目標が多すぎる', 'Too many goals'],
    ['最終目標が4件以上あります。', 'There are four goals or more.'],
    ['どれを優先するか決まらず、力が分かれます。', 'Nobody knows what comes first, and effort is split.'],
    ['1〜3件に絞り、残りはKPIにします。', 'Keep one to three, and make the others KPIs.'],
    GOALS(['orders', 'leads', 'new-customers', 'members']),
    GOALS(['orders', 'leads']),
  ),
  'goal-rank': pageOf(
    ['最終目標の優先順位', 'Goals without an order'],
    [
      '最終目標が複数あるのに、優先順位（rank）が1から順に付いていません。',
      'There are several goals, and their ranks are not 1, 2, 3.',
    ],
    ['両立しないときに、どちらを取るか決まりません。', 'When they compete nobody knows which gives way.'],
    ['rank を1から重複なく書きます。', 'Give each a different rank, from 1.'],
    GOALS(['orders', 'leads']).replace('rank: 2, ', ''),
    GOALS(['orders', 'leads']),
  ),
  'goal-for-aim': pageOf(
    ['目的と最終目標', 'The aim and its goal'],
    [
      '会社の目的（aim）に対して、ふつう使われる指標とは別の最終目標になっています。',
      "The goal is not one of the metrics usually set for the company's aim.",
    ],
    [
      '目的と違うものを測ると、達成しても目的に近づきません。',
      'Measuring something else, one can meet the goal and miss the aim.',
    ],
    [
      '示された指標と比べ、今の目標でよければそのままにします。',
      'Compare with the metrics that are named; keep yours if it is what you mean.',
    ],
    changed('owner: sales', 'aim: 市場シェアを広げる, owner: sales'),
    SOUND,
  ),
  'goal-without-area': pageOf(
    ['重点領域のない最終目標', 'A goal in no result area'],
    [
      '重点領域（KRA）があるのに、結び付いていない最終目標があります。',
      'The plan names result areas, and a goal belongs to none.',
    ],
    ['どの領域の成果なのか分かりません。', 'Nobody knows which area it serves.'],
    ['area に領域の id を書きます。', 'Name its area.'],
    `${AREAS}${SOUND}`,
    `${AREAS}${changed('owner: sales', 'area: growth, owner: sales')}`,
  ),
  'area-without-goal': pageOf(
    ['最終目標のない重点領域', 'A result area without a goal'],
    ['重点領域に、結び付く最終目標がありません。', 'No goal belongs to a result area.'],
    ['大事だと言いながら、何も測っていません。', 'It is said to matter, and nothing about it is measured.'],
    ['最終目標を結び付けるか、領域を消します。', 'Tie a goal to it, or take it out.'],
    `${AREAS}${SOUND}`,
    `${AREAS}${changed('owner: sales', 'area: growth, owner: sales')}`,
  ),
  'areas-none': pageOf(
    ['重点領域がない', 'No result areas'],
    ['計画に重点領域（KRA）がありません。', 'The plan names no key result area.'],
    ['最終目標がどの領域の成果なのか、組織の中で位置づけられません。', 'Nobody sees which part of the business the goals serve.'],
    ['areas に領域を書き、最終目標の area で結びます。', 'Name them under areas, and tie the goals to them.'],
    SOUND,
    `${AREAS}${changed('owner: sales', 'area: growth, owner: sales')}`,
  ),
  'area-without-kpi': pageOf(
    ['KPIのない重点領域', 'A result area without KPIs'],
    ['重点領域の最終目標につながるKPIがありません。', 'No KPI leads to the goals of a result area.'],
    ['途中で手を打つための数字がありません。', 'There is nothing to act on before the end.'],
    ['計算式か影響（supports）でKPIをつなぎます。', 'Lead KPIs to it by formula or influence.'],
    `${AREAS}
goals:
  leads: { area: growth, target: 2,000 by 2027-03-31, owner: marketing }
`,
    `${AREAS}${changed('owner: sales', 'area: growth, owner: sales')}`,
  ),
  'factor-without-kpi': pageOf(
    ['測られていない重要成功要因', 'A success factor nobody measures'],
    ['重要成功要因（KSF）に、それを測るKPIがありません。', 'No KPI stands for a success factor.'],
    ['大事だと言うだけで、進んでいるか分かりません。', 'It is said to matter, and nobody sees whether it moves.'],
    ['KPIの under に要因の id を書きます。', 'Write the factor under a KPI.'],
    `${SOUND}factors:
  speed: { name: { ja: 早い対応, en: Speed }, supports: revenue, because: 早いほど選ばれる, owner: cs }
`,
    `${changed('owner: ec }\n  aov', 'under: speed, owner: ec }\n  aov')}factors:
  speed: { name: { ja: 早い対応, en: Speed }, supports: revenue, because: 早いほど選ばれる, owner: cs }
`,
  ),
  'without-reason': pageOf(
    ['理由のないつながり', 'A link without a reason'],
    ['影響（supports）に理由（because）がありません。', 'A stated influence gives no reason.'],
    [
      '理由のないつながりは、後から正しかったか確かめられません。公開前に必ず必要です。',
      'Later nobody could check it. It is needed before a plan is published.',
    ],
    ['because に、なぜつながるのかを1文で書きます。', 'Say in one sentence why it leads there.'],
    changed('aov: {', 'email-open-rate: { target: 25%, supports: [{ to: orders }], owner: crm }\n  aov: {'),
    changed('aov: {', 'email-open-rate: { target: 25%, supports: [{ to: orders, because: 読むと買う }], owner: crm }\n  aov: {'),
  ),
  'factor-shares': pageOf(
    ['資源配分の合計が100%でない', 'Shares that do not total 100%'],
    ['重要成功要因の資源配分（share）の合計が100%ではありません。', 'The resource shares of the factors do not total 100%.'],
    ['足りない分、または余る分の行き先が決まっていません。', 'Where the rest goes, or comes from, is open.'],
    ['合計が100%になるように直します。', 'Make them total 100%.'],
    `${changed('owner: ec }\n  aov', 'under: speed, owner: ec }\n  aov')}factors:
  speed: { name: { ja: 早い対応, en: Speed }, supports: revenue, because: 早いほど選ばれる, owner: cs, share: 60% }
`,
    `${changed('owner: ec }\n  aov', 'under: speed, owner: ec }\n  aov')}factors:
  speed: { name: { ja: 早い対応, en: Speed }, supports: revenue, because: 早いほど選ばれる, owner: cs, share: 100% }
`,
  ),
  'factors-proposed': pageOf(
    ['重要成功要因の候補', 'Success factors to consider'],
    [
      '重要成功要因（KSF）がないため、計算式から候補を示しました。',
      'The plan names no success factors, so some are proposed from its formula.',
    ],
    ['要因があると、なぜそのKPIを追うのかが伝わります。', 'Factors say why the KPIs are followed.'],
    ['候補を参考に factors に書きます。', 'Write those that fit under factors.'],
    SOUND,
    `${changed('owner: ec }\n  aov', 'under: speed, owner: ec }\n  aov')}factors:
  speed: { name: { ja: 早い対応, en: Speed }, supports: revenue, because: 早いほど選ばれる, owner: cs }
`,
  ),
  'no-path-to-goal': pageOf(
    ['最終目標につながらないKPI', 'A KPI that leads nowhere'],
    ['計算式でも影響でも、最終目標につながっていません。', 'Neither a formula nor a stated influence leads from it to a goal.'],
    ['達成しても最終目標に何が起きるのか、誰も言えません。', 'Nobody can say what meeting it would change.'],
    [
      '計算式に入れるか、under や supports で影響先と理由を書きます。見るだけなら watch: true とします。',
      'Use it in a formula, or state what it influences and why. Or only watch it.',
    ],
    changed('aov: {', 'page-views: { target: 10,000 per month, owner: web }\n  aov: {'),
    changed(
      'aov: {',
      'page-views: { target: 10,000 per month, supports: [{ to: orders, because: 見てから買う }], owner: web }\n  aov: {',
    ),
  ),
  'owners-missing': pageOf(
    ['責任者のいないKPI', 'KPIs without an owner'],
    ['目標のあるKPIに、責任者（owner）がいません。', 'KPIs with targets have no owner.'],
    ['誰の数字でもないKPIは、動かす人もいません。', "What is nobody's number, nobody moves."],
    ['owner に1人を書きます。', 'Name one person.'],
    changed(', owner: ec }\n  aov', ' }\n  aov'),
    SOUND,
  ),
  'kpi-role-open': pageOf(
    ['KPIの役割が決まっていない', 'What a KPI is for'],
    [
      'KPIの3つの役割（進捗の見える化・判断・共通認識）のうち、満たされないものがあります。',
      'A KPI shows how things stand, helps to decide, and means the same to all; one of these is open.',
    ],
    ['使い道の決まっていないKPIは、見られるだけで終わります。', 'A KPI nobody decides by is only looked at.'],
    [
      '足りないもの（目標や計算式、判断に使う問い、定義と見る人）を書きます。',
      'Write what is missing: a target or formula, the decision it serves, a definition and an audience.',
    ],
    changed('target: 9,000円, ', 'metric: aov, target: 9,000円, '),
  ),
  'ltv-cac': pageOf(
    ['LTVと獲得単価の比', 'Lifetime value to acquisition cost'],
    ['LTVとCACの目標から、その比を計算しました。', 'The ratio follows from the targets of both.'],
    [
      '獲得にかけてよい費用の目安になります。3:1以上が健全とされます。',
      'It says how much an acquisition may cost; 3:1 or more is usually sound.',
    ],
    ['低ければ、獲得単価を下げるか、継続を伸ばす計画にします。', 'If it is low, lower the cost or raise retention.'],
    `
goals:
  ltv: { target: 100,000円 by 2027-03-31, owner: crm }
kpis:
  cac: { target: 30,000円, under: ltv, because: 利益が残る, owner: ads }
`,
    `
goals:
  ltv: { target: 100,000円 by 2027-03-31, owner: crm }
`,
  ),
  'rhythm-slow': pageOf(
    ['見直しに間に合わない計測', 'Measured too seldom for the reviews'],
    ['見直しから次の見直しまでに、2回以上測れないKPIがあります。', 'A KPI is not measured twice between two reviews.'],
    ['1回の値では、動いたのか偶然なのか分かりません。', 'One value does not tell movement from chance.'],
    ['計測の頻度（rhythm）を上げます。', 'Measure more often.'],
  ),
  'other-way': pageOf(
    ['別の分解', 'Another way to take the goal apart'],
    ['最終目標を別の計算式で分解した結果です。', 'What the goal comes to by another formula.'],
    ['分解のしかたで、見える課題が変わります。', 'Different ways show different problems.'],
    ['届きやすいほう、動かしやすいほうを選びます。', 'Choose the one that can be moved.'],
  ),
};
