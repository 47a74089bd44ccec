import { useTranslation } from 'react-i18next';
import type { JourneyContentsAnswer } from '#contract/journey.ts';
import type { RfmAnswer } from '#core/journey/customer-question.ts';
import { segmentSummary } from '#core/journey/value/segment-summary.ts';
import { useMeasures } from './use-measures.ts';

/** What the segments say: who the loyal ones are and what they bring, in a sentence with what it rests on. */
export function useSegmentsReading(contents: JourneyContentsAnswer, answer: RfmAnswer) {
  const { t } = useTranslation('journey');
  const measures = useMeasures(contents);
  const rows = segmentSummary(answer);
  const people = rows.reduce((sum, row) => sum + row.people, 0);
  const loyal = rows.find(({ segment }) => segment === 'loyal');
  const dormant = rows.find(({ segment }) => segment === 'dormant');
  const sentence =
    people === 0 || !loyal || !dormant
      ? t('customersNobody')
      : t('customersSentence', {
          people: measures.people(people),
          loyal: measures.people(loyal.people),
          share: measures.share(loyal.peopleShare),
          revenue: measures.share(loyal.valueShare),
          dormant: measures.people(dormant.people),
        });
  return { rows, people, sentence, basis: [t('rfmBasis'), t('rfmScores')] };
}
