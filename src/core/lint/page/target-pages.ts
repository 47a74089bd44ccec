import { changed, pageOf, SOUND } from './page-of.ts';
import type { RulePages } from './rule-page.ts';

const UNCOUNTED = [
  '数値として読めない目標は、計算にも進捗にも使えません。',
  'A target that is no number can neither be calculated with nor followed.',
] as const;

/** What can be wrong with how a target, a lag or what is under way is written. */
export const targetPages: RulePages = {
  'target-unreadable': pageOf(
    ['目標が読めない', 'A target that cannot be read'],
    ['目標の書き方が、知られている形に合いません。', 'The target fits none of the known forms.'],
    UNCOUNTED,
    [
      '「200 per month」「月200件」「3億円 by 2027-03-31」「30%」「10%..20%」のように書きます。',
      'Write "200 per month", "3億円 by 2027-03-31", "30%" or "10%..20%".',
    ],
    changed('1,000 per month', '"<1,000"'),
    SOUND,
  ),
  'target-vague': pageOf(
    ['数値のない目標', 'A target without a number'],
    ['目標に数値がありません（「増やす」「向上」など）。', 'The target holds no number ("more", "better").'],
    ['どこまで行けば達成なのか、誰も言えません。', 'Nobody can say when it is met.'],
    [
      'いつまでに、いくつにするかを書きます。まだなら「未定」とします。',
      'Say how much and by when; while it is open, write "undecided".',
    ],
    changed('1,000 per month', '増やす'),
    changed('1,000 per month', '月1,000件'),
  ),
  'target-ambiguous': pageOf(
    ['2通りに読める目標', 'A target with two readings'],
    [
      '30 が30%か3,000%か、10%増が10%か10ポイントか、のように2通りに読めます。',
      '30 may be 30% or 3,000%; "+10%" of a rate may be points or a share.',
    ],
    ['推測で読むと、桁の違う計画ができあがります。', 'A guess would make a plan that is off by a factor.'],
    ['示された2つのどちらかを、そのまま書きます。', 'Write one of the two that are named.'],
    changed('aov: {', 'cvr: { target: 3, under: revenue, because: 買う人の割合, owner: ec }\n  aov: {'),
    changed('aov: {', 'cvr: { target: 3%, under: revenue, because: 買う人の割合, owner: ec }\n  aov: {'),
  ),
  'target-needs-baseline': pageOf(
    ['変化の目標に現状値がない', 'A change without its start'],
    [
      '「20%増」のような変化の目標なのに、baseline（現状値）がありません。',
      'The target is a change such as "+20%", and there is no baseline.',
    ],
    ['何に対する変化かが分からないと、目標の値を計算できません。', 'Without knowing from what, the value cannot be worked out.'],
    ['baseline に現状値を書きます。', 'Write the baseline it starts from.'],
    changed('9,000円', '+20%'),
    changed('9,000円', '+20%, baseline: 7,500円'),
  ),
  'target-unit': pageOf(
    ['目標の単位が合わない', 'A target in the wrong unit'],
    [
      '金額のKPIに%、件数のKPIに円、のように単位が合いません。',
      'A percentage for an amount of money, yen for a number of cases.',
    ],
    UNCOUNTED,
    ['KPIの単位に合わせて書くか、unit を直します。', "Write it in the KPI's unit, or correct the unit."],
    changed('9,000円', '30%'),
    SOUND,
  ),
  'target-per-rate': pageOf(
    ['足せない値に「月あたり」', 'A rate "per month"'],
    ['率・単価・在庫など、期間で足せない値に「月あたり」が付いています。', 'A rate, price or stock is given per month.'],
    ['3%を12か月足しても36%にはなりません。', 'Twelve months of 3% are not 36%.'],
    ['「月あたり」を外します。', 'Leave out "per month".'],
    changed('9,000円', '9,000円 per month'),
    SOUND,
  ),
  'target-impossible': pageOf(
    ['ありえない目標', 'A target that cannot be'],
    ['率が100%を超える、点数が範囲の外にある、などです。', 'A rate above 100%, a score off its scale.'],
    ['届かない計画が届くように見えます。単位の取り違えもよくあります。', 'A plan that cannot be met would look as if it could.'],
    [
      '値を直します。本当に超えうるなら limit に上限（なければ none）を書きます。',
      'Correct it. If it can be more, write its limit, or "limit: none".',
    ],
    changed('aov: {', 'cvr: { target: 130%, under: revenue, because: 買う人の割合, owner: ec }\n  aov: {'),
    changed('aov: {', 'cvr: { target: 3%, under: revenue, because: 買う人の割合, owner: ec }\n  aov: {'),
  ),
  'target-empty-range': pageOf(
    ['範囲の上下が逆', 'A range the wrong way round'],
    ['範囲の下限が上限より大きくなっています。', 'The range starts above its end.'],
    ['満たす値がありません。', 'No value lies in it.'],
    ['小さいほうを先に書きます。', 'Write the smaller end first.'],
    changed('9,000円', '9,000円..8,000円'),
    changed('9,000円', '9,000円..10,000円'),
  ),
  'per-missing': pageOf(
    ['期間のない件数', 'A number without a period'],
    [
      '足し上げる値（件数・売上）に「月あたり」などの期間がないため、計画期間全体の合計とみなしました。',
      'A number that adds up has no period, and was taken as the total of the whole plan.',
    ],
    ['月1,000件のつもりなら、計算結果は12分の1になっています。', 'If 1,000 a month was meant, the result is a twelfth of it.'],
    [
      '月あたりなら「per month」を付けます。合計のつもりなら期限（by）を書きます。',
      'Add "per month", or a deadline (by) if the total is meant.',
    ],
    changed('1,000 per month', '12,000'),
    SOUND,
  ),
  undecided: pageOf(
    ['未定の目標', 'Undecided targets'],
    ['目標が「未定」のKPIがあります。', 'Some KPIs have targets that are not decided yet.'],
    [
      '計算式に入っていれば、最終目標に届くかを判定できません。',
      'While one of them is in a formula, it cannot be told whether the goal is reached.',
    ],
    ['ほかのKPIから逆算した「必要な値」を目安に決めます。', 'Decide them by the values that are needed, worked out backwards.'],
    changed('9,000円', '未定'),
    SOUND,
  ),
  'lag-unreadable': pageOf(
    ['遅れが読めない', 'A lag that cannot be read'],
    ['lag の書き方が読めません。', 'The lag fits none of the known forms.'],
    ['いつ結果が出るかは、年度内に届くかどうかを左右します。', 'When results arrive decides whether the year is met.'],
    ['「90 days」「3か月」「90 days after leads」のように書きます。', 'Write "90 days", "3 months" or "90 days after leads".'],
    changed('by 2027-03-31,', 'by 2027-03-31, lag: しばらく,'),
    changed('by 2027-03-31,', 'by 2027-03-31, lag: 30日,'),
  ),
  'lag-shares': pageOf(
    ['割合の合計が100%でない遅れ', 'A lag whose shares do not add up'],
    ['遅れのばらつきを表す割合の合計が、100%になっていません。', 'The shares of a lag that varies do not add up to 100%.'],
    [
      '足りない分は、いつまでも届かないことになります。届かない分は遅れではなく率（成約率など）で表します。',
      'What is missing would never arrive. What does not arrive belongs into a rate, such as the win rate.',
    ],
    ['合計が100%になるように、割合を書き直します。', 'Write shares that add up to 100%.'],
    changed('by 2027-03-31,', 'by 2027-03-31, lag: "40% in 1 month, 50% in 2 months",'),
    changed('by 2027-03-31,', 'by 2027-03-31, lag: "40% in 1 month, 60% in 2 months",'),
  ),
  'lag-without-formula': pageOf(
    ['計算式のない遅れ', 'A lag without a formula'],
    ['計算式のないKPIに lag があります。', 'A KPI has a lag and no formula.'],
    [
      '遅れは、計算のもとになるKPIから結果が出るまでの時間です。もとがなければ意味を持ちません。',
      'A lag is the time from what it is calculated from; without that it means nothing.',
    ],
    ['equals を書くか、lag を消します。', 'Write equals, or take lag out.'],
    changed('target: 1,000 per month,', 'target: 1,000 per month, lag: 30 days,'),
    SOUND,
  ),
  'lag-ancestor': pageOf(
    ['計算に使っていないKPIからの遅れ', 'A lag after something it is not calculated from'],
    ['「after」に書かれたKPIが、計算に使われていません。', 'The KPI named after "after" is not what it is calculated from.'],
    ['遅れをたどる道がありません。', 'There is no way along which it could be delayed.'],
    ['計算に使っているKPIを書きます。', 'Name a KPI its formula builds on.'],
    changed('equals: orders * aov', 'equals: orders * 9000円, lag: 30 days after aov'),
    changed('equals: orders * aov', 'equals: orders * 9000円, lag: 30 days after orders'),
  ),
  'lag-twice': pageOf(
    ['遅れの二重書き', 'A lag that is counted twice'],
    ['同じ道のりの遅れが、2か所に書かれています。', 'The same way is delayed in two places.'],
    ['遅れが足されて、実際より遅く届く計画になります。', 'They add up, and everything arrives later than it does.'],
    ['どちらか一方にします。', 'Keep one of them.'],
    `
goals:
  revenue: { target: 1億円 by 2027-03-31, equals: orders * aov, lag: 60 days after visitors, owner: sales }
kpis:
  orders: { equals: visitors * purchase-cvr, lag: 30 days }
  visitors: { target: 40,000 per month, owner: web }
  purchase-cvr: { target: 3%, owner: ec }
  aov: { target: 9,000円, owner: ec }
`,
    `
goals:
  revenue: { target: 1億円 by 2027-03-31, equals: orders * aov, lag: 60 days after visitors, owner: sales }
kpis:
  orders: { equals: visitors * purchase-cvr }
  visitors: { target: 40,000 per month, owner: web }
  purchase-cvr: { target: 3%, owner: ec }
  aov: { target: 9,000円, owner: ec }
`,
  ),
  'lag-too-long': pageOf(
    ['遅れが長すぎる', 'A lag too long'],
    ['1つの遅れが上限（10年）を超えています。', 'One lag is longer than can be calculated with.'],
    ['その計画の中では結果が出ません。', 'Nothing of it would arrive within the plan.'],
    ['日数の単位を確かめます。', 'Check the unit of the number.'],
    changed('equals: orders * aov', 'equals: orders * aov, lag: 30 years'),
    changed('equals: orders * aov', 'equals: orders * aov, lag: 30 days'),
  ),
  'delays-too-long': pageOf(
    ['遅れの合計が長すぎる', 'Delays too long in all'],
    [
      '計算式をたどった遅れや previous の合計が、上限を超えています。',
      'Lags and previous() along the formulas reach back further than the limit.',
    ],
    ['計画の前にさかのぼりすぎて、計算できません。', 'It reaches too far before the plan to be calculated.'],
    ['遅れを短くするか、1か所にまとめます。', 'Shorten them, or state the whole lag in one place.'],
  ),
  'pipeline-without-lag': pageOf(
    ['遅れのないKPIの仕掛かり', 'Under way where nothing is delayed'],
    ['pipeline に書かれたKPIに遅れ（lag）がありません。', 'A KPI under pipeline has no lag.'],
    ['計画前から進んでいる分は、遅れて届くKPIにしか入りません。', 'Only what arrives late can have been under way before.'],
    ['lag のあるKPIの id を書きます。', 'Name a KPI that has a lag.'],
    `
pipeline: { orders: { 2026-04: 3 } }${SOUND}`,
    SOUND,
  ),
  'pipeline-month': pageOf(
    ['計画にない月の仕掛かり', 'A month outside the plan'],
    ['pipeline の月が、計画の期間にありません。', 'A month under pipeline is not a month of the plan.'],
    ['どの月に届くのか決まりません。', 'It arrives in no month that is calculated.'],
    ['「2026-04」のように、計画の月を書きます。', 'Write a month of the plan, like 2026-04.'],
    `
pipeline: { revenue: { 2025-04: 3 } }${changed('equals: orders * aov', 'equals: orders * aov, lag: 30 days')}`,
    `
pipeline: { revenue: { 2026-04: 3 } }${changed('equals: orders * aov', 'equals: orders * aov, lag: 30 days')}`,
  ),
  'lights-unreadable': pageOf(
    ['判定の基準が読めない', 'Limits of the lights that cannot be read'],
    ['達成・注意・未達を分ける値の書き方が読めません。', 'The limits between met, near and behind cannot be read.'],
    ['信号の色が決まりません。', 'The lights have no colour.'],
    ['示された形に直します。', 'Write them in the form that is named.'],
  ),
};
