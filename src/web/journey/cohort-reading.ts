import { useTranslation } from 'react-i18next';
import type { JourneyContentsAnswer } from '#contract/journey.ts';
import type { RepeatAnswer } from '#core/journey/repeat-question.ts';
import type { RetentionAnswer } from '#core/journey/retention-question.ts';
import { cohortMeans } from '#core/journey/value/cohort-figures.ts';
import { wilson } from '#core/journey/value/wilson.ts';
import type { CohortGrain } from './buckets.ts';
import { useMeasures } from './use-measures.ts';

export interface CohortsToRead {
  readonly contents: JourneyContentsAnswer;
  readonly answer: RetentionAnswer;
  readonly repeat: RepeatAnswer;
  readonly edges: readonly number[];
  readonly asOf: number;
  readonly grain: CohortGrain;
  readonly window: number;
}

/** What cohorts say: how many did it again in time, in a sentence with what it rests on, and the mean of each distance. */
export function useCohortReading({ contents, answer, repeat, edges, asOf, grain, window }: CohortsToRead) {
  const { t } = useTranslation('journey');
  const measures = useMeasures(contents);
  const ripe = edges.filter((edge, index) => index > 0 && edge <= asOf).length;
  const shares = cohortMeans(answer, ripe, 'people');
  const sum = (of: 'people' | 'again' | 'immature') => repeat.buckets.reduce((whole, bucket) => whole + bucket[of], 0);
  const [people, again, immature] = [sum('people'), sum('again'), sum('immature')];
  const [low, high] = wilson(again, people);
  const first = shares[1];
  const sentence =
    people === 0
      ? t('repeatNobody', { days: measures.days(window) })
      : t('repeatSentence', {
          people: measures.people(people),
          again: measures.people(again),
          share: measures.share(again / people),
          days: measures.days(window),
        });
  const basis = [
    ...(people > 0 ? [t('sure', { low: measures.share(low), high: measures.share(high) })] : []),
    ...(immature > 0 ? [t('immature', { people: measures.people(immature) })] : []),
    ...(first && first.mean !== null
      ? [
          t(grain === 'month' ? 'nextMonth' : 'nextWeek', {
            share: measures.share(first.mean),
            people: measures.people(first.people),
          }),
        ]
      : []),
  ];
  return { ripe, shares, sentence, basis };
}
