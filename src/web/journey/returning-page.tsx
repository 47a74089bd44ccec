import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { JourneyContentsAnswer } from '#contract/journey.ts';
import { filterOf, happeningText, parseHappening } from '#core/journey/value/step-text.ts';
import style from '../analyse/analyse.module.css';
import { ErrorState } from '../app/error-state.tsx';
import { Card } from '../ui/card.tsx';
import { Field, Select } from '../ui/field.tsx';
import { Loading } from '../ui/states.tsx';
import { bucketsOf, type CohortGrain } from './buckets.ts';
import { CohortAnswerView } from './cohort-answer.tsx';
import { useHappenings, valuableEvent } from './happenings.ts';
import { JourneyPage } from './journey-page.tsx';
import { dayStart, WINDOWS } from './periods.ts';
import { useJourney } from './use-journey.ts';

/** How many of those who began together came back later? [JNY-22] */
export function ReturningPage() {
  const { t } = useTranslation('journey');
  return (
    <JourneyPage title={t('returningTitle')} kind="returning">
      {contents => <Returning contents={contents} />}
    </JourneyPage>
  );
}

const DAY = 86_400_000;

function Returning({ contents }: { readonly contents: JourneyContentsAnswer }) {
  const { t } = useTranslation('journey');
  const navigate = useNavigate();
  const search = useSearch({ from: '/analysis/returning' });
  const { options } = useHappenings(contents);
  const began = parseHappening(search.began ?? '') ?? { event: valuableEvent(contents) };
  const back = parseHappening(search.back ?? '') ?? began;
  const grain: CohortGrain = search.every ?? 'month';
  const window = Number(search.window ?? 60);
  const asOf = dayStart(contents.today);
  const edges = bucketsOf(contents.span?.first ?? asOf, asOf, grain);
  const asked = useJourney({ ask: 'retention', born: filterOf(began), back: filterOf(back), edges });
  const repeat = useJourney({ ask: 'repeat', event: filterOf(began), base: 'first', window: window * DAY, edges, asOf });
  const set = (change: Readonly<Record<string, string | undefined>>) =>
    void navigate({
      to: '/analysis/returning',
      search: previous => ({ ...previous, ...change }),
      replace: true,
      resetScroll: false,
    });
  const failed = asked.error ?? repeat.error;
  return (
    <>
      <Card>
        <div className={style.choices}>
          <Field label={t('began')}>
            {control => (
              <Select
                {...control}
                value={happeningText(began)}
                options={options}
                onChange={event => set({ began: event.target.value })}
              />
            )}
          </Field>
          <Field label={t('back')}>
            {control => (
              <Select
                {...control}
                value={happeningText(back)}
                options={options}
                onChange={event => set({ back: event.target.value })}
              />
            )}
          </Field>
          <Field label={t('grain')}>
            {control => (
              <Select
                {...control}
                value={grain}
                options={[
                  { value: 'week', label: t('week') },
                  { value: 'month', label: t('month') },
                ]}
                onChange={event => set({ every: event.target.value })}
              />
            )}
          </Field>
          <Field label={t('repeatWindow')}>
            {control => (
              <Select
                {...control}
                value={String(window)}
                options={WINDOWS.map(days => ({ value: String(days), label: t('days', { count: days }) }))}
                onChange={event => set({ window: event.target.value })}
              />
            )}
          </Field>
        </div>
      </Card>
      {failed ? (
        <Card>
          <ErrorState error={failed} onRetry={() => void asked.refetch()} />
        </Card>
      ) : asked.answer && repeat.answer && asked.answer.cohorts.length === edges.length - 1 ? (
        <div className={`${style.page} ${asked.isPlaceholderData ? style.busy : ''}`} aria-busy={asked.isPlaceholderData}>
          <CohortAnswerView
            contents={contents}
            answer={asked.answer}
            repeat={repeat.answer}
            edges={edges}
            asOf={asOf}
            grain={grain}
            window={window}
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
