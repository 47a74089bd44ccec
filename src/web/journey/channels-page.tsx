import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { JourneyContentsAnswer } from '#contract/journey.ts';
import { happeningText } from '#core/journey/value/step-text.ts';
import style from '../analyse/analyse.module.css';
import { ErrorState } from '../app/error-state.tsx';
import { Card } from '../ui/card.tsx';
import { Field, Select } from '../ui/field.tsx';
import { useSay } from '../ui/language.ts';
import { Loading } from '../ui/states.tsx';
import { ChannelsAnswerView } from './channels-answer.tsx';
import { useHappenings } from './happenings.ts';
import { JourneyPage } from './journey-page.tsx';
import { daysToChoose, PERIODS, WINDOWS } from './periods.ts';
import { useAdCosts } from './use-ad-costs.ts';
import { useChannels } from './use-channels.ts';
import { useVisitBalance } from './use-visit-balance.ts';

/** Which channels are conversions owed to? [JNY-21] */
export function ChannelsPage() {
  const { t } = useTranslation('journey');
  return (
    <JourneyPage title={t('channelsTitle')} kind="channels">
      {contents => <Channels contents={contents} />}
    </JourneyPage>
  );
}

function Channels({ contents }: { readonly contents: JourneyContentsAnswer }) {
  const { t } = useTranslation('journey');
  const say = useSay();
  const navigate = useNavigate();
  const search = useSearch({ from: '/analysis/channels' });
  const { optionsFor } = useHappenings(contents);
  const { column, touch, convert, lookback, direct, asked, paths, visits, from, isBusy, failed } = useChannels(contents, search);
  const read = useAdCosts(contents, touch.event, from);
  const balance = useVisitBalance(contents, touch, search.period, !isBusy);
  const set = (change: Readonly<Record<string, string | undefined>>) =>
    void navigate({
      to: '/analysis/channels',
      search: previous => ({ ...previous, ...change }),
      replace: true,
      resetScroll: false,
    });
  const columns = contents.names.find(({ name }) => name === touch.event)?.dimensions ?? [];
  return (
    <>
      <Card>
        <div className={style.choices}>
          <Field label={t('goal')}>
            {control => (
              <Select
                {...control}
                value={happeningText(convert)}
                options={optionsFor(convert)}
                onChange={event => set({ goal: event.target.value })}
              />
            )}
          </Field>
          <Field label={t('touch')}>
            {control => (
              <Select
                {...control}
                value={happeningText(touch)}
                options={optionsFor(touch)}
                onChange={event => set({ touch: event.target.value })}
              />
            )}
          </Field>
          <Field label={t('column')}>
            {control => (
              <Select
                {...control}
                value={column ?? ''}
                options={columns.map(id => ({
                  value: id,
                  label: say(contents.dimensions.find(known => known.id === id)?.label) || id,
                }))}
                onChange={event => set({ by: event.target.value })}
              />
            )}
          </Field>
          <Field label={t('lookback')}>
            {control => (
              <Select
                {...control}
                value={String(lookback)}
                options={daysToChoose(WINDOWS, lookback).map(days => ({
                  value: String(days),
                  label: t('days', { count: days }),
                }))}
                onChange={event => set({ window: event.target.value })}
              />
            )}
          </Field>
          <Field label={t('period')}>
            {control => (
              <Select
                {...control}
                value={search.period ?? ''}
                options={[
                  { value: '', label: t('wholeTime') },
                  ...PERIODS.map(days => ({ value: String(days), label: t('last', { count: days }) })),
                ]}
                onChange={event => set({ period: event.target.value || undefined })}
              />
            )}
          </Field>
        </div>
      </Card>
      {failed ? (
        <Card>
          <ErrorState error={failed} onRetry={() => void asked.refetch()} />
        </Card>
      ) : asked.answer && paths.answer ? (
        <div className={`${style.page} ${isBusy ? style.busy : ''}`} aria-busy={isBusy}>
          <ChannelsAnswerView
            contents={contents}
            answer={asked.answer}
            paths={paths.answer}
            visits={visits.answer?.rows ?? []}
            direct={direct}
            lookback={lookback}
            read={read}
            balance={balance}
            costs={search.costs}
            onCosts={costs => set({ costs })}
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
