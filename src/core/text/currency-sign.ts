import type { Currency } from '../unit/unit.ts';

/** Signs and words of money, longest first. $ alone is the US dollar, ¥ the yen; a backslash is a yen sign of old Japanese files. */
const SIGNS: readonly (readonly [string, Currency])[] = [
  ['US$', 'USD'],
  ['A$', 'AUD'],
  ['C$', 'CAD'],
  ['S$', 'SGD'],
  ['HK$', 'HKD'],
  ['NT$', 'TWD'],
  ['CN¥', 'CNY'],
  ['JP¥', 'JPY'],
  ['$', 'USD'],
  ['¥', 'JPY'],
  ['\\', 'JPY'],
  ['€', 'EUR'],
  ['£', 'GBP'],
  ['₩', 'KRW'],
];

const WORDS: readonly (readonly [string, Currency])[] = [
  ['米ドル', 'USD'],
  ['ドル', 'USD'],
  ['ユーロ', 'EUR'],
  ['ポンド', 'GBP'],
  ['ウォン', 'KRW'],
  ['人民元', 'CNY'],
  ['円', 'JPY'],
  ['yen', 'JPY'],
];

/** Codes accepted beside a number; other three letters are not taken for money. */
const CODES = 'JPY|USD|EUR|GBP|CNY|KRW|TWD|HKD|SGD|THB|AUD|NZD|CAD|CHF|SEK|NOK|DKK|INR|IDR|VND|PHP|MYR|BRL|MXN|KWD|BHD';
const CODE_BEFORE = new RegExp(`^(${CODES}) ?(?=[\\d(△▲+-])`, 'i');
const CODE_AFTER = new RegExp(`(?<=[\\d)万億兆千kKmMbB]) ?(${CODES})$`, 'i');

/** Takes the currency off an amount, from either side; no currency where there is none or two that differ. */
export function splitCurrency(text: string): { readonly rest: string; readonly currency?: Currency } {
  const before = SIGNS.find(([sign]) => text.startsWith(sign));
  const withoutSign = before ? text.slice(before[0].length).trim() : text;
  const after = [...WORDS, ...SIGNS].find(([word]) => withoutSign.toLowerCase().endsWith(word.toLowerCase()));
  if (before && after && before[1] !== after[1]) return { rest: text };
  const rest = after ? withoutSign.slice(0, -after[0].length).trim() : withoutSign;
  const currency = before?.[1] ?? after?.[1];
  if (currency !== undefined) return { rest, currency };
  const code = CODE_BEFORE.exec(text) ?? CODE_AFTER.exec(text);
  if (!code) return { rest: text };
  return { rest: text.replace(CODE_BEFORE, '').replace(CODE_AFTER, '').trim(), currency: (code[1] ?? '').toUpperCase() };
}

/** The sign written before amounts; other currencies show their code. */
export const SIGN_OF: Readonly<Record<Currency, string>> = {
  JPY: '¥',
  USD: '$',
  EUR: '€',
  GBP: '£',
  KRW: '₩',
  CNY: 'CN¥',
  TWD: 'NT$',
  HKD: 'HK$',
  SGD: 'S$',
  AUD: 'A$',
  CAD: 'C$',
};
