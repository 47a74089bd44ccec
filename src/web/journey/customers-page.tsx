import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { JourneyContentsAnswer } from '#contract/journey.ts';
import { happeningText } from '#core/journey/value/step-text.ts';
import style from '../analyse/analyse.module.css';
import { ErrorState } from '../app/error-state.tsx';
import { Card } from '../ui/card.tsx';
import { Field, Select, TextInput } from '../ui/field.tsx';
import { Loading } from '../ui/states.tsx';
import { useHappenings } from './happenings.ts';
import { JourneyPage } from './journey-page.tsx';
import { LifetimeValue } from './lifetime-value.tsx';
import { daysToChoose, PERIODS } from './periods.ts';
import { SegmentsAnswer } from './segments-answer.tsx';
import { useCustomers } from './use-customers.ts';

/** Who are the customers that matter, and what may be expected of them? [JNY-23] */
export function CustomersPage() {
  const { t } = useTranslation('journey');
  return (
    <JourneyPage title={t('customersTitle')} kind="customers">
      {contents => <Customers contents={contents} />}
    </JourneyPage>
  );
}

function Customers({ contents }: { readonly contents: JourneyContentsAnswer }) {
  const { t } = useTranslation('journey');
  const navigate = useNavigate();
  const search = useSearch({ from: '/analysis/customers' });
  const { optionsFor } = useHappenings(contents);
  const { bought, before, horizon, rfm, earlier, repeat, patterns, failed } = useCustomers(contents, search);
  const set = (change: Readonly<Record<string, string | undefined>>) =>
    void navigate({
      to: '/analysis/customers',
      search: previous => ({ ...previous, ...change }),
      replace: true,
      resetScroll: false,
    });
  const choose = (value: number, key: string) => (event: { readonly target: { readonly value: string } }) =>
    set({ [key]: event.target.value === String(value) ? undefined : event.target.value });
  return (
    <>
      <Card>
        <div className={style.choices}>
          <Field label={t('bought')}>
            {control => (
              <Select
                {...control}
                value={happeningText(bought)}
                options={optionsFor(bought)}
                onChange={event => set({ bought: event.target.value })}
              />
            )}
          </Field>
          <Field label={t('before')}>
            {control => (
              <Select
                {...control}
                value={String(before)}
                options={daysToChoose(PERIODS, before).map(days => ({
                  value: String(days),
                  label: t('daysAgo', { count: days }),
                }))}
                onChange={choose(90, 'before')}
              />
            )}
          </Field>
          <Field label={t('horizon')}>
            {control => (
              <Select
                {...control}
                value={String(horizon)}
                options={daysToChoose(PERIODS, horizon).map(days => ({ value: String(days), label: t('days', { count: days }) }))}
                onChange={choose(90, 'horizon')}
              />
            )}
          </Field>
          <Field label={t('margin')}>
            {control => (
              <TextInput
                {...control}
                inputMode="decimal"
                value={search.margin ?? ''}
                placeholder="100"
                onChange={event => set({ margin: /^\d{1,3}$/.test(event.target.value) ? event.target.value : undefined })}
              />
            )}
          </Field>
          <Field label={t('cac', { currency: contents.currency })}>
            {control => (
              <TextInput
                {...control}
                inputMode="numeric"
                value={search.cac ?? ''}
                onChange={event => set({ cac: /^\d{1,12}$/.test(event.target.value) ? event.target.value : undefined })}
              />
            )}
          </Field>
        </div>
      </Card>
      {failed ? (
        <Card>
          <ErrorState error={failed} onRetry={() => void rfm.refetch()} />
        </Card>
      ) : rfm.answer && patterns.answer ? (
        <div className={`${style.page} ${rfm.isPlaceholderData ? style.busy : ''}`} aria-busy={rfm.isPlaceholderData}>
          <SegmentsAnswer contents={contents} answer={rfm.answer} earlier={earlier} repeat={repeat} before={before} />
          <LifetimeValue
            contents={contents}
            patterns={patterns.answer}
            horizon={horizon}
            margin={/^\d{1,3}$/.test(search.margin ?? '') ? Math.min(100, Number(search.margin)) / 100 : undefined}
            cac={/^\d{1,12}$/.test(search.cac ?? '') ? Number(search.cac) : undefined}
          />
        </div>
      ) : (
        <Card>
          <Loading lines={8} label={t('working')} />
        </Card>
      )}
    </>
  );
}
