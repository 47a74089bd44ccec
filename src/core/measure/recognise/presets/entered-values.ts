import { ENTERED, ENTERED_AT, ENTERED_METRIC } from '../../entry/entered-dataset.ts';
import { amount, day, dimension, given, money } from '../column-definition.ts';
import type { Preset, PresetColumn } from '../preset.ts';

/** Values that were typed in, as they are kept. [MEA-07] */
export const enteredValues: Preset = {
  id: ENTERED,
  version: 1,
  name: { ja: '画面で入力した値', en: 'Values typed in' },
  dataset: { kind: 'aggregate', id: ENTERED, name: { ja: '画面で入力した値', en: 'Values typed in' } },
  columns: [
    named(dimension(ENTERED_METRIC, '指標', 'Metric'), ENTERED_METRIC),
    named(day('from', '開始日', 'From'), 'from'),
    { ...named(day('to', '終了日', 'To'), 'to'), written: 'period-end' },
    named(money('amount', '金額', 'Amount'), 'amount'),
    named(amount('number', '数量', 'Number'), 'number'),
    { ...named(given('price', '単価', 'Price'), 'price'), money: true },
    named(given('rate', '率・平均', 'Rate or average'), 'rate'),
    named(dimension(ENTERED_AT, '入力日時', 'Entered at'), ENTERED_AT),
  ],
  requires: [[ENTERED_METRIC], ['from'], ['to'], [ENTERED_AT]],
  period: 'row',
  replaces: 'period',
  others: 'drop',
  totals: 'labelled',
};

/** The product writes the file, with its own names as headings. */
function named(column: PresetColumn, heading: string): PresetColumn {
  return { ...column, from: [heading], personal: 'keep' };
}
