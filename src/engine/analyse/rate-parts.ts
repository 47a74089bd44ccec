import type { Knowledge } from '#core/measure/question.ts';
import type { MetricId } from '#core/metric/measurement.ts';

/** What a rate is made of: orders ÷ visits, revenue ÷ orders. */
export interface RateParts {
  readonly amount: MetricId;
  readonly volume: MetricId;
}

/** The two metrics whose quotient a metric is, where it is defined as one. */
export function ratePartsOf(
  metric: MetricId,
  { definitions, catalogue }: Pick<Knowledge, 'definitions' | 'catalogue'>,
): RateParts | undefined {
  const own = definitions.metrics.get(metric)?.versions.at(-1)?.measurement;
  const formula = own ? (own.kind === 'formula' ? own.formula : undefined) : catalogue.metrics.get(metric)?.formula;
  if (formula?.kind !== 'operation' || formula.operator !== '/') return undefined;
  const { left, right } = formula;
  return left.kind === 'reference' && right.kind === 'reference' ? { amount: left.id, volume: right.id } : undefined;
}
