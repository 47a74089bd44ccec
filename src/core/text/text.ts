/** Every text a user sees exists in both languages; a missing one does not compile. */
export type Lang = 'ja' | 'en';

export const LANGS: readonly Lang[] = ['ja', 'en'];

export interface Text {
  readonly ja: string;
  readonly en: string;
}

/** One spelling for both languages: for names that people typed in one language only. */
export function sameText(text: string): Text {
  return { ja: text, en: text };
}
