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
});
