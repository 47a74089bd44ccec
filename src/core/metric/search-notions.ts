import { normalise } from '../text/normalise.ts';
import { SAME_WORDS } from './search-words.ts';

/** What was typed, taken apart: each notion by the words that stand for it, the typed one first; all normalised. */
export type Notion = readonly string[];

interface Phrase {
  readonly text: string;
  readonly groups: readonly (readonly string[])[];
}

const PHRASES = phrases();
const LONGEST = Math.max(...[...PHRASES.keys()].map(text => text.length));

/** Small words of questions, which say nothing about the metric. */
const EMPTY = new Set(
  'a an and any are at by do does for from have how i in is it many me much my not of off on one or our over people than that the their them they to us was we what when where which who why with you your'.split(
    ' ',
  ),
);

/**
 * The notions of what was typed. [CAT-S3]
 * English words without the small ones; Japanese phrases that are known, else runs of kanji, katakana or letters. Hiragana between is left out.
 */
export function notionsOf(typed: string): readonly Notion[] {
  const text = typed.normalize('NFKC').toLowerCase().trim();
  const notions: Notion[] = [];
  let at = 0;
  while (at < text.length) {
    const phrase = phraseAt(text, at);
    const word = phrase?.text ?? wordAt(text, at);
    if (word !== '' && !EMPTY.has(word)) notions.push(notionOf(word, phrase));
    at += Math.max(1, word.length);
  }
  return notions;
}

function notionOf(word: string, phrase: Phrase | undefined): Notion {
  const own = normalise(/^[a-z]+$/.test(word) ? stem(word) : word);
  return [...new Set([own, ...(phrase?.groups.flat() ?? [])])].filter(one => one !== '');
}

/** The longest known phrase that begins here; a Latin one only at the beginning of a word. */
function phraseAt(text: string, at: number): Phrase | undefined {
  if (isLatin(text.charAt(at)) && isLatin(text.charAt(at - 1))) return undefined;
  for (let length = Math.min(LONGEST, text.length - at); length > 0; length--) {
    const found = PHRASES.get(text.slice(at, at + length));
    if (found && (!isLatin(found.text.charAt(0)) || endsWord(text, at + length, found.text))) return found;
  }
  return undefined;
}

/** After a Latin phrase may follow what only bends it: customers, acquiring. */
function endsWord(text: string, at: number, phrase: string): boolean {
  const rest = /^[a-z0-9]*/.exec(text.slice(at))?.[0] ?? '';
  return rest === '' || (phrase.length >= 4 && /^(?:s|es|d|ed|ing|ion|ions|e|ement|ing)$/.test(rest));
}

function wordAt(text: string, at: number): string {
  return /^(?:[a-z0-9]+|[\u4e00-\u9fff々〆]+|[\u30a1-\u30ffー]+)/.exec(text.slice(at))?.[0] ?? '';
}

/** English endings that only bend a word. */
function stem(word: string): string {
  if (word.length <= 4) return word;
  return word.replace(/(?:ies|ing|ed|es|s)$/, '');
}

function isLatin(character: string): boolean {
  return /[a-z0-9]/.test(character);
}

function phrases(): ReadonlyMap<string, Phrase> {
  const found = new Map<string, Phrase>();
  for (const group of SAME_WORDS) {
    const words = group.map(normalise);
    for (const text of group) found.set(text, { text, groups: [...(found.get(text)?.groups ?? []), words] });
  }
  return found;
}
