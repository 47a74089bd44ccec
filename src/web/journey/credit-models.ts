import type { AttributionModel } from '#core/journey/attribution-question.ts';

/** The ways of crediting that are shown beside each other: rules first, then those that learn from the data. */
export const CREDIT_MODELS = ['first', 'last', 'non-direct', 'linear', 'decay', 'position', 'markov', 'shapley'] as const;

export type CreditModel = (typeof CREDIT_MODELS)[number];

const DAY = 86_400_000;

/** The rules, in the order of `CREDIT_MODELS`: half-life seven days; 40 % each to first and last. */
export function creditModels(direct: readonly (string | null)[]): readonly AttributionModel[] {
  return [
    { model: 'first' },
    { model: 'last' },
    { model: 'last-non-direct', direct },
    { model: 'linear' },
    { model: 'decay', halfLife: 7 * DAY },
    { model: 'position', first: 0.4, last: 0.4 },
  ];
}
