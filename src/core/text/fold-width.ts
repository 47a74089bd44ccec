const FULL_WIDTH = /[\uff01-\uff5e\u3000\uffe0-\uffe6]/;
const FULL_WIDTH_ALL = /[\uff01-\uff5e\u3000\uffe0-\uffe6]/g;

/** Signs beyond ASCII that have a full-width twin. */
const SIGNS: Readonly<Record<string, string>> = {
  '\u3000': ' ',
  '\uffe0': '¢',
  '\uffe1': '£',
  '\uffe2': '¬',
  '\uffe3': '¯',
  '\uffe4': '¦',
  '\uffe5': '¥',
  '\uffe6': '₩',
};

/**
 * Turns full-width letters, digits and signs into their usual width: １２３％ is 123%, ￥ is ¥. [TXT-11]
 * Nothing else changes: ①, ² and ㍻ are not digits and stay what they are.
 */
export function foldWidth(text: string): string {
  if (!FULL_WIDTH.test(text)) return text;
  return text.replace(FULL_WIDTH_ALL, sign => SIGNS[sign] ?? String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
}
