import { messages } from '../problem/problem.ts';
import type { Text } from '../text/text.ts';
import type { Unit } from '../unit/unit.ts';
import { shown } from './shown.ts';

/** How many of several are named in one sentence. */
const NAMED = 3;

/** What can be wrong with a plan's text and structure. What can be wrong with its numbers is in consistency-messages. */
export const planMessages = messages({
  'document-too-large': {
    severity: 'error',
    ja: (p: { bytes: number; limit: number }) =>
      `計画が大きすぎます（${p.bytes}バイト、上限${p.limit}バイト）。計画を分けてください。`,
    en: (p: { bytes: number; limit: number }) =>
      `The plan is too large (${p.bytes} bytes, limit ${p.limit}). Split it into several plans.`,
  },
  'document-too-long': {
    severity: 'error',
    ja: (p: { limit: number }) => `計画の項目が多すぎます（上限${p.limit}個）。計画を分けてください。`,
    en: (p: { limit: number }) => `The plan has too many entries (limit ${p.limit}). Split it into several plans.`,
  },
  'document-too-deep': {
    severity: 'error',
    ja: (p: { limit: number }) => `入れ子が深すぎます（上限${p.limit}段）。計画の書き方を見直してください。`,
    en: (p: { limit: number }) => `The document is nested too deeply (limit ${p.limit} levels). A plan never needs that.`,
  },
  'yaml-syntax': {
    severity: 'error',
    ja: (p: { detail: string; excerpt: string }) =>
      `YAMLとして読めません（${p.detail}）。「${p.excerpt}」の前後の字下げ、引用符、コロンを確認してください。`,
    en: (p: { detail: string; excerpt: string }) =>
      `This cannot be read as YAML (${p.detail}). Check indentation, quotes and colons around "${p.excerpt}".`,
  },
  'duplicate-key': {
    severity: 'error',
    ja: (p: { key: string }) => `「${p.key}」が2回書かれています。どちらかを消すか、名前を変えてください。`,
    en: (p: { key: string }) => `"${p.key}" is written twice. Remove one of them or rename it.`,
  },
  'alias-not-allowed': {
    severity: 'error',
    ja: () => 'YAMLのアンカー（&）とエイリアス（*）は使えません。値をそのまま書いてください。',
    en: () => 'YAML anchors (&) and aliases (*) cannot be used here. Write the value out.',
  },
  'tag-not-allowed': {
    severity: 'error',
    ja: (p: { tag: string }) => `YAMLのタグ「${p.tag}」は使えません。値だけを書いてください。`,
    en: (p: { tag: string }) => `The YAML tag "${p.tag}" cannot be used here. Write just the value.`,
  },
  'unknown-key': {
    severity: 'error',
    ja: (p: { key: string; suggestion?: string }) =>
      `「${p.key}」という項目はありません。${p.suggestion ? `「${p.suggestion}」の間違いではありませんか。` : '綴りを確認してください。'}`,
    en: (p: { key: string; suggestion?: string }) =>
      `There is no key "${p.key}". ${p.suggestion ? `Did you mean "${p.suggestion}"?` : 'Check its spelling.'}`,
  },
  'missing-key': {
    severity: 'error',
    ja: (p: { key: string }) => `「${p.key}」がありません。計画に必要な項目です。`,
    en: (p: { key: string }) => `"${p.key}" is missing; a plan needs it.`,
  },
  'wrong-value': {
    severity: 'error',
    ja: (p: { key: string; expected: string }) =>
      `「${p.key}」の値が正しくありません。${expectedJa(p.expected)}を書いてください。`,
    en: (p: { key: string; expected: string }) => `The value of "${p.key}" does not fit. Expected: ${p.expected}.`,
  },
  'bad-id': {
    severity: 'error',
    ja: (p: { id: string }) =>
      `「${p.id}」は計算式で使えない名前です。文字で始め、英数字・日本語・ハイフンだけで書いてください。`,
    en: (p: { id: string }) =>
      `"${p.id}" is not a name formulas can use. Start with a letter and use letters, digits and hyphens only.`,
  },
  'duplicate-id': {
    severity: 'error',
    ja: (p: { id: string; otherLine: number }) =>
      `「${p.id}」は${p.otherLine}行目にもあります。計画の中で名前は1つずつにしてください。`,
    en: (p: { id: string; otherLine: number }) =>
      `"${p.id}" already stands on line ${p.otherLine}. Every name in a plan is used once.`,
  },
  'unknown-reference': {
    severity: 'error',
    ja: (p: { id: string; suggestion?: string; hint?: string }) =>
      `「${p.id}」は計画にありません。${p.suggestion ? `「${p.suggestion}」の間違いではありませんか。` : p.hint ? `引き算なら「${p.hint}」のように前後を空けてください。` : 'goals か kpis に加えてください。'}`,
    en: (p: { id: string; suggestion?: string; hint?: string }) =>
      `"${p.id}" is not in the plan. ${p.suggestion ? `Did you mean "${p.suggestion}"?` : p.hint ? `To subtract, put spaces around the minus: "${p.hint}".` : 'Add it to goals or kpis.'}`,
  },
  cycle: {
    severity: 'error',
    ja: (p: { path: readonly string[] }) =>
      `計算式が循環しています：${p.path.join(' → ')}。前の月の値を使うなら previous(…) と書いてください。`,
    en: (p: { path: readonly string[] }) =>
      `The formulas run in a circle: ${p.path.join(' → ')}. To use last month's value, write previous(…).`,
  },
  'period-unreadable': {
    severity: 'error',
    ja: (p: { text: string }) =>
      `期間「${p.text}」が読めません。「2026-04-01/2027-03-31」のように開始日と終了日を書いてください（10年以内）。`,
    en: (p: { text: string }) =>
      `The period "${p.text}" cannot be read. Write first and last day like "2026-04-01/2027-03-31", ten years at most.`,
  },
  'zone-unknown': {
    severity: 'error',
    ja: (p: { zone: string }) => `タイムゾーン「${p.zone}」はありません。「Asia/Tokyo」のように書いてください。`,
    en: (p: { zone: string }) => `There is no time zone "${p.zone}". Write it like "Asia/Tokyo".`,
  },
  'unit-unreadable': {
    severity: 'error',
    ja: (p: { text: string }) =>
      `単位「${p.text}」が読めません。「count of lead」「ratio of order over visitor」「JPY per order」「business days」「score 1..5」のように書いてください。`,
    en: (p: { text: string }) =>
      `The unit "${p.text}" cannot be read. Write "count of lead", "ratio of order over visitor", "JPY per order", "business days" or "score 1..5".`,
  },
  'lag-unreadable': {
    severity: 'error',
    ja: (p: { text: string }) =>
      `遅れ「${p.text}」が読めません。「90 days」「90日」「90 days after leads」のように、ばらつきがあれば「1か月で40%、2か月で60%」「45日以内に半数、120日以内に9割」のように書いてください。`,
    en: (p: { text: string }) =>
      `The lag "${p.text}" cannot be read. Write "90 days" or "90 days after leads"; where it varies, "40% in 1 month, 60% in 2 months" or "half within 45 days, 90% within 120 days".`,
  },
  'lag-shares': {
    severity: 'error',
    ja: (p: { text: string; percent: string }) =>
      `遅れ「${p.text}」の割合の合計が${p.percent}%です。合計が100%になるように書いてください。`,
    en: (p: { text: string; percent: string }) =>
      `The shares of the lag "${p.text}" add up to ${p.percent}%. They must add up to 100%.`,
  },
  'lag-without-formula': {
    severity: 'error',
    ja: (p: { node: string }) =>
      `「${p.node}」には計算式がないので、遅れ（lag）は意味を持ちません。equals を書くか lag を消してください。`,
    en: (p: { node: string }) => `"${p.node}" has no formula, so its lag means nothing. Write equals or remove the lag.`,
  },
  'lag-ancestor': {
    severity: 'error',
    ja: (p: { node: string; after: string }) =>
      `「${p.node}」の計算は「${p.after}」を使っていません。after には計算に使われるKPIを書いてください。`,
    en: (p: { node: string; after: string }) =>
      `"${p.node}" is not calculated from "${p.after}". After "after" name a KPI its formula builds on.`,
  },
  'lag-twice': {
    severity: 'error',
    ja: (p: { node: string; after: string; other: string }) =>
      `「${p.after}」から「${p.node}」までの遅れに、途中の「${p.other}」の遅れも書かれています。どちらか一方にしてください。`,
    en: (p: { node: string; after: string; other: string }) =>
      `The lag from "${p.after}" to "${p.node}" already covers "${p.other}", which has a lag of its own. Keep one of them.`,
  },
  'lag-too-long': {
    severity: 'error',
    ja: (p: { node: string; months: number; limit: number }) =>
      `「${p.node}」の遅れが長すぎます（約${p.months}か月、上限${p.limit}か月）。`,
    en: (p: { node: string; months: number; limit: number }) =>
      `The lag of "${p.node}" is too long (about ${p.months} months, limit ${p.limit}).`,
  },
  'pipeline-without-lag': {
    severity: 'error',
    ja: (p: { node: string }) =>
      `pipeline に書かれた「${p.node}」には遅れ（lag）がありません。計画前から進んでいる分が入るKPIを書いてください。`,
    en: (p: { node: string }) =>
      `"${p.node}" in the pipeline has no lag. Name the KPI in which what is already under way arrives.`,
  },
  'pipeline-month': {
    severity: 'error',
    ja: (p: { node: string; month: string }) =>
      `pipeline の「${p.node}」にある月「${p.month}」が計画の期間にありません。「2026-04」のように書いてください。`,
    en: (p: { node: string; month: string }) =>
      `The month "${p.month}" of "${p.node}" in the pipeline is not a month of the plan. Write it like "2026-04".`,
  },
  'delays-too-long': {
    severity: 'error',
    ja: (p: { months: number; limit: number }) =>
      `計算式をたどると、遅れ（lag）や previous で${p.months}か月前までさかのぼります（上限${p.limit}か月）。遅れを短くするか、まとめて1か所に書いてください。`,
    en: (p: { months: number; limit: number }) =>
      `Lags and previous() along the formulas reach back ${p.months} months (limit ${p.limit}). Shorten them, or state the whole lag in one place.`,
  },
  'target-unreadable': {
    severity: 'error',
    ja: (p: { text: string }) =>
      `目標「${p.text}」が読めません。「200 per month」「月200件」「3億円 by 2027-03-31」「30%」「10%..20%」のように数値で書いてください。`,
    en: (p: { text: string }) =>
      `The target "${p.text}" cannot be read. Write a number: "200 per month", "3億円 by 2027-03-31", "30%" or "10%..20%".`,
  },
  'target-vague': {
    severity: 'error',
    ja: (p: { text: string }) =>
      `「${p.text}」には数値がありません。いつまでに、いくつにするかを書いてください（例：年間売上10億円を達成する）。`,
    en: (p: { text: string }) =>
      `"${p.text}" has no number. Say how much and by when, for example "¥1,000,000,000 by 2027-03-31".`,
  },
  'target-ambiguous': {
    severity: 'error',
    ja: (p: { text: string; first: string; second: string }) =>
      `「${p.text}」は2通りに読めます。${p.first} か ${p.second} のどちらかを書いてください。`,
    en: (p: { text: string; first: string; second: string }) =>
      `"${p.text}" can be read in two ways. Write ${p.first} or ${p.second}.`,
  },
  'target-needs-baseline': {
    severity: 'error',
    ja: (p: { text: string }) => `「${p.text}」は現状に対する変化です。baseline（現状値）も書いてください。`,
    en: (p: { text: string }) => `"${p.text}" is a change from today. Add the baseline it starts from.`,
  },
  'target-unit': {
    severity: 'error',
    ja: (p: { text: string; kind: UnitKind; currency?: string }) =>
      `「${p.text}」は単位が合いません。このKPIは${KINDS[p.kind].ja}${p.currency ? `（${p.currency}）` : ''}で書いてください。`,
    en: (p: { text: string; kind: UnitKind; currency?: string }) =>
      `"${p.text}" does not fit the KPI's unit. Write ${KINDS[p.kind].en}${p.currency ? ` in ${p.currency}` : ''}.`,
  },
  'target-per-rate': {
    severity: 'error',
    ja: (p: { text: string }) => `「${p.text}」：率・単価・在庫のような値は期間で足せません。「月あたり」などを外してください。`,
    en: (p: { text: string }) =>
      `"${p.text}": a rate, price or stock does not add up over time. Leave out "per month" and the like.`,
  },
  'per-missing': {
    severity: 'warning',
    ja: (p: { node: string; key: 'target' | 'baseline'; value: string; unit: string }) =>
      `「${p.node}」の${p.key === 'target' ? '目標' : '現状値（baseline）'}${shown(p.value, p.unit, 'ja')}は、計画期間全体の合計とみなしました。月あたりの値なら「per month」を付けてください。`,
    en: (p: { node: string; key: 'target' | 'baseline'; value: string; unit: string }) =>
      `The ${p.key} of "${p.node}", ${shown(p.value, p.unit, 'en')}, was taken as the total of the whole plan. If it is per month, add "per month".`,
  },
  'target-impossible': {
    severity: 'error',
    ja: (p: { value: string; limit: string; side: 'above' | 'below'; unit: string }) =>
      p.side === 'above'
        ? `目標${shown(p.value, p.unit, 'ja')}は、ありえる値の上限${shown(p.limit, p.unit, 'ja')}を超えています。それより大きくなりうる値なら、limit に上限（なければ none）を書いてください。`
        : `目標${shown(p.value, p.unit, 'ja')}は、ありえる値の下限${shown(p.limit, p.unit, 'ja')}を下回っています。`,
    en: (p: { value: string; limit: string; side: 'above' | 'below'; unit: string }) =>
      p.side === 'above'
        ? `The target ${shown(p.value, p.unit, 'en')} is more than this can ever be (${shown(p.limit, p.unit, 'en')}). If it can be more, write its limit, or "limit: none".`
        : `The target ${shown(p.value, p.unit, 'en')} is less than this can ever be (${shown(p.limit, p.unit, 'en')}).`,
  },
  'target-empty-range': {
    severity: 'error',
    ja: (p: { text: string }) => `範囲「${p.text}」は下限が上限より大きくなっています。`,
    en: (p: { text: string }) => `The range "${p.text}" starts above its end.`,
  },
  'lights-unreadable': {
    severity: 'error',
    ja: (p: { text: string }) =>
      `達成とみなす基準「${p.text}」が読めません。lights に「{ met: 100%, near: 90% }」のように、near が met を超えない割合（200%まで）を書いてください。`,
    en: (p: { text: string }) =>
      `The limits "${p.text}" cannot be read. Write lights like { met: 100%, near: 90% }: shares up to 200%, near no higher than met.`,
  },
  undecided: {
    severity: 'info',
    ja: (p: { nodes: readonly string[] }) => `目標が未定のKPIが${p.nodes.length}件あります：${p.nodes.join('、')}`,
    en: (p: { nodes: readonly string[] }) =>
      `${p.nodes.length} KPI${p.nodes.length === 1 ? ' has' : 's have'} an undecided target: ${p.nodes.join(', ')}`,
  },
  'unit-mismatch': {
    severity: 'error',
    ja: (p: { node: string; found: string; expected: string }) =>
      `「${p.node}」の計算式の単位が合いません。計算結果は${p.found}、このKPIは${p.expected}です。足りない掛け算・割り算がないか確認してください。`,
    en: (p: { node: string; found: string; expected: string }) =>
      `The units of the formula of "${p.node}" do not work out: it gives ${p.found}, the KPI is ${p.expected}. Look for a missing factor or divisor.`,
  },
  'cannot-add': {
    severity: 'error',
    ja: (p: { node: string; first: string; second: string }) =>
      `「${p.node}」の計算式で、${p.first}と${p.second}は足し引きできません。`,
    en: (p: { node: string; first: string; second: string }) =>
      `In the formula of "${p.node}", ${p.first} and ${p.second} cannot be added or subtracted.`,
  },
  'counted-thing': {
    severity: 'warning',
    ja: (p: { node: string; found: string; needed: string; culprit?: string }) =>
      `「${p.node}」の計算式には${p.needed}の数が必要ですが、${p.culprit ? `「${p.culprit}」は` : ''}${p.found}の数です。`,
    en: (p: { node: string; found: string; needed: string; culprit?: string }) =>
      `The formula of "${p.node}" needs a number of ${p.needed}, but ${p.culprit ? `"${p.culprit}" counts` : 'it gets a number of'} ${p.found}.`,
  },
  'tax-mixed': {
    severity: 'error',
    ja: (p: { node: string; first: string; second: string }) =>
      `「${p.node}」で税抜（${p.first}）と税込（${p.second}）が混ざっています。どちらかに揃えてください。`,
    en: (p: { node: string; first: string; second: string }) =>
      `"${p.node}" mixes amounts without tax (${p.first}) and with tax (${p.second}). Use one of them throughout.`,
  },
  'goal-without-formula': {
    severity: 'warning',
    ja: (p: { goal: string }) => `最終目標「${p.goal}」に計算式がありません。equals で「件数 * 単価」のように分解してください。`,
    en: (p: { goal: string }) => `The goal "${p.goal}" has no formula. Break it down with equals, for example "orders * aov".`,
  },
  'goal-without-target': {
    severity: 'error',
    ja: (p: { goal: string }) => `最終目標「${p.goal}」に目標値がありません。数値と期限を書いてください。`,
    en: (p: { goal: string }) => `The goal "${p.goal}" has no target. Give a number and a date.`,
  },
  'deadline-missing': {
    severity: 'warning',
    ja: (p: { goal: string; end: string }) =>
      `最終目標「${p.goal}」に期限がありません。検算では計画の終わり（${p.end}）を期限とみなしますが、公開するには「by ${p.end}」のように書いてください。`,
    en: (p: { goal: string; end: string }) =>
      `The goal "${p.goal}" has no deadline. The check takes the end of the plan (${p.end}); before it is published, write it: "by ${p.end}".`,
  },
  'deadline-outside': {
    severity: 'warning',
    ja: (p: { goal: string; by: string; from: string; to: string }) =>
      `最終目標「${p.goal}」の期限（${p.by}）が計画の期間（${p.from}〜${p.to}）の外にあります。期限か期間を直してください。`,
    en: (p: { goal: string; by: string; from: string; to: string }) =>
      `The deadline of the goal "${p.goal}" (${p.by}) lies outside the plan (${p.from} to ${p.to}). Correct one of them.`,
  },
  'population-missing': {
    severity: 'warning',
    ja: (p: { goal: string }) =>
      `「${p.goal}」は率の目標です。公開するには、誰のうちの何%か、population に対象を書いてください。`,
    en: (p: { goal: string }) => `"${p.goal}" is a share. Before it is published, say of whom: write its population.`,
  },
  'goals-too-many': {
    severity: 'warning',
    ja: (p: { count: number }) => `最終目標が${p.count}件あります。1〜3件に絞ると、何を優先するかがはっきりします。`,
    en: (p: { count: number }) => `There are ${p.count} goals. Keep one to three, so that everyone knows what comes first.`,
  },
  'goal-rank': {
    severity: 'error',
    ja: (p: { goals: readonly string[] }) =>
      `最終目標が複数あるときは、優先順位（rank）を1から重複なく書いてください：${p.goals.join('、')}`,
    en: (p: { goals: readonly string[] }) => `With several goals, give each a different rank from 1: ${p.goals.join(', ')}`,
  },
  'goal-for-aim': {
    severity: 'info',
    ja: (p: { goal: string; aimJa: string; aimEn: string; metrics: readonly string[] }) =>
      `「${p.aimJa}」には、${p.metrics.join('、')}を最終目標にすることがよくあります。「${p.goal}」で足りるか確かめてください。`,
    en: (p: { goal: string; aimJa: string; aimEn: string; metrics: readonly string[] }) =>
      `For "${p.aimEn}" goals are often set on ${p.metrics.join(', ')}. See whether "${p.goal}" is what you mean.`,
  },
  'goal-without-area': {
    severity: 'warning',
    ja: (p: { goal: string }) => `最終目標「${p.goal}」は重点領域（KRA）に結び付いていません。`,
    en: (p: { goal: string }) => `The goal "${p.goal}" belongs to no key result area (KRA).`,
  },
  'area-without-goal': {
    severity: 'warning',
    ja: (p: { area: string }) => `重点領域「${p.area}」には最終目標がありません。`,
    en: (p: { area: string }) => `No goal belongs to the key result area "${p.area}".`,
  },
  'factor-without-kpi': {
    severity: 'warning',
    ja: (p: { factor: string }) => `重要成功要因「${p.factor}」を測るKPIがありません。`,
    en: (p: { factor: string }) => `No KPI measures the success factor "${p.factor}".`,
  },
  'without-reason': {
    severity: 'warning',
    ja: (p: { id: string; to: string }) =>
      `「${p.id}」がなぜ「${p.to}」につながるのか、公開するには because に理由を書いてください。`,
    en: (p: { id: string; to: string }) => `Before it is published, say in "because" why "${p.id}" leads to "${p.to}".`,
  },
  'factor-shares': {
    severity: 'error',
    ja: (p: { total: string }) =>
      `重要成功要因の資源配分の合計が${p.total}%です。100%になるように、どれかの配分を増やすか減らしてください。`,
    en: (p: { total: string }) =>
      `The success factors' shares of resources total ${p.total}%. Give one of them more or less, so that they make 100%.`,
  },
  'no-path-to-goal': {
    severity: 'warning',
    ja: (p: { node: string }) =>
      `「${p.node}」は最終目標につながっていません。計算式に入れるか、under や supports で影響先と理由を書いてください。`,
    en: (p: { node: string }) =>
      `"${p.node}" leads to no goal. Use it in a formula, or state with under or supports what it influences and why.`,
  },
  'owners-missing': {
    severity: 'warning',
    ja: (p: { nodes: readonly string[]; namesJa: readonly string[]; namesEn: readonly string[] }) => {
      const more = p.nodes.length - NAMED;
      return `責任者の決まっていない目標が${p.nodes.length}件あります。公開するには1人ずつ決めてください：${p.namesJa.slice(0, NAMED).join('、')}${more > 0 ? `、他${more}件` : ''}`;
    },
    en: (p: { nodes: readonly string[]; namesJa: readonly string[]; namesEn: readonly string[] }) => {
      const more = p.nodes.length - NAMED;
      const names = `${p.namesEn.slice(0, NAMED).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
      return `${p.nodes.length} target${p.nodes.length === 1 ? ' has' : 's have'} no owner. Before it is published, name one person each: ${names}`;
    },
  },
});

const EXPECTED_JA: Readonly<Record<string, string>> = {
  text: '文字',
  number: '数値',
  list: '一覧',
  map: '項目の組',
  'true or false': 'true か false',
};

type UnitKind = Unit['kind'];

const KINDS: Readonly<Record<UnitKind, Text>> = {
  count: { ja: '件数', en: 'a number' },
  ratio: { ja: '率（%）', en: 'a percentage' },
  money: { ja: '金額', en: 'an amount of money' },
  duration: { ja: '時間の長さ（日など）', en: 'a length of time' },
  score: { ja: '点数', en: 'a score' },
  rank: { ja: '順位', en: 'a rank' },
  multiple: { ja: '倍率', en: 'a multiple' },
};

function expectedJa(expected: string): string {
  return EXPECTED_JA[expected] ?? `「${expected}」`;
}
