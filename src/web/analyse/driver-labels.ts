import { labels } from '../ui/labels.ts';

export const driverLabels = labels({
  outcome: { ja: '知りたい指標', en: 'What is to be foretold' },
  grain: { ja: '比べる単位', en: 'Compared by' },
  auto: { ja: '自動（値の多い細かさ）', en: 'Automatic (finest that suits)' },
  day: { ja: '日', en: 'Day' },
  week: { ja: '週', en: 'Week' },
  month: { ja: '月', en: 'Month' },

  noneAhead: {
    ja: '{{reach}}前までさかのぼっても、{{goal}}より先に動くKPIは、この実績からは見つかりません。',
    en: 'Looking back up to {{reach}}, these figures show no KPI that moves ahead of {{goal}}.',
  },
  alsoAhead: { ja: 'ほかに先に動くのは{{names}}です。', en: 'Also ahead of it: {{names}}.' },
  together: {
    ja: '同じ{{grain}}に動いたのは{{names}}です。先読みの手がかりにはなりません。',
    en: 'Moving in the same {{grain}}: {{names}}; that does not show it ahead.',
  },
  unclear: {
    ja: '{{names}}は、関連があるかどうかを判断できません。',
    en: 'It cannot be told of {{names}}.',
  },
  dayWord: { ja: '日', en: 'day' },
  weekWord: { ja: '週', en: 'week' },
  monthWord: { ja: '月', en: 'month' },
  compared: { ja: '{{range}}の{{grain}}ごとの値を比較', en: '{{range}}, compared by {{grain}}' },
  counts: {
    ja: 'KPI{{count}}個を調べ、先に動く{{ahead}}・同時に動く{{together}}・判断できない{{unclear}}・偶然の範囲{{none}}',
    en: '{{count}} KPIs looked at: {{ahead}} ahead, {{together}} at the same time, {{unclear}} cannot be told, {{none}} within chance',
  },

  table: { ja: 'KPIごとの関連', en: 'Association of every KPI' },
  tableNote: {
    ja: '−1（逆に動く）〜0（無関係）〜1（同じ向きに動く）、横線は確からしい幅',
    en: '−1 (opposite) to 0 (none) to 1 (together); the line is the range it may lie in',
  },
  kpi: { ja: 'KPI', en: 'KPI' },
  result: { ja: '結果', en: 'Result' },
  'is-ahead': { ja: '先に動く', en: 'Ahead' },
  'is-together': { ja: '同時に動く', en: 'Same time' },
  'is-against': { ja: '逆向き', en: 'Opposed' },
  'is-cannot-tell': { ja: '判断できない', en: 'Cannot tell' },
  'is-none': { ja: '偶然の範囲', en: 'Within chance' },
  lag: { ja: '時期', en: 'When' },
  atOnce: { ja: '同じ{{grain}}', en: 'same {{grain}}' },
  daysLater: { ja: '{{count}}日後', en: { one: '{{count}} day later', other: '{{count}} days later' } },
  weeksLater: { ja: '{{count}}週間後', en: { one: '{{count}} week later', other: '{{count}} weeks later' } },
  monthsLater: { ja: '{{count}}か月後', en: { one: '{{count}} month later', other: '{{count}} months later' } },
  days: { ja: '{{count}}日', en: { one: '{{count}} day', other: '{{count}} days' } },
  weeks: { ja: '{{count}}週間', en: { one: '{{count}} week', other: '{{count}} weeks' } },
  months: { ja: '{{count}}か月', en: { one: '{{count}} month', other: '{{count}} months' } },
  picture: { ja: '図', en: 'Picture' },
  strength: { ja: '関連の強さ', en: 'Strength' },
  range: { ja: '確からしい幅', en: 'Range' },
  pairs: { ja: '比べた値', en: 'Values compared' },
  newest: { ja: '直近でも成立', en: 'Newest part' },
  holds: { ja: '成立（{{pairs}}組）', en: 'Holds ({{pairs}})' },
  fails: { ja: '不成立（{{pairs}}組）', en: 'Does not ({{pairs}})' },
  control: { ja: '動かしやすさ', en: 'Control' },
  room: { ja: '改善余地', en: 'Room' },
  noRange: { ja: '示せません', en: 'not told' },
  outOf: { ja: '{{mark}}／5', en: '{{mark}} of 5' },
  nobody: { ja: 'この計画には、比べられるKPIがほかにありません', en: 'This plan has no other KPI to compare with' },
  nobodyText: {
    ja: '計算式のもとになる指標や、影響を与えていると考える指標を計画に加えると、ここで比べられます。',
    en: 'Add the parts of its formula, or KPIs that are thought to influence it, to the plan.',
  },

  limits: { ja: 'この結果から言えないこと', en: 'What this cannot tell' },
  cause: {
    ja: '関連は原因ではありません。広告費のような第三の要因が両方を動かしていても、同じ結果になります。確かめるには、施策として実際に動かし、前後を比べます。',
    en: 'An association is not a cause: a third thing, such as ad spend, may move both. To find out, move it by an initiative and compare before with after.',
  },
  absent: {
    ja: '「偶然の範囲」は「効かない」という意味ではありません。値が少ない、これまであまり動かしていない、効き目が長く散らばる場合は見えません。',
    en: '“Within chance” does not mean that it has no effect: with few values, a KPI that hardly ever moved, or an effect spread over a long time, nothing shows.',
  },
  delays: {
    ja: '計画に書かれた遅れ（リードから受注まで90日など）は、計算式として着地見込に使われています。ここで見つからなくても、その遅れが否定されるわけではありません。',
    en: 'Delays stated in the plan, such as 90 days from lead to deal, are part of the forecast landing; that nothing is found here does not refute them.',
  },
  span: { ja: '{{low}}〜{{high}}', en: '{{low}} to {{high}}' },
  counted: {
    ja: '定義や数え方の変更は取り除いていません。判定基準を見直した月があれば、その前後だけで見比べてください。',
    en: 'Changes of definition or counting are not taken out; where a rule changed, look at either side of it only.',
  },
  method: { ja: '計算のしかた', en: 'How it is worked out' },
});
