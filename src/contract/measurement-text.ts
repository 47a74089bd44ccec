import { printFormula } from '#core/formula/print.ts';
import type { Dataset, DatasetId } from '#core/measure/dataset.ts';
import type { Measurement, MetricId } from '#core/metric/measurement.ts';
import type { Lang, Text } from '#core/text/text.ts';
import { allocationText } from './allocation-text.ts';

/** What names a measurement can look up. */
export interface MeasurementNames {
  readonly dataset: (id: DatasetId) => Dataset | undefined;
  readonly metric: (id: MetricId) => Text;
}

/** How the values of a metric are obtained, in words: 「広告レポート」の「費用」の合計. */
export function measurementText(measurement: Measurement, names: MeasurementNames): Text {
  if (measurement.kind === 'formula') {
    const formula = (lang: Lang) => printFormula(measurement.formula, id => names.metric(id)[lang]);
    return { ja: formula('ja'), en: formula('en') };
  }
  const dataset = names.dataset(measurement.dataset);
  const from = dataset?.name ?? { ja: measurement.dataset, en: measurement.dataset };
  const column = (id: string): Text => dataset?.columns.find(each => each.id === id)?.name ?? { ja: id, en: id };
  const filter = measurement.where.length > 0 ? { ja: '（条件あり）', en: ' (filtered)' } : { ja: '', en: '' };
  const rows = { ja: `「${from.ja}」${filter.ja}`, en: `"${from.en}"${filter.en}` };
  switch (measurement.kind) {
    case 'sum':
    case 'mean': {
      const expression = (lang: Lang) => printFormula(measurement.expression, id => column(id)[lang]);
      const ja = measurement.kind === 'sum' ? '合計' : '平均';
      const en = measurement.kind === 'sum' ? 'sum' : 'mean';
      const rule =
        measurement.kind === 'sum' && measurement.allocate
          ? allocationText(measurement.allocate, { metric: names.metric, column })
          : undefined;
      return {
        ja: `${rows.ja}の「${expression('ja')}」の${ja}${rule ? `（${rule.ja}）` : ''}`,
        en: `${en} of ${expression('en')} in ${rows.en}${rule ? ` (allocated ${rule.en})` : ''}`,
      };
    }
    case 'count':
      return { ja: `${rows.ja}の行数`, en: `number of rows in ${rows.en}` };
    case 'distinct': {
      const of = column(measurement.column);
      return { ja: `${rows.ja}の「${of.ja}」の種類の数`, en: `number of different ${of.en} in ${rows.en}` };
    }
    case 'repeaters': {
      const [of, having] = [column(measurement.column), column(measurement.having)];
      return {
        ja: `${rows.ja}で「${having.ja}」が${measurement.atLeast}つ以上ある「${of.ja}」の数`,
        en: `number of ${of.en} with at least ${measurement.atLeast} ${having.en} in ${rows.en}`,
      };
    }
    case 'last': {
      const of = column(measurement.column);
      return { ja: `${rows.ja}の「${of.ja}」の最新の値`, en: `newest ${of.en} in ${rows.en}` };
    }
    case 'between': {
      const of = column(measurement.by);
      return {
        ja: `${rows.ja}の「${of.ja}」ごとの、2つの出来事の間の日数`,
        en: `days between two events of one ${of.en} in ${rows.en}`,
      };
    }
  }
}
