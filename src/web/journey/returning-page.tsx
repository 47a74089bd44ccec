import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { JourneyContentsAnswer } from '#contract/journey.ts';
import { happeningText } from '#core/journey/value/step-text.ts';
import style from '../analyse/analyse.module.css';
import { ErrorState } from '../app/error-state.tsx';
import { Card } from '../ui/card.tsx';
import { Field, Select } from '../ui/field.tsx';
import { Loading } from '../ui/states.tsx';
import { ActivationSection } from './activation-section.tsx';
import { CohortAnswerView } from './cohort-answer.tsx';
import { useHappenings } from './happenings.ts';
import { JourneyPage } from './journey-page.tsx';
import { daysToChoose, WINDOWS } from './periods.ts';
import { useReturning } from './use-returning.ts';

/** How many of those who began together came back later? [JNY-22] */
export function ReturningPage() {
  const { t } = useTranslation('journey');
  return (
    <JourneyPage title={t('returningTitle')} kind="returning">
      {contents => <Returning contents={contents} />}
    </JourneyPage>
  );
}

function Returning({ contents }: { readonly contents: JourneyContentsAnswer }) {
  const { t } = useTranslation('journey');
  const navigate = useNavigate();
  const search = useSearch({ from: '/analysis/returning' });
  const { optionsFor } = useHappenings(contents);
  const { began, back, grain, window, asOf, edges, asked, repeat, failed, isWhole } = useReturning(contents, search);
  const isBusy = asked.isPlaceholderData || repeat.isPlaceholderData;
  const set = (change: Readonly<Record<string, string | undefined>>) =>
    void navigate({
      to: '/analysis/returning',
      search: previous => ({ ...previous, ...change }),
      replace: true,
      resetScroll: false,
    });
  return (
    <>
      <Card>
        <div className={style.choices}>
          <Field label={t('began')}>
            {control => (
              <Select
                {...control}
                value={happeningText(began)}
                options={optionsFor(began)}
                onChange={event => set({ began: event.target.value })}
              />
            )}
          </Field>
          <Field label={t('back')}>
            {control => (
              <Select
                {...control}
                value={happeningText(back)}
                options={optionsFor(back)}
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
                options={daysToChoose(WINDOWS, window).map(days => ({ value: String(days), label: t('days', { count: days }) }))}
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
      ) : isWhole && asked.answer && repeat.answer ? (
        <div className={`${style.page} ${isBusy ? style.busy : ''}`} aria-busy={isBusy}>
          <CohortAnswerView
            contents={contents}
            answer={asked.answer}
            repeat={repeat.answer}
            edges={edges}
            asOf={asOf}
            grain={grain}
            window={window}
          />
          <ActivationSection contents={contents} began={began} back={back} search={search} when={!isBusy} />
        </div>
      ) : (
        <Card>
          <Loading lines={8} label={t('working')} />
        </Card>
      )}
    </>
  );
}
