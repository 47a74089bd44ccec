import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { JourneyContentsAnswer } from '#contract/journey.ts';
import { type Happening, happeningsText, happeningText, parseHappening } from '#core/journey/value/step-text.ts';
import style from '../analyse/analyse.module.css';
import { ErrorState } from '../app/error-state.tsx';
import { Button, IconButton } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Field, Select, TextInput } from '../ui/field.tsx';
import { useSay } from '../ui/language.ts';
import { Loading } from '../ui/states.tsx';
import { FunnelAnswerView } from './funnel-answer.tsx';
import { stageSteps, useHappenings } from './happenings.ts';
import own from './journey.module.css';
import { JourneyPage } from './journey-page.tsx';
import { daysIn, daysToChoose, PERIODS, WINDOWS } from './periods.ts';
import { useLeaving } from './use-leaving.ts';

/** Where do people leave on their way? [JNY-20] */
export function LeavingPage() {
  const { t } = useTranslation('journey');
  return (
    <JourneyPage title={t('leavingTitle')} kind="leaving">
      {contents => <Leaving contents={contents} />}
    </JourneyPage>
  );
}

const MOST_STEPS = 12;

function Leaving({ contents }: { readonly contents: JourneyContentsAnswer }) {
  const { t } = useTranslation('journey');
  const search = useSearch({ from: '/analysis/leaving' });
  const { steps, window, worth, asked, whole, parts } = useLeaving(contents, search);
  const isBusy = asked.isPlaceholderData;
  return (
    <>
      <Card>
        <Choices contents={contents} steps={steps} />
      </Card>
      {asked.error ? (
        <Card>
          <ErrorState error={asked.error} onRetry={() => void asked.refetch()} />
        </Card>
      ) : whole ? (
        <div className={`${style.page} ${isBusy ? style.busy : ''}`} aria-busy={isBusy}>
          <FunnelAnswerView
            contents={contents}
            steps={steps}
            whole={whole}
            parts={parts}
            by={search.by}
            worth={worth}
            window={window}
            isBusy={isBusy}
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

function Choices({ contents, steps }: { readonly contents: JourneyContentsAnswer; readonly steps: readonly Happening[] }) {
  const { t } = useTranslation('journey');
  const { t: way } = useTranslation('way');
  const say = useSay();
  const navigate = useNavigate();
  const search = useSearch({ from: '/analysis/leaving' });
  const { optionsFor } = useHappenings(contents);
  const window = daysIn(search.window, 90);
  const set = (change: Readonly<Record<string, string | undefined>>) =>
    void navigate({
      to: '/analysis/leaving',
      search: previous => ({ ...previous, ...change }),
      replace: true,
      resetScroll: false,
    });
  const put = (next: readonly Happening[]) => set({ steps: happeningsText(next) });
  const columns = contents.names.find(({ name }) => name === steps[0]?.event)?.dimensions ?? [];
  const staged = stageSteps(contents).filter(({ found }) => happeningsText(found) !== happeningsText(steps));
  return (
    <>
      <div className={own.steps}>
        {steps.map((step, index) => (
          <div key={`${index} ${happeningText(step)}`} className={own.step}>
            <Field label={t('step', { number: index + 1 })}>
              {control => (
                <Select
                  {...control}
                  value={happeningText(step)}
                  options={optionsFor(step)}
                  onChange={event =>
                    put(steps.map((old, at) => (at === index ? (parseHappening(event.target.value) ?? old) : old)))
                  }
                />
              )}
            </Field>
            {steps.length > 1 && (
              <IconButton
                small
                icon="trash"
                name={t('removeStep', { number: index + 1 })}
                onClick={() => put(steps.filter((_, at) => at !== index))}
              />
            )}
          </div>
        ))}
        {steps.length < MOST_STEPS && (
          <div className={own.add}>
            <Button
              icon="plus"
              look="quiet"
              onClick={() => put([...steps, steps.at(-1) ?? { event: contents.names[0]?.name ?? '' }])}
            >
              {t('addStep')}
            </Button>
          </div>
        )}
        {staged.map(({ event, label, found }) => (
          <div key={event} className={own.preset}>
            <Button icon="plan" look="quiet" onClick={() => put(found)}>
              {way('useStages', { name: say(label) })}
            </Button>
          </div>
        ))}
      </div>
      <div className={style.choices}>
        <Field label={t('window')}>
          {control => (
            <Select
              {...control}
              value={String(window)}
              options={daysToChoose(WINDOWS, window).map(days => ({ value: String(days), label: t('days', { count: days }) }))}
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
        <Field label={t('by')}>
          {control => (
            <Select
              {...control}
              value={search.by ?? ''}
              options={[
                { value: '', label: t('none') },
                ...columns.map(id => ({
                  value: id,
                  label: say(contents.dimensions.find(known => known.id === id)?.label) || id,
                })),
              ]}
              onChange={event => set({ by: event.target.value || undefined })}
            />
          )}
        </Field>
        <Field label={t('worth', { currency: contents.currency })}>
          {control => (
            <TextInput
              {...control}
              inputMode="decimal"
              value={search.worth ?? ''}
              onChange={event => set({ worth: /^\d+$/.test(event.target.value) ? event.target.value : undefined })}
            />
          )}
        </Field>
      </div>
    </>
  );
}
