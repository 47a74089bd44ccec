import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { BatchView } from '#contract/batch.ts';
import type { JobView } from '#contract/job.ts';
import type { UploadView } from '#contract/upload.ts';
import { formatDay, formatDayRange } from '#core/calendar/format-day.ts';
import { useWorkspace } from '../app/workspace-context.ts';
import { buttonClass } from '../ui/button.tsx';
import { Card, Section } from '../ui/card.tsx';
import { useFigures } from '../ui/figures.ts';
import { Icon } from '../ui/icon.tsx';
import { localMoment } from '../ui/local-moment.ts';
import { Loading } from '../ui/states.tsx';
import { useStore } from '../ui/store.ts';
import style from './import.module.css';
import { KpiLinks } from './kpi-links.tsx';
import { MeasurableMetrics } from './measurable-metrics.tsx';
import { COUNT } from './preview-facts.tsx';
import { forgetUpload, uploadQueue } from './upload-queue.ts';
import { useDatasetName } from './use-dataset-name.ts';
import { useNodesOver } from './use-nodes-over.ts';

type Imported = Extract<JobView['result'], { kind: 'imported' }>;

/** What came of an import, where it can be seen, and what to do next. */
export function ImportResult({ upload, result }: { readonly upload: UploadView; readonly result: Imported }) {
  const { t } = useTranslation('data');
  const { over, isLoading } = useNodesOver();
  const queue = useStore(uploadQueue);
  const next = queue.filter(({ state }) => state.kind === 'sent' && state.upload !== upload.id);
  const [first] = next;
  const { imported, duplicates } = result;
  const datasets = [...new Set(imported.map(({ dataset }) => dataset))];
  const all = [...new Set([...imported, ...duplicates].map(({ dataset }) => dataset))];
  const nodes = [...new Map(datasets.flatMap(over).map(node => [node.id, node])).values()];
  useEffect(() => () => forgetUpload(upload.id), [upload.id]);
  return (
    <div className={style.page}>
      <Card className={style.work}>
        <h2 className={style.done}>
          <Icon name={imported.length > 0 ? 'check' : 'info'} size={20} />
          {t(imported.length > 0 ? 'doneTitle' : 'doneNothingTitle')}
        </h2>
        <ul className={style.batches}>
          {imported.map(batch => (
            <ImportedBatch key={batch.id} batch={batch} />
          ))}
          {duplicates.map(batch => (
            <Duplicate key={batch.id} batch={batch} />
          ))}
        </ul>
        <div className={style.workTools}>
          {first?.state.kind === 'sent' && (
            <Link to="/data/import/$upload" params={{ upload: first.state.upload }} className={buttonClass('main')}>
              {t('nextFile', { count: next.length })}
            </Link>
          )}
          <Link to="/data/import" className={buttonClass(first ? 'plain' : 'main')}>
            {t('moreFiles')}
          </Link>
          <Link to="/data/imports" className={buttonClass()}>
            {t('toImports')}
          </Link>
        </div>
      </Card>
      {all.map(dataset => (
        <MeasurableMetrics key={dataset} dataset={dataset} isAlone={all.length === 1} />
      ))}
      {imported.length > 0 && (
        <Section title={t('affected')}>
          {isLoading ? (
            <Loading lines={1} />
          ) : nodes.length > 0 ? (
            <KpiLinks nodes={nodes} />
          ) : (
            <p className="mut">
              {t('affectedNone')} <Link to="/data/definitions">{t('toDefinitions')}</Link>
            </p>
          )}
        </Section>
      )}
    </div>
  );
}

function ImportedBatch({ batch }: { readonly batch: BatchView }) {
  const { t } = useTranslation('data');
  const figures = useFigures();
  const nameOf = useDatasetName();
  return (
    <li>
      <b>{nameOf(batch.dataset)}</b>
      <span className="num">{t('doneRows', { count: batch.rows, rows: figures.value(batch.rows, COUNT) })}</span>
      <span className="mut">{formatDayRange(batch, figures.lang)}</span>
      <Link to="/data/imports/$batch" params={{ batch: batch.id }}>
        {t('openBatch')}
      </Link>
    </li>
  );
}

function Duplicate({ batch }: { readonly batch: BatchView }) {
  const { t } = useTranslation('data');
  const figures = useFigures();
  const nameOf = useDatasetName();
  const { calendar } = useWorkspace();
  const { day } = localMoment(batch.receivedAt, calendar.zone);
  return (
    <li>
      <b>{nameOf(batch.dataset)}</b>
      <span className="mut">{t('doneNothing', { name: batch.fileName, day: formatDay(day, figures.lang) })}</span>
      <Link to="/data/imports/$batch" params={{ batch: batch.id }}>
        {t('openBatch')}
      </Link>
    </li>
  );
}
