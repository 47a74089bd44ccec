import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AnalysisPage, JourneyContentsAnswer } from '#contract/journey.ts';
import style from '../analyse/analyse.module.css';
import { AnalysisTabs } from '../analyse/analysis-tabs.tsx';
import { ErrorState } from '../app/error-state.tsx';
import page from '../app/page.module.css';
import { Page } from '../app/page.tsx';
import { useAnswer } from '../app/use-answer.ts';
import { buttonClass } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Empty, Loading } from '../ui/states.tsx';
import { SavedAnalyses } from './saved-analyses.tsx';

/** A page that answers one question about what people did; it needs no plan. */
export function JourneyPage({
  title,
  kind,
  children,
}: {
  readonly title: string;
  readonly kind: AnalysisPage;
  readonly children: (contents: JourneyContentsAnswer) => ReactNode;
}) {
  const { t } = useTranslation('journey');
  const { t: words } = useTranslation('analyse');
  const asked = useAnswer('journeyContents', {});
  return (
    <Page
      title={title}
      crumb={
        <Link to="/analysis" className={page.crumb}>
          {words('title')}
        </Link>
      }
    >
      <AnalysisTabs />
      <div className={style.page}>
        {asked.error ? (
          <Card>
            <ErrorState error={asked.error} onRetry={() => void asked.refetch()} />
          </Card>
        ) : !asked.data ? (
          <Card>
            <Loading lines={8} label={t('working')} />
          </Card>
        ) : asked.data.events === 0 ? (
          <Card>
            <Empty
              icon="user"
              title={t('noEvents')}
              actions={
                <Link to="/data" className={buttonClass('main')}>
                  {t('toData')}
                </Link>
              }
            >
              {t('noEventsText')}
            </Empty>
          </Card>
        ) : (
          <>
            {children(asked.data)}
            <SavedAnalyses kind={kind} />
          </>
        )}
      </div>
    </Page>
  );
}
