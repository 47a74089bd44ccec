import { labels } from '../ui/labels.ts';

/** Imports that were made, and taking them back. */
export const historyLabels = labels({
  historyNote: { ja: '新しい順。取り消したものも残ります', en: 'newest first; what was undone stays listed' },
  historyEmpty: { ja: '取り込みはまだありません', en: 'Nothing has been imported yet' },
  historyEmptyText: {
    ja: 'ファイルを取り込むと、いつ・誰が・何を入れたかがここに残ります。',
    en: 'When a file is imported, what came in, when and by whom is kept here.',
  },
  allDatasets: { ja: 'すべてのデータ', en: 'All data' },
  showOlder: { ja: 'さらに前を表示', en: 'Show older ones' },
  file: { ja: 'ファイル', en: 'File' },
  state: { ja: '状態', en: 'State' },
  who: { ja: '取り込んだ人', en: 'Imported by' },
  when: { ja: '日時', en: 'When' },
  stateLive: { ja: '有効', en: 'In use' },
  statePartly: { ja: '一部が置き換え済み', en: 'Partly replaced' },
  stateReplaced: { ja: '置き換え済み', en: 'Replaced' },
  stateUndone: { ja: '取り消し済み', en: 'Undone' },
  stateLiveText: { ja: 'すべての行が数値に使われています。', en: 'All of its rows count.' },
  statePartlyText: {
    ja: '{{days}}の行だけが数値に使われています。残りは後の取り込みに置き換わりました。',
    en: 'Only its rows of {{days}} count. Later imports took the place of the rest.',
  },
  stateReplacedText: {
    ja: '後の取り込みに置き換わり、この行は数値に使われていません。',
    en: 'Later imports took its place; none of its rows count.',
  },
  stateUndoneText: { ja: '{{day}}に{{name}}さんが取り消しました。', en: 'Undone on {{day}} by {{name}}.' },
  readWith: { ja: '読み方', en: 'Read as' },
  badLeft: {
    ja: '読めない{{count}}行を除外',
    en: { one: '{{count}} unreadable row left out', other: '{{count}} unreadable rows left out' },
  },
  undoImport: { ja: '取り込みを取り消す', en: 'Undo this import' },
  undoShort: { ja: '取り消す', en: 'Undo' },
  undoFile: { ja: '「{{name}}」の取り込みを取り消す', en: 'Undo the import of {{name}}' },
  undoTitle: { ja: 'この取り込みを取り消しますか？', en: 'Undo this import?' },
  undoGone: {
    ja: '「{{dataset}}」の{{days}}の{{rows}}行が、数値に使われなくなります。',
    en: '{{rows}} rows of {{dataset}}, {{days}}, stop counting.',
  },
  undoNothing: {
    ja: 'この行はいま数値に使われていないため、取り消しても数値は変わりません。',
    en: 'None of its rows count at present, so no figure changes.',
  },
  undoBack: { ja: '代わりに、次の取り込みの行が戻ります。', en: 'In their place, rows of these imports count again:' },
  undoMissing: { ja: 'その期間のデータは「データなし」になります。', en: 'Those days will have no data.' },
  undoKpis: { ja: '数値が変わるKPI', en: 'KPIs whose figures change' },
  undoLater: {
    ja: '取り消した記録は履歴に残ります。必要になったら、同じファイルをもう一度取り込んでください。',
    en: 'The history keeps a record of it. Should you need the rows again, import the file again.',
  },
  undoDone: { ja: '取り込みを取り消しました', en: 'Import undone' },
  batchGone: { ja: 'この取り込みはありません', en: 'There is no such import' },
  keptPersonal: { ja: '個人情報の取り扱い', en: 'Personal data' },
});
