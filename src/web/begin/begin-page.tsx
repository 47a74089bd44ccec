import { useTranslation } from 'react-i18next';
import { Page } from '../app/page.tsx';
import { BeginWays } from './begin-ways.tsx';

/** Where every plan begins. */
export function BeginPage() {
  const { t } = useTranslation('begin');
  return (
    <Page title={t('title')}>
      <BeginWays />
    </Page>
  );
}
