import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Api } from '#contract/api.ts';
import type { ResponseOf } from '#contract/endpoint.ts';
import { formatDay } from '#core/calendar/format-day.ts';
import { ErrorState } from '../app/error-state.tsx';
import { Page } from '../app/page.tsx';
import { useAnswer } from '../app/use-answer.ts';
import { usePeople } from '../app/workspace-context.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { type Column, TableSection } from '../ui/data-table.tsx';
import { useFigures } from '../ui/figures.ts';
import { useSay } from '../ui/language.ts';
import { Pill } from '../ui/pill.tsx';
import { Loading } from '../ui/states.tsx';
import { AuditDialog } from './audit-dialog.tsx';
import { AuditLog } from './audit-log.tsx';
import { AuditSchedule } from './audit-schedule.tsx';
import { DataTabs } from './data-tabs.tsx';
import style from './quality.module.css';

export type AuditsAnswer = ResponseOf<Api['audits']>;
export type AuditedSource = AuditsAnswer['sources'][number];

/** When data are audited, and what audits have found. */
export function AuditsPage() {
  const { t } = useTranslation('data');
  const asked = useAnswer('audits', {});
  const answer = asked.data;
  return (
    <Page title={t('title')}>
      <DataTabs />
      {answer ? (
        <div className={style.page}>
          <AuditTable answer={answer} />
          <AuditLog answer={answer} />
        </div>
      ) : (
        <Card>
          {asked.error ? <ErrorState error={asked.error} onRetry={() => void asked.refetch()} /> : <Loading lines={8} />}
        </Card>
      )}
    </Page>
  );
}

function AuditTable({ answer }: { readonly answer: AuditsAnswer }) {
  const { t } = useTranslation('data');
  const say = useSay();
  const { lang } = useFigures();
  const people = usePeople();
  const [auditing, setAuditing] = useState<AuditedSource>();
  const [isSetting, setSetting] = useState(false);
  const stateOf = ({ due }: AuditedSource) => (due ? (due.overdue ? 'auditOverdue' : 'auditInTime') : 'auditNone');
  const columns: readonly Column<AuditedSource>[] = [
    { key: 'name', head: t('inDataset'), isName: true, cell: ({ name }) => say(name), text: ({ name }) => say(name) },
    {
      key: 'next',
      head: t('auditDue'),
      cell: one => (
        <span className={style.due}>
          {one.due && <span>{formatDay(one.due.due, lang)}</span>}
          <Pill tone={one.due ? (one.due.overdue ? 'bad' : 'good') : 'none'}>{t(stateOf(one))}</Pill>
        </span>
      ),
      text: one => `${one.due?.due ?? ''} ${t(stateOf(one))}`,
    },
    {
      key: 'last',
      head: t('auditLast'),
      cell: ({ last }) =>
        last ? (
          <span className={style.due}>
            <span>{formatDay(last.on, lang)}</span>
            <Pill tone={last.result === 'passed' ? 'good' : 'bad'} plain>
              {t(last.result === 'passed' ? 'auditPassed' : 'auditFailed')}
            </Pill>
          </span>
        ) : (
          <span className="dim">{t('auditNeverYet')}</span>
        ),
      text: ({ last }) => last?.on ?? '',
    },
    {
      key: 'every',
      head: t('auditEvery'),
      cell: ({ months }) => (months === null ? t('auditNever') : t('auditMonths', { count: months })),
      text: ({ months }) => String(months ?? ''),
    },
    {
      key: 'owner',
      head: t('auditOwner'),
      cell: ({ owner }) => people.nameOf(owner) ?? <span className="dim">{t('auditNobody')}</span>,
      text: ({ owner }) => people.nameOf(owner) ?? '',
    },
    {
      key: 'do',
      head: t('auditStart'),
      hideHead: true,
      end: true,
      cell: one =>
        one.due && (
          <Button small aria-label={t('auditOf', { name: say(one.name) })} onClick={() => setAuditing(one)}>
            {t('auditStart')}
          </Button>
        ),
      text: () => '',
    },
  ];
  return (
    <>
      <TableSection
        title={t('auditsTitle')}
        note={t('auditsNote')}
        label={t('auditsTitle')}
        tools={
          <Button small onClick={() => setSetting(true)}>
            {t('auditSettings')}
          </Button>
        }
        columns={columns}
        rows={answer.sources}
        rowKey={({ dataset }) => dataset}
        sticky
      />
      {auditing && <AuditDialog source={auditing} today={answer.today} onClose={() => setAuditing(undefined)} />}
      {isSetting && <AuditSchedule answer={answer} onClose={() => setSetting(false)} />}
    </>
  );
}
