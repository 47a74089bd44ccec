import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../app/page.tsx';
import { Segmented } from '../ui/segmented.tsx';
import style from './new-plan.module.css';
import { NewPlanForm } from './new-plan-form.tsx';
import { NewPlanPaste } from './new-plan-paste.tsx';

/** A plan's beginning: from a few answers, or from a text that somebody has already. */
export function NewPlanPage() {
  const { t } = useTranslation('plan');
  const [way, setWay] = useState<'form' | 'paste'>('form');
  return (
    <Page title={t('newTitle')}>
      <div className={style.ways}>
        <Segmented
          label={t('newWay')}
          value={way}
          options={[
            { value: 'form', label: t('newForm') },
            { value: 'paste', label: t('newPaste') },
          ]}
          onChange={setWay}
        />
      </div>
      {way === 'form' ? <NewPlanForm /> : <NewPlanPaste />}
    </Page>
  );
}
