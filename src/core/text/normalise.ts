import { foldVariants } from './fold-variants.ts';

/** Small and voiced katakana that names are written with in two ways. */
const KANA: Readonly<Record<string, string>> = { ヶ: 'ケ', ヵ: 'カ', ヴ: 'ブ' };

const HIRAGANA = /[\u3041-\u3096]/g;
/** Blanks, hyphens, dashes, long vowel marks, middle dots, quotation marks and brackets: people leave them out or mix them up. */
const IGNORED = /[\s\u200b-\u200d\ufeff\-‐-―−ー～〜~・·‧_'’‘"“”()（）「」『』［］[\]]/g;

/**
 * The form in which names are compared and searched: two spellings that a reader takes for one name give the same text. [TXT-40]
 * Width (ｶﾅ, ＡＢＣ), case, hiragana and katakana, blanks, hyphens, long vowel marks (ユーザー, ユーザ) and brackets do not count.
 * Voicing marks count: バス is not パス. For comparing only, never for showing.
 */
export function normalise(text: string): string {
  return foldVariants(text.normalize('NFKC'))
    .toLowerCase()
    .replace(HIRAGANA, character => String.fromCharCode(character.charCodeAt(0) + 0x60))
    .replace(/[ヶヵヴ]/g, character => KANA[character] ?? character)
    .replace(IGNORED, '');
}

/** Whether a name holds what was typed, both normalised; nothing typed is held by every name. */
export function nameHolds(name: string, typed: string): boolean {
  return normalise(name).includes(normalise(typed));
}
