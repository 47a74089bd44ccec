import { messages } from '../problem/problem.ts';

export const formulaMessages = messages({
  'formula-empty': {
    severity: 'error',
    ja: () => '計算式が空です。「受注件数 * 契約金額」のように書いてください。',
    en: () => 'The formula is empty. Write something like "won-deals * contract-value".',
  },
  'formula-too-long': {
    severity: 'error',
    ja: (p: { length: number; limit: number }) =>
      `計算式が長すぎます（${p.length}文字、上限${p.limit}文字）。途中の値に名前を付けて分けてください。`,
    en: (p: { length: number; limit: number }) =>
      `The formula is too long (${p.length} characters, limit ${p.limit}). Split it by naming intermediate values.`,
  },
  'formula-too-deep': {
    severity: 'error',
    ja: (p: { limit: number }) => `かっこの入れ子が深すぎます（上限${p.limit}段）。途中の値に名前を付けて分けてください。`,
    en: (p: { limit: number }) =>
      `Brackets are nested too deeply (limit ${p.limit}). Split the formula by naming intermediate values.`,
  },
  'formula-character': {
    severity: 'error',
    ja: (p: { character: string; column: number; hint?: string }) =>
      `計算式の${p.column}文字目「${p.character}」は使えません。${p.hint ? `半角の「${p.hint}」で書いてください。` : '使えるのは、KPIの名前、数値、+ − × ÷ とかっこです。'}`,
    en: (p: { character: string; column: number; hint?: string }) =>
      `"${p.character}" at character ${p.column} cannot stand in a formula. ${p.hint ? `Write it in half-width: "${p.hint}".` : 'A formula consists of KPI names, numbers, + - * / and brackets.'}`,
  },
  'formula-number': {
    severity: 'error',
    ja: (p: { text: string; column: number }) =>
      `計算式の${p.column}文字目「${p.text}」は数値として読めません。1000、0.03、3%、500万円 のように書いてください。`,
    en: (p: { text: string; column: number }) =>
      `"${p.text}" at character ${p.column} is not a number that can be read. Write it like 1000, 0.03, 3% or 500万円.`,
  },
  'formula-name': {
    severity: 'error',
    ja: (p: { name: string; column: number }) => `計算式の${p.column}文字目の名前「${p.name}」は予約されていて使えません。`,
    en: (p: { name: string; column: number }) => `The name "${p.name}" at character ${p.column} is reserved and cannot be used.`,
  },
  'formula-unexpected': {
    severity: 'error',
    ja: (p: { found: string; column: number; expected: string }) =>
      `計算式の${p.column}文字目に「${p.found}」がありますが、ここには${EXPECTED_JA[p.expected] ?? p.expected}が必要です。`,
    en: (p: { found: string; column: number; expected: string }) =>
      `Found "${p.found}" at character ${p.column} of the formula where ${EXPECTED_EN[p.expected] ?? p.expected} is needed.`,
  },
  'formula-ends': {
    severity: 'error',
    ja: (p: { expected: string }) => `計算式が途中で終わっています。最後に${EXPECTED_JA[p.expected] ?? p.expected}が必要です。`,
    en: (p: { expected: string }) => `The formula stops short: ${EXPECTED_EN[p.expected] ?? p.expected} is missing at its end.`,
  },
  'formula-function': {
    severity: 'error',
    ja: (p: { name: string; column: number; known: readonly string[] }) =>
      `関数「${p.name}」はありません（${p.column}文字目）。使える関数: ${p.known.join('、')}。`,
    en: (p: { name: string; column: number; known: readonly string[] }) =>
      `There is no function "${p.name}" (character ${p.column}). Available: ${p.known.join(', ')}.`,
  },
  'formula-exponent': {
    severity: 'error',
    ja: (p: { limit: number }) => `power の2つ目には1〜${p.limit}の整数を書いてください（例：power(1 - churn-rate, 12)）。`,
    en: (p: { limit: number }) =>
      `The second value of power must be a whole number from 1 to ${p.limit}, for example power(1 - churn-rate, 12).`,
  },
  'formula-arguments': {
    severity: 'error',
    ja: (p: { name: string; given: number; least: number; most: number }) =>
      `関数「${p.name}」に渡す値は${p.least === p.most ? p.least : `${p.least}〜${p.most}`}個です（今は${p.given}個）。`,
    en: (p: { name: string; given: number; least: number; most: number }) =>
      `"${p.name}" takes ${p.least === p.most ? p.least : `${p.least} to ${p.most}`} value${p.most === 1 ? '' : 's'}, not ${p.given}.`,
  },
});

const EXPECTED_JA: Readonly<Record<string, string>> = {
  operand: 'KPIの名前・数値・かっこ',
  operator: '演算子（+ − × ÷）',
  'closing-bracket': '閉じかっこ「)」',
};

const EXPECTED_EN: Readonly<Record<string, string>> = {
  operand: 'a KPI name, a number or a bracket',
  operator: 'an operator (+ - * /)',
  'closing-bracket': 'a closing bracket ")"',
};
