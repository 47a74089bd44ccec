import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { AnswerError } from '../app/answer-error.ts';
import { ErrorState } from '../app/error-state.tsx';
import pageStyle from '../app/page.module.css';
import { Page } from '../app/page.tsx';
import { buttonClass } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Empty, Loading } from '../ui/states.tsx';
import { ImportResult } from './import-result.tsx';
import { Preview } from './preview.tsx';
import { RefusedUpload } from './refused-upload.tsx';
import { UploadWork } from './upload-work.tsx';
import { useUpload } from './use-upload.ts';

/** One file that was sent: what is in it, what importing it would change, and afterwards what it has changed. */
export function UploadPage() {
  const { upload } = useParams({ from: '/data/import/$upload' });
  return <OneUpload key={upload} id={upload} />;
}

function OneUpload({ id }: { readonly id: string }) {
  const { t } = useTranslation('data');
  const asked = useUpload(id);
  const { data, error } = asked;
  return (
    <Page
      title={data?.upload.name ?? t('import')}
      crumb={
        <Link to="/data/import" className={pageStyle.crumb}>
          {t('previewCrumb')} ›
        </Link>
      }
    >
      {data ? (
        <UploadBody asked={data} />
      ) : (
        <Card>
          {error instanceof AnswerError && error.status === 404 ? (
            <Empty
              icon="file"
              title={t('goneTitle')}
              actions={
                <Link to="/data/import" className={buttonClass('main')}>
                  {t('anotherFile')}
                </Link>
              }
            >
              {t('goneText')}
            </Empty>
          ) : error ? (
            <ErrorState error={error} onRetry={() => void asked.refetch()} />
          ) : (
            <Loading lines={6} />
          )}
        </Card>
      )}
    </Page>
  );
}

export type UploadAnswer = NonNullable<ReturnType<typeof useUpload>['data']>;

function UploadBody({ asked }: { readonly asked: UploadAnswer }) {
  const { upload, job } = asked;
  switch (upload.state) {
    case 'inspecting':
      return upload.inspection ? <Preview asked={asked} inspection={upload.inspection} /> : <UploadWork asked={asked} />;
    case 'importing':
      return <UploadWork asked={asked} />;
    case 'ready':
      return upload.inspection && <Preview asked={asked} inspection={upload.inspection} />;
    case 'refused':
    case 'failed':
      return <RefusedUpload asked={asked} />;
    case 'imported':
      return job.result?.kind === 'imported' ? (
        <ImportResult upload={upload} result={job.result} />
      ) : (
        <UploadWork asked={asked} />
      );
  }
}
