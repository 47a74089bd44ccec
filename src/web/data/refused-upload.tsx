import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../app/use-action.ts';
import { Button, buttonClass } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Icon } from '../ui/icon.tsx';
import { useSay } from '../ui/language.ts';
import { ChoicesDialog } from './choices-dialog.tsx';
import style from './import.module.css';
import { ProblemList } from './problem-list.tsx';
import type { UploadAnswer } from './upload-page.tsx';

/** A file that cannot be read: why, and what to do about it. Nothing has changed. */
export function RefusedUpload({ asked: { upload, job } }: { readonly asked: UploadAnswer }) {
  const { t } = useTranslation('data');
  const say = useSay();
  const again = useAction('inspectAgain');
  const [isChoosing, setChoosing] = useState(false);
  const problems = upload.problems.length > 0 ? upload.problems : job.problems;
  return (
    <Card className={style.work}>
      <h2 className={style.workTitle}>
        <Icon name="warn" size={20} />
        {t(upload.state === 'refused' ? 'refusedTitle' : 'failedTitle')}
      </h2>
      {problems.length > 0 && <ProblemList problems={problems} />}
      {job.failure && <p className="bad">■ {say(job.failure.message)}</p>}
      <p className="mut">{t('unchanged')}</p>
      <div className={style.workTools}>
        <Link to="/data/import" className={buttonClass('main')}>
          {t('anotherFile')}
        </Link>
        {upload.state === 'failed' && (
          <Button icon="refresh" busy={again.busy} onClick={() => void again.run({ upload: upload.id, body: upload.choices })}>
            {t('readAgain')}
          </Button>
        )}
        <Button onClick={() => setChoosing(true)}>{t('changeReading')}</Button>
      </div>
      {isChoosing && <ChoicesDialog upload={upload} table={undefined} onClose={() => setChoosing(false)} />}
    </Card>
  );
}
