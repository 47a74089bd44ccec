import { messages } from '../../problem/problem.ts';

/** What is wrong with a mapping that somebody has written. */
export const mappingMessages = messages({
  'mapping-missing-key': {
    severity: 'error',
    ja: (p: { key: string }) => `取込の設定に「${p.key}」がありません。`,
    en: (p: { key: string }) => `The mapping lacks "${p.key}".`,
  },
  'mapping-choice': {
    severity: 'error',
    ja: (p: { key: string; choices: readonly string[] }) => `「${p.key}」には${p.choices.join('、')}のどれかを書いてください。`,
    en: (p: { key: string; choices: readonly string[] }) => `"${p.key}" must be one of ${p.choices.join(', ')}.`,
  },
  'mapping-wrong-value': {
    severity: 'error',
    ja: (p: { key: string }) => `「${p.key}」の値の書き方が正しくありません。取込の設定の説明をご覧ください。`,
    en: (p: { key: string }) => `The value of "${p.key}" is not of the right kind; see the description of mappings.`,
  },
  'mapping-unknown-key': {
    severity: 'error',
    ja: (p: { key: string; suggestion?: string }) =>
      `取込の設定に「${p.key}」という項目はありません。${p.suggestion ? `「${p.suggestion}」のことですか。` : ''}`,
    en: (p: { key: string; suggestion?: string }) =>
      `A mapping has no "${p.key}".${p.suggestion ? ` Did you mean "${p.suggestion}"?` : ''}`,
  },
  'mapping-id': {
    severity: 'error',
    ja: (p: { id: string }) =>
      `「${p.id}」はIDに使えません。英小文字・数字・ハイフンで、英字から始め、60文字までにしてください。`,
    en: (p: { id: string }) =>
      `"${p.id}" cannot be an id; use up to 60 lower-case letters, digits and hyphens, beginning with a letter.`,
  },
  'mapping-without-time': {
    severity: 'error',
    ja: () => '出来事（event）のデータには、日時の列が必要です。どれかの列に role: time を書いてください。',
    en: () => 'A dataset of events needs a column with the moment. Give one column the role "time".',
  },
  'mapping-date-format': {
    severity: 'error',
    ja: (p: { format: string }) => `日付の形式「${p.format}」が読めません。DD/MM/YYYYのように書いてください。`,
    en: (p: { format: string }) => `The date format "${p.format}" cannot be read. Write it like DD/MM/YYYY.`,
  },
  'mapping-same-heading': {
    severity: 'error',
    ja: (p: { heading: string; id: string }) => `見出し「${p.heading}」は、列「${p.id}」にすでに使われています。`,
    en: (p: { heading: string; id: string }) => `The heading "${p.heading}" already belongs to the column "${p.id}".`,
  },
});
