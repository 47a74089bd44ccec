import { messages } from '../problem/problem.ts';

export const catalogueMessages = messages({
  'catalogue-shape': {
    severity: 'error',
    ja: (p: { detail: string }) => `カタログの書き方が正しくありません：${p.detail}`,
    en: (p: { detail: string }) => `The catalogue entry is not well formed: ${p.detail}`,
  },
  'catalogue-id': {
    severity: 'error',
    ja: (p: { id: string }) => `「${p.id}」は指標のIDに使えません。計算式に書ける名前にしてください。`,
    en: (p: { id: string }) => `"${p.id}" cannot be a metric id; use a name that formulas can write.`,
  },
  'catalogue-unit': {
    severity: 'error',
    ja: (p: { unit: string }) =>
      `単位「${p.unit}」が読めません。「count of lead」「ratio of order over visitor」「money per order」のように書いてください。`,
    en: (p: { unit: string }) =>
      `The unit "${p.unit}" cannot be read. Write "count of lead", "ratio of order over visitor" or "money per order".`,
  },
  'catalogue-cycle': {
    severity: 'error',
    ja: (p: { path: readonly string[] }) => `定義が循環しています：${p.path.join(' → ')}`,
    en: (p: { path: readonly string[] }) => `The definitions form a circle: ${p.path.join(' → ')}`,
  },
  'catalogue-unknown': {
    severity: 'error',
    ja: (p: { id: string }) => `「${p.id}」はカタログにありません。`,
    en: (p: { id: string }) => `"${p.id}" is not in the catalogue.`,
  },
  'catalogue-unknown-thing': {
    severity: 'error',
    ja: (p: { id: string }) => `数える対象「${p.id}」は登録されていません。一覧から選ぶか、新しく登録してください。`,
    en: (p: { id: string }) => `Nothing called "${p.id}" is counted yet. Choose from the list, or add it as a thing of your own.`,
  },
  'catalogue-lag': {
    severity: 'error',
    ja: (p: { text: string }) => `「${p.text}」は日数の幅として読めません。「14」や「30..180」のように書いてください。`,
    en: (p: { text: string }) => `"${p.text}" cannot be read as a number of days. Write 14, or a range such as 30..180.`,
  },
  'entry-known': {
    severity: 'error',
    ja: (p: { id: string }) => `「${p.id}」はカタログにもとからあります。自社の指標には別の名前を付けてください。`,
    en: (p: { id: string }) => `The catalogue already has "${p.id}". Give your own another name.`,
  },
  'entry-name-taken': {
    severity: 'error',
    ja: (p: { name: string; id: string }) =>
      `「${p.name}」という指標はすでにあります（${p.id}）。分母や対象がわかる名前にして区別してください。`,
    en: (p: { name: string; id: string }) =>
      `There is a metric called "${p.name}" already (${p.id}). Tell yours apart, for example by what it is divided by.`,
  },
  'entry-denominator': {
    severity: 'error',
    ja: () => '率の分子と分母がわかりません。「受注件数÷商談数」のように、割り算の計算式を入力してください。',
    en: () => 'A rate has to say what is divided by what. Enter a formula such as won-deals / meetings.',
  },
  'entry-formula-unit': {
    severity: 'error',
    ja: (p: { unit: string; found: string }) =>
      `計算式の結果の単位（${p.found}）が、指標の単位（${p.unit}）と違います。計算式か単位を直してください。`,
    en: (p: { unit: string; found: string }) =>
      `The formula gives ${p.found}, while the metric is in ${p.unit}. Change one of them.`,
  },
  'entries-shape': {
    severity: 'error',
    ja: () => '指標の定義（metrics.yaml）の entries が読めない形です。開発者向けの画面で直してください。',
    en: () => 'The entries of metrics.yaml have a shape that cannot be changed here. Mend the text under Definitions.',
  },
  'entry-in-use': {
    severity: 'error',
    ja: (p: { users: readonly string[] }) =>
      `使われているため削除できません：${p.users.join('、')}。先に計画や計算式から外してください。`,
    en: (p: { users: readonly string[] }) => `It is in use and stays: ${p.users.join(', ')}. Take it out of these first.`,
  },
});
