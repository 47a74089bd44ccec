import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { JourneyContentsAnswer } from '#contract/journey.ts';
import { channelKind } from '#core/journey/value/channel-reading.ts';
import { filterOf, happeningText, parseHappening } from '#core/journey/value/step-text.ts';
import style from '../analyse/analyse.module.css';
import { ErrorState } from '../app/error-state.tsx';
import { Card } from '../ui/card.tsx';
import { Field, Select } from '../ui/field.tsx';
import { useSay } from '../ui/language.ts';
import { Loading } from '../ui/states.tsx';
import { ChannelsAnswerView } from './channels-answer.tsx';
import { creditModels } from './credit-models.ts';
import { useHappenings } from './happenings.ts';
import { JourneyPage } from './journey-page.tsx';
import { dayStart, PERIODS, WINDOWS } from './periods.ts';
import { useJourney } from './use-journey.ts';

/** Which channels are conversions owed to? [JNY-21] */
export function ChannelsPage() {
  const { t } = useTranslation('journey');
  return (
    <JourneyPage title={t('channelsTitle')} kind="channels">
      {contents => <Channels contents={contents} />}
    </JourneyPage>
  );
}

const DAY = 86_400_000;

function Channels({ contents }: { readonly contents: JourneyContentsAnswer }) {
  const { t } = useTranslation('journey');
  const say = useSay();
  const navigate = useNavigate();
  const search = useSearch({ from: '/analysis/channels' });
  const { options } = useHappenings(contents);
  const column = search.by ?? channelColumn(contents);
  const touch = parseHappening(search.touch ?? '') ?? { event: touchEvent(contents, column) };
  const convert = parseHappening(search.goal ?? '') ?? goalEvent(contents, touch.event);
  const lookback = Number(search.window ?? 90);
  const to = dayStart(contents.today) + DAY;
  const from = search.period ? to - Number(search.period) * DAY : (contents.span?.first ?? 0);
  const values = contents.dimensions.find(({ id }) => id === column)?.values ?? [];
  const direct = values.filter(value => channelKind(value) === 'direct');
  const asked = useJourney(
    {
      ask: 'attribution',
      convert: filterOf(convert),
      touch: filterOf(touch),
      lookback: lookback * DAY,
      by: [column ?? ''],
      models: creditModels(direct),
      ...(search.period ? { converted: { from, to } } : {}),
    },
    column !== undefined,
  );
  const paths = useJourney(
    { ask: 'touch-paths', convert: filterOf(convert), touch: filterOf(touch), by: column ?? '' },
    column !== undefined,
  );
  const visits = useJourney(
    { ask: 'series', select: filterOf(touch), edges: [from, to], by: [column ?? ''] },
    column !== undefined,
  );
  const set = (change: Readonly<Record<string, string | undefined>>) =>
    void navigate({
      to: '/analysis/channels',
      search: previous => ({ ...previous, ...change }),
      replace: true,
      resetScroll: false,
    });
  const columns = contents.names.find(({ name }) => name === touch.event)?.dimensions ?? [];
  const failed = asked.error ?? paths.error;
  return (
    <>
      <Card>
        <div className={style.choices}>
          <Field label={t('goal')}>
            {control => (
              <Select
                {...control}
                value={happeningText(convert)}
                options={options}
                onChange={event => set({ goal: event.target.value })}
              />
            )}
          </Field>
          <Field label={t('touch')}>
            {control => (
              <Select
                {...control}
                value={happeningText(touch)}
                options={options}
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
                options={WINDOWS.map(days => ({ value: String(days), label: t('days', { count: days }) }))}
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
        <div className={`${style.page} ${asked.isPlaceholderData ? style.busy : ''}`} aria-busy={asked.isPlaceholderData}>
          <ChannelsAnswerView
            contents={contents}
            answer={asked.answer}
            paths={paths.answer}
            visits={visits.answer?.rows ?? []}
            direct={direct}
            lookback={lookback}
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

/** A column that names channels. */
function channelColumn({ dimensions }: JourneyContentsAnswer): string | undefined {
  return (dimensions.find(({ id }) => /channel|source|medium/.test(id)) ?? dimensions[0])?.id;
}

/** The busiest data with that column. */
function touchEvent({ names }: JourneyContentsAnswer, column: string | undefined): string {
  return (names.find(({ dimensions }) => column !== undefined && dimensions.includes(column)) ?? names[0])?.name ?? '';
}

/** Something of value that is not the touch itself: the rarest value of a stage-like column of other data, else that data. */
function goalEvent({ names, dimensions }: JourneyContentsAnswer, touch: string) {
  const other =
    names.find(({ name, dimensions: own }) => name !== touch && own.includes('stage')) ??
    names.find(({ name }) => name !== touch);
  const stage = dimensions.find(({ id }) => id === 'stage' && other?.dimensions.includes(id));
  const named = stage?.values.filter(known => known !== null) ?? [];
  const value =
    named.find(known => /sql|商談|opportunit/iu.test(known)) ?? named.find(known => /受注|won|契約/iu.test(known)) ?? named[0];
  return { event: other?.name ?? touch, ...(stage && value ? { dimension: stage.id, value } : {}) };
}
