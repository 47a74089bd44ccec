import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Tabs } from '../ui/segmented.tsx';

export function ActTabs() {
  const { t } = useTranslation('act');
  return (
    <Tabs label={t('tabs')}>
      <Link to="/initiatives" activeOptions={{ exact: true, includeSearch: false }}>
        {t('initiatives')}
      </Link>
      <Link to="/initiatives/to-dos" activeOptions={{ includeSearch: false }}>
        {t('toDos')}
      </Link>
      <Link to="/initiatives/lessons" activeOptions={{ includeSearch: false }}>
        {t('lessons')}
      </Link>
    </Tabs>
  );
}
