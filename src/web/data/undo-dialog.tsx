import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { BatchView } from '#contract/batch.ts';
import { formatDayRange } from '#core/calendar/format-day.ts';
import { succeeded } from '../app/succeeded.ts';
import { useAction } from '../app/use-action.ts';
import { useAnswer } from '../app/use-answer.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useFigures } from '../ui/figures.ts';
import { comingBack } from './batch-state.ts';
import style from './history.module.css';
import { historyLabels } from './history-labels.ts';
import { KpiLinks } from './kpi-links.tsx';
import { COUNT } from './preview-facts.tsx';
import { useDatasetName } from './use-dataset-name.ts';
import { useNodesOver } from './use-nodes-over.ts';

/** Asks before an import is taken back, saying what goes and what comes instead. */
export function UndoDialog({ batch, onClose }: { readonly batch: BatchView; readonly onClose: () => void }) {
  const { t } = useTranslation('data');
  const { t: ui } = useTranslation('ui');
  const figures = useFigures();
  const nameOf = useDatasetName();
  const client = useQueryClient();
  const undo = useAction('undoBatch', { refresh: false });
  const { over } = useNodesOver();
  const asked = useAnswer('batches', { dataset: batch.dataset, limit: 500 });
  const back = comingBack(batch, asked.data?.batches ?? []);
  const nodes = over(batch.dataset);
  const counts = batch.live.length > 0;
  const days = batch.live.map(range => formatDayRange(range, figures.lang)).join(figures.lang === 'ja' ? '、' : ', ');
  const run = async () => {
    if (!succeeded(await undo.run({ batch: batch.id }), { toast: { kind: 'good', text: historyLabels.undoDone } })) return;
    onClose();
    await client.invalidateQueries();
  };
  return (
    <Dialog
      title={t('undoTitle')}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button look="main" danger busy={undo.busy} onClick={() => void run()}>
            {t('undoShort')}
          </Button>
        </>
      }
    >
      <div className={style.undo}>
        <p>
          <b>{batch.fileName}</b>
        </p>
        <p>
          {counts
            ? t('undoGone', { dataset: nameOf(batch.dataset), days, rows: figures.value(batch.rows, COUNT) })
            : t('undoNothing')}
        </p>
        {counts && back.length === 0 && batch.replaces === 'period' && <p>{t('undoMissing')}</p>}
        {back.length > 0 && (
          <div>
            <p>{t('undoBack')}</p>
            <ul className={style.back}>
              {back.map(one => (
                <li key={one.id}>
                  {one.fileName} <span className="mut">{formatDayRange(one, figures.lang)}</span>
                </li>
              ))}
            </ul>
          </div>
        )}
        {counts && nodes.length > 0 && (
          <div>
            <h3>{t('undoKpis')}</h3>
            <KpiLinks nodes={nodes} />
          </div>
        )}
        <p className="dim">{t('undoLater')}</p>
      </div>
    </Dialog>
  );
}
