import { checkPlan, type PlanCheck } from '#core/plan/check-plan.ts';
import { repairRead } from '#core/repair/repair.ts';
import { catalogue } from './catalogue.ts';
import { decimalBeside, type Fraction, fraction, fractionOf, isLess, times } from './fraction.ts';
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
  readonly byKind: Readonly<Record<string, number>>;
  /** Trees of up to 100, 300, 600 and more nodes. */
  readonly sizes: readonly [number, number, number, number];
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
    byKind: {} as Record<string, number>,
    sizes: [0, 0, 0, 0] as [number, number, number, number],
  };
  for (let i = 0; i < trees; i++) {
    const random = new Random(seed + i);
    const { tree, twin } = judgeable(random, largest, seed + i);
    proof.nodes += twin.nodes.length;
    proof.largest = Math.max(proof.largest, twin.nodes.length);
    proof.sizes[sizeClass(twin.nodes.length)] += 1;
    const name = (what: string) => `seed ${seed + i}: ${what}`;
    const twinText = writePlan(twin, random);
    const [twinGoal] = checkPlan(twinText, catalogue).goals;
    if (twinGoal?.period.verdict === 'reaches') proof.twinsReach += 1;
    else if (twinGoal?.period.verdict === 'short') proof.falseShort.push(name('short without a fault'));
    else proof.twinsUntold.push(name(twinGoal?.period.why?.code ?? 'no verdict'));
    const fault = plantFault(tree, twin, random);
    proof.byKind[fault.kind] = (proof.byKind[fault.kind] ?? 0) + 1;
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
      confirmRepairs(tree, fault, text, check, proof, name);
  }
  return proof;
}

function confirmRepairs(
  tree: KnownTree,
  { plan }: PlantedFault,
  text: { readonly yaml: string; readonly sheet: string },
  { parsed, arithmetic }: PlanCheck,
  proof: { repairs: number; repairsConfirmed: number; impossible: number; brokenRepairs: string[] },
  name: (what: string) => string,
): void {
  if (!parsed || !arithmetic) throw new Error('a verdict without an arithmetic');
  const answer = repairRead(text, { parsed, arithmetic }, catalogue);
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

/** A tree whose goal is a number that people could write: of long products some pass any. */
function judgeable(
  random: Random,
  largest: number | undefined,
  seed: number,
): { readonly tree: KnownTree; readonly twin: ModelPlan } {
  for (;;) {
    const tree = randomTree(random, largest);
    const value = worstValue(tree, tree.plan);
    if (!value) throw new Error(`seed ${seed}: a tree without a worst case`);
    if (isLess(value, GREATEST)) return { tree, twin: withGoal(tree, value, random) };
  }
}

const GREATEST = fraction(10n ** 36n);

/** The tree with a goal that its worst case just reaches, or reaches with some room. */
function withGoal(tree: KnownTree, value: Fraction, random: Random): ModelPlan {
  const share = random.pick([1000, 1000, 1000, 999, 950, 800]);
  const wanted = times(value, tree.side === 'low' ? fraction(share, 1000) : fraction(1000, share));
  const text = decimalBeside(wanted, random.pick([3, 6]), tree.side === 'low' ? 'below' : 'above');
  return { ...tree.plan, goal: { id: 'goal', target: { sign: tree.side === 'low' ? 'at-least' : 'at-most', value: text } } };
}

function sizeClass(nodes: number): 0 | 1 | 2 | 3 {
  return nodes <= 100 ? 0 : nodes <= 300 ? 1 : nodes <= 600 ? 2 : 3;
}

/** Several runs as one. */
export function total(parts: readonly TreeProof[]): TreeProof {
  const sum = (of: (part: TreeProof) => number) => parts.reduce((all, part) => all + of(part), 0);
  const list = (of: (part: TreeProof) => readonly string[]) => parts.flatMap(of);
  const kinds = new Set(parts.flatMap(({ byKind }) => Object.keys(byKind)));
  return {
    trees: sum(part => part.trees),
    nodes: sum(part => part.nodes),
    largest: Math.max(0, ...parts.map(part => part.largest)),
    falseReaches: list(part => part.falseReaches),
    falseShort: list(part => part.falseShort),
    faultsFound: sum(part => part.faultsFound),
    missedFaults: list(part => part.missedFaults),
    twinsReach: sum(part => part.twinsReach),
    twinsUntold: list(part => part.twinsUntold),
    repairs: sum(part => part.repairs),
    repairsConfirmed: sum(part => part.repairsConfirmed),
    brokenRepairs: list(part => part.brokenRepairs),
    impossible: sum(part => part.impossible),
    byKind: Object.fromEntries([...kinds].map(kind => [kind, sum(part => part.byKind[kind] ?? 0)])),
    sizes: [sum(part => part.sizes[0]), sum(part => part.sizes[1]), sum(part => part.sizes[2]), sum(part => part.sizes[3])],
  };
}

/** One line of figures. */
export function told(proof: TreeProof): string {
  const percent = (part: number) => `${((part / proof.trees) * 100).toFixed(2)}%`;
  return [
    `${proof.trees} trees (${Math.round(proof.nodes / proof.trees)} nodes on average, largest ${proof.largest}; up to 100, 300, 600, more: ${proof.sizes.join(', ')})`,
    `false reaches ${proof.falseReaches.length}`,
    `faults found ${percent(proof.faultsFound)}`,
    `twins that reach ${percent(proof.twinsReach)}, cannot tell ${percent(proof.twinsUntold.length)}, short ${proof.falseShort.length}`,
    `repairs confirmed ${proof.repairsConfirmed} of ${proof.repairs}, impossible ${proof.impossible}`,
  ].join(' · ');
}
