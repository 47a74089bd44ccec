import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Tabs } from '../ui/segmented.tsx';

export function ProgressTabs() {
  const { t } = useTranslation('progress');
  const { t: board } = useTranslation('board');
  return (
    <Tabs label={t('tabs')}>
      <Link to="/progress" activeOptions={{ exact: true, includeSearch: false }}>
        {t('executive')}
      </Link>
      <Link to="/progress/work" activeOptions={{ includeSearch: false }}>
        {t('work')}
      </Link>
      <Link to="/progress/analysis" activeOptions={{ includeSearch: false }}>
        {board('board')}
      </Link>
    </Tabs>
  );
}
