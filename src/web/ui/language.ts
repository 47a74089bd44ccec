import i18next from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Lang, Text } from '#core/text/text.ts';
import { remembered } from './remembered.ts';

export const chosenLang = remembered<Lang>('rashin.lang', text =>
  text === 'ja' || text === 'en' ? text : navigator.language.startsWith('ja') ? 'ja' : 'en',
);

export async function changeLang(lang: Lang): Promise<void> {
  chosenLang.set(lang);
  document.documentElement.lang = lang;
  await i18next.changeLanguage(lang);
}

/** The reader's language; components that use it are drawn again when it changes. */
export function useLang(): Lang {
  return useTranslation().i18n.language === 'en' ? 'en' : 'ja';
}

/** Picks the reader's language of a text; nothing for no text. */
export function useSay(): (text: Text | null | undefined) => string {
  const lang = useLang();
  return text => text?.[lang] ?? '';
}
