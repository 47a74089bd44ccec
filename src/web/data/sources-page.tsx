import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Api } from '#contract/api.ts';
import type { ResponseOf } from '#contract/endpoint.ts';
import { formatDay, formatDayRange } from '#core/calendar/format-day.ts';
import { ErrorState } from '../app/error-state.tsx';
import { Page } from '../app/page.tsx';
import { PlanChip } from '../app/plan-chip.tsx';
import { useAnswer } from '../app/use-answer.ts';
import { usePeople, useWorkspace } from '../app/workspace-context.ts';
import { buttonClass } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { type Column, TableSection } from '../ui/data-table.tsx';
import { useFigures } from '../ui/figures.ts';
import { useSay } from '../ui/language.ts';
import { localMoment } from '../ui/local-moment.ts';
import { Tag } from '../ui/pill.tsx';
import { Empty, Loading } from '../ui/states.tsx';
import { DataTabs } from './data-tabs.tsx';
import { DeveloperNote } from './developer-note.tsx';
import { FreshnessPill, useFreshnessWord } from './freshness-pill.tsx';
import { KpiSources } from './kpi-sources.tsx';
import { LookAt } from './look-at.tsx';
import { MetricsTable } from './metrics-table.tsx';
import { COUNT } from './preview-facts.tsx';
import style from './sources.module.css';
import { type NodesOver, useNodesOver } from './use-nodes-over.ts';

export type DatasetEntry = ResponseOf<Api['datasets']>['datasets'][number];

/** All data with how far they reach, what is measured over them, and what the plan needs and nobody measures. */
export function SourcesPage() {
  const { t } = useTranslation('data');
  const asked = useAnswer('datasets', {});
  const nodes = useNodesOver();
  const columns = useSourceColumns(nodes);
  const datasets = asked.data?.datasets;
  return (
    <Page title={t('title')} chips={<PlanChip />}>
      <DataTabs />
      {!datasets ? (
        <Card>
          {asked.error ? <ErrorState error={asked.error} onRetry={() => void asked.refetch()} /> : <Loading lines={8} />}
        </Card>
      ) : (
        <div className={style.page}>
          <LookAt nodes={nodes} />
          {datasets.length === 0 ? (
            <Card>
              <Empty
                icon="data"
                title={t('sourcesEmpty')}
                actions={
                  <Link to="/data/import" className={buttonClass('main')}>
                    {t('importTitle')}
                  </Link>
                }
              >
                {t('sourcesEmptyText')}
              </Empty>
            </Card>
          ) : (
            <TableSection
              title={t('title')}
              note={t('sourcesNote', { count: datasets.length })}
              label={t('title')}
              columns={columns}
              rows={datasets}
              rowKey={({ dataset }) => dataset}
              sticky
              tools={
                <Link to="/data/import" className={buttonClass('main', true)}>
                  {t('importTitle')}
                </Link>
              }
            />
          )}
          <KpiSources />
          <MetricsTable datasets={datasets} />
          <DeveloperNote />
        </div>
      )}
    </Page>
  );
}

function useSourceColumns(nodes: NodesOver): readonly Column<DatasetEntry>[] {
  const { t } = useTranslation('data');
  const say = useSay();
  const figures = useFigures();
  const people = usePeople();
  const freshnessWord = useFreshnessWord();
  const { calendar } = useWorkspace();
  const lastDay = ({ lastImport }: DatasetEntry) => lastImport && localMoment(lastImport.at, calendar.zone).day;
  return [
    {
      key: 'name',
      head: t('name'),
      isName: true,
      cell: one => (
        <>
          <Link to="/data/dataset/$dataset" params={{ dataset: one.dataset }} className={style.name}>
            {say(one.name)}
          </Link>
          {!one.defined && (
            <span className={style.tag}>
              <Tag title={t('undefinedText')}>{t('undefinedData')}</Tag>
            </span>
          )}
          <span className={style.under}>{t(one.kind === 'event' ? 'kindEvent' : 'kindAggregate')}</span>
        </>
      ),
      text: one => say(one.name),
    },
    { key: 'fresh', head: t('freshness'), cell: one => <FreshnessPill source={one} />, text: freshnessWord },
    {
      key: 'period',
      head: t('period'),
      cell: ({ from, through }) =>
        from && through ? <span className={style.whole}>{formatDayRange({ from, to: through }, figures.lang)}</span> : null,
      text: ({ from, through }) => (from && through ? `${from} - ${through}` : ''),
    },
    {
      key: 'rows',
      head: t('rows'),
      end: true,
      cell: ({ rows }) => figures.value(rows, COUNT),
      text: ({ rows }) => String(rows),
    },
    {
      key: 'last',
      head: t('lastImport'),
      cell: one => {
        const day = lastDay(one);
        return (
          one.lastImport &&
          day && (
            <Link to="/data/imports/$batch" params={{ batch: one.lastImport.batch }} className={style.quiet}>
              {formatDay(day, figures.lang, 'month-day')} {people.nameOf(one.lastImport.by)}
            </Link>
          )
        );
      },
      text: one => lastDay(one) ?? '',
    },
    {
      key: 'owner',
      head: t('owner'),
      cell: ({ owner }) => <span className={style.whole}>{people.nameOf(owner)}</span>,
      text: ({ owner }) => people.nameOf(owner) ?? '',
    },
    {
      key: 'used',
      head: t('usedBy'),
      cell: one => <UsedBy nodes={nodes.over(one.dataset)} dataset={one.dataset} />,
      text: one =>
        nodes
          .over(one.dataset)
          .map(({ name }) => say(name))
          .join(say({ ja: '、', en: ', ' })),
    },
  ];
}

function UsedBy({ nodes, dataset }: { readonly nodes: ReturnType<NodesOver['over']>; readonly dataset: string }) {
  const { t } = useTranslation('data');
  const say = useSay();
  const separator = say({ ja: '、', en: ', ' });
  if (nodes.length === 0) return <span className="dim">{t('usedByNone')}</span>;
  return (
    <Link
      to="/data/dataset/$dataset"
      params={{ dataset }}
      className={style.used}
      title={nodes.map(({ name }) => say(name)).join(separator)}
    >
      <b>{t('kpiCount', { count: nodes.length })}</b>
      <span>{nodes.map(({ name }) => say(name)).join(separator)}</span>
    </Link>
  );
}
