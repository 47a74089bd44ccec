import { labels } from '../ui/labels.ts';

/** Values that somebody types by a day. */
export const dueLabels = labels({
  dueTitle: { ja: '値の入力が期限です', en: 'Values to type in' },
  dueOn: { ja: '{{day}}まで', en: 'by {{day}}' },
  dueLate: { ja: '{{count}}営業日遅れ', en: '{{count}} business days late' },
  dueGo: { ja: '入力する', en: 'Type it in' },
  duties: { ja: '入力の担当と期限', en: 'Who types by when' },
  dutiesText: {
    ja: '担当者のホームに、期限の前から入力するまで表示します。月が終わった後の営業日で数えます。',
    en: 'Home of that person shows the value from before the day until it is typed. Days are business days after the month.',
  },
  dutiesNone: { ja: '手で入力するKPIがまだありません。', en: 'No KPI is typed in yet.' },
  dutyOwner: { ja: '担当者', en: 'Who' },
  dutyNobody: { ja: '担当者なし', en: 'nobody' },
  dutyDue: { ja: '期限（翌月の第何営業日）', en: 'Due (business day of the next month)' },
  dutyRemind: { ja: '何営業日前から知らせるか', en: 'Remind (business days before)' },
  dutySaved: { ja: '担当と期限を保存しました', en: 'Saved' },
  dutyOwnerOf: { ja: '{{name}}の担当者', en: 'Who types {{name}}' },
  dutyDueOf: { ja: '{{name}}の期限', en: 'Day on which {{name}} is due' },
  dutyRemindOf: { ja: '{{name}}を何営業日前から知らせるか', en: 'Business days of reminder for {{name}}' },
});
