import { useTranslation } from 'react-i18next';
import { Page } from '../app/page.tsx';
import { AccessLog } from './access-log.tsx';
import { DataTabs } from './data-tabs.tsx';
import { ErasePerson } from './erase-person.tsx';
import style from './people.module.css';
import { RetentionCard } from './retention-card.tsx';

/** Data about people: taking somebody out, how long anything is kept, and who dealt with it. */
export function PeoplePage() {
  const { t } = useTranslation('data');
  return (
    <Page title={t('title')}>
      <DataTabs />
      <div className={style.page}>
        <ErasePerson />
        <RetentionCard />
        <AccessLog />
      </div>
    </Page>
  );
}
