import { useTranslation } from 'react-i18next';
import { formatDay } from '#core/calendar/format-day.ts';
import { sampleAgrees } from '#core/quality/check-audit.ts';
import { usePeople } from '../app/workspace-context.ts';
import { Section } from '../ui/card.tsx';
import { type Column, TableSection } from '../ui/data-table.tsx';
import { useFigures } from '../ui/figures.ts';
import { Pill } from '../ui/pill.tsx';
import type { AuditsAnswer } from './audits-page.tsx';
import style from './quality.module.css';
import { useDatasetName } from './use-dataset-name.ts';

type Audit = AuditsAnswer['audits'][number];

/** Audits that were carried out, newest first. */
export function AuditLog({ answer: { audits } }: { readonly answer: AuditsAnswer }) {
  const { t } = useTranslation('data');
  const { lang } = useFigures();
  const people = usePeople();
  const nameOf = useDatasetName();
  if (audits.length === 0)
    return (
      <Section title={t('auditLog')}>
        <p className="mut">{t('auditLogNone')}</p>
      </Section>
    );
  const verified = ({ samples }: Audit) =>
    t('auditVerifiedOf', {
      done: samples.filter(sample => sampleAgrees(sample) === true).length,
      of: samples.filter(({ theirs }) => theirs !== null).length,
    });
  const correction = ({ correction: put }: Audit) =>
    put ? t('auditCorrectionWords', { what: put.what, who: people.nameOf(put.owner), day: formatDay(put.due, lang) }) : '';
  const result = ({ result: one }: Audit) => t(one === 'passed' ? 'auditPassed' : 'auditFailed');
  const columns: readonly Column<Audit>[] = [
    {
      key: 'on',
      head: t('when'),
      cell: ({ on }) => <span className={style.day}>{formatDay(on, lang)}</span>,
      text: ({ on }) => on,
    },
    { key: 'data', head: t('inDataset'), isName: true, cell: one => nameOf(one.dataset), text: one => nameOf(one.dataset) },
    {
      key: 'result',
      head: t('auditResult').replace(/^3\. /, ''),
      cell: one => <Pill tone={one.result === 'passed' ? 'good' : 'bad'}>{result(one)}</Pill>,
      text: result,
    },
    { key: 'verified', head: t('auditVerified'), cell: verified, text: verified },
    {
      key: 'put',
      head: t('auditCorrection'),
      cell: one => (
        <>
          {correction(one)}
          {one.note !== '' && <span className={style.detail}>{one.note}</span>}
        </>
      ),
      text: one => `${correction(one)} ${one.note}`.trim(),
    },
    { key: 'who', head: t('auditOwner'), cell: ({ by }) => people.nameOf(by), text: ({ by }) => people.nameOf(by) },
  ];
  return (
    <TableSection
      title={t('auditLog')}
      note={t('auditLogNote')}
      label={t('auditLog')}
      columns={columns}
      rows={audits}
      rowKey={({ id }) => id}
    />
  );
}
