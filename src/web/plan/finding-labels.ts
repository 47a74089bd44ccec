import { labels } from '../ui/labels.ts';

/** What can be done about a finding: settle it, or say that it is meant to be so. */
export const findingLabels = labels({
  settleDeadline: {
    ja: '「{{name}}」の目標に「{{day}}まで」と書きます。数値は変わりません。',
    en: 'Writes “by {{day}}” behind the target of {{name}}. No number changes.',
  },
  settleIgnore: {
    ja: '指摘「{{rule}}」を外した記録を消します。当てはまる指摘はもうありません。',
    en: 'Takes out the note that ignores “{{rule}}”. Nothing of the kind is found any more.',
  },
  settlePair: {
    ja: '「{{name}}」の対になる質のKPIを「{{partner}}」と書きます。',
    en: 'Names {{partner}} as the quality that belongs to {{name}}.',
  },
  settleRatio: {
    ja: '「{{name}}」の集計を、期間の平均から「合計どうしの割合」に変えます。',
    en: 'Adds {{name}} up over periods as a ratio of totals, not as a mean of rates.',
  },
  settleWatch: {
    ja: '「{{name}}」の「見るだけ」を外し、目標のあるKPIとして扱います。',
    en: 'Takes “watch only” from {{name}}, which has a target.',
  },
  settleInfluence: {
    ja: '「{{name}}」から「{{to}}」への影響を消します。計算式ですでにつながっています。',
    en: 'Takes out the influence of {{name}} on {{to}}: the formula joins them already.',
  },
  settleContributor: {
    ja: '「{{name}}」の関係者から、責任者の{{owner}}を外します。',
    en: 'Takes {{owner}}, who owns {{name}}, out of its contributors.',
  },
  settleOther: { ja: '計画の書き方だけを直します。意味は変わりません。', en: 'Changes how it is written, not what it means.' },
  settleDo: { ja: '修正する', en: 'Fix it' },
  settleAgain: { ja: '元に戻すこともできます。', en: 'It can be undone.' },
  meant: { ja: '意図どおり…', en: 'Meant to be so…' },
  meantReason: { ja: '意図どおりとする理由', en: 'Why it is meant to be so' },
  meantHint: { ja: '例：初年度のため、まず量を優先する', en: 'e.g. In the first year volume comes first' },
  meantUntil: { ja: '期限（任意）', en: 'Until (optional)' },
  meantUntilHint: { ja: '過ぎると、また指摘します', en: 'After that day it is found again' },
  meantDo: { ja: '指摘から外す', en: 'Ignore it' },
  meantList: { ja: '意図どおりとした指摘 {{count}}件', en: '{{count}} meant to be so' },
  meantUntilDay: { ja: '{{day}}まで', en: 'until {{day}}' },
  meantBack: { ja: '指摘に戻す', en: 'Find it again' },
  cancel: { ja: 'やめる', en: 'Cancel' },
});
