import { labels } from '../ui/labels.ts';

/** Closing of months, per source. */
export const closingLabels = labels({
  closingNote: { ja: '月×データ', en: 'months by data' },
  closingText: {
    ja: '「速報」は数値がまだ動くこと、「確定」はもう動かさないことを示します。確定したあとにデータが変わると「確定後の変動」として残ります。',
    en: '“Preliminary” says that figures may still move, “final” that they will not. Changes after that are kept as changes after close.',
  },
  everySource: { ja: 'すべてのデータ', en: 'All data' },
  earlierMonths: { ja: '前の12か月', en: '12 months earlier' },
  laterMonths: { ja: '次の12か月', en: '12 months later' },
  running: { ja: '進行中', en: 'running' },
  cellLabel: { ja: '{{source}}、{{month}}：{{state}}。変更する', en: '{{source}}, {{month}}: {{state}}. Change' },
  stateTextOpen: { ja: 'まだ締めていません', en: 'not closed yet' },
  stateTextPreliminary: { ja: '数値はまだ動きます', en: 'figures may still move' },
  stateTextFinal: { ja: '数値はもう動かしません', en: 'figures will not move' },
  closeDialog: { ja: '{{source}}：{{month}}の締め', en: '{{source}}: closing {{month}}' },
  noteLabel: { ja: 'メモ', en: 'Note' },
  reasonLabel: { ja: '戻す理由', en: 'Why it is opened again' },
  reasonHint: {
    ja: '確定を戻すには理由が必要です。例：広告費の請求額が変わったため',
    en: 'What was final is opened only with a reason, e.g. the invoice for ads has changed',
  },
  byAll: {
    ja: '「すべてのデータ」で{{state}}になっています。このデータだけを戻すことはできません。先に「すべてのデータ」の行で戻してください。',
    en: 'It is {{state}} for all data, and cannot be set back for this one alone. Set it back in the row of all data first.',
  },
  dataUntil: { ja: 'この月のデータは{{day}}まで', en: 'Data of this month through {{day}}' },
  dataWhole: { ja: 'この月のデータは揃っています', en: 'All days of this month have arrived' },
  dataNone: { ja: 'この月のデータはまだありません', en: 'No data of this month yet' },
  closeHistory: { ja: 'これまでの変更', en: 'What was done' },
  closeHistoryNone: { ja: '変更はまだありません', en: 'Nothing yet' },
  closeSave: { ja: '変更する', en: 'Change' },
  closeSaved: { ja: '締めの状態を変更しました', en: 'Closing changed' },
  newState: { ja: '状態', en: 'State' },
  noSources: { ja: '締めるデータがまだありません', en: 'There are no data to close yet' },
  noSourcesText: { ja: 'データを取り込むと、月ごとに締められます。', en: 'Once data are imported, months can be closed.' },
});
