import type { Problem } from '../problem/problem.ts';
import { type ActField, actProblem } from './act-messages.ts';

/** Longest one-line text (titles, names) and longest running text (hypotheses, comments), in characters. */
export const LINE_LIMIT = 255;
export const PROSE_LIMIT = 20_000;

const PROSE_FIELDS: readonly ActField[] = [
  'hypothesis',
  'lesson',
  'impression',
  'cause',
  'countermeasure',
  'note',
  'risk',
  'procedure',
  'reason',
  'objection',
  'reply',
];

/** NUL, other control characters but tab and line ends, and halves of surrogate pairs: no store keeps them faithfully. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const UNSTORABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]|\p{Surrogate}/u;

/** What is wrong with a text someone typed into a field: missing, too long, or with characters that cannot be kept. [ACT-22] */
export function checkText(text: string, field: ActField, { required }: { readonly required: boolean }): Problem[] {
  const at = [field];
  if (text.trim() === '') return required ? [actProblem('text-missing', { field }, { at })] : [];
  const limit = PROSE_FIELDS.includes(field) ? PROSE_LIMIT : LINE_LIMIT;
  const length = lengthOf(text, limit);
  if (length > limit) return [actProblem('text-too-long', { field, length: text.length, limit }, { at })];
  const unfit = UNSTORABLE.test(text) || (limit === LINE_LIMIT && /[\r\n]/.test(text));
  return unfit ? [actProblem('text-characters', { field }, { at })] : [];
}

/** Counts characters as people do (code points), and stops counting where UTF-16 units alone decide. */
function lengthOf(text: string, limit: number): number {
  if (text.length <= limit || text.length > limit * 2) return text.length;
  return [...text].length;
}
