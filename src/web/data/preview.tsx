import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { UploadView } from '#contract/upload.ts';
import { classNames } from '../ui/class-names.ts';
import { ProgressBar } from '../ui/progress-bar.tsx';
import { Banner } from '../ui/states.tsx';
import { ChoicesDialog } from './choices-dialog.tsx';
import { CommitCard } from './commit-card.tsx';
import { MappingDialog } from './mapping-dialog.tsx';
import style from './preview.module.css';
import { PreviewChanges } from './preview-changes.tsx';
import { PreviewColumns, PreviewRows } from './preview-columns.tsx';
import { PreviewFacts } from './preview-facts.tsx';
import { PreviewPersonal } from './preview-personal.tsx';
import { PreviewProblems } from './preview-problems.tsx';
import { PreviewSkipped } from './preview-skipped.tsx';
import { PreviewTotals } from './preview-totals.tsx';
import { ProblemList } from './problem-list.tsx';
import { stands } from './stands.ts';
import { TablePicker } from './table-picker.tsx';
import type { UploadAnswer } from './upload-page.tsx';
import { useReading } from './use-reading.ts';

/** What was found in a file, before anything is stored. */
export function Preview({
  asked: { upload, job },
  inspection,
}: {
  readonly asked: UploadAnswer;
  readonly inspection: NonNullable<UploadView['inspection']>;
}) {
  const { t } = useTranslation('data');
  const navigate = useNavigate();
  const { table: shown } = useSearch({ from: '/data/import/$upload' });
  const { tables, problems } = inspection;
  const reading = useReading(upload);
  const [left, setLeft] = useState<ReadonlySet<number>>(
    () => new Set(tables.flatMap((one, at) => (stands(one) && tables.length > 1 ? [at] : []))),
  );
  const [dialog, setDialog] = useState<'choices' | 'mapping'>();
  const at = Math.min(Number(shown ?? 1) - 1 || 0, tables.length - 1);
  const table = tables[at];
  const chosen = tables.filter((_, place) => !left.has(place));
  const failedImport = job.kind === 'import' && job.state !== 'done';
  return (
    <div className={style.page} aria-busy={reading.busy}>
      <div className={style.main}>
        {failedImport && (
          <Banner tone={job.state === 'cancelled' ? 'none' : 'bad'}>
            {job.state === 'cancelled' ? t('cancelled') : t('unchanged')}
            {job.problems.length > 0 && <ProblemList problems={job.problems} />}
          </Banner>
        )}
        {reading.busy && <ProgressBar share={job.progress} label={t('readingTitle')} />}
        {tables.length > 1 && (
          <TablePicker
            tables={tables}
            shown={at}
            left={left}
            onShow={place =>
              void navigate({ to: '.', search: previous => ({ ...previous, table: String(place + 1) }), replace: true })
            }
            onLeave={setLeft}
          />
        )}
        {table && (
          <div className={classNames(style.main, reading.busy && style.busy)}>
            <PreviewProblems
              problems={[...problems, ...table.problems]}
              reading={reading}
              onChoose={() => setDialog('choices')}
            />
            <PreviewFacts
              table={table}
              container={inspection.container}
              onChoose={() => setDialog('choices')}
              onMap={() => setDialog('mapping')}
            />
            {table.rows > 0 && <PreviewChanges table={table} />}
            {table.rows > 0 && <PreviewTotals table={table} />}
            <PreviewPersonal table={table} upload={upload} reading={reading} />
            <PreviewSkipped table={table} fileName={upload.name} />
            <PreviewColumns table={table} />
            <PreviewRows table={table} />
          </div>
        )}
      </div>
      <CommitCard upload={upload} tables={tables} chosen={chosen} problems={problems} busy={reading.busy} />
      {dialog === 'choices' && <ChoicesDialog upload={upload} table={table} onClose={() => setDialog(undefined)} />}
      {dialog === 'mapping' && table && <MappingDialog upload={upload} table={table} onClose={() => setDialog(undefined)} />}
    </div>
  );
}
