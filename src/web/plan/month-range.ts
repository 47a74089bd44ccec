import type { NodeView } from '#contract/plan-view.ts';
import { compareDecimals } from '#core/number/decimal.ts';
import { measureOf } from '../progress/node-words.ts';
import type { Figures } from '../ui/figures.ts';

/** The targets of a node's months from the lowest to the highest: 82,000〜100,000人; empty where no month has one. */
export function monthRange(node: Pick<NodeView, 'months' | 'unit' | 'counter'>, figures: Figures): string {
  const values = Object.values(node.months).toSorted(compareDecimals);
  const [low, high] = [values[0], values.at(-1)];
  if (low === undefined || high === undefined) return '';
  return low === high ? figures.value(low, measureOf(node)) : figures.range(low, high, measureOf(node));
}
