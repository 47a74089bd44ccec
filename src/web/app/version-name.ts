import { useTranslation } from 'react-i18next';
import type { Text } from '#core/text/text.ts';
import { useSay } from '../ui/language.ts';

/** What people call a version: the newest name it was frozen under, else its number. */
export function useVersionName(): (version: { readonly number: number; readonly names: readonly Text[] }) => string {
  const { t } = useTranslation('app');
  const say = useSay();
  return ({ number, names }) => say(names.at(-1)) || t('version', { number });
}
