import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { BeginWays } from '../begin/begin-ways.tsx';
import { Icon } from '../ui/icon.tsx';

/** A workspace without a plan: the ways to begin one, and the way for those who have data first. */
export function FirstSteps() {
  const { t } = useTranslation('app');
  return (
    <>
      <BeginWays />
      <p>
        <Link to="/data/import">
          <Icon name="upload" size={15} /> {t('importFile')}
        </Link>
      </p>
    </>
  );
}
