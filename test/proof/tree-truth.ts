import { type Fraction, greater, lesser } from './fraction.ts';
import { allowedMonths, goalValue } from './plan-evaluator.ts';
import type { ModelNode, ModelPlan } from './plan-model.ts';
import type { KnownTree } from './tree-generator.ts';

/**
 * The goal's value in the worst case a tree allows, from how the tree was made: every driver stands at the end of its target that
 * does harm; drivers that pull both ways, which a tree has at most two of, are tried at both.
 */
export function worstValue({ ways, side, worst }: KnownTree, plan: ModelPlan): Fraction | undefined {
  const both = plan.nodes.filter(node => !node.formula && !ways.has(node.id) && (worst.get(node.id)?.length ?? 0) > 1);
  const allowed = new Map(
    plan.nodes.flatMap(node =>
      node.target && !node.formula ? [[node.id, allowedMonths(node, node.target, plan)] as const] : [],
    ),
  );
  const values: (Fraction | undefined)[] = [];
  for (let pattern = 0; pattern < 2 ** both.length; pattern++) {
    const end = (node: ModelNode): 'low' | 'high' => {
      const place = both.findIndex(({ id }) => id === node.id);
      if (place >= 0) return (pattern >> place) % 2 === 0 ? 'low' : 'high';
      return (ways.get(node.id) === 'down') === (side === 'low') ? 'high' : 'low';
    };
    const choice = (node: ModelNode, month: number): Fraction => {
      const range = allowed.get(node.id)?.[Math.max(0, month)];
      const value = range?.[end(node)] ?? range?.low ?? range?.high;
      if (!value) throw new Error(`no value for ${node.id}`);
      return value;
    };
    values.push(goalValue(plan, choice, (node, months) => months.reduce(end(node) === 'low' ? lesser : greater)));
  }
  return values.reduce((a, b) => a && b && (side === 'low' ? lesser(a, b) : greater(a, b)));
}

/** A plan with the targets of some drivers as they were written into its text by an edit. */
export function retargeted(plan: ModelPlan, edits: ReadonlyMap<string, string>): ModelPlan {
  return {
    ...plan,
    nodes: plan.nodes.map(node => {
      const text = edits.get(node.id);
      if (text === undefined || !node.target) return node;
      const amounts = [...text.replaceAll(',', '').matchAll(/(\d+(?:\.\d+)?)(%?)/g)].map(([, digits = '0', percent]) =>
        percent === '%' ? String(Number((Number(digits) / 100).toFixed(12))) : digits,
      );
      const [value = '0', upTo] = amounts;
      return { ...node, target: { ...node.target, value, ...(node.target.sign === 'between' ? { upTo: upTo ?? value } : {}) } };
    }),
  };
}
