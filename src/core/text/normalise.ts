/** Shapes of one character that names are typed with: the form kept is the first. */
const VARIANTS: Readonly<Record<string, string>> = {
  髙: '高',
  﨑: '崎',
  栁: '柳',
  濵: '浜',
  濱: '浜',
  邊: '辺',
  邉: '辺',
  齋: '斎',
  齊: '斉',
  ヶ: 'ケ',
  ヵ: 'カ',
  ヴ: 'ブ',
};

const VARIANT = new RegExp(`[${Object.keys(VARIANTS).join('')}]`, 'g');
const HIRAGANA = /[\u3041-\u3096]/g;
/** Blanks, hyphens, dashes, long vowel marks, middle dots, quotation marks and brackets: people leave them out or mix them up. */
const IGNORED = /[\s\u200b-\u200d\ufeff\-‐-―−ー～〜~・·‧_'’‘"“”()（）「」『』［］[\]]/g;

/**
 * The form in which names are compared and searched: two spellings that a reader takes for one name give the same text. [TXT-40]
 * Width (ｶﾅ, ＡＢＣ), case, hiragana and katakana, blanks, hyphens, long vowel marks (ユーザー, ユーザ) and brackets do not count.
 * Voicing marks count: バス is not パス. For comparing only, never for showing.
 */
export function normalise(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(HIRAGANA, character => String.fromCharCode(character.charCodeAt(0) + 0x60))
    .replace(VARIANT, character => VARIANTS[character] ?? character)
    .replace(IGNORED, '');
}

/** Whether a name holds what was typed, both normalised; nothing typed is held by every name. */
export function nameHolds(name: string, typed: string): boolean {
  return normalise(name).includes(normalise(typed));
}
