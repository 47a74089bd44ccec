import type { GuidedNode } from '#core/begin/guided-plan.ts';
import { parseFormula } from '#core/formula/parse.ts';
import { printFormula } from '#core/formula/print.ts';
import type { Catalogue } from '#core/metric/catalogue.ts';
import { useSay } from '../ui/language.ts';

/** Formulas and nodes in the reader's words. */
export function useFormulaWords(catalogue: Catalogue, nodes: readonly GuidedNode[]) {
  const say = useSay();
  const nameOf = (id: string) => nodes.find(node => node.id === id)?.name ?? (say(catalogue.metrics.get(id)?.name) || id);
  return {
    name: ({ id }: GuidedNode) => nameOf(id),
    formula: (text: string) => {
      const parsed = parseFormula(text);
      return parsed.ok ? printFormula(parsed.value, nameOf) : text;
    },
  };
}

/** Whether a formula of the plan names a node. */
export function isInFormula(node: GuidedNode, nodes: readonly GuidedNode[]): boolean {
  return nodes.some(({ formula }) => formula !== undefined && mentions(formula, node.id));
}

function mentions(formula: string, id: string): boolean {
  return formula.split(/[\s()*/+]+/).includes(id);
}
