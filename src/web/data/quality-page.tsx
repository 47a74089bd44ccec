import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Api } from '#contract/api.ts';
import type { ResponseOf } from '#contract/endpoint.ts';
import { ErrorState } from '../app/error-state.tsx';
import { Page } from '../app/page.tsx';
import { useAnswer } from '../app/use-answer.ts';
import { Card } from '../ui/card.tsx';
import { Loading } from '../ui/states.tsx';
import { DataTabs } from './data-tabs.tsx';
import { OverdueValues } from './overdue-values.tsx';
import style from './quality.module.css';
import { QualityChecklist } from './quality-checklist.tsx';
import { type DecisionAsked, QualityDialog } from './quality-dialog.tsx';
import { QualityFigures } from './quality-figures.tsx';
import { QualitySources } from './quality-sources.tsx';
import { DecidedTickets, OpenTickets } from './quality-tickets.tsx';
import { Reconciliations } from './reconciliations.tsx';

export type QualityAnswer = ResponseOf<Api['quality']>;

/** What is missing or unusual, what was said about it, and how complete, fresh and automatic the data are. */
export function QualityPage() {
  const { t } = useTranslation('data');
  const asked = useAnswer('quality', {});
  const [deciding, setDeciding] = useState<DecisionAsked>();
  const answer = asked.data;
  return (
    <Page title={t('title')}>
      <DataTabs />
      {!answer ? (
        <Card>
          {asked.error ? <ErrorState error={asked.error} onRetry={() => void asked.refetch()} /> : <Loading lines={8} />}
        </Card>
      ) : (
        <div className={style.page}>
          <QualityFigures answer={answer} />
          <QualityChecklist answer={answer} />
          <OverdueValues answer={answer} />
          <OpenTickets answer={answer} onDecide={setDeciding} />
          <QualitySources answer={answer} />
          <Reconciliations answer={answer} />
          <DecidedTickets answer={answer} onDecide={setDeciding} />
        </div>
      )}
      {deciding && <QualityDialog asked={deciding} onClose={() => setDeciding(undefined)} />}
    </Page>
  );
}
