import type { Formula } from '../../formula/ast.ts';
import type { NodeId } from '../../plan/plan.ts';

/** What a formula adds up, in order: a + (b − c) + d. A formula without a sum is one summand. */
export function summandsOf(formula: Formula): readonly Formula[] {
  if (formula.kind !== 'operation' || formula.operator !== '+') return [formula];
  return [...summandsOf(formula.left), ...summandsOf(formula.right)];
}

/** The nodes that are added up as they are, without factor or divisor. */
export function plainSummands(formula: Formula): readonly NodeId[] {
  return summandsOf(formula).flatMap(one => (one.kind === 'reference' ? [one.id] : []));
}

/** The sums that stand in a formula as (a + b + …) / n or (a + b + …) * c, each as the nodes that are added. */
export function averagedSums(formula: Formula): readonly (readonly NodeId[])[] {
  switch (formula.kind) {
    case 'number':
    case 'reference':
      return [];
    case 'negation':
      return averagedSums(formula.operand);
    case 'call':
      return formula.args.flatMap(averagedSums);
    case 'operation': {
      const { operator, left, right } = formula;
      const inner = [...averagedSums(left), ...averagedSums(right)];
      const [whole, by] = operator === '*' && left.kind === 'number' ? [right, left] : [left, right];
      const isAverage = (operator === '/' || operator === '*') && by.kind === 'number' && summandsOf(whole).length > 1;
      return isAverage ? [plainSummands(whole), ...inner] : inner;
    }
  }
}
