import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../app/use-action.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { useFigures } from '../ui/figures.ts';
import { ProgressBar } from '../ui/progress-bar.tsx';
import { showToast } from '../ui/toasts.tsx';
import { fileSize } from './file-size.ts';
import style from './import.module.css';
import { importLabels } from './import-labels.ts';
import type { UploadAnswer } from './upload-page.tsx';
import { forgetUpload } from './upload-queue.ts';

/** A file that is being read or imported: how far it is, and the way out. */
export function UploadWork({ asked: { upload, job } }: { readonly asked: UploadAnswer }) {
  const { t } = useTranslation('data');
  const figures = useFigures();
  const navigate = useNavigate();
  const stop = useAction('cancelJob');
  const discard = useAction('discardUpload');
  const isImport = upload.state === 'importing';
  const seconds = useSeconds(job.id);
  const cancel = async () => {
    if (isImport) {
      const answer = await stop.run({ job: job.id });
      if (answer?.kind === 'value' && answer.value.job.state === 'cancelled')
        showToast({ kind: 'good', text: importLabels.cancelled });
      return;
    }
    const answer = await discard.run({ upload: upload.id });
    if (answer?.kind !== 'value') return;
    forgetUpload(upload.id);
    showToast({ kind: 'good', text: importLabels.cancelled });
    void navigate({ to: '/data/import' });
  };
  const title = t(isImport ? 'importingTitle' : 'readingTitle');
  return (
    <Card className={style.work}>
      <h2>{title}</h2>
      <p className="mut">{t(isImport ? 'importingText' : 'readingText')}</p>
      <ProgressBar share={job.progress} label={title} />
      <div className={style.workFoot}>
        <span className="num mut">
          {job.progress !== null && <b>{figures.percent(job.progress, 0)}</b>} {t('elapsedTime', { seconds })}
        </span>
        <span className="dim num">{fileSize(upload.bytes)}</span>
        <Button small busy={stop.busy || discard.busy} onClick={() => void cancel()}>
          {t(isImport ? 'cancelImport' : 'cancelReading')}
        </Button>
      </div>
    </Card>
  );
}

/** When each job was first seen here: the server's clock may be another one than the reader's. */
const firstSeen = new Map<string, number>();

function useSeconds(job: string): number {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const begun = firstSeen.get(job) ?? performance.now();
    firstSeen.set(job, begun);
    const tell = () => setSeconds(Math.floor((performance.now() - begun) / 1000));
    tell();
    const timer = setInterval(tell, 500);
    return () => clearInterval(timer);
  }, [job]);
  return seconds;
}
