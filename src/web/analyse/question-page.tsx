import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import page from '../app/page.module.css';
import { StandingPage, type Stands } from '../app/standing-page.tsx';
import style from './analyse.module.css';
import { AnalysisTabs } from './analysis-tabs.tsx';

/** A page that answers one question, named as a marketer would ask it. */
export function QuestionPage({ title, children }: { readonly title: string; readonly children: (stands: Stands) => ReactNode }) {
  const { t } = useTranslation('analyse');
  return (
    <StandingPage
      title={title}
      crumb={
        <Link to="/analysis" className={page.crumb}>
          {t('title')}
        </Link>
      }
    >
      {stands => (
        <>
          <AnalysisTabs />
          <div className={style.page}>{children(stands)}</div>
        </>
      )}
    </StandingPage>
  );
}
