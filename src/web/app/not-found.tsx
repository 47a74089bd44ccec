import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { buttonClass } from '../ui/button.tsx';
import { Empty } from '../ui/states.tsx';
import { Page } from './page.tsx';

export function NotFound() {
  const { t } = useTranslation('app');
  return (
    <Page title={t('notFound')}>
      <Empty
        icon="search"
        title={t('notFound')}
        actions={
          <Link to="/" className={buttonClass('main')}>
            {t('toHome')}
          </Link>
        }
      >
        {t('notFoundText')}
      </Empty>
    </Page>
  );
}
