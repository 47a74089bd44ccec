import { useTranslation } from 'react-i18next';
import type { InspectedTable } from '#contract/upload.ts';
import { csvText } from '#core/share/csv-text.ts';
import { succeeded } from '../app/succeeded.ts';
import { useAction } from '../app/use-action.ts';
import { downloadText } from '../plan/download-text.ts';
import { Button } from '../ui/button.tsx';
import { Section } from '../ui/card.tsx';
import { type Column, CopyButton, DataTable } from '../ui/data-table.tsx';
import { useFigures } from '../ui/figures.ts';
import { useSay } from '../ui/language.ts';
import { Fine } from '../ui/states.tsx';
import style from './preview.module.css';
import { COUNT } from './preview-facts.tsx';

type Skipped = InspectedTable['skipped'];

interface Line {
  readonly line: number;
  readonly reason: string;
  readonly sample: string;
  readonly isBad: boolean;
}

export const SKIP_REASONS = ['comment', 'preamble', 'blank', 'total', 'footer', 'no-data', 'bad'] as const;

/** Lines of a file that are not imported, with the reason for each. */
export function PreviewSkipped({
  table: { skipped },
  fileName,
}: {
  readonly table: Pick<InspectedTable, 'skipped'>;
  readonly fileName: string;
}) {
  const { t } = useTranslation('data');
  const counted = SKIP_REASONS.flatMap(reason => {
    const count = skipped.counts[reason] ?? 0;
    return count > 0 ? [{ reason, count }] : [];
  });
  return (
    <Section title={t('skipped')}>
      {counted.length === 0 ? (
        <Fine>{t('skippedNone')}</Fine>
      ) : (
        <SkippedBody skipped={skipped} counted={counted} fileName={fileName} />
      )}
    </Section>
  );
}

function SkippedBody({
  skipped,
  counted,
  fileName,
}: {
  readonly skipped: Skipped;
  readonly fileName: string;
  readonly counted: readonly { readonly reason: (typeof SKIP_REASONS)[number]; readonly count: number }[];
}) {
  const { t } = useTranslation('data');
  const say = useSay();
  const figures = useFigures();
  const reasonOf = (reason: string) => {
    const known = SKIP_REASONS.find(one => one === reason);
    return known ? t(`skip-${known}`) : reason;
  };
  const lines: readonly Line[] = [
    ...skipped.lines.map(({ line, reason, sample }) => ({ line, reason: reasonOf(reason), sample, isBad: false })),
    ...skipped.bad.flatMap(({ line, problems }) =>
      problems.map(problem => ({ line, reason: t('skip-bad'), sample: say(problem.message), isBad: true })),
    ),
  ].toSorted((a, b) => Number(b.isBad) - Number(a.isBad) || a.line - b.line);
  const columns: readonly Column<Line>[] = [
    { key: 'line', head: t('line'), end: true, cell: ({ line }) => line, text: ({ line }) => String(line) },
    {
      key: 'reason',
      head: t('reason'),
      cell: ({ reason, isBad }) => <span className={isBad ? 'bad' : 'mut'}>{isBad ? `■ ${reason}` : reason}</span>,
      text: ({ reason }) => reason,
    },
    {
      key: 'content',
      head: t('content'),
      cell: ({ sample, isBad }) => (isBad ? sample : <code className={style.sample}>{sample}</code>),
      text: ({ sample }) => sample,
    },
  ];
  const record = useAction('recordDownload');
  const download = async () => {
    const recorded = await record.run({ body: { subject: fileName, columns: [], rows: lines.length } });
    if (!succeeded(recorded)) return;
    downloadText(
      `${fileName.replace(/\.[^.]*$/, '')}-${t('linesFile')}.csv`,
      csvText([columns.map(({ head }) => head), ...lines.map(row => columns.map(({ text }) => text(row)))]),
    );
  };
  return (
    <>
      <p className={style.counts}>
        {counted.map(({ reason, count }) => (
          <span key={reason} className={reason === 'bad' ? 'bad' : undefined}>
            {reason === 'bad' && '■ '}
            {t('skipCount', { reason: t(`skip-${reason}`), count: figures.value(count, COUNT) })}
          </span>
        ))}
      </p>
      {lines.length > 0 && (
        <details className={style.fold} open={skipped.badRows > 0}>
          <summary>{t('showLines')}</summary>
          <div className={style.lineTools}>
            <Button small busy={record.busy} onClick={() => void download()}>
              {t('downloadLines')}
            </Button>
            <CopyButton columns={columns} rows={lines} />
          </div>
          <div className={style.tall}>
            <DataTable
              label={t('skipped')}
              columns={columns}
              rows={lines}
              rowKey={({ line, reason, sample }) => `${line} ${reason} ${sample}`}
            />
          </div>
          {(skipped.lines.length >= 1000 || skipped.bad.length >= 1000) && (
            <p className={style.foot}>{t('linesCut', { count: 1000 })}</p>
          )}
        </details>
      )}
    </>
  );
}
