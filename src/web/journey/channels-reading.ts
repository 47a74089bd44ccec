import { useTranslation } from 'react-i18next';
import type { JourneyContentsAnswer } from '#contract/journey.ts';
import type { AttributionAnswer, TouchPathsAnswer } from '#core/journey/attribution-question.ts';
import { type ModelRange, modelRanges } from '#core/journey/value/model-range.ts';
import { channelCredits } from './channel-credits.ts';
import { CREDIT_MODELS, type CreditModel } from './credit-models.ts';
import { useMeasures } from './use-measures.ts';

export interface ChannelsToRead {
  readonly contents: JourneyContentsAnswer;
  readonly answer: AttributionAnswer;
  readonly paths: TouchPathsAnswer;
  readonly direct: readonly (string | null)[];
  readonly lookback: number;
}

/** What all ways of crediting say together: who leads, how far they differ, and both in a sentence with what it rests on. */
export function useChannelsReading({ contents, answer, paths, direct, lookback }: ChannelsToRead) {
  const { t } = useTranslation('journey');
  const measures = useMeasures(contents);
  const credits = channelCredits(answer, paths, direct);
  const ranges = modelRanges(CREDIT_MODELS.map(model => credits[model]));
  const nameOf = (channel: string | null) => channel ?? t('notGiven');
  const conversionsOf = (model: CreditModel, channel: string | null) =>
    credits[model].find(credit => credit.channel === channel)?.conversions ?? 0;
  const spread = ({ conversions: { low, high } }: ModelRange) =>
    t('span', { low: measures.count(low, 1), high: measures.count(high, 1) });
  const touched = answer.conversions - answer.untouched.conversions;
  const [leader] = ranges;
  const sentence =
    !leader || touched === 0
      ? t('channelsNone', { count: measures.count(answer.conversions) })
      : t(leader.leads === 'always' ? 'channelsAlways' : 'channelsSometimes', {
          count: measures.count(touched),
          channel: nameOf(leader.channel),
          range: spread(leader),
          others: ranges
            .slice(1)
            .filter(({ leads }) => leads === 'sometimes')
            .map(({ channel }) => nameOf(channel))
            .join(t('and')),
        });
  const basis = [
    t('channelsBasis', { all: measures.count(answer.conversions), without: measures.count(answer.untouched.conversions) }),
    `${t('lookback')} ${measures.days(lookback)}`,
    t('channelsCaution'),
  ];
  const drawn = ranges.map(row => ({
    name: nameOf(row.channel),
    ...row.conversions,
    points: CREDIT_MODELS.map(model => conversionsOf(model, row.channel)),
  }));
  return { credits, touched, ranges, nameOf, conversionsOf, spread, drawn, sentence, basis };
}
