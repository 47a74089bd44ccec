import { labels } from '../ui/labels.ts';

export const boardLabels = labels({
  board: { ja: '分析ボード', en: 'Analysis board' },
  boardHint: {
    ja: '各分析ページの「ボードに置く」で、いつも見たい答えをここに並べられます。開くたびに最新のデータで計算し直します。',
    en: 'With “Pin to the board” on a page of analysis, answers you want to keep in sight come to stand here, worked out anew each time.',
  },
  boardEmpty: { ja: 'ボードにはまだ何もありません', en: 'Nothing is pinned yet' },
  toAnalysis: { ja: '分析の一覧へ', en: 'To the questions' },
  open: { ja: '詳しく見る', en: 'See it all' },
  pin: { ja: 'ボードに置く', en: 'Pin to the board' },
  pinOf: { ja: '「{{name}}」をボードに置く', en: 'Pin “{{name}}” to the board' },
  unpinOf: { ja: '「{{name}}」をボードから外す', en: 'Take “{{name}}” off the board' },
  pinned: { ja: 'ボードに置いてあります', en: 'On the board' },
  pinName: { ja: 'カードの名前', en: 'Name of the card' },
  pinHint: {
    ja: 'この画面の条件が保存され、ボードでは開いたときのデータで答えが出ます。',
    en: 'The choices on this page are kept; on the board they are answered from the data of the day.',
  },
  toBoard: { ja: 'ボードを見る', en: 'See the board' },
  cancel: { ja: 'やめる', en: 'Cancel' },
  evidence: { ja: '計画の根拠に使う', en: 'Use as evidence' },
  evidenceTitle: { ja: 'この分析を影響の根拠にする', en: 'Use this analysis as evidence of an influence' },
  evidenceHint: {
    ja: '自分の下書きに書き込みます。公開すると、影響とKPIのページに日付とこの分析へのリンクが出ます。',
    en: 'It is written into your draft. Once published, it stands with the influence and on the pages of both KPIs, with its date and a link here.',
  },
  influence: { ja: 'どの影響の根拠ですか', en: 'Evidence of which influence' },
  influenceOf: { ja: '{{from}} → {{to}}', en: '{{from}} → {{to}}' },
  says: { ja: '分かったこと', en: 'What was found' },
  write: { ja: '下書きに書き込む', en: 'Write into the draft' },
  written: {
    ja: '下書きに書き込みました。公開すると計画に残ります。',
    en: 'Written into your draft. Publish it to make it part of the plan.',
  },
  known: { ja: 'この根拠はすでに計画にあります。', en: 'The plan says this already.' },
  elsewhere: {
    ja: '別の画面で下書きが変わりました。もう一度お試しください。',
    en: 'The draft has changed elsewhere. Try again.',
  },
  noInfluence: {
    ja: '計画に影響（仮説）がまだありません。計画の文書でKPIに supports を書くと、根拠を残せるようになります。',
    en: 'The plan states no influence yet. Write supports for a KPI in the plan’s text, and evidence can be kept with it.',
  },
  toPlan: { ja: '計画で見る', en: 'See it in the plan' },
  influences: { ja: '影響と根拠', en: 'Influences and evidence' },
  raises: { ja: '{{from}}が高いほど{{to}}が高い', en: 'More {{from}}, more {{to}}' },
  lowers: { ja: '{{from}}が大きいほど{{to}}が下がる', en: 'More {{from}}, less {{to}}' },
  foundOn: { ja: '{{day}}の分析', en: 'Analysis of {{day}}' },
});
