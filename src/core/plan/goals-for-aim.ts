import type { MetricId } from '../metric/measurement.ts';
import type { Text } from '../text/text.ts';

/**
 * Metrics of the catalogue that goals are usually set on for a company's aim, said in either language; none where its words are not
 * known. What a table proposes is a beginning, never a refusal of another goal. [DES-04]
 */
export function goalsForAim(aim: Text): readonly MetricId[] {
  const words = `${aim.ja} ${aim.en}`;
  return [...new Set(AIMS.flatMap(({ said, metrics }) => (said.test(words) ? metrics : [])))];
}

const AIMS: readonly { readonly said: RegExp; readonly metrics: readonly MetricId[] }[] = [
  { said: /シェア|市場占有|market share/i, metrics: ['new-customers', 'market-share'] },
  { said: /収益性|利益率|採算|profitab|margin/i, metrics: ['aov', 'repeat-rate'] },
];
