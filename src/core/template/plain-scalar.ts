import { scalarText } from '../plan/scalar-text.ts';

/**
 * A value as YAML writes it, as `scalarText` does, with a quick answer for the texts that plans mostly hold: words in either
 * script, amounts, names. Whatever might read as something else goes the careful way.
 */
export function plainScalar(value: string, flow: boolean): string {
  return isSimple(value, flow) ? value : scalarText(value, flow);
}

const WORDS = /^[\p{L}¥][\p{L}\p{N} .'%/()（）「」、。・〜：＋？！ー¥;*+^-]*$/u;
const AMOUNT = /^(?:[≤≥=] )?[¥]?[0-9][0-9.]*[^0-9.\s,:#[\]{}&*!|>'"%@`-][\p{L}\p{N} %円年月日-]*$/u;
const KEYWORD = /^(?:true|false|null|yes|no|on|off|y|n|inf|nan)$/i;

function isSimple(value: string, flow: boolean): boolean {
  const grouped = value.replace(/(?<=[0-9]),(?=[0-9]{3}(?![0-9]))/g, '');
  const text = flow ? grouped : grouped.replaceAll(',', '');
  if (text !== text.trimEnd() || KEYWORD.test(text)) return false;
  return WORDS.test(text) || AMOUNT.test(text);
}
