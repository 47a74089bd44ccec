import { type Formula, referencesOf } from '../formula/ast.ts';
import { exactDecimal, multiply, rational, rationalOf } from '../number/rational.ts';
import type { Lag } from './lag.ts';
import type { NodeId, Plan, PlanNode } from './plan.ts';

/** From one KPI that counts something to the next: which share arrives there, and when. [DES-45] */
export interface KpiLink {
  readonly from: NodeId;
  readonly to: NodeId;
  readonly by: 'formula' | 'influence';
  /** As the link says it, else the product of the targets between the two; absent where it cannot be told. */
  readonly rate?: string;
  /** What stands between the two in the formula, in its order. */
  readonly between: readonly NodeId[];
  readonly lag?: Lag;
}

/** KPIs that lead to one another, from the first that nothing in the plan leads to. */
export interface KpiChain {
  readonly nodes: readonly NodeId[];
  /** One fewer than nodes. */
  readonly links: readonly KpiLink[];
}

/** A chain of two is a link. */
const SHORTEST = 3;

/** What is shown of a plan that branches much. */
const MOST = 12;

/**
 * The chains in which a plan's KPIs lead from what happens soon to what comes of it late. [DES-45]
 *
 * In    formulas that multiply a count by rates, and stated influences
 * Out   chains of three or more, the longest first; a rate is a decimal, of whatever the KPIs between stand for
 * Not   an order by horizon: what the formulas and influences say leads on, also where a horizon says otherwise
 */
export function kpiChains(plan: Plan): readonly KpiChain[] {
  const links = linksOf(plan);
  const reached = new Set(links.map(({ to }) => to));
  const found: KpiChain[] = [];
  const follow = (nodes: readonly NodeId[], way: readonly KpiLink[]) => {
    if (found.length >= MOST * MOST) return;
    const next = links.filter(({ from, to }) => from === nodes.at(-1) && !nodes.includes(to));
    if (next.length === 0 && nodes.length >= SHORTEST) found.push({ nodes, links: way });
    for (const link of next) follow([...nodes, link.to], [...way, link]);
  };
  for (const start of new Set(links.map(({ from }) => from))) if (!reached.has(start)) follow([start], []);
  return found.toSorted((a, b) => b.nodes.length - a.nodes.length).slice(0, MOST);
}

/** Every link of the plan, once; a formula says more than an influence on the same two. */
function linksOf(plan: Plan): readonly KpiLink[] {
  const nodes = [...plan.nodes.values()];
  const calculated = nodes
    .filter(isCounted)
    .flatMap(node => (node.equals ? termsOf(node.equals).flatMap(linkOf(node, plan)) : []));
  const known = new Set(calculated.map(({ from, to }) => `${from} ${to}`));
  const stated = nodes.filter(isCounted).flatMap(({ id: from, supports }) =>
    supports.flatMap(({ to, rate, lag }): readonly KpiLink[] => {
      if (!plan.nodes.has(to) || known.has(`${from} ${to}`)) return [];
      return [{ from, to, by: 'influence', between: [], ...(rate === undefined ? {} : { rate }), ...(lag ? { lag } : {}) }];
    }),
  );
  return [...calculated, ...stated];
}

function linkOf(node: PlanNode, plan: Plan) {
  return (term: Formula): readonly KpiLink[] => {
    const parts = referencesOf(term).flatMap(id => plan.nodes.get(id) ?? []);
    const [from, ...others] = parts.filter(isCounted);
    if (!from || others.length > 0) return [];
    const between = parts.filter(part => part !== from);
    const rate = isProduct(term) ? productOf(between) : undefined;
    return [
      {
        from: from.id,
        to: node.id,
        by: 'formula',
        between: between.map(({ id }) => id),
        ...(rate === undefined ? {} : { rate }),
        ...(node.lag && (node.lag.after === undefined || node.lag.after === from.id) ? { lag: node.lag } : {}),
      },
    ];
  };
}

/** Something that adds up or stands: leads, orders, followers, sales. */
function isCounted({ time }: PlanNode): boolean {
  return time !== 'level';
}

function termsOf(formula: Formula): readonly Formula[] {
  return formula.kind === 'operation' && formula.operator === '+'
    ? [...termsOf(formula.left), ...termsOf(formula.right)]
    : [formula];
}

/** Names multiplied with each other and nothing else. */
function isProduct(formula: Formula): boolean {
  if (formula.kind === 'reference') return true;
  return formula.kind === 'operation' && formula.operator === '*' && isProduct(formula.left) && isProduct(formula.right);
}

function productOf(nodes: readonly PlanNode[]): string | undefined {
  if (nodes.length === 0 || nodes.some(({ target }) => target === undefined)) return undefined;
  return exactDecimal(nodes.map(({ target }) => rationalOf(target?.value ?? '0')).reduce(multiply, rational(1)));
}
