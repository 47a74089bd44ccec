import { missingIn } from '../../text/missing.ts';
import { parseDate } from '../../text/parse-date.ts';

const NUMBER =
  /^[-+△▲−(]?\s*(?:[¥$€£]|jpy|usd|eur)?\s*[-−]?\d[\d,.' ]*(?:e[-+]?\d+)?\s*(?:%|円|万円?|億円?|兆円?|千円?|百万円?|件|人|個|回|秒|分|時間|pt|x)*\)?$/i;

/** Whether a cell looks like a value (a number, a date, a sign for "none") rather than a name. Rough, for finding headings. */
export function looksLikeValue(cell: string): boolean {
  if (cell.length > 60) return false;
  const text = cell.normalize('NFKC').trim();
  return text !== '' && (NUMBER.test(text) || (missingIn(text) !== undefined && !/\p{L}/u.test(text)) || looksLikeDate(text));
}

export function looksLikeDate(cell: string): boolean {
  const reading = parseDate(cell);
  switch (reading.kind) {
    case 'day':
    case 'week':
    case 'month':
    case 'quarter':
    case 'half':
    case 'ambiguous':
      return true;
    case 'year':
      return reading.basis !== 'unsaid';
    case 'missing':
    case 'invalid':
      return false;
  }
}
