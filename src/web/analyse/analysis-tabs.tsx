import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Tabs } from '../ui/segmented.tsx';

/** The questions beside each other. */
export function AnalysisTabs() {
  const { t } = useTranslation('analyse');
  const { t: journey } = useTranslation('journey');
  return (
    <Tabs label={t('questions')}>
      <Link to="/analysis" activeOptions={{ exact: true, includeSearch: false }}>
        {t('overview')}
      </Link>
      <Link to="/analysis/why" activeOptions={{ includeSearch: false }}>
        {t('whyShort')}
      </Link>
      <Link to="/analysis/landing" activeOptions={{ includeSearch: false }}>
        {t('landingShort')}
      </Link>
      <Link to="/analysis/what-if" activeOptions={{ includeSearch: false }}>
        {t('whatIfShort')}
      </Link>
      <Link to="/analysis/drivers" activeOptions={{ includeSearch: false }}>
        {t('driversShort')}
      </Link>
      <Link to="/analysis/priorities" activeOptions={{ includeSearch: false }}>
        {t('prioritiesShort')}
      </Link>
      <Link to="/analysis/leaving" activeOptions={{ includeSearch: false }}>
        {journey('leavingShort')}
      </Link>
      <Link to="/analysis/channels" activeOptions={{ includeSearch: false }}>
        {journey('channelsShort')}
      </Link>
      <Link to="/analysis/returning" activeOptions={{ includeSearch: false }}>
        {journey('returningShort')}
      </Link>
      <Link to="/analysis/customers" activeOptions={{ includeSearch: false }}>
        {journey('customersShort')}
      </Link>
    </Tabs>
  );
}
