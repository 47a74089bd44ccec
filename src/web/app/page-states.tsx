import type { ErrorComponentProps } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Card } from '../ui/card.tsx';
import { Loading } from '../ui/states.tsx';
import { ErrorState } from './error-state.tsx';
import { Page } from './page.tsx';

/** While a page's code is on its way. */
export function PageLoading() {
  const { t } = useTranslation('app');
  return (
    <Page title={t('product')}>
      <Card>
        <Loading lines={6} />
      </Card>
    </Page>
  );
}

/** A page that broke: the rest of the product goes on. */
export function PageFailed({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation('app');
  return (
    <Page title={t('product')}>
      <ErrorState error={error} onRetry={reset} />
    </Page>
  );
}
