import type { Metric } from '../../metric/metric.ts';
import type { EntryFields } from '../../plan/edit.ts';
import { unitText } from '../../unit/unit-text.ts';
import type { ColumnId, DatasetId } from '../dataset.ts';

/** The dataset of values that are typed in. [MEA-07] */
export const ENTERED: DatasetId = 'entered-values';

/** `amount` and `number` add up over months, money and everything else; `price` and `rate` do not. */
export type EnteredColumn = (typeof ENTERED_COLUMNS)[number];
export const ENTERED_COLUMNS = ['amount', 'number', 'price', 'rate'] as const;

export const ENTERED_METRIC: ColumnId = 'metric';
/** When a value was typed. */
export const ENTERED_AT: ColumnId = 'entered-at';

/** What a metric is, as far as typing its values is concerned. */
export type EnteredMetric = Pick<Metric, 'id' | 'name' | 'unit' | 'direction' | 'aggregation'>;

/** The column that holds the values of a metric. */
export function enteredColumn({ unit, aggregation }: Pick<EnteredMetric, 'unit' | 'aggregation'>): EnteredColumn {
  const isMoney = unit.kind === 'money';
  const addsUp = (aggregation === 'sum' || aggregation === 'last') && unit.kind !== 'ratio';
  if (addsUp) return isMoney ? 'amount' : 'number';
  return isMoney ? 'price' : 'rate';
}

/** The dataset's entry in metrics.yaml. */
export function enteredDatasetFields(currency: string): EntryFields {
  return {
    kind: 'aggregate',
    name: { ja: '画面で入力した値', en: 'Values typed in' },
    source: { ja: '画面での入力', en: 'Typed in by hand' },
    refresh: 'manual',
    columns: {
      [ENTERED_METRIC]: 'text',
      [ENTERED_AT]: 'text',
      amount: { type: 'decimal', currency },
      number: 'decimal',
      price: { type: 'decimal', currency, additive: 'no' },
      rate: { type: 'decimal', additive: 'no' },
    },
  };
}

/** A metric's entry in metrics.yaml; `isKnown`: the catalogue says what it is. */
export function enteredMetricFields(metric: EnteredMetric, isKnown: boolean): EntryFields {
  const column = enteredColumn(metric);
  const how = metric.unit.kind === 'ratio' ? 'mean' : metric.aggregation === 'last' ? 'last' : 'sum';
  const aggregation = how === 'last' ? {} : { aggregation: metric.aggregation };
  const stated = { name: { ...metric.name }, unit: unitText(metric.unit), direction: metric.direction, ...aggregation };
  return { from: ENTERED, [how]: column, where: { [ENTERED_METRIC]: metric.id }, ...(isKnown ? {} : stated) };
}
