import type { KeyedMonth } from '#core/calendar/month-key.ts';
import {
  ENTERED,
  ENTERED_AT,
  ENTERED_COLUMNS,
  ENTERED_METRIC,
  enteredDatasetFields,
} from '#core/measure/entry/entered-dataset.ts';
import type { EnteredValue } from '#core/measure/entry/entry-change.ts';
import { EMPTY_CATALOGUE } from '#core/metric/catalogue.ts';
import type { Definitions } from '#core/metric/definitions.ts';
import { parseDefinitions } from '#core/metric/definitions-parse.ts';
import { ok, type Result } from '#core/problem/problem.ts';
import type { App } from '../app/app.ts';
import { ask } from './ask.ts';
import { type Known, knowledgeOf } from './knowledge.ts';

/** The typed values that count, of months in order. Cells that were cleared are not among them. [MEA-07] */
export async function enteredValues(
  app: App,
  known: Known,
  months: readonly KeyedMonth[],
): Promise<Result<readonly EnteredValue[]>> {
  if ((known.live.get(ENTERED) ?? []).length === 0 || months.length === 0) return ok([]);
  const definitions = readers(known.settings.currency);
  const question = {
    metrics: [...ENTERED_COLUMNS],
    periods: months.map(({ range }) => ({ from: range.from, to: range.to, grain: 'month' as const })),
    by: [ENTERED_METRIC, ENTERED_AT],
    where: [],
  };
  const knowledge = { ...knowledgeOf(known), definitions, catalogue: EMPTY_CATALOGUE };
  const answered = await ask(app, question, knowledge, `${known.key} entered ${known.settings.currency}`);
  if (!answered.ok) return answered;
  const keyOf = new Map(months.map(({ key, range }) => [range.from, key]));
  return ok(
    answered.value.flatMap(({ cells }) =>
      cells.flatMap(({ from, slice, observation }): EnteredValue[] => {
        const month = keyOf.get(from);
        if (month === undefined || observation.state === 'no-data' || observation.state === 'undefined') return [];
        return [{ metric: slice[ENTERED_METRIC] ?? '', month, value: observation.exact, at: slice[ENTERED_AT] ?? '' }];
      }),
    ),
  );
}

/** One metric per column of values: what reads the rows as they were typed. */
function readers(currency: string): Definitions {
  const source = JSON.stringify({
    datasets: { [ENTERED]: enteredDatasetFields(currency) },
    metrics: Object.fromEntries(ENTERED_COLUMNS.map(column => [column, { from: ENTERED, sum: column }])),
  });
  const read = parseDefinitions(source, EMPTY_CATALOGUE, currency);
  if (!read.ok) throw new Error(`the dataset of typed values cannot be read: ${JSON.stringify(read.problems)}`);
  return read.value;
}
