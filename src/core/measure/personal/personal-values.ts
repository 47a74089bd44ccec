import type { PersonalKind } from './personal-kind.ts';

const MAIL = /^[^\s@,;<>"]+@[^\s@,;<>"]+\.[A-Za-z]{2,}$/;
const PHONE =
  /^(?:\+\d{1,3}[- ]?\(?\d{1,4}\)?[- ]?\d{2,4}[- ]?\d{3,4}|0\d{1,4}[-‐ ]\d{1,4}[-‐ ]\d{3,4}|\(0\d{1,4}\) ?\d{1,4}-\d{3,4}|0[5-9]0\d{8})$/;
const POSTCODE = /^〒?\s?\d{3}[-‐]\d{4}$/;
const ADDRESS =
  /^(?:〒?\d{3}-?\d{4}\s*)?(?:東京都|北海道|京都府|大阪府|\p{Script=Han}{2,3}県)?\s?\p{L}{1,12}[市区郡町村]\P{L}*\p{L}*.*(?:\d|丁目|番地|号)/u;
const IP = /^(?:\d{1,3}\.){3}\d{1,3}$/;
const CARD = /^\d{4}[- ]?\d{4}[- ]?\d{4}[- ]?\d{4}$/;

/** The commonest family names of Japan; a column of which many values begin with one holds names of people. */
const FAMILY_NAMES = new Set(
  '佐藤 鈴木 高橋 田中 伊藤 渡辺 山本 中村 小林 加藤 吉田 山田 佐々木 山口 松本 井上 木村 林 斎藤 清水 山崎 森 池田 橋本 阿部 石川 山下 中島 石井 小川 前田 岡田 長谷川 藤田 後藤 近藤 村上 遠藤 青木 坂本 斉藤 福田 太田 西村 藤井 金子 岡本 藤原 三浦 中野 中川 原田 松田 竹内 小野 田村 中山 和田 石田 森田 上田 原 内田 柴田 酒井 宮崎 横山 高木 安藤 宮本 大野 小島 谷口 工藤 今井 高田 増田 丸山 杉山 村田 大塚 新井 小山 平野 藤本 河野 上野 野口 武田 松井 千葉 菅原 岩崎 木下 久保 佐野 野村 松尾 菊地 菊池 市川 杉本 古川 大西 島田 水野 桜井 高野 渡部 吉川 山内 西田 飯田'.split(
    ' ',
  ),
);

/** What the values of a column look like; empty ones are not counted. The share is of the values that have the form. [ING-31] */
export function personalValues(values: readonly string[]): { readonly kind: PersonalKind; readonly share: number } | undefined {
  const filled = values.map(value => value.normalize('NFKC').trim()).filter(value => value !== '');
  if (filled.length === 0) return undefined;
  for (const [kind, least, fits] of FORMS) {
    const share = filled.filter(fits).length / filled.length;
    if (share >= least) return { kind, share };
  }
  const inside = filled.filter(holdsMailAddress).length;
  return inside > 0 ? { kind: 'free-text', share: inside / filled.length } : undefined;
}

/**
 * Whether a text holds a mail address, alone or among other words, plain or as part of a URL. Only the surroundings of every `@` are
 * looked at, so that the time taken grows with the text's length and not with its square.
 */
export function holdsMailAddress(text: string): boolean {
  for (const { index, 0: at } of text.matchAll(/@|%40/g)) {
    const after = text.slice(index + at.length, index + at.length + 255);
    if (
      /[A-Za-z0-9._%+-]/.test(text[index - 1] ?? '') &&
      /^[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63})*\.[A-Za-z]{2,}/.test(after)
    )
      return true;
  }
  return false;
}

const FORMS: readonly (readonly [PersonalKind, number, (value: string) => boolean])[] = [
  ['mail', 0.5, value => MAIL.test(value)],
  ['card-number', 0.8, value => CARD.test(value) && luhn(value)],
  ['phone', 0.6, value => PHONE.test(value)],
  ['postcode', 0.8, value => POSTCODE.test(value)],
  ['ip-address', 0.8, value => IP.test(value)],
  ['address', 0.6, value => ADDRESS.test(value)],
  ['name', 0.4, isName],
];

function isName(value: string): boolean {
  const [family = '', given, ...more] = value.replace(/\s?(?:様|さん)$/, '').split(/[\s・]+/);
  if (given === undefined || more.length > 0 || !/^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]{1,5}$/u.test(given))
    return false;
  return FAMILY_NAMES.has(family);
}

/** The check digit of card numbers (Luhn). */
function luhn(value: string): boolean {
  const digits = value.replace(/\D/g, '');
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i]);
    const weighted = i % 2 === 1 ? digit * 2 : digit;
    sum += weighted > 9 ? weighted - 9 : weighted;
  }
  return sum % 10 === 0;
}
