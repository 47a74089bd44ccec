import { type DateFormat, dateCandidates } from './date-format.ts';
import { parseDate } from './parse-date.ts';

/** What a whole column says about the order of its dates. */
export type InferredDateFormat =
  | { readonly kind: 'decided'; readonly format: DateFormat }
  /** No value needs the order: all say their month by themselves, or there are no dates. */
  | { readonly kind: 'not-needed' }
  /** Every value can be read in each of these orders: the user must say which. */
  | { readonly kind: 'ambiguous'; readonly formats: readonly DateFormat[] }
  /** Values contradict each other; `index` is the first that does not fit those before it. */
  | { readonly kind: 'mixed'; readonly index: number };

const BARE = /^\s*(\d{1,4})([-/.])(\d{1,2})\2(\d{1,4})(?=\s|$)/;

/**
 * Decides day-first or month-first from all values of a column: one 26/04/2026 settles every 03/04/2026. [TXT-34]
 * Values that are missing or no dates are passed over; nothing is guessed from the first rows alone.
 */
export function inferDateFormat(values: Iterable<string>): InferredDateFormat {
  let possible: readonly DateFormat[] = ['ymd', 'mdy', 'dmy'];
  let needed = false;
  let index = -1;
  for (const value of values) {
    index += 1;
    const match = BARE.exec(value.normalize('NFKC'));
    if (!match) continue;
    const [, first = '', , second = '', third = ''] = match;
    if (first.length === 4) continue;
    const formats = dateCandidates(first, second, third).map(candidate => candidate.format);
    if (formats.length === 0) continue;
    needed ||= parseDate(value).kind === 'ambiguous';
    const left = possible.filter(format => formats.includes(format));
    if (left.length === 0) return { kind: 'mixed', index };
    possible = left;
  }
  const [format] = possible;
  if (possible.length === 1 && format) return { kind: 'decided', format };
  return needed ? { kind: 'ambiguous', formats: possible } : { kind: 'not-needed' };
}
