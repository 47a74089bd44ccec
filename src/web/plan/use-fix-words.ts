import type { Fix } from '#contract/check.ts';
import { shiftPoint } from '#core/number/decimal.ts';
import { divide, multiply, rationalOf } from '#core/number/rational.ts';
import { decimalText } from '#core/plan/shown.ts';
import { measureOf } from '../progress/node-words.ts';
import { useFigures } from '../ui/figures.ts';
import { useSay } from '../ui/language.ts';
import { plainTarget } from './plain-target.ts';
import { usePlannedWords } from './planned-words.ts';
import { scaledMonths } from './scaled-months.ts';
import type { Planning } from './use-planning.ts';

/** How a change that alone would suffice is said, and whether a click can make it. */
export function useFixWords({ checked, view, nodeOf }: Planning) {
  const say = useSay();
  const figures = useFigures();
  const planned = usePlannedWords(view, checked?.planned ?? []);
  return {
    name: (fix: Fix) => say(nodeOf(fix.node)?.name) || fix.node,
    planned: (fix: Fix) => {
      const node = nodeOf(fix.node);
      const words = node && planned(node);
      return words ? `${words.amount}` : '';
    },
    /** As it would be written: rounded the way that still suffices; the mean month where months differ. */
    needed: (fix: Fix) => {
      const node = nodeOf(fix.node);
      if (!node) return '';
      const written = /^(?:[<>=]+ )?(-?[\d.]+)(%?)/.exec(plainTarget(fix.target ?? '', fix.factor));
      if (written?.[2]) return figures.value(shiftPoint(written[1] ?? '0', -2), measureOf(node));
      if (written?.[1] && node.unit.kind !== 'duration') return figures.value(written[1], measureOf(node));
      if (Object.keys(node.months).length === 0 || node.time !== 'flow') return figures.value(fix.value, measureOf(node));
      const whole = checked?.planned.find(one => one.node === node.id)?.whole;
      if (whole === null || whole === undefined || !view) return figures.value(fix.value, measureOf(node));
      const mean = divide(multiply(rationalOf(whole), rationalOf(fix.factor)), rationalOf(view.months.length));
      return figures.value(mean ? decimalText(mean) : fix.value, measureOf(node));
    },
    isApplicable: (fix: Fix) => fix.possible === 'yes' && (fix.target !== null || hasMonths(fix, nodeOf)),
  };
}

function hasMonths(fix: Fix, nodeOf: Planning['nodeOf']): boolean {
  return Object.keys(nodeOf(fix.node)?.months ?? {}).length > 0;
}

/** Writes the change into the draft: the target itself, or each of its months by the same factor. */
export async function applyFix(fix: Fix, { nodeOf, desk }: Planning): Promise<boolean> {
  const node = nodeOf(fix.node);
  if (!node) return false;
  return fix.target === null
    ? desk.edit({ kind: 'months', node: node.id, months: scaledMonths(node, fix.factor) })
    : desk.edit({ kind: 'field', role: node.role, node: node.id, field: 'target', value: plainTarget(fix.target, fix.factor) });
}
