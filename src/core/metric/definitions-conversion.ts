import type { Path } from '../plan/source.ts';
import { type Place, type Problem, problemsOf } from '../problem/problem.ts';
import { suggestion } from '../problem/suggest.ts';
import type { Read, Surroundings } from './definitions-draft.ts';
import { definitionsMessages } from './definitions-messages.ts';
import type { RawMetric } from './definitions-schema.ts';
import type { Conversion, MetricId } from './measurement.ts';

const problem = problemsOf(definitionsMessages);

/** The columns a dataset of daily rates has, and which of them is a number. [CUR-01] */
export const RATE_COLUMNS = { from: 'from', to: 'to', rate: 'rate' } as const;

/** Reads `convert`: amounts only, into a currency, by a dataset that can hold rates. [CUR-01] */
export function conversionFrom(
  raw: RawMetric['convert'],
  { metric, isMoney, around }: { readonly metric: MetricId; readonly isMoney: boolean; readonly around: Surroundings },
  place: (...keys: Path) => Place,
): Read<Conversion | undefined> {
  if (!raw) return { value: undefined, problems: [] };
  const problems: Problem[] = [];
  if (!isMoney) problems.push(problem('metric-convert-money', { metric }, place('convert')));
  if (!/^[A-Z]{3}$/.test(raw.to)) problems.push(problem('dataset-currency', { text: raw.to }, place('convert', 'to')));
  const rates = around.datasets.get(raw.rates)?.dataset;
  if (!rates) {
    const params = { dataset: raw.rates, ...suggestion(raw.rates, around.datasets.keys()) };
    problems.push(problem('metric-dataset', params, place('convert', 'rates')));
  } else {
    const isOf = (id: string, types: readonly string[]) =>
      rates.columns.some(column => column.id === id && types.includes(column.type));
    const { from, to, rate } = RATE_COLUMNS;
    const holdsRates =
      rates.kind === 'aggregate' && isOf(from, ['text']) && isOf(to, ['text']) && isOf(rate, ['decimal', 'integer']);
    if (!holdsRates) problems.push(problem('metric-convert-rates', { dataset: raw.rates }, place('convert', 'rates')));
  }
  return { value: problems.length > 0 ? undefined : raw, problems };
}
