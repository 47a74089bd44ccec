import { changed, pageOf, SOUND } from './page-of.ts';
import type { RulePages } from './rule-page.ts';

const DISAGREE = [
  '同じことを言う2つの数字が違えば、どちらかが間違っています。',
  'Of two numbers for one fact, one is wrong.',
] as const;

/** What can be wrong with a plan's formulas and numbers, and with its sheet. */
export const arithmeticPages: RulePages = {
  cycle: pageOf(
    ['計算式が輪になっている', 'Formulas in a circle'],
    ['AがBから、BがAから計算されています。', 'A is calculated from B, and B from A.'],
    ['どちらの値も決まりません。', 'Neither has a value.'],
    ['片方を目標にするか、previous で前の月の値を使います。', 'Give one a target, or use previous() for the month before.'],
    changed('orders: { target: 1,000 per month, owner: ec }', 'orders: { equals: revenue / aov }'),
    SOUND,
  ),
  'unit-mismatch': pageOf(
    ['計算式の単位が合わない', 'Units that do not work out'],
    ['計算結果の単位が、KPIの単位と違います。', 'A formula gives another unit than the KPI has.'],
    [
      '足りない掛け算・割り算があります。数字が合っていても意味が違います。',
      'A factor or divisor is missing; even if the number fits, it means something else.',
    ],
    ['単価や率を掛け忘れていないか確かめます。', 'Look for a price or rate that was left out.'],
    changed('orders * aov', 'orders'),
    SOUND,
  ),
  'cannot-add': pageOf(
    ['足せないもの同士', 'Things that cannot be added'],
    ['件数と金額のように、単位の違うものを足し引きしています。', 'A number of cases is added to an amount of money.'],
    ['足した結果は何の数でもありません。', 'The sum is a number of nothing.'],
    ['単価を掛けるなど、単位をそろえます。', 'Bring them to one unit, for instance by a price.'],
    changed('orders * aov', 'orders * aov + orders'),
    SOUND,
  ),
  'counted-thing': pageOf(
    ['数えているものが違う', 'Another thing is counted'],
    ['率の分母が訪問者なのに、ページビューを掛けている、などです。', 'A rate of visitors is multiplied by page views.'],
    ['数字は大きく見えますが、実際にはその件数になりません。', 'The number looks fine and will not come about.'],
    ['率の分母と同じものを数えるKPIを使います。', 'Use a KPI that counts what the rate is of.'],
    changed(
      'orders: { target: 1,000 per month, owner: ec }',
      'orders: { equals: page-views * purchase-cvr }\n  page-views: { target: 40,000 per month, owner: web }\n  purchase-cvr: { target: 3%, owner: ec }',
    ),
    changed(
      'orders: { target: 1,000 per month, owner: ec }',
      'orders: { equals: visitors * purchase-cvr }\n  visitors: { target: 40,000 per month, owner: web }\n  purchase-cvr: { target: 3%, owner: ec }',
    ),
  ),
  'tax-mixed': pageOf(
    ['税抜と税込の混在', 'Amounts with and without tax'],
    ['1つの計算式に、税抜と税込の金額があります。', 'One formula holds amounts with tax and without.'],
    ['1割ずれた合計になります。', 'The total is off by a tenth.'],
    ['どちらかにそろえます。', 'Use one of them throughout.'],
    changed('target: 9,000円, ', 'unit: JPY per order, tax: included, target: 9,000円, ').replace(
      '1億円 by 2027-03-31,',
      '1億円 by 2027-03-31, tax: excluded,',
    ),
    changed('target: 9,000円, ', 'unit: JPY per order, tax: excluded, target: 9,000円, ').replace(
      '1億円 by 2027-03-31,',
      '1億円 by 2027-03-31, tax: excluded,',
    ),
  ),
  'goal-short': pageOf(
    ['すべて達成しても届かない', 'Short even with every KPI met'],
    ['KPIの目標をすべて達成しても、最終目標に届きません。', 'Even with every KPI on target the goal is not reached.'],
    ['始める前から未達が決まっている計画です。', 'The plan is missed before it begins.'],
    ['「どうすれば届くか」の提案から選ぶか、最終目標を直します。', 'Choose among the ways to make it reach, or change the goal.'],
    changed('1億円', '3億円'),
    SOUND,
  ),
  'goal-remainder': pageOf(
    ['計画で説明できない残り', 'What the plan does not explain'],
    ['KPIで説明できるのは最終目標の半分未満です。', 'The KPIs come to less than half of the goal.'],
    ['残りをどこから得るのか、計画に書かれていません。', 'Where the rest is to come from is not in the plan.'],
    ['既存顧客や代理店など、残りの出どころをKPIに加えます。', 'Add where the rest comes from, such as existing customers.'],
    changed('1億円', '5億円'),
    SOUND,
  ),
  'chain-gap': pageOf(
    ['率の鎖の抜け', 'A step left out'],
    ['率を順に掛けた計算式で、途中の1段が抜けています。', 'In a product of rates one step between is missing.'],
    ['計算結果は実際より大きくなります。', 'The result is more than will come about.'],
    ['抜けた段の率をKPIに加えます。', 'Add the rate of the missing step.'],
    `
goals:
  won-deals: { target: 40 by 2027-03-31, equals: leads * mql-rate * win-rate, owner: sales }
kpis:
  leads: { target: 200 per month, owner: marketing }
  mql-rate: { target: 30%, owner: marketing }
  win-rate: { target: 25%, owner: sales }
`,
    SOUND,
  ),
  'missing-factor': pageOf(
    ['計算に必要な目標がない', 'A factor without a number'],
    ['計算式に使うKPIに目標がありません。', 'A KPI that a formula needs has no target.'],
    ['最終目標に届くかを判定できません。', 'It cannot be told whether the goal is reached.'],
    ['示された「必要な値」を目安に目標を書きます。', 'Give it a target; the value that is needed is named.'],
    changed('target: 9,000円, ', ''),
    SOUND,
  ),
  'unbounded-driver': pageOf(
    ['片側が開いた目標', 'A target open on one side'],
    [
      '目標が片側の限度だけで、反対側に動くと最終目標に届かなくなります。',
      'The target bounds one side only, and the other side hurts the goal.',
    ],
    ['最悪の場合を計算できません。', 'The worst case cannot be calculated.'],
    ['「= 100」か範囲「80..120」で書きます。', 'Write it as "= 100" or as a range.'],
  ),
  'baseline-needed': pageOf(
    ['計画前の値が必要', 'A value before the plan is needed'],
    [
      '前の月や前年の値を使う計算式に、計画前の値（baseline）がありません。',
      'A formula looks back before the plan, and no baseline says what it was.',
    ],
    ['最初の月を計算できません。', 'The first month cannot be calculated.'],
    ['baseline に現状値を書きます。', 'Give the baseline.'],
  ),
  'goal-undefined': pageOf(
    ['0で割る計算', 'Divided by zero'],
    ['最終目標の計算で0で割ることになります。', 'The goal is calculated by dividing by zero.'],
    ['値が決まりません。', 'It has no value.'],
    ['割る側のKPIの目標を0にならない値にします。', 'Keep targets that stand in denominators above zero.'],
  ),
  'not-monotone': pageOf(
    ['上げも下げもするKPI', 'Pulling both ways'],
    ['同じKPIが、最終目標を上げも下げもします。', 'One KPI moves the goal both up and down.'],
    ['最悪の場合を1つに決められませんでした。', 'The worst case could not be settled.'],
    ['目標を狭い範囲や「=」で書きます。', 'Write its target as a narrow range, or with "=".'],
  ),
  'pipeline-unstated': pageOf(
    ['計画前から進んでいる分', 'What is under way before the plan'],
    [
      '遅れて届くKPIに、計画前から進んでいる分が書かれていません。0として計算しました。',
      'Something arrives late, and what was under way before is not stated. None was counted.',
    ],
    ['最初の数か月が、実際より少なく見えます。', 'The first months look emptier than they are.'],
    [
      'baseline か pipeline を書きます。本当になければ pipeline: none とします。',
      'Give baselines or a pipeline; if there is none, say "pipeline: none".',
    ],
    changed('equals: orders * aov', 'equals: orders * aov, lag: 30 days'),
    `
pipeline: none${changed('equals: orders * aov', 'equals: orders * aov, lag: 30 days')}`,
  ),
  'empty-months': pageOf(
    ['結果が0になる月', 'Months with nothing'],
    ['遅れの間の月は、計画前から進んでいる分しか入りません。', 'During the lag only what was under way before can arrive.'],
    ['その月の未達は、担当者の努力では変えられません。', 'Nobody can change that those months are missed.'],
    ['計画前から進んでいる分を baseline か pipeline に書きます。', 'State what is under way, as baselines or a pipeline.'],
    changed('equals: orders * aov', 'equals: orders * aov, lag: 60 days'),
    SOUND,
  ),
  'stated-mismatch': pageOf(
    ['目標と計算式の食い違い', 'A target and its formula disagree'],
    ['KPIの目標と、その計算式の結果が違います。', 'A target differs from what its formula gives.'],
    DISAGREE,
    ['目標を消して計算に任せるか、内訳の目標を直します。', 'Take the target out and let it be calculated, or correct the parts.'],
    changed(
      'orders: { target: 1,000 per month, owner: ec }',
      'orders: { target: 2,000 per month, equals: visitors * purchase-cvr, owner: ec }\n  visitors: { target: 40,000 per month, owner: web }\n  purchase-cvr: { target: 3%, owner: ec }',
    ),
    changed(
      'orders: { target: 1,000 per month, owner: ec }',
      'orders: { target: 1,200 per month, equals: visitors * purchase-cvr, owner: ec }\n  visitors: { target: 40,000 per month, owner: web }\n  purchase-cvr: { target: 3%, owner: ec }',
    ),
  ),
  'identity-mismatch': pageOf(
    ['成り立つはずの式の食い違い', 'A statement that does not hold'],
    [
      '指標の定義や identities から成り立つはずの関係が、目標や現状値で成り立っていません。',
      'A relation that must hold by definition or by identities does not.',
    ],
    DISAGREE,
    ['示された2つの値のうち、間違っているほうを直します。', 'Correct whichever of the two values is wrong.'],
    `${SOUND}identities:
  - aov = 8000円
`,
    SOUND,
  ),
  'link-rate-mismatch': pageOf(
    ['つながりの率の食い違い', 'Rates of links that lead elsewhere'],
    [
      '影響（仮説）に書いた率から計算した件数と、先のKPIの目標が違います。',
      'What the rates of the stated influences bring differs from the target of the KPI they lead to.',
    ],
    DISAGREE,
    [
      '率か、どちらかの目標を直します。ほかの経路からも入るなら、そのKPIにも率を書きます。',
      'Correct the rate or one of the targets. Where more comes from elsewhere, state that link with its rate, too.',
    ],
    linked('60'),
    linked('42'),
  ),
  'composition-total': pageOf(
    ['構成比の合計が100%でない', 'Shares of one whole'],
    ['構成比（compositions）の合計が100%ではありません。', 'Shares under compositions do not total 100%.'],
    ['内訳のどこかが抜けているか、重なっています。', 'Something is missing, or counted twice.'],
    ['合計が100%になるように直します。', 'Make them total 100%.'],
    `${changed(
      'aov: {',
      'direct-revenue-share: { target: = 60%, under: revenue, because: 直販, owner: ec }\n  agency-revenue-share: { target: = 30%, under: revenue, because: 代理店, owner: ec }\n  aov: {',
    )}compositions:\n  channel: [direct-revenue-share, agency-revenue-share]\n`,
    `${changed(
      'aov: {',
      'direct-revenue-share: { target: = 60%, under: revenue, because: 直販, owner: ec }\n  agency-revenue-share: { target: = 40%, under: revenue, because: 代理店, owner: ec }\n  aov: {',
    )}compositions:\n  channel: [direct-revenue-share, agency-revenue-share]\n`,
  ),
  'growth-mismatch': pageOf(
    ['伸び率と到達点の食い違い', 'A growth that leads elsewhere'],
    ['毎月の伸び率を続けた結果と、到達点の目標が違います。', 'Kept up, the growth rate leads to another level than the target.'],
    DISAGREE,
    ['示された「ちょうど届く伸び率」に直すか、到達点を直します。', 'Use the growth that is named, or change the level.'],
    `
goals:
  followers: { baseline: 10,000, target: 20,000 by 2026-09-30, owner: sns }
kpis:
  follower-growth: { under: followers, target: 10%, because: 毎月の伸び, owner: sns }
period: 2026-04-01/2026-09-30
`,
    `
goals:
  followers: { baseline: 10,000, target: 17,700 by 2026-09-30, owner: sns }
kpis:
  follower-growth: { under: followers, target: 10%, because: 毎月の伸び, owner: sns }
period: 2026-04-01/2026-09-30
`,
  ),
  'implied-worsens': pageOf(
    ['計算すると悪くなるKPI', 'Worse by arithmetic'],
    ['ほかの目標から計算すると、あるKPIが現状より悪くなります。', 'The other targets imply that a KPI gets worse than today.'],
    [
      '気付かないまま、単価や質の低下を計画していることがあります。',
      'A fall in price or quality may be planned without anybody noticing.',
    ],
    ['意図どおりか確かめ、違えば目標を直します。', 'Check that it is meant, or correct the targets.'],
    `
goals:
  aov: { baseline: 5,000円, target: 6,000円 by 2027-03-31, owner: goods }
kpis:
  items-per-order: { under: aov, because: 点数で単価が決まる, baseline: 1.5, target: 2.5, owner: goods }
  item-price: { under: aov, because: 1点の価格, equals: aov / items-per-order }
`,
    `
goals:
  aov: { baseline: 5,000円, target: 6,000円 by 2027-03-31, owner: goods }
kpis:
  items-per-order: { under: aov, because: 点数で単価が決まる, baseline: 1.5, target: 1.7, owner: goods }
  item-price: { under: aov, because: 1点の価格, equals: aov / items-per-order }
`,
  ),
};

/** Attendees of whom three in ten become leads that are worth a call. */
function linked(mqls: string): string {
  return `goals:
  won-deals: { target: 60 by 2027-03-31, owner: sales }
kpis:
  webinar-registrations: { target: 140 per month, owner: marketing, supports: [{ to: mqls, rate: 30%, lag: 14 days, because: 関心の高い人が残る }] }
  mqls: { target: ${mqls} per month, owner: marketing, supports: [{ to: won-deals, because: 商談の元になる }] }
`;
}
