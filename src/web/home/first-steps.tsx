import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { buttonClass } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Empty } from '../ui/states.tsx';

/** A workspace without a plan: how to begin. */
export function FirstSteps() {
  const { t } = useTranslation('app');
  return (
    <Card>
      <Empty
        icon="plan"
        title={t('firstTitle')}
        actions={
          <>
            <Link to="/plan/new" className={buttonClass('main')}>
              {t('newPlan')}
            </Link>
            <Link to="/data/import" className={buttonClass()}>
              {t('importFile')}
            </Link>
          </>
        }
      >
        {t('firstText')}
      </Empty>
    </Card>
  );
}
