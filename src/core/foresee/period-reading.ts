import type { Algebra } from '../formula/algebra.ts';
import { rational } from '../number/rational.ts';
import type { Arithmetic } from '../plan/arithmetic.ts';
import { type CountedMonth, countedMonths } from '../plan/counted-months.ts';
import { periodValue } from '../plan/period-value.ts';
import type { NodeId, Plan, PlanNode } from '../plan/plan.ts';
import type { CutTree } from './cut-tree.ts';
import { LOOK_BACK } from './history-months.ts';
import type { SheetAsked } from './simulation-sheet.ts';

/** A node's value over the plan (or its months with a target) from its months. */
export type PeriodReading = <T>(
  node: NodeId,
  algebra: Algebra<T>,
  value: (node: NodeId, month: number) => T,
  /** The mean of months, by their denominators where all have one. */
  mean: (values: readonly T[], weights: readonly (number | undefined)[]) => T,
) => T;

/** Reads months as everywhere in a plan; rates that are not calculated as ratios of sums where they have denominators. [LND-20, LND-06] */
export function periodReading({ input, cut, months: { closed }, paths }: Omit<SheetAsked, 'effects'>): PeriodReading {
  const { arithmetic, history } = input;
  const known = { plan: withoutCutFormulas(arithmetic.plan, cut), standIns: arithmetic.standIns };
  const months = arithmetic.months.length;
  const counted = new Map<NodeId, readonly CountedMonth[]>();
  const countedOf = (id: NodeId): readonly CountedMonth[] => {
    const found = counted.get(id) ?? monthsFor(arithmetic.plan.nodes.get(id), arithmetic);
    counted.set(id, found);
    return found;
  };
  const weightOf = (node: NodeId, month: number): number | undefined => {
    const [place, own] = [month + LOOK_BACK, history.get(node)?.weights];
    if (!own || arithmetic.plan.nodes.get(node)?.time !== 'level') return undefined;
    return place < closed.length ? (own.closed[place] ?? 0) : paths.get(node)?.weights[place - closed.length];
  };
  return (node, algebra, value, mean) => {
    const own = countedOf(node);
    return periodValue(node, known, { months, nodes: cut.program.nodes, rows: [], value }, algebra, own, (level, values) =>
      mean(
        values,
        own.map(({ month }) => weightOf(level, month)),
      ),
    );
  };
}

/** Shares of a mean: by denominators where all are known and some are above zero, else even. [LND-06] */
export function sharesOf(weights: readonly (number | undefined)[]): readonly number[] {
  const known = weights.filter(weight => weight !== undefined);
  const whole = known.reduce((sum, weight) => sum + weight, 0);
  return known.length === weights.length && whole > 0
    ? known.map(weight => weight / whole)
    : weights.map(() => 1 / Math.max(1, weights.length));
}

/** The months a node's landing counts: those with a target of its own, else all. */
function monthsFor(node: PlanNode | undefined, arithmetic: Arithmetic): readonly CountedMonth[] {
  const own = node ? countedMonths(node, arithmetic) : [];
  return own.length > 0 ? own : arithmetic.months.map((_, month) => ({ month, share: rational(1) }));
}

function withoutCutFormulas(plan: Plan, { origins }: CutTree): Plan {
  const nodes = [...plan.nodes].map(([id, node]): [NodeId, PlanNode] => {
    if (origins.get(id) === 'formula' || !node.equals) return [id, node];
    const { equals: _, ...rest } = node;
    return [id, rest];
  });
  return { ...plan, nodes: new Map(nodes) };
}
