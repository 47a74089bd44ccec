import { labels } from '../ui/labels.ts';

export const wayLabels = labels({
  // Stages
  useStages: { ja: '「{{name}}」のステージを段階にする', en: 'Take the stages of “{{name}}” as steps' },
  stages: { ja: '今どこにいて、何日とどまっているか', en: 'Where people are now, and for how long' },
  stagesNote: { ja: '先へ進まず、終わってもいない人', en: 'those who have neither gone on nor ended' },
  stagesEnds: { ja: '終わりとみなす値：{{ends}}', en: 'Taken as an end: {{ends}}' },
  stage: { ja: '段階', en: 'Stage' },
  reached: { ja: '到達', en: 'Reached' },
  here: { ja: '今いる人', en: 'Here now' },
  ageMedian: { ja: '滞留（中央値）', en: 'Median stay' },
  ageMost: { ja: '9割がこれ以内', en: '9 in 10 within' },
  oldest: { ja: '最長', en: 'Longest' },
  value: { ja: '金額', en: 'Value' },
  // Flow
  flow: { ja: 'その後、何をしたか', en: 'What they did next' },
  flowNote: {
    ja: '最初の1回のあと、期限内の行動を3つまで',
    en: 'up to three steps within the time allowed after the first time',
  },
  flowFrom: { ja: '起点の段階', en: 'After which step' },
  path: { ja: '行動の順', en: 'Path' },
  nothing: { ja: '（期限内に何もしていない）', en: '(nothing within the time)' },
  otherPaths: { ja: 'ほかの順', en: 'Other paths' },
  share: { ja: '割合', en: 'Share' },
  people: { ja: '人数', en: 'People' },
  // Activation
  activation: { ja: '戻る人は、早いうちに何をしていたか', en: 'What those who come back did early' },
  activationNote: { ja: '関連であって、原因とは限りません', en: 'an association, not a proof of a cause' },
  did: { ja: '早いうちの行動', en: 'Done early' },
  within: { ja: '始まりからの日数', en: 'Within' },
  until: { ja: '結果を見る期限', en: 'Outcome until' },
  outcome: {
    ja: '結果「{{name}}」は、{{within}}より後、{{until}}までに数えます',
    en: 'The outcome “{{name}}” counts after {{within}}, until {{until}}',
  },
  immature: { ja: '期限が来ていない{{people}}は除外', en: '{{people}} people are too new to be judged' },
  times: { ja: '回数', en: 'Times' },
  atLeast: { ja: '{{count}}回以上', en: '{{count}} or more' },
  peopleDid: { ja: 'した人', en: 'Did' },
  rateDid: { ja: 'した人の率', en: 'Rate' },
  peopleDidNot: { ja: 'しなかった人', en: 'Did not' },
  rateDidNot: { ja: 'しなかった人の率', en: 'Rate' },
  difference: { ja: '差（95%の幅）', en: 'Difference (95% interval)' },
  ratio: { ja: '倍率', en: 'Ratio' },
  tooFew: { ja: '30人未満', en: 'Fewer than 30' },
  // Costs
  source: { ja: '費用の出どころ', en: 'Where the cost is from' },
  typed: { ja: '入力した値', en: 'typed in' },
  fromData: { ja: '「{{metric}}」（{{media}}）', en: '“{{metric}}” ({{media}})' },
  costBasis: {
    ja: '費用は「{{metric}}」の{{from}}〜{{to}}。入力した値があればそちらを使います',
    en: 'costs of “{{metric}}” from {{from}} to {{to}}; what is typed in goes first',
  },
  apart: { ja: 'どのチャネルにも当てはまらない費用：{{media}}', en: 'Costs that fit no channel: {{media}}' },
  // Budget move
  move: { ja: '予算を移すと？', en: 'What if budget were moved?' },
  moveNote: { ja: '単価の高いチャネルから低いチャネルへ', en: 'from a dear channel to a cheap one' },
  moveFrom: { ja: '減らすチャネル', en: 'Take from' },
  moveTo: { ja: '増やすチャネル', en: 'Give to' },
  moveAmount: { ja: '移す金額（{{currency}}）', en: 'Amount ({{currency}})' },
  returns: { ja: '増やしたときの効き', en: 'Returns' },
  'returns-1': { ja: '単価は変わらない', en: 'Unit cost stays' },
  'returns-0.8': { ja: '少しずつ落ちる（0.8乗）', en: 'Fall slowly (power 0.8)' },
  'returns-0.5': { ja: '大きく落ちる（0.5乗）', en: 'Fall fast (power 0.5)' },
  moveSentence: {
    ja: '{{amount}}を「{{from}}」から「{{to}}」へ移すと、成果は{{lost}}件減り、{{won}}件増え、差し引き{{gain}}件の見込みです（{{model}}の見方）。',
    en: 'Moving {{amount}} from “{{from}}” to “{{to}}” is expected to lose {{lost}} conversions and win {{won}}: {{gain}} in all ({{model}}).',
  },
  moveRange: {
    ja: '8通りの見方では{{low}}〜{{high}}件、増えるのは{{count}}通りです。',
    en: 'Over all eight models {{low}} to {{high}}; {{count}} of them gain.',
  },
  moveMargin: {
    ja: '次の1件にかかる費用：「{{from}}」{{dear}}、「{{to}}」{{cheap}}',
    en: 'Cost of the next conversion: “{{from}}” {{dear}}, “{{to}}” {{cheap}}',
  },
  moveBest: {
    ja: 'この効き方では、{{amount}}まで移すと両方の限界が釣り合います。',
    en: 'With these returns both sides are level after {{amount}}.',
  },
  moveNone: { ja: 'この効き方では、移すほど成果が減ります。', en: 'With these returns any move loses conversions.' },
  moveImpossible: {
    ja: '金額は0より大きく、減らすチャネルの費用（{{most}}）以下にしてください。',
    en: 'The amount has to be above 0 and at most the cost of the channel it is taken from ({{most}}).',
  },
  moveCaution: {
    ja: '費用と成果の関係が今のまま続くと仮定した計算です。少額で試して確かめてください。',
    en: 'This assumes that cost and conversions go on as they do. Try it with a small amount first.',
  },
});
