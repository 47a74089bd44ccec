import { parseNumber } from '#core/text/parse-number.ts';

/** The number people mean by 320,000, 32万 or ３２００００, as a decimal; undefined for an empty field, the text itself where it is no number. */
export function amountIn(text: string): string | undefined {
  if (text.trim() === '') return undefined;
  const read = parseNumber(text.normalize('NFKC').trim());
  return read.kind === 'number' ? read.value : text.trim();
}
