/**
 * Text as it is compared in searches: full-width and half-width forms, capitals, hiragana and katakana, and runs of white space
 * are one; 「ｶｰﾄ」, 「カート」 and 「かーと」 find each other. [ACT-34]
 */
export function searchText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u3041-\u3096]/g, letter => String.fromCharCode(letter.charCodeAt(0) + 0x60))
    .replace(/\s+/g, ' ')
    .trim();
}

/** The words of a search, all of which must be found. */
export function searchWords(query: string): readonly string[] {
  return searchText(query)
    .split(' ')
    .filter(word => word !== '');
}
