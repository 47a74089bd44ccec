import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Tabs } from '../ui/segmented.tsx';

export function DataTabs() {
  const { t } = useTranslation('data');
  return (
    <Tabs label={t('tabs')}>
      <Link to="/data" activeOptions={{ exact: true, includeSearch: false }}>
        {t('sources')}
      </Link>
      <Link to="/data/import" activeOptions={{ includeSearch: false }}>
        {t('import')}
      </Link>
      <Link to="/data/values" activeOptions={{ includeSearch: false }}>
        {t('values')}
      </Link>
      <Link to="/data/connections" activeOptions={{ includeSearch: false }}>
        {t('connections')}
      </Link>
      <Link to="/data/imports" activeOptions={{ includeSearch: false }}>
        {t('imports')}
      </Link>
      <Link to="/data/quality" activeOptions={{ includeSearch: false }}>
        {t('quality')}
      </Link>
      <Link to="/data/audits" activeOptions={{ includeSearch: false }}>
        {t('audits')}
      </Link>
      <Link to="/data/closing" activeOptions={{ includeSearch: false }}>
        {t('closing')}
      </Link>
      <Link to="/data/people" activeOptions={{ includeSearch: false }}>
        {t('people')}
      </Link>
    </Tabs>
  );
}
