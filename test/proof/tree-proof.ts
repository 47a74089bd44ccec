import { checkPlan } from '#core/plan/check-plan.ts';
import { repairPlan } from '#core/repair/repair.ts';
import { catalogue } from './catalogue.ts';
import { decimalBeside, fraction, fractionOf, isLess, times } from './fraction.ts';
import type { ModelPlan } from './plan-model.ts';
import { writePlan } from './plan-writer.ts';
import { Random } from './random.ts';
import { type PlantedFault, plantFault } from './tree-fault.ts';
import { type KnownTree, randomTree } from './tree-generator.ts';
import { retargeted, worstValue } from './tree-truth.ts';

/** What came out of many trees, each once with a planted fault and once without. */
export interface TreeProof {
  readonly trees: number;
  readonly nodes: number;
  readonly largest: number;
  /** Plans with a fault that were said to reach. Must be none. */
  readonly falseReaches: readonly string[];
  /** Plans without a fault that were said to fall short. Must be none. */
  readonly falseShort: readonly string[];
  readonly faultsFound: number;
  readonly missedFaults: readonly string[];
  readonly twinsReach: number;
  readonly twinsUntold: readonly string[];
  readonly repairs: number;
  readonly repairsConfirmed: number;
  readonly brokenRepairs: readonly string[];
  readonly impossible: number;
  readonly byKind: ReadonlyMap<string, number>;
}

/** Trees beyond this size are repaired once in so many. */
const REPAIRED = { nodes: 250, every: 5 };

/** Checks trees from a seed on, one after the other. */
export function proveTrees(seed: number, trees: number, largest?: number): TreeProof {
  const proof = {
    trees,
    nodes: 0,
    largest: 0,
    falseReaches: [] as string[],
    falseShort: [] as string[],
    faultsFound: 0,
    missedFaults: [] as string[],
    twinsReach: 0,
    twinsUntold: [] as string[],
    repairs: 0,
    repairsConfirmed: 0,
    brokenRepairs: [] as string[],
    impossible: 0,
    byKind: new Map<string, number>(),
  };
  for (let i = 0; i < trees; i++) {
    const random = new Random(seed + i);
    const tree = randomTree(random, largest);
    const twin = withGoal(tree, random);
    if (!twin) throw new Error(`seed ${seed + i}: a tree without a worst case`);
    proof.nodes += twin.nodes.length;
    proof.largest = Math.max(proof.largest, twin.nodes.length);
    const name = (what: string) => `seed ${seed + i}: ${what}`;
    const twinText = writePlan(twin, random);
    const [twinGoal] = checkPlan(twinText, catalogue).goals;
    if (twinGoal?.period.verdict === 'reaches') proof.twinsReach += 1;
    else if (twinGoal?.period.verdict === 'short') proof.falseShort.push(name('short without a fault'));
    else proof.twinsUntold.push(name(twinGoal?.period.why?.code ?? 'no verdict'));
    const fault = plantFault(tree, twin, random);
    proof.byKind.set(fault.kind, (proof.byKind.get(fault.kind) ?? 0) + 1);
    const text = writePlan(fault.plan, random);
    const check = checkPlan(text, catalogue);
    const verdict = check.goals[0]?.period.verdict;
    const isNamed = check.problems.some(
      ({ code, at, params }) =>
        fault.named.includes(code) && (at.includes(fault.node) || Object.values(params).includes(fault.node)),
    );
    if (verdict === 'reaches') proof.falseReaches.push(name(fault.kind));
    else if (verdict === 'short' || isNamed) proof.faultsFound += 1;
    else proof.missedFaults.push(name(`${fault.kind} at ${fault.node}: ${check.goals[0]?.period.why?.code}`));
    if (verdict === 'short' && (fault.plan.nodes.length <= REPAIRED.nodes || i % REPAIRED.every === 0))
      confirmRepairs(tree, fault, text, proof, name);
  }
  return proof;
}

function confirmRepairs(
  tree: KnownTree,
  { plan }: PlantedFault,
  text: { readonly yaml: string; readonly sheet: string },
  proof: { repairs: number; repairsConfirmed: number; impossible: number; brokenRepairs: string[] },
  name: (what: string) => string,
): void {
  const answer = repairPlan(text, catalogue);
  if (answer.kind === 'impossible') {
    proof.impossible += 1;
    return;
  }
  if (answer.kind !== 'repaired') {
    proof.brokenRepairs.push(name(answer.kind));
    return;
  }
  for (const offer of answer.offers) {
    proof.repairs += 1;
    const edits = new Map(offer.edits.flatMap(({ node, target }) => (target === undefined ? [] : [[node, target] as const])));
    const cells = new Map(offer.edits.map(({ node, cells: own }) => [node, own]));
    const repaired = retargeted(plan, edits);
    const withCells: ModelPlan = {
      ...repaired,
      nodes: repaired.nodes.map(node => {
        const own = cells.get(node.id);
        if (!own || !node.target?.months) return node;
        const months = new Map([...node.target.months.keys()].map((month, i) => [month, [...own.values()][i] ?? '0']));
        return { ...node, target: { ...node.target, months } };
      }),
    };
    const value = worstValue(tree, withCells);
    const wanted = fractionOf(plan.goal.target?.value ?? '0');
    const isMet = value && !(tree.side === 'low' ? isLess(value, wanted) : isLess(wanted, value));
    if (isMet) proof.repairsConfirmed += 1;
    else proof.brokenRepairs.push(name(`${offer.kind} repair`));
  }
}

/** The tree with a goal that its worst case just reaches, or reaches with some room. */
function withGoal(tree: KnownTree, random: Random): ModelPlan | undefined {
  const value = worstValue(tree, tree.plan);
  if (!value) return undefined;
  const share = random.pick([1000, 1000, 1000, 999, 950, 800]);
  const wanted = times(value, tree.side === 'low' ? fraction(share, 1000) : fraction(1000, share));
  const text = decimalBeside(wanted, random.pick([3, 6]), tree.side === 'low' ? 'below' : 'above');
  return { ...tree.plan, goal: { id: 'goal', target: { sign: tree.side === 'low' ? 'at-least' : 'at-most', value: text } } };
}

/** One line of figures. */
export function told(proof: TreeProof): string {
  const percent = (part: number) => `${((part / proof.trees) * 100).toFixed(2)}%`;
  return [
    `${proof.trees} trees (${Math.round(proof.nodes / proof.trees)} nodes on average, largest ${proof.largest})`,
    `false reaches ${proof.falseReaches.length}`,
    `faults found ${percent(proof.faultsFound)}`,
    `twins that reach ${percent(proof.twinsReach)}, cannot tell ${percent(proof.twinsUntold.length)}, short ${proof.falseShort.length}`,
    `repairs confirmed ${proof.repairsConfirmed} of ${proof.repairs}, impossible ${proof.impossible}`,
  ].join(' · ');
}
