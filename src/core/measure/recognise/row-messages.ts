import { messages } from '../../problem/problem.ts';

/** Why a row cannot be taken. */
export const rowMessages = messages({
  'too-few-cells': {
    severity: 'error',
    ja: (p: { heading: string; cells: number; expected: number }) =>
      `列が足りません（${p.cells}列、見出しは${p.expected}列）。「${p.heading}」から後がありません。`,
    en: (p: { heading: string; cells: number; expected: number }) =>
      `The row has too few fields (${p.cells}, the headings are ${p.expected}): nothing from "${p.heading}" on.`,
  },
  'too-many-cells': {
    severity: 'error',
    ja: (p: { cells: number; expected: number; sample: string }) =>
      `列が多すぎます（${p.cells}列、見出しは${p.expected}列）。余っているのは「${p.sample}」です。`,
    en: (p: { cells: number; expected: number; sample: string }) =>
      `The row has too many fields (${p.cells}, the headings are ${p.expected}). Left over: "${p.sample}".`,
  },
  'number-cut': {
    severity: 'error',
    ja: (p: { cells: number; expected: number }) =>
      `列が多すぎます（${p.cells}列、見出しは${p.expected}列）。桁区切りのカンマで数値が分かれているようです。「"1,200"」のように引用符で囲むか、カンマなしで書き出してください。`,
    en: (p: { cells: number; expected: number }) =>
      `The row has too many fields (${p.cells}, the headings are ${p.expected}). Commas in numbers seem to have cut them apart: put such numbers in quotes ("1,200"), or export them without commas.`,
  },
  'text-after-quote': {
    severity: 'error',
    ja: (p: { heading: string }) =>
      `列「${p.heading}」で、閉じた引用符（"）の後に文字があります。項目の中の引用符は2つ続けて書いてください。`,
    en: (p: { heading: string }) =>
      `In column "${p.heading}" there is text after a closing quotation mark ("). Double quotation marks inside a field.`,
  },
  'missing-date': {
    severity: 'error',
    ja: (p: { heading: string }) => `列「${p.heading}」の日付が空です。`,
    en: (p: { heading: string }) => `The date in column "${p.heading}" is empty.`,
  },
  'missing-label': {
    severity: 'error',
    ja: (p: { heading: string }) => `列「${p.heading}」の指標名が空です。`,
    en: (p: { heading: string }) => `The name of the metric in column "${p.heading}" is empty.`,
  },
  'period-backwards': {
    severity: 'error',
    ja: (p: { heading: string; sample: string }) => `列「${p.heading}」の終わりの日「${p.sample}」が、始まりの日より前です。`,
    en: (p: { heading: string; sample: string }) => `The last day "${p.sample}" in column "${p.heading}" is before the first.`,
  },
  'not-a-number': {
    severity: 'error',
    ja: (p: { heading: string; sample: string }) => `列「${p.heading}」の「${p.sample}」は数値ではありません。`,
    en: (p: { heading: string; sample: string }) => `"${p.sample}" in column "${p.heading}" is not a number.`,
  },
  'ambiguous-number': {
    severity: 'error',
    ja: (p: { heading: string; sample: string }) =>
      `列「${p.heading}」の「${p.sample}」は、桁区切りと小数点のどちらの意味か分かりません。小数点の記号を指定してください。`,
    en: (p: { heading: string; sample: string }) =>
      `In "${p.sample}" in column "${p.heading}" the sign may separate thousands or decimals. Say which sign is the decimal mark.`,
  },
  'not-whole': {
    severity: 'error',
    ja: (p: { heading: string; sample: string }) => `列「${p.heading}」は整数の列ですが、「${p.sample}」には小数があります。`,
    en: (p: { heading: string; sample: string }) => `Column "${p.heading}" holds whole numbers, but "${p.sample}" has decimals.`,
  },
  'too-large': {
    severity: 'error',
    ja: (p: { heading: string; sample: string }) => `列「${p.heading}」の「${p.sample}」は桁が多すぎて扱えません。`,
    en: (p: { heading: string; sample: string }) => `"${p.sample}" in column "${p.heading}" has too many digits.`,
  },
  'not-a-date': {
    severity: 'error',
    ja: (p: { heading: string; sample: string }) => `列「${p.heading}」の「${p.sample}」は日付ではありません。`,
    en: (p: { heading: string; sample: string }) => `"${p.sample}" in column "${p.heading}" is not a date.`,
  },
  'no-such-date': {
    severity: 'error',
    ja: (p: { heading: string; sample: string }) => `列「${p.heading}」の「${p.sample}」という日付は存在しません。`,
    en: (p: { heading: string; sample: string }) => `The date "${p.sample}" in column "${p.heading}" does not exist.`,
  },
  'ambiguous-date': {
    severity: 'error',
    ja: (p: { heading: string; sample: string }) => `列「${p.heading}」の「${p.sample}」は、月/日とも日/月とも読めます。`,
    en: (p: { heading: string; sample: string }) =>
      `"${p.sample}" in column "${p.heading}" can be read as month/day or day/month.`,
  },
  'not-a-boolean': {
    severity: 'error',
    ja: (p: { heading: string; sample: string }) =>
      `列「${p.heading}」の「${p.sample}」は、はい／いいえ（true／false）ではありません。`,
    en: (p: { heading: string; sample: string }) => `"${p.sample}" in column "${p.heading}" is neither true nor false.`,
  },
  'not-a-duration': {
    severity: 'error',
    ja: (p: { heading: string; sample: string }) => `列「${p.heading}」の「${p.sample}」は時間の長さではありません。`,
    en: (p: { heading: string; sample: string }) => `"${p.sample}" in column "${p.heading}" is not a length of time.`,
  },
});
