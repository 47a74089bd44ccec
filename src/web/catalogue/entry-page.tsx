import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Api } from '#contract/api.ts';
import type { ResponseOf } from '#contract/endpoint.ts';
import { ErrorState } from '../app/error-state.tsx';
import pageStyle from '../app/page.module.css';
import { Page } from '../app/page.tsx';
import { useAnswer } from '../app/use-answer.ts';
import { usePlanning } from '../plan/use-planning.ts';
import { buttonClass } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { useSay } from '../ui/language.ts';
import { Tag } from '../ui/pill.tsx';
import { Empty, Loading } from '../ui/states.tsx';
import { AddToPlan } from './add-to-plan.tsx';
import style from './catalogue.module.css';
import { EntryDefinition } from './entry-definition.tsx';
import { EntryBenchmark, EntryCauses, EntrySources } from './entry-guide.tsx';
import { OwnMetricTools } from './own-metric-tools.tsx';
import { SameWord } from './same-word.tsx';

export type Entry = ResponseOf<Api['catalogueEntry']>;

/** One metric with all that is known about it. */
export function EntryPage() {
  const { t } = useTranslation('catalogue');
  const say = useSay();
  const { metric: id } = useParams({ from: '/catalogue/$metric' });
  const known = useAnswer('catalogue', {});
  const isKnown = known.data?.metrics.some(metric => metric.id === id);
  const asked = useAnswer('catalogueEntry', { metric: id }, { when: isKnown === true });
  const entry = asked.data;
  const error = known.error ?? asked.error;
  return (
    <Page
      title={entry ? say(entry.metric.name) : t('title')}
      crumb={
        <Link to="/catalogue" className={pageStyle.crumb}>
          {t('title')} ›
        </Link>
      }
    >
      {entry ? (
        <EntryView key={id} entry={entry} />
      ) : (
        <Card>
          {isKnown === false ? (
            <Empty
              icon="search"
              title={t('notFound')}
              actions={
                <Link to="/catalogue" className={buttonClass('main')}>
                  {t('toCatalogue')}
                </Link>
              }
            />
          ) : error ? (
            <ErrorState error={error} onRetry={() => void asked.refetch()} />
          ) : (
            <Loading lines={8} />
          )}
        </Card>
      )}
    </Page>
  );
}

function EntryView({ entry }: { readonly entry: Entry }) {
  const { t } = useTranslation('catalogue');
  const say = useSay();
  const state = usePlanning();
  const { metric } = entry;
  return (
    <>
      <div className={style.head}>
        <div>
          <p className={style.sentence}>{say(metric.meaning)}</p>
          <div className={style.tags}>
            {metric.stage && <Tag>{t(metric.stage)}</Tag>}
            {metric.kind && <Tag>{t(metric.kind)}</Tag>}
            <Tag>{t(metric.leading ? 'leading' : 'lagging')}</Tag>
            {metric.from === 'workspace' && <Tag>{t('fromWorkspace')}</Tag>}
            {metric.measured && <Tag>{t('hasData')}</Tag>}
          </div>
        </div>
        <div className={style.headTools}>
          {entry.own && <OwnMetricTools entry={entry} />}
          <AddToPlan metric={metric} planning={state.kind === 'planning' ? state.planning : undefined} />
        </div>
      </div>
      <div className={style.columns}>
        <div className={style.stack}>
          <EntryDefinition entry={entry} />
          {entry.homonyms.filter(isWidest).map(homonym => (
            <SameWord key={homonym.word} homonym={homonym} current={metric.id} />
          ))}
          <EntryCauses entry={entry} />
        </div>
        <div className={style.stack}>
          <EntryBenchmark entry={entry} />
          <EntrySources entry={entry} />
        </div>
      </div>
    </>
  );
}

/** Of words for the same metrics, or for fewer of them, one table is enough. */
function isWidest(homonym: Entry['homonyms'][number], place: number, all: Entry['homonyms']): boolean {
  const isWithin = ({ metrics }: typeof homonym) => homonym.metrics.every(id => metrics.includes(id));
  return all.every(
    (other, at) => at === place || !isWithin(other) || (other.metrics.length === homonym.metrics.length && at > place),
  );
}
