import type { AttributionAnswer, TouchPathsAnswer } from '#core/journey/attribution-question.ts';
import { type ChannelCredit, learnedPaths } from '#core/journey/value/learned-paths.ts';
import { removalEffects } from '#core/journey/value/removal-effect.ts';
import { scaledCredits } from '#core/journey/value/scaled-credits.ts';
import { shapleyCredits } from '#core/journey/value/shapley-credit.ts';
import type { CreditModel } from './credit-models.ts';

/** All ways of crediting, by model. */
export function channelCredits(
  answer: AttributionAnswer,
  { paths }: TouchPathsAnswer,
  direct: readonly (string | null)[],
): Readonly<Record<CreditModel, readonly ChannelCredit[]>> {
  const rule = (index: number) =>
    answer.rows.map(({ slice, credits }) => ({ channel: slice[0] ?? null, ...(credits[index] ?? { conversions: 0, value: 0 }) }));
  const touched = {
    conversions: answer.conversions - answer.untouched.conversions,
    value: answer.value - answer.untouched.value,
  };
  const learned = learnedPaths(paths, direct);
  return {
    first: rule(0),
    last: rule(1),
    'non-direct': rule(2),
    linear: rule(3),
    decay: rule(4),
    position: rule(5),
    markov: scaledCredits(removalEffects(learned), touched),
    shapley: scaledCredits(shapleyCredits(learned), touched),
  };
}
