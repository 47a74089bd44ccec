import { type DayRange, daysIn, intersection } from '../calendar/day-range.ts';
import type { RowMeasurement } from '../metric/measurement.ts';
import type { ColumnId, Dataset } from './dataset.ts';
import type { QueryPlan } from './observe-plan.ts';
import type { AskedPeriod, Question } from './question.ts';
import type { RequestAnswers } from './request-answers.ts';
import type { RowNeed } from './row-need.ts';

/** Weights over whole rows, and of single days. */
export type WeightsOf = 'rows' | 'days';

/**
 * What must be asked, once it is known for which days the rows are, so that their amounts can be divided. [ALC-02, ALC-03]
 * Conditions of the question do not hold for what amounts are divided by: a slice gets the same whatever is asked beside it.
 */
export function weightQuestions(
  { question, allocations }: QueryPlan,
  answers: RequestAnswers,
): readonly { readonly key: string; readonly question: Question }[] {
  return allocations.flatMap(need => {
    const rule = need.allocation?.rule;
    const spans = spansOf(need, question.periods, answers);
    if (!rule || spans.length === 0) return [];
    const ask = (of: WeightsOf, metric: string, periods: readonly AskedPeriod[]) => ({
      key: weightsKey(need, of),
      question: { metrics: [metric], periods, by: rule.to, where: [], definitions: question.definitions ?? 'as-effective' },
    });
    const { by, days } = rule;
    const single = new Map(spans.flatMap(span => daysIn(span)).map(day => [day, { from: day, to: day }]));
    return [
      ...(by?.kind === 'metric' ? [ask('rows', by.metric, spans)] : []),
      ...(days === undefined ? [] : [ask('days', days, [...single.values()])]),
    ];
  });
}

export function weightsKey(need: RowNeed, of: WeightsOf): string {
  return `weights of ${of} ${need.key}`;
}

/** A dataset with the columns that a rule gives its rows values of. */
export function datasetSeen(measurement: RowMeasurement, dataset: Dataset): Dataset {
  const to = measurement.kind === 'sum' ? (measurement.allocate?.to ?? []) : [];
  const missing = to.filter(id => !dataset.columns.some(column => column.id === id));
  if (missing.length === 0) return dataset;
  const given = (id: ColumnId) => ({ id, name: { ja: id, en: id }, type: 'text', role: 'dimension' }) as const;
  return { ...dataset, columns: [...dataset.columns, ...missing.map(given)] };
}

/** The days of rows that reach into any of the periods, each once. */
function spansOf(need: RowNeed, periods: readonly DayRange[], answers: RequestAnswers): readonly DayRange[] {
  const answer = answers.get(need.key);
  if (answer?.kind !== 'parts' || answer.answer.kind !== 'parts') return [];
  const spans = new Map<string, DayRange>();
  for (const { figure } of answer.answer.parts) {
    if (figure.kind !== 'spans') continue;
    for (const { from, to } of figure.spans)
      if (periods.some(period => intersection(period, { from, to }))) spans.set(`${from} ${to}`, { from, to });
  }
  return [...spans.values()];
}
