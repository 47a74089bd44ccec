import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { whoActs } from '../app/acting.ts';
import { Page } from '../app/page.tsx';
import { Card } from '../ui/card.tsx';
import { useStore } from '../ui/store.ts';
import { DataTabs } from './data-tabs.tsx';
import { DropZone } from './drop-zone.tsx';
import style from './import.module.css';
import { QueueCard } from './queue-card.tsx';
import { queueFiles, uploadQueue } from './upload-queue.ts';

/** Where files come in: dropped or picked, sent, and each looked at before anything is stored. */
export function ImportPage() {
  const { t } = useTranslation('data');
  const navigate = useNavigate();
  const queue = useStore(uploadQueue);
  const [only, setOnly] = useState<string>();
  const awaited = queue.find(({ key }) => key === only)?.state;
  const upload = awaited?.kind === 'sent' ? awaited.upload : undefined;
  useEffect(() => {
    // A single file is what the reader came for: its preview opens by itself.
    if (upload !== undefined) void navigate({ to: '/data/import/$upload', params: { upload } });
  }, [upload, navigate]);
  const take = async (files: readonly File[]) => {
    if (files.length === 0 || (await whoActs()) === undefined) return;
    const [key, ...others] = queueFiles(files);
    setOnly(others.length === 0 ? key : undefined);
  };
  return (
    <Page title={t('title')}>
      <DataTabs />
      <div className={style.page}>
        <Card padded={false}>
          <DropZone onFiles={files => void take(files)} />
        </Card>
        {queue.length > 0 && <QueueCard files={queue} />}
        <p className={style.known}>
          <b>{t('known')}</b>
          {t('knownList')}
          <span>{t('knownOthers')}</span>
        </p>
      </div>
    </Page>
  );
}
