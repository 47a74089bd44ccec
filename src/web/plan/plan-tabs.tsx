import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Tabs } from '../ui/segmented.tsx';

export function PlanTabs() {
  const { t } = useTranslation('plan');
  const { t: schedule } = useTranslation('schedule');
  const { t: design } = useTranslation('design');
  const { t: review } = useTranslation('review');
  const { t: agree } = useTranslation('agree');
  const { t: catalogue } = useTranslation('catalogue');
  return (
    <Tabs label={t('tabs')}>
      <Link to="/plan" activeOptions={{ exact: true, includeSearch: false }}>
        {t('tree')}
      </Link>
      <Link to="/plan/schedule" activeOptions={{ includeSearch: false }}>
        {schedule('tab')}
      </Link>
      <Link to="/plan/review" activeOptions={{ includeSearch: false }}>
        {review('tab')}
      </Link>
      <Link to="/plan/agreement" activeOptions={{ includeSearch: false }}>
        {agree('tab')}
      </Link>
      <Link to="/plan/definitions" activeOptions={{ includeSearch: false }}>
        {design('sheetTab')}
      </Link>
      <Link to="/plan/versions" activeOptions={{ includeSearch: false }}>
        {t('versions')}
      </Link>
      <Link to="/catalogue" activeOptions={{ includeSearch: false }}>
        {catalogue('title')}
      </Link>
      <Link to="/plan/text" activeOptions={{ includeSearch: false }}>
        {t('developer')}
      </Link>
    </Tabs>
  );
}
