import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BatchView } from '#contract/batch.ts';
import { formatDay, formatDayRange } from '#core/calendar/format-day.ts';
import { ErrorState } from '../app/error-state.tsx';
import { Page } from '../app/page.tsx';
import { useAnswer } from '../app/use-answer.ts';
import { usePeople, useWorkspace } from '../app/workspace-context.ts';
import { Button, buttonClass, IconButton } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { type Column, TableSection } from '../ui/data-table.tsx';
import { Select } from '../ui/field.tsx';
import { useFigures } from '../ui/figures.ts';
import { useSay } from '../ui/language.ts';
import { localMoment } from '../ui/local-moment.ts';
import { Pill } from '../ui/pill.tsx';
import { Empty, Loading } from '../ui/states.tsx';
import { BATCH_TONES, BATCH_WORDS, batchState } from './batch-state.ts';
import { DataTabs } from './data-tabs.tsx';
import style from './history.module.css';
import { COUNT } from './preview-facts.tsx';
import { UndoDialog } from './undo-dialog.tsx';
import { useDatasetName } from './use-dataset-name.ts';

const PAGE = 50;
const MOST = 500;

/** Every import that was made, newest first; what was undone stays in sight. */
export function ImportsPage() {
  const { t } = useTranslation('data');
  const say = useSay();
  const navigate = useNavigate();
  const { dataset } = useSearch({ from: '/data/imports' });
  const [limit, setLimit] = useState(PAGE);
  const asked = useAnswer('batches', { limit, ...(dataset === undefined ? {} : { dataset }) }, { keep: true });
  const datasets = useAnswer('datasets', {});
  const [undoing, setUndoing] = useState<BatchView>();
  const columns = useBatchColumns(setUndoing);
  const batches = asked.data?.batches;
  return (
    <Page title={t('title')}>
      <DataTabs />
      <div className={style.bar}>
        <Select
          small
          aria-label={t('title')}
          value={dataset ?? ''}
          options={[
            { value: '', label: t('allDatasets') },
            ...(datasets.data?.datasets ?? []).map(one => ({ value: one.dataset, label: say(one.name) })),
          ]}
          onChange={event =>
            void navigate({
              to: '/data/imports',
              search: previous => ({ ...previous, dataset: event.target.value || undefined }),
            })
          }
        />
        <Link to="/data/import" className={`${buttonClass('main')} ${style.far}`}>
          {t('importTitle')}
        </Link>
      </div>
      {!batches ? (
        <Card>
          {asked.error ? <ErrorState error={asked.error} onRetry={() => void asked.refetch()} /> : <Loading lines={8} />}
        </Card>
      ) : batches.length === 0 ? (
        <Card>
          <Empty icon="data" title={t('historyEmpty')}>
            {t('historyEmptyText')}
          </Empty>
        </Card>
      ) : (
        <TableSection
          title={t('imports')}
          note={t('historyNote')}
          label={t('imports')}
          columns={columns}
          rows={batches}
          rowKey={({ id }) => id}
          sticky
        >
          {batches.length === limit && limit < MOST && (
            <div className={style.older}>
              <Button busy={asked.isFetching} onClick={() => setLimit(Math.min(MOST, limit + 150))}>
                {t('showOlder')}
              </Button>
            </div>
          )}
        </TableSection>
      )}
      {undoing && <UndoDialog batch={undoing} onClose={() => setUndoing(undefined)} />}
    </Page>
  );
}

function useBatchColumns(onUndo: (batch: BatchView) => void): readonly Column<BatchView>[] {
  const { t } = useTranslation('data');
  const figures = useFigures();
  const people = usePeople();
  const nameOf = useDatasetName();
  const { calendar, today } = useWorkspace();
  const moment = ({ receivedAt }: BatchView) => {
    const { day, time } = localMoment(receivedAt, calendar.zone);
    const isThisYear = day.slice(0, 4) === today.slice(0, 4);
    return `${formatDay(day, figures.lang, isThisYear ? 'month-day' : 'full')} ${time}`;
  };
  return [
    {
      key: 'file',
      head: t('file'),
      isName: true,
      cell: batch => (
        <Link
          to="/data/imports/$batch"
          params={{ batch: batch.id }}
          className={batch.undone ? `${style.name} ${style.gone}` : style.name}
        >
          {batch.fileName}
        </Link>
      ),
      text: ({ fileName }) => fileName,
    },
    {
      key: 'state',
      head: t('state'),
      cell: batch => {
        const state = batchState(batch);
        return <Pill tone={BATCH_TONES[state]}>{t(BATCH_WORDS[state])}</Pill>;
      },
      text: batch => t(BATCH_WORDS[batchState(batch)]),
    },
    {
      key: 'dataset',
      head: t('title'),
      cell: ({ dataset }) => <span className={style.whole}>{nameOf(dataset)}</span>,
      text: ({ dataset }) => nameOf(dataset),
    },
    {
      key: 'period',
      head: t('period'),
      cell: batch => <span className={style.whole}>{formatDayRange(batch, figures.lang)}</span>,
      text: ({ from, to }) => (from === to ? from : `${from} - ${to}`),
    },
    {
      key: 'rows',
      head: t('rows'),
      end: true,
      cell: ({ rows, skipped }) => (
        <>
          {figures.value(rows, COUNT)}
          {skipped.badRows > 0 && <span className={`${style.bad} warn`}>◆ {t('badLeft', { count: skipped.badRows })}</span>}
        </>
      ),
      text: ({ rows }) => String(rows),
    },
    {
      key: 'who',
      head: t('who'),
      cell: ({ receivedBy }) => <span className={style.whole}>{people.nameOf(receivedBy)}</span>,
      text: ({ receivedBy }) => people.nameOf(receivedBy),
    },
    {
      key: 'when',
      head: t('when'),
      end: true,
      cell: batch => <span className="mut num">{moment(batch)}</span>,
      text: ({ receivedAt }) => {
        const { day, time } = localMoment(receivedAt, calendar.zone);
        return `${day} ${time}`;
      },
    },
    {
      key: 'undo',
      head: t('undoShort'),
      hideHead: true,
      end: true,
      cell: batch =>
        !batch.undone && (
          <IconButton small icon="undo" name={t('undoFile', { name: batch.fileName })} onClick={() => onUndo(batch)} />
        ),
      text: () => '',
    },
  ];
}
