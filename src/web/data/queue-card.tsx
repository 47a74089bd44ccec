import { Link } from '@tanstack/react-router';
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { AnswerError } from '../app/answer-error.ts';
import { useAction } from '../app/use-action.ts';
import { buttonClass, IconButton } from '../ui/button.tsx';
import { Section } from '../ui/card.tsx';
import { useFigures } from '../ui/figures.ts';
import { Icon } from '../ui/icon.tsx';
import { useSay } from '../ui/language.ts';
import { Pill } from '../ui/pill.tsx';
import { ProgressBar } from '../ui/progress-bar.tsx';
import { fileSize } from './file-size.ts';
import style from './import.module.css';
import { dropFromQueue, forgetUpload, type QueuedFile } from './upload-queue.ts';
import { useUpload } from './use-upload.ts';

/** Files on their way, and those that wait to be confirmed. */
export function QueueCard({ files }: { readonly files: readonly QueuedFile[] }) {
  const { t } = useTranslation('data');
  return (
    <Section title={t('queue')}>
      <ul className={style.queue}>
        {files.map(file =>
          file.state.kind === 'sent' ? (
            <Sent key={file.key} file={file} upload={file.state.upload} />
          ) : (
            <Sending key={file.key} file={file} />
          ),
        )}
      </ul>
    </Section>
  );
}

function Row({ file, children, tools }: { readonly file: QueuedFile; readonly children: ReactNode; readonly tools: ReactNode }) {
  return (
    <li className={style.queued}>
      <Icon name="file" size={18} />
      <span className={style.fileName}>
        <b>{file.name}</b>
        <span className="dim num">{fileSize(file.bytes)}</span>
      </span>
      <div className={style.queuedState}>{children}</div>
      <div className={style.queuedTools}>{tools}</div>
    </li>
  );
}

function Sending({ file }: { readonly file: QueuedFile }) {
  const { t } = useTranslation('data');
  const say = useSay();
  const figures = useFigures();
  const { state, name } = file;
  const isOver = state.kind === 'refused' || state.kind === 'failed';
  return (
    <Row
      file={file}
      tools={
        <IconButton
          small
          icon="close"
          name={t(isOver ? 'takeOut' : 'stopSending', { name })}
          onClick={() => dropFromQueue(file.key)}
        />
      }
    >
      {state.kind === 'waiting' && <span className="dim">{t('waitingToSend')}</span>}
      {state.kind === 'sending' && (
        <>
          <span className="mut num">{t('sending', { share: figures.percent(state.share, 0) })}</span>
          <ProgressBar share={state.share} label={name} />
        </>
      )}
      {state.kind === 'refused' &&
        state.problems.map(problem => (
          <p key={problem.code} className="bad">
            ■ {say(problem.message)}
          </p>
        ))}
      {state.kind === 'failed' && <p className="bad">■ {say(state.message)}</p>}
    </Row>
  );
}

function Sent({ file, upload: id }: { readonly file: QueuedFile; readonly upload: string }) {
  const { t } = useTranslation('data');
  const figures = useFigures();
  const { data, error } = useUpload(id);
  const discard = useAction('discardUpload', { refresh: false });
  const isGone = error instanceof AnswerError && error.status === 404;
  useEffect(() => {
    if (isGone) forgetUpload(id);
  }, [isGone, id]);
  const takeOut = async () => {
    if (data?.upload.state === 'imported' || (await discard.run({ upload: id }))?.kind === 'value') forgetUpload(id);
  };
  const { upload, job } = data ?? {};
  const state = upload?.state;
  const share = job?.progress ?? null;
  const stands = upload?.inspection?.tables.some(({ problems }) => problems.some(({ severity }) => severity === 'error'));
  const link = (word: string, look: 'main' | 'plain') => (
    <Link to="/data/import/$upload" params={{ upload: id }} className={buttonClass(look, true)}>
      {word}
    </Link>
  );
  return (
    <Row
      file={file}
      tools={
        <>
          {state === 'ready' && link(t('openPreview'), 'main')}
          {(state === 'refused' || state === 'failed') && link(t('seeReason'), 'plain')}
          {state === 'imported' && link(t('seeResult'), 'plain')}
          {state !== 'importing' && (
            <IconButton small icon="close" name={t('takeOut', { name: file.name })} onClick={() => void takeOut()} />
          )}
        </>
      }
    >
      {(state === undefined || state === 'inspecting' || state === 'importing') && (
        <>
          <span className="mut num">
            {state === 'importing'
              ? t(share === null ? 'importingNow' : 'importingShare', { share: figures.percent(share ?? 0, 0) })
              : t(share === null ? 'reading' : 'readingShare', { share: figures.percent(share ?? 0, 0) })}
          </span>
          <ProgressBar share={share} label={file.name} />
        </>
      )}
      {state === 'ready' && <Pill tone={stands ? 'warn' : 'accent'}>{t(stands ? 'needsAnswer' : 'readyToCheck')}</Pill>}
      {state === 'refused' && <Pill tone="bad">{t('unreadable')}</Pill>}
      {state === 'failed' && <Pill tone="bad">{t('readingFailed')}</Pill>}
      {state === 'imported' && <Pill tone="good">{t('imported')}</Pill>}
    </Row>
  );
}
