import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MetricEntry } from '#contract/catalogue.ts';
import type { FoundMetric } from '#core/metric/find-metrics.ts';
import { normalise } from '#core/text/normalise.ts';
import { ErrorState } from '../app/error-state.tsx';
import { Page } from '../app/page.tsx';
import { PlanChip } from '../app/plan-chip.tsx';
import { useAnswer } from '../app/use-answer.ts';
import { PlanTabs } from '../plan/plan-tabs.tsx';
import { type Planning, usePlanning } from '../plan/use-planning.ts';
import { Button, buttonClass } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { useSay } from '../ui/language.ts';
import { Tag } from '../ui/pill.tsx';
import { Empty, Loading } from '../ui/states.tsx';
import { AddToPlan } from './add-to-plan.tsx';
import style from './catalogue.module.css';
import { CatalogueFilters } from './catalogue-filters.tsx';
import { ChannelStages } from './channel-stages.tsx';
import { type domainLabels, isDomain } from './domain-labels.ts';
import { filterMetrics } from './filter-metrics.ts';
import { FormulaLinks } from './formula-links.tsx';
import { useMetricWords } from './metric-words.ts';
import { SameWord } from './same-word.tsx';

/** So many are shown at first, and with every "more". */
const SHOWN = 60;

/** Every metric that is known: found by any of its names, by what it means, and by where it belongs. */
export function CataloguePage() {
  const { t } = useTranslation('catalogue');
  const asked = useAnswer('catalogue', {});
  return (
    <Page title={t('title')} chips={<PlanChip />}>
      <PlanTabs />
      {asked.data ? (
        <Found metrics={asked.data.metrics} homonyms={asked.data.homonyms} />
      ) : (
        <Card>
          {asked.error ? <ErrorState error={asked.error} onRetry={() => void asked.refetch()} /> : <Loading lines={8} />}
        </Card>
      )}
    </Page>
  );
}

type Homonym = Parameters<typeof SameWord>[0]['homonym'];

function Found({ metrics, homonyms }: { readonly metrics: readonly MetricEntry[]; readonly homonyms: readonly Homonym[] }) {
  const { t } = useTranslation('catalogue');
  const navigate = useNavigate();
  const search = useSearch({ from: '/catalogue' });
  const state = usePlanning();
  const planning = state.kind === 'planning' ? state.planning : undefined;
  const inPlan = new Set(planning?.view?.nodes.map(({ metric }) => metric));
  const [most, setMost] = useState(SHOWN);
  const found = filterMetrics(metrics, search, inPlan);
  const key = JSON.stringify(search);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another question begins at the top
  useEffect(() => setMost(SHOWN), [key]);
  const words = normalise(search.words ?? '');
  const homonym = homonyms.find(({ word }) => normalise(word) === words);
  return (
    <>
      <p className={style.lead}>{t('lead')}</p>
      <CatalogueFilters />
      <ChannelStages metrics={metrics} inPlan={inPlan} />
      {homonym && <SameWord homonym={homonym} />}
      <div className={style.count}>
        <span role="status">
          {found.length === metrics.length
            ? t('countOf', { count: found.length })
            : t('countOfAll', { count: found.length, all: metrics.length })}
        </span>
        <Link to="/catalogue/new" className={buttonClass('link')}>
          {t('ownMetric')}
        </Link>
      </div>
      {found.length === 0 ? (
        <Card>
          <Empty
            icon="search"
            title={t('none')}
            actions={
              <>
                <Button onClick={() => void navigate({ to: '/catalogue', search: {} })}>{t('clear')}</Button>
                <Link to="/catalogue/new" className={buttonClass('plain')}>
                  {t('ownMetric')}
                </Link>
              </>
            }
          >
            {t('noneText')}
          </Empty>
        </Card>
      ) : (
        <Card padded={false}>
          <ul className={style.list}>
            {found.slice(0, most).map(one => (
              <MetricRow key={one.metric.id} found={one} planning={planning} />
            ))}
          </ul>
          {found.length > most && (
            <div className={style.more}>
              <Button onClick={() => setMost(most + SHOWN)}>{t('more', { count: Math.min(SHOWN, found.length - most) })}</Button>
            </div>
          )}
        </Card>
      )}
    </>
  );
}

function MetricRow({
  found: { metric, alias },
  planning,
}: {
  readonly found: FoundMetric<MetricEntry>;
  readonly planning: Planning | undefined;
}) {
  const { t } = useTranslation('catalogue');
  const { t: domain } = useTranslation('domain');
  const say = useSay();
  const words = useMetricWords();
  const [first] = metric.domains;
  return (
    <li className={style.row}>
      <div className={style.what}>
        <div className={style.nameLine}>
          <Link to="/catalogue/$metric" params={{ metric: metric.id }} className={style.name}>
            {say(metric.name)}
          </Link>
          {alias !== undefined && <span className={style.alias}>{t('foundAs', { alias })}</span>}
          {metric.from === 'workspace' && <Tag>{t('fromWorkspace')}</Tag>}
        </div>
        <p className={style.meaning}>{say(metric.meaning)}</p>
      </div>
      <div className={style.how}>
        {metric.formula === null ? (
          <span className="mut">{words.unit(metric)}</span>
        ) : (
          <FormulaLinks text={metric.formula} plain />
        )}
      </div>
      <div className={style.tags}>
        {first !== undefined && isDomain(first) && <Tag>{domain(first satisfies keyof typeof domainLabels)}</Tag>}
        {metric.stage && <Tag>{t(metric.stage)}</Tag>}
        {metric.kind && <Tag>{t(metric.kind)}</Tag>}
        {metric.leading && <Tag>{t('leading')}</Tag>}
      </div>
      <div className={style.act}>
        <AddToPlan metric={metric} planning={planning} small />
      </div>
    </li>
  );
}
