import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { BatchView } from '#contract/batch.ts';
import { formatDay, formatDayRange } from '#core/calendar/format-day.ts';
import type { Column as DataColumn } from '#core/measure/dataset.ts';
import { ErrorState } from '../app/error-state.tsx';
import pageStyle from '../app/page.module.css';
import { Page } from '../app/page.tsx';
import { useAnswer } from '../app/use-answer.ts';
import { usePeople, useWorkspace } from '../app/workspace-context.ts';
import { buttonClass } from '../ui/button.tsx';
import { Card, Section } from '../ui/card.tsx';
import { type Column, TableSection } from '../ui/data-table.tsx';
import { useFigures } from '../ui/figures.ts';
import { useSay } from '../ui/language.ts';
import { localMoment } from '../ui/local-moment.ts';
import { Pill, Tag } from '../ui/pill.tsx';
import { Empty, Loading } from '../ui/states.tsx';
import { BATCH_TONES, BATCH_WORDS, batchState } from './batch-state.ts';
import { useRoleWord } from './column-words.ts';
import { FreshnessPill } from './freshness-pill.tsx';
import historyStyle from './history.module.css';
import { KpiLinks } from './kpi-links.tsx';
import { OddityPill } from './look-at.tsx';
import { COUNT } from './preview-facts.tsx';
import style from './sources.module.css';
import type { DatasetEntry } from './sources-page.tsx';
import { useNodesOver } from './use-nodes-over.ts';

/** One dataset: where it comes from, how far it reaches, its columns, and what rests on it. */
export function DatasetPage() {
  const { t } = useTranslation('data');
  const say = useSay();
  const { dataset: id } = useParams({ from: '/data/dataset/$dataset' });
  const asked = useAnswer('datasets', {});
  const { over } = useNodesOver();
  const found = asked.data?.datasets.find(({ dataset }) => dataset === id);
  const nodes = over(id);
  return (
    <Page
      title={say(found?.name) || id}
      crumb={
        <Link to="/data" className={pageStyle.crumb}>
          {t('sources')} ›
        </Link>
      }
    >
      {found ? (
        <div className={historyStyle.page}>
          <Facts found={found} />
          <Section title={t('affected')}>
            {nodes.length > 0 ? <KpiLinks nodes={nodes} /> : <p className="mut">{t('affectedNone')}</p>}
          </Section>
          {found.metrics.length > 0 && (
            <Section title={t('metrics')}>
              <ul className={`${style.list} ${style.metrics}`}>
                {found.metrics.map(metric => (
                  <li key={metric.id}>
                    <b>{say(metric.name)}</b>
                    <span className="mut">{say(metric.measurement)}</span>
                  </li>
                ))}
              </ul>
            </Section>
          )}
          <Columns columns={found.columns} />
          <LatestImports dataset={id} />
        </div>
      ) : (
        <Card>
          {asked.error ? (
            <ErrorState error={asked.error} onRetry={() => void asked.refetch()} />
          ) : asked.data ? (
            <Empty icon="data" title={t('datasetGone')} />
          ) : (
            <Loading lines={6} />
          )}
        </Card>
      )}
    </Page>
  );
}

function Facts({ found }: { readonly found: DatasetEntry }) {
  const { t } = useTranslation('data');
  const say = useSay();
  const figures = useFigures();
  const people = usePeople();
  const home = useAnswer('home', {});
  const { calendar } = useWorkspace();
  const { from, through, source, owner, refresh, rows, kind, lastImport, dataset, defined } = found;
  const odd = (home.data?.data ?? []).filter(one => one.source.dataset === dataset && one.kind !== 'late');
  const facts: readonly (readonly [string, ReactNode])[] = [
    [t('kind'), t(kind === 'event' ? 'kindEvent' : 'kindAggregate')],
    [t('period'), from && through ? formatDayRange({ from, to: through }, figures.lang) : t('notArrived')],
    [t('rows'), <b key="rows">{t('rowCount', { count: rows, rows: figures.value(rows, COUNT) })}</b>],
    ...(refresh ? [[t('refresh'), t(`refresh-${refresh}`)] as const] : []),
    ...(owner ? [[t('owner'), people.nameOf(owner)] as const] : []),
    ...(source ? [[t('source'), say(source)] as const] : []),
    ...(lastImport
      ? [
          [
            t('lastImport'),
            `${formatDay(localMoment(lastImport.at, calendar.zone).day, figures.lang)} ${people.nameOf(lastImport.by)}`,
          ] as const,
        ]
      : []),
  ];
  return (
    <Section
      title={t('about')}
      tools={
        <Link to="/data/import" className={buttonClass('plain', true)}>
          {t('importTitle')}
        </Link>
      }
    >
      <p className={historyStyle.state}>
        <FreshnessPill source={found} />
        {odd.map(oddity => (
          <OddityPill key={oddity.kind} oddity={oddity} />
        ))}
        {!defined && <span className="mut">{t('undefinedText')}</span>}
      </p>
      <dl className={historyStyle.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}

function Columns({ columns: rows }: { readonly columns: readonly DataColumn[] }) {
  const { t } = useTranslation('data');
  const say = useSay();
  const roleOf = useRoleWord();
  const columns: readonly Column<DataColumn>[] = [
    { key: 'name', head: t('column'), isName: true, cell: ({ name }) => say(name), text: ({ name }) => say(name) },
    {
      key: 'role',
      head: t('role'),
      cell: column => (
        <>
          {roleOf(column)} {column.hashed && <Tag>{t('hashedTag')}</Tag>}
        </>
      ),
      text: roleOf,
    },
    {
      key: 'type',
      head: t('type'),
      cell: ({ type }) => <span className="mut">{t(`type-${type}`)}</span>,
      text: ({ type }) => t(`type-${type}`),
    },
    { key: 'id', head: 'ID', cell: ({ id }) => <code className="mut">{id}</code>, text: ({ id }) => id },
  ];
  return (
    <TableSection
      title={t('dataColumns')}
      label={t('dataColumns')}
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      sticky
    />
  );
}

function LatestImports({ dataset }: { readonly dataset: string }) {
  const { t } = useTranslation('data');
  const { lang } = useFigures();
  const asked = useAnswer('batches', { dataset, limit: 6 });
  const { calendar } = useWorkspace();
  const batches: readonly BatchView[] = asked.data?.batches ?? [];
  if (batches.length === 0) return null;
  return (
    <Section
      title={t('latestImports')}
      tools={
        <Link to="/data/imports" search={previous => ({ ...previous, dataset })} className={buttonClass('quiet', true)}>
          {t('allImports')}
        </Link>
      }
    >
      <ul className={style.list}>
        {batches.map(batch => {
          const state = batchState(batch);
          return (
            <li key={batch.id}>
              <Link to="/data/imports/$batch" params={{ batch: batch.id }} className={style.name}>
                {batch.fileName}
              </Link>
              <Pill tone={BATCH_TONES[state]}>{t(BATCH_WORDS[state])}</Pill>
              <span className="mut">{formatDay(localMoment(batch.receivedAt, calendar.zone).day, lang)}</span>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
