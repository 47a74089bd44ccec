import { Link, useParams } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BatchView } from '#contract/batch.ts';
import { formatDay, formatDayRange } from '#core/calendar/format-day.ts';
import { PRESETS } from '#core/measure/recognise/presets/all-presets.ts';
import { ErrorState } from '../app/error-state.tsx';
import pageStyle from '../app/page.module.css';
import { Page } from '../app/page.tsx';
import { useAnswer } from '../app/use-answer.ts';
import { usePeople, useWorkspace } from '../app/workspace-context.ts';
import { Button } from '../ui/button.tsx';
import { Card, Section } from '../ui/card.tsx';
import { type Column, TableSection } from '../ui/data-table.tsx';
import { useFigures } from '../ui/figures.ts';
import { useSay } from '../ui/language.ts';
import { localMoment } from '../ui/local-moment.ts';
import { Pill } from '../ui/pill.tsx';
import { Loading } from '../ui/states.tsx';
import { BATCH_TONES, BATCH_WORDS, batchState } from './batch-state.ts';
import { measureOfColumn } from './column-words.ts';
import style from './history.module.css';
import { COUNT, encodingName } from './preview-facts.tsx';
import { PreviewSkipped } from './preview-skipped.tsx';
import { UndoDialog } from './undo-dialog.tsx';
import { useDatasetName } from './use-dataset-name.ts';

const DECISIONS = { drop: 'personalDrop', hash: 'personalHash', keep: 'personalKeep' } as const;

/** One import: what came in, what was left out, whether it counts, and the way to take it back. */
export function BatchPage() {
  const { t } = useTranslation('data');
  const { batch: id } = useParams({ from: '/data/imports/$batch' });
  const asked = useAnswer('oneBatch', { batch: id });
  const batch = asked.data?.batch;
  return (
    <Page
      title={batch?.fileName ?? t('imports')}
      crumb={
        <Link to="/data/imports" className={pageStyle.crumb}>
          {t('imports')} ›
        </Link>
      }
    >
      {batch ? (
        <div className={style.page}>
          <BatchFacts batch={batch} />
          <BatchTotals batch={batch} />
          <PreviewSkipped table={batch} fileName={batch.fileName} />
        </div>
      ) : (
        <Card>
          {asked.error ? <ErrorState error={asked.error} onRetry={() => void asked.refetch()} /> : <Loading lines={6} />}
        </Card>
      )}
    </Page>
  );
}

function BatchFacts({ batch }: { readonly batch: BatchView }) {
  const { t } = useTranslation('data');
  const say = useSay();
  const figures = useFigures();
  const people = usePeople();
  const { calendar } = useWorkspace();
  const nameOf = useDatasetName();
  const [isUndoing, setUndoing] = useState(false);
  const state = batchState(batch);
  const received = localMoment(batch.receivedAt, calendar.zone);
  const preset = PRESETS.find(({ id: one }) => one === batch.mapping);
  const facts: readonly (readonly [string, ReactNode])[] = [
    [
      t('title'),
      <Link key="dataset" to="/data/dataset/$dataset" params={{ dataset: batch.dataset }}>
        {nameOf(batch.dataset)}
      </Link>,
    ],
    [t('period'), formatDayRange(batch, figures.lang)],
    [t('rows'), <b key="rows">{t('rowCount', { count: batch.rows, rows: figures.value(batch.rows, COUNT) })}</b>],
    [t('who'), people.nameOf(batch.receivedBy)],
    [t('when'), `${formatDay(received.day, figures.lang)} ${received.time}`],
    [t('readWith'), preset ? say(preset.name) : batch.mapping.replace(/^dataset-/, '')],
    ...(batch.encoding === '' ? [] : [[t('encoding'), encodingName(batch.encoding)] as const]),
    ...(batch.scope === '' ? [] : [[t('scope'), batch.scope] as const]),
  ];
  return (
    <Section
      title={t('about')}
      tools={
        !batch.undone && (
          <Button small icon="undo" onClick={() => setUndoing(true)}>
            {t('undoImport')}
          </Button>
        )
      }
    >
      <p className={style.state}>
        <Pill tone={BATCH_TONES[state]}>{t(BATCH_WORDS[state])}</Pill>
        <StateText batch={batch} />
      </p>
      <dl className={style.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        {batch.personal.length > 0 && (
          <div className={style.wide}>
            <dt>{t('keptPersonal')}</dt>
            <dd>
              {batch.personal
                .map(({ column, decision }) => `${column}：${t(DECISIONS[decision])}`)
                .join(figures.lang === 'ja' ? '、' : ', ')}
            </dd>
          </div>
        )}
      </dl>
      {isUndoing && <UndoDialog batch={batch} onClose={() => setUndoing(false)} />}
    </Section>
  );
}

function StateText({ batch }: { readonly batch: BatchView }) {
  const { t } = useTranslation('data');
  const figures = useFigures();
  const people = usePeople();
  const { calendar } = useWorkspace();
  switch (batchState(batch)) {
    case 'live':
      return t('stateLiveText');
    case 'partly':
      return t('statePartlyText', {
        days: batch.live.map(range => formatDayRange(range, figures.lang)).join(figures.lang === 'ja' ? '、' : ', '),
      });
    case 'replaced':
      return t('stateReplacedText');
    case 'undone': {
      if (!batch.undone) return null;
      const { day, time } = localMoment(batch.undone.at, calendar.zone);
      return t('stateUndoneText', { day: `${formatDay(day, figures.lang)} ${time}`, name: people.nameOf(batch.undone.by) });
    }
  }
}

function BatchTotals({ batch }: { readonly batch: BatchView }) {
  const { t } = useTranslation('data');
  const say = useSay();
  const figures = useFigures();
  const asked = useAnswer('datasets', {});
  const known = asked.data?.datasets.find(({ dataset }) => dataset === batch.dataset)?.columns ?? [];
  if (batch.totals.length === 0) return null;
  type Total = (typeof batch.totals)[number];
  const columnOf = (total: Total) => known.find(({ id }) => id === total.column);
  const nameOf = (total: Total) => say(columnOf(total)?.name) || total.column;
  const columns: readonly Column<Total>[] = [
    { key: 'column', head: t('column'), isName: true, cell: nameOf, text: nameOf },
    {
      key: 'sum',
      head: t('total'),
      end: true,
      cell: total =>
        total.sum === null ? (
          <span className="dim">{t('notAdded')}</span>
        ) : (
          <b>{figures.value(total.sum, measureOfColumn(columnOf(total)), { exact: true })}</b>
        ),
      text: total => total.sum ?? '',
    },
    {
      key: 'values',
      head: t('valuesIn'),
      end: true,
      cell: total => <span className="mut num">{figures.value(total.values, COUNT)}</span>,
      text: total => String(total.values),
    },
  ];
  const rows = batch.totals.toSorted((a, b) => Number(a.sum === null) - Number(b.sum === null));
  return (
    <TableSection
      title={t('columnTotals')}
      label={t('columnTotals')}
      columns={columns}
      rows={rows}
      rowKey={total => total.column}
    />
  );
}
