import type { Fix } from '#contract/check.ts';
import { measureOf } from '../progress/node-words.ts';
import { useFigures } from '../ui/figures.ts';
import { useSay } from '../ui/language.ts';
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
    /** As it would be written: rounded the way that still suffices. */
    needed: (fix: Fix) => {
      const node = nodeOf(fix.node);
      if (!node) return '';
      const value = figures.value(fix.value, measureOf(node));
      const written = /^([<>=]+ )?([-\d.,]+%?)/.exec(fix.target ?? '')?.[2];
      return written?.endsWith('%') ? written : value;
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
    : desk.edit({ kind: 'field', role: node.role, node: node.id, field: 'target', value: fix.target });
}
