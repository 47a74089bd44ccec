import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { monthKeyOf, monthsUntil, shiftedMonth } from '#core/calendar/month-key.ts';
import { ErrorState } from '../app/error-state.tsx';
import { Page } from '../app/page.tsx';
import { usePlace } from '../app/place.ts';
import { PlanChip } from '../app/plan-chip.tsx';
import { useAnswer } from '../app/use-answer.ts';
import { useWorkspace } from '../app/workspace-context.ts';
import { useNarrow } from '../plan/use-narrow.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Card, Section } from '../ui/card.tsx';
import { Combobox } from '../ui/combobox.tsx';
import { copyTable } from '../ui/copy-table.ts';
import { Checkbox } from '../ui/field.tsx';
import { useSay } from '../ui/language.ts';
import { Empty, Loading } from '../ui/states.tsx';
import { DataTabs } from './data-tabs.tsx';
import { DutiesDialog } from './duties-dialog.tsx';
import { type Sheet, useValueDesk } from './use-value-desk.ts';
import { ValueGrid } from './value-grid.tsx';
import { ValueMonth } from './value-month.tsx';
import { ValueReview } from './value-review.tsx';
import style from './values.module.css';

const NONE: readonly string[] = [];
const ORDER = { none: 0, entered: 1, data: 2 } as const;

/** Actual values of KPIs that no data measure, typed or pasted by month. */
export function ValuesPage() {
  const { t } = useTranslation('data');
  const navigate = useNavigate();
  const { plan } = usePlace();
  const { today, calendar } = useWorkspace();
  const { period, all } = useSearch({ from: '/data/values' });
  const [more, setMore] = useState(NONE);
  const now = monthKeyOf(today, calendar);
  const through = period !== undefined && period < now && monthsUntil(period, calendar).length > 0 ? period : now;
  const query = { through, metric: more, ...(plan === undefined ? {} : { plan }) };
  const asked = useAnswer('valueSheet', query, { keep: true });
  const go = (change: { readonly period?: string | undefined; readonly all?: 'yes' | undefined }) =>
    void navigate({ to: '/data/values', search: previous => ({ ...previous, ...change }) });
  const shift = (months: number) => {
    const key = shiftedMonth(through, months);
    go({ period: key < now ? key : undefined });
  };
  return (
    <Page title={t('title')} chips={<PlanChip />}>
      <DataTabs />
      {asked.data ? (
        <Values
          sheet={asked.data}
          plan={plan}
          now={now}
          showData={all === 'yes'}
          onShowData={show => go({ all: show ? 'yes' : undefined })}
          isNewest={through === now}
          onShift={shift}
          onMore={metric => setMore(before => [...before, metric])}
        />
      ) : (
        <Card>
          {asked.error ? <ErrorState error={asked.error} onRetry={() => void asked.refetch()} /> : <Loading lines={10} />}
        </Card>
      )}
    </Page>
  );
}

interface ValuesProps {
  readonly sheet: Sheet;
  readonly plan: string | undefined;
  readonly now: string;
  readonly showData: boolean;
  readonly onShowData: (show: boolean) => void;
  readonly isNewest: boolean;
  readonly onShift: (months: number) => void;
  readonly onMore: (metric: string) => void;
}

function Values({ sheet, plan, now, showData, onShowData, isNewest, onShift, onMore }: ValuesProps) {
  const { t } = useTranslation('data');
  const { t: ui } = useTranslation('ui');
  const say = useSay();
  const isPhone = useNarrow(760);
  const rows = sheet.rows
    .filter(({ source }) => showData || source !== 'data')
    .toSorted((a, b) => ORDER[a.source] - ORDER[b.source]);
  const desk = useValueDesk({ ...sheet, rows });
  const [month, setMonth] = useState<number>();
  const [reviews, setReviews] = useState(false);
  const [asksWho, setAsksWho] = useState(false);
  const { months, changes } = desk;
  const chosen = Math.min(month ?? Math.max(0, months.length - 2), months.length - 1);
  const lines = () => [
    [t('valueRow'), ...months.map(({ key }) => key)],
    ...rows.map((row, place) => [say(row.name), ...months.map((_, column) => desk.plain(place, column))]),
  ];
  return (
    <Section
      title={t('valuesTitle')}
      tools={
        <>
          <Button small look="quiet" icon="clock" onClick={() => setAsksWho(true)}>
            {t('duties')}
          </Button>
          <IconButton small icon="left" name={t('earlierMonths')} onClick={() => onShift(-12)} />
          <IconButton small icon="right" name={t('laterMonths')} disabled={isNewest} onClick={() => onShift(12)} />
          <IconButton small icon="copy" name={ui('copyTable')} onClick={() => void copyTable(lines())} />
        </>
      }
    >
      <p className={style.how}>{t(isPhone ? 'valuesHowPhone' : 'valuesHow')}</p>
      {rows.length === 0 ? (
        <Empty icon="data" title={t('valuesNone')} small>
          {t('valuesNoneText')}
        </Empty>
      ) : isPhone ? (
        <ValueMonth desk={desk} now={now} month={chosen} onMonth={setMonth} />
      ) : (
        <ValueGrid desk={desk} now={now} />
      )}
      <div className={style.foot}>
        <AddMetric present={sheet.rows.map(({ metric }) => metric)} onAdd={onMore} />
        <Checkbox checked={showData} onChange={event => onShowData(event.target.checked)}>
          {t('showData')}
        </Checkbox>
      </div>
      {changes.length > 0 && (
        <div className={style.bar}>
          <b>{t('valuesChanged', { count: changes.length })}</b>
          <Button small look="quiet" onClick={desk.drop}>
            {t('valuesDrop')}
          </Button>
          <Button small icon="undo" disabled={!desk.undo} onClick={() => desk.undo?.()}>
            {t('valuesUndo')}
          </Button>
          <Button look="main" onClick={() => setReviews(true)}>
            {t('valuesReview')}
          </Button>
        </div>
      )}
      {asksWho && <DutiesDialog rows={sheet.rows} onClose={() => setAsksWho(false)} />}
      {reviews && <ValueReview desk={desk} plan={plan} onClose={() => setReviews(false)} />}
    </Section>
  );
}

function AddMetric({ present, onAdd }: { readonly present: readonly string[]; readonly onAdd: (metric: string) => void }) {
  const { t } = useTranslation('data');
  const say = useSay();
  const metrics = useAnswer('catalogue', {}).data?.metrics ?? [];
  const choices = metrics
    .filter(({ id, measured }) => !measured && !present.includes(id))
    .map(({ id, name, aliases }) => ({ id, name: say(name), aliases }))
    .toSorted((a, b) => a.name.localeCompare(b.name, say({ ja: 'ja', en: 'en' })));
  return (
    <div className={style.add}>
      <Combobox
        label={t('addMetric')}
        placeholder={t('chooseMetric')}
        choices={choices}
        chosen={NONE}
        onChange={chosen => {
          for (const metric of chosen) onAdd(metric);
        }}
      />
    </div>
  );
}
