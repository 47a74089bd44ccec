import { labels } from '../ui/labels.ts';

export const treeLabels = labels({
  picture: { ja: '印刷・画像', en: 'Print, save' },
  print: { ja: '印刷・PDF', en: 'Print or PDF' },
  printNote: { ja: 'A4横1枚', en: 'one A4 sheet' },
  png: { ja: 'PNG画像', en: 'PNG picture' },
  pngNote: { ja: 'スライドやメールに', en: 'for slides and mail' },
  svg: { ja: 'SVG画像', en: 'SVG picture' },
  svgNote: { ja: '拡大しても粗くならない', en: 'sharp at any size' },
  tooLarge: {
    ja: 'ツリーが大きすぎてPNGにできません。枝を折りたたむか、SVGで保存してください。',
    en: 'The tree is too large for a PNG. Fold some branches, or save it as SVG.',
  },
  edit: { ja: 'この場で編集', en: 'Edit here' },
  editKeys: { ja: 'ダブルクリックまたはF2', en: 'double click or F2' },
  editing: { ja: '{{name}}を編集', en: 'Edit {{name}}' },
  done: { ja: '閉じる', en: 'Close' },
  picked: { ja: '{{count}}件を選択中', en: { one: '{{count}} selected', other: '{{count}} selected' } },
  pickedHint: { ja: 'Ctrlを押しながらクリックで追加', en: 'Ctrl and click adds' },
  setOwner: { ja: '責任者をまとめて変更', en: 'Set owner' },
  setFactor: { ja: '成功要因をまとめて変更', en: 'Set success factor' },
  nobody: { ja: '未設定', en: 'Nobody' },
  noFactor: { ja: 'なし', en: 'None' },
  clearPicked: { ja: '選択を解除', en: 'Clear selection' },
  movedUnder: { ja: '「{{factor}}」の下へ移しました', en: 'Moved under “{{factor}}”' },
  drag: {
    ja: 'ドラッグして、成功要因へ移すか、同じ計算式のカードと入れ替える（Alt＋←→）',
    en: 'Drag to a success factor, or onto a card of the same formula to exchange them (Alt and ← →)',
  },
  cannotExchange: {
    ja: 'この2つは入れ替えられません。入れ替えると計算の意味が変わります。',
    en: 'These two cannot change places: the formula would mean something else.',
  },
});
