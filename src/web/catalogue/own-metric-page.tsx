import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../app/error-state.tsx';
import pageStyle from '../app/page.module.css';
import { Page } from '../app/page.tsx';
import { useAnswer } from '../app/use-answer.ts';
import { Card } from '../ui/card.tsx';
import { useSay } from '../ui/language.ts';
import { Loading } from '../ui/states.tsx';
import { draftOf, EMPTY_DRAFT } from './own-metric-draft.ts';
import { OwnMetricForm } from './own-metric-form.tsx';

/** A metric the catalogue does not have. */
export function NewMetricPage() {
  return <OwnMetric />;
}

/** One of the workspace's own, to be changed. */
export function EditMetricPage() {
  const { metric } = useParams({ from: '/catalogue/$metric/edit' });
  return <OwnMetric id={metric} />;
}

function OwnMetric({ id }: { readonly id?: string }) {
  const { t } = useTranslation('own');
  const { t: catalogue } = useTranslation('catalogue');
  const say = useSay();
  const navigate = useNavigate();
  const known = useAnswer('catalogue', {});
  const definitions = useAnswer('definitions', {});
  const entry = useAnswer('catalogueEntry', { metric: id ?? '' }, { when: id !== undefined });
  const error = known.error ?? definitions.error ?? entry.error;
  const isReady = known.data && definitions.data && (id === undefined || entry.data);
  const leave = (metric: string | undefined) =>
    void (metric === undefined ? navigate({ to: '/catalogue' }) : navigate({ to: '/catalogue/$metric', params: { metric } }));
  return (
    <Page
      title={id === undefined ? t('newTitle') : t('editTitle', { name: say(entry.data?.metric.name) || id })}
      crumb={
        <Link to="/catalogue" className={pageStyle.crumb}>
          {catalogue('title')} ›
        </Link>
      }
    >
      {isReady ? (
        <OwnMetricForm
          key={id}
          start={entry.data ? draftOf(entry.data) : EMPTY_DRAFT}
          {...(id === undefined ? {} : { id })}
          base={definitions.data.number}
          known={known.data}
          onStored={leave}
          onCancel={() => leave(id)}
        />
      ) : (
        <Card>{error ? <ErrorState error={error} onRetry={() => void known.refetch()} /> : <Loading lines={10} />}</Card>
      )}
    </Page>
  );
}
