import { messages } from '../problem/problem.ts';

/** What can be wrong with a value that someone typed for a metric. */
export const textMessages = messages({
  'value-missing': {
    severity: 'error',
    ja: () => '値が入力されていません。数値を入力してください。',
    en: () => 'There is no value. Enter a number.',
  },
  'value-not-a-number': {
    severity: 'error',
    ja: ({ text, example }: { text: string; example: string }) =>
      `「${text}」を数値として読み取れません。「${example}」のように入力してください。`,
    en: ({ text, example }: { text: string; example: string }) =>
      `“${text}” could not be read as a number. Write it like ${example}.`,
  },
  'value-separators-ambiguous': {
    severity: 'error',
    ja: ({ text, readings }: { text: string; readings: readonly string[] }) =>
      `「${text}」の区切り記号がはっきりしません（${readings.join('、')}とも読めます）。小数点は「.」、桁区切りは3桁ごとの「,」で入力してください。`,
    en: ({ text, readings }: { text: string; readings: readonly string[] }) =>
      `The separators in “${text}” are not clear: it could be ${readings.join(' or ')}. Write decimals after a point and a comma every three digits.`,
  },
  'value-of-other-unit': {
    severity: 'error',
    ja: ({ text, example }: { text: string; example: string }) =>
      `「${text}」は単位が違います。「${example}」のように入力してください。`,
    en: ({ text, example }: { text: string; example: string }) => `“${text}” is of another unit. Write it like ${example}.`,
  },
  'value-of-other-currency': {
    severity: 'error',
    ja: ({ text, currency }: { text: string; currency: string }) =>
      `「${text}」の通貨が指標の通貨（${currency}）と違います。${currency}の金額で入力してください。`,
    en: ({ text, currency }: { text: string; currency: string }) =>
      `“${text}” is not in the metric's currency. Enter an amount in ${currency}.`,
  },
  'value-outside-scale': {
    severity: 'error',
    ja: ({ text, min, max }: { text: string; min: number; max: number }) =>
      `「${text}」は評価の範囲（${signed(min)}〜${signed(max)}）を外れています。範囲内の値を入力してください。`,
    en: ({ text, min, max }: { text: string; min: number; max: number }) =>
      `“${text}” is outside the scale from ${signed(min)} to ${signed(max)}. Enter a value inside it.`,
  },
  'value-not-a-rank': {
    severity: 'error',
    ja: ({ text }: { text: string }) => `「${text}」は順位になりません。1以上の数を入力してください。`,
    en: ({ text }: { text: string }) => `“${text}” is not a rank. Enter a number from 1 up.`,
  },
  'value-read-as-percent': {
    severity: 'warning',
    ja: ({ text, read }: { text: string; read: string }) =>
      `「${text}」を${read}として読み取りました。違う場合は「%」を付けて入力し直してください。`,
    en: ({ text, read }: { text: string; read: string }) =>
      `“${text}” was read as ${read}. If that is wrong, enter it again with a % sign.`,
  },
});

function signed(value: number): string {
  return String(value).replace('-', '−');
}
