import { messages } from '../problem/problem.ts';

export const conditionMessages = messages({
  'condition-column': {
    severity: 'error',
    ja: (p: { column: string; dataset: string; suggestion?: string }) =>
      `データ「${p.dataset}」に列「${p.column}」はありません。${p.suggestion ? `「${p.suggestion}」の間違いではありませんか。` : '列の名前を確認してください。'}`,
    en: (p: { column: string; dataset: string; suggestion?: string }) =>
      `Dataset "${p.dataset}" has no column "${p.column}". ${p.suggestion ? `Did you mean "${p.suggestion}"?` : 'Check the column names.'}`,
  },
  'condition-any': {
    severity: 'error',
    ja: () =>
      'any には、2つ以上の列の条件を、1列に1つずつ書いてください（例：any: { attended: ○, watched-recording: ○ }）。範囲は1つの条件で書けないため使えません。',
    en: () =>
      'any takes conditions on two or more columns, one for each (any: { attended: yes, watched-recording: yes }). Ranges are two conditions and cannot stand there.',
  },
  'condition-too-many': {
    severity: 'error',
    ja: (p: { column: string; limit: number }) => `列「${p.column}」の条件に並べられる値は${p.limit}個までです。`,
    en: (p: { column: string; limit: number }) => `A condition on "${p.column}" may list at most ${p.limit} values.`,
  },
  'condition-order': {
    severity: 'error',
    ja: (p: { column: string }) =>
      `列「${p.column}」には大小がありません。値を並べて書いてください（例：country: [Japan, France]）。`,
    en: (p: { column: string }) =>
      `The values of "${p.column}" have no order. List the values instead, for example country: [Japan, France].`,
  },
  'condition-value': {
    severity: 'error',
    ja: (p: { column: string; value: string; type: string }) =>
      `列「${p.column}」の条件「${p.value}」は${EXPECTED_JA[p.type] ?? p.type}として読めません。`,
    en: (p: { column: string; value: string; type: string }) =>
      `"${p.value}" in the condition on "${p.column}" is not ${EXPECTED_EN[p.type] ?? p.type}.`,
  },
});

const EXPECTED_JA: Readonly<Record<string, string>> = {
  text: '1,000文字以内の文字列',
  integer: '整数（例：10）',
  decimal: '小数（例：10.5、小数点以下9桁まで）',
  date: '日付（例：2026-04-01）',
  timestamp: '日時（例：2026-04-01 または 2026-04-01T09:30）',
  boolean: 'true か false',
};

const EXPECTED_EN: Readonly<Record<string, string>> = {
  text: 'text of at most 1,000 characters',
  integer: 'a whole number such as 10',
  decimal: 'a decimal such as 10.5 (at most nine digits after the point)',
  date: 'a date such as 2026-04-01',
  timestamp: 'a date or time such as 2026-04-01 or 2026-04-01T09:30',
  boolean: 'true or false',
};
