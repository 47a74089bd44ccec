import type { DayRange } from '../calendar/day-range.ts';
import { sameRange } from '../calendar/day-range.ts';
import type { MetricId } from '../metric/measurement.ts';
import { decimalOf, toObservation } from './measured-value.ts';
import { MetricValues } from './metric-values.ts';
import type { Cell } from './observation.ts';
import { openKey, type QueryPlan } from './observe-plan.ts';
import { closeStateOf } from './period-close.ts';
import type { Answer, AskedPeriod } from './question.ts';
import type { RequestAnswers } from './request-answers.ts';

/**
 * Makes the cells of a question out of what the warehouse said to the plan's requests. [OBS-01 … OBS-12]
 *
 * Derived metrics are evaluated period by period and slice by slice over their inputs' exact values, totals likewise:
 * a ratio is the ratio of sums, people are counted anew, nothing is added up from slices or shorter periods. [CNV-07]
 */
export function assemble(plan: QueryPlan, answers: RequestAnswers): readonly Answer[] {
  const { question } = plan;
  const total = new MetricValues(plan, answers, []);
  const cut = question.by.length > 0 ? new MetricValues(plan, answers, question.by) : undefined;
  return question.metrics.map(metric => {
    const slices = cut?.slicesOf(metric) ?? [];
    return {
      metric,
      totals: question.periods.map(period => cell(plan, answers, total, metric, period, [])),
      cells: cut ? question.periods.flatMap(period => slices.map(slice => cell(plan, answers, cut, metric, period, slice))) : [],
    };
  });
}

function cell(
  plan: QueryPlan,
  answers: RequestAnswers,
  values: MetricValues,
  metric: MetricId,
  period: AskedPeriod,
  slice: readonly string[],
): Cell {
  const { question, knowledge } = plan;
  const value = values.value(metric, period, slice);
  const { datasets, since, pairs } = values.groundsOf(metric, period);
  const stillOpen = pairs && slice.length === 0 ? openCount(plan, answers, openKey(pairs), period) : undefined;
  const isKnown = value.kind === 'known';
  return {
    from: period.from,
    to: period.to,
    slice: Object.fromEntries(slice.map((text, index) => [question.by[index] ?? '', text])),
    observation: toObservation(value),
    close: closeStateOf(period, datasets, knowledge.closes),
    ...(isKnown && value.through ? { through: value.through } : {}),
    ...(since === undefined ? {} : { definedSince: since }),
    ...(isKnown && value.currency?.isPerRow ? { currency: value.currency.code } : {}),
    ...(value.kind === 'undefined' && value.rate ? { missingRate: value.rate } : {}),
    ...(isKnown && value.allocated ? { allocated: decimalOf(value.allocated) } : {}),
    ...(stillOpen === undefined ? {} : { stillOpen }),
  };
}

function openCount({ requests }: QueryPlan, answers: RequestAnswers, key: string, period: DayRange): number | undefined {
  const request = requests.find(each => each.kind === 'still-open' && each.key === key);
  const answer = answers.get(key);
  if (request?.kind !== 'still-open' || answer?.kind !== 'still-open') return undefined;
  return answer.counts[request.request.periods.findIndex(each => sameRange(each, period))];
}
