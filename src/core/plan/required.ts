import { compareRationals, multiply, type Rational, rational, rationalOf, toNumber } from '../number/rational.ts';
import type { Arithmetic } from './arithmetic.ts';
import { type End, goalTape } from './goal-tape.ts';
import type { Bound } from './month-bounds.ts';
import type { NodeId, PlanNode } from './plan.ts';
import type { Program } from './program.ts';
import { type RequiredCase, RequiredModel, type Requirement } from './required-model.ts';
import { judgedGoal } from './verdict.ts';
import { cornerOf, type Sign, signsFrom } from './worst-case.ts';
import { sureSlopes } from './worst-search.ts';

/** Exact values are worked out for this many drivers, those that need the smallest change. */
const EXACT = 12;

/**
 * For every driver of a goal: the value that alone would make the goal reach, in the lagged reading or the steady one. [DES-27]
 *
 * One free factor of a product needs target ÷ the others; in general the factor on the driver's monthly values is found from
 * two evaluations where the goal depends on it linearly, by bisection elsewhere. Rates above their limit are marked, not
 * dropped. Sorted by the size of the change. Empty when the goal has no value or needs none.
 * Where some drivers pull both ways, only those are given that certainly do not, and whose value was judged: with it the goal
 * reaches, with a millionth less it does not; the twelve smallest changes.
 */
export function requiredAlone(goal: PlanNode, wanted: Bound, program: Program, arithmetic: Arithmetic): readonly Requirement[] {
  const search = searchFor(goal, wanted, program, arithmetic);
  if (!search) return [];
  const found = [...search.ways].flatMap(([id, way]) => {
    const node = arithmetic.plan.nodes.get(id);
    return (node && search.model.alone(node, toNumber(search.limit), way)) ?? [];
  });
  found.sort((a, b) => Math.abs(Math.log(a.factor)) - Math.abs(Math.log(b.factor)));
  if (!search.isCorner) return found.slice(0, EXACT).flatMap(requirement => search.judged(requirement) ?? []);
  return found.map((requirement, i) =>
    i < EXACT && requirement.possible !== 'never' ? search.model.exactly(requirement, search.limit) : requirement,
  );
}

/** The same for one driver, exact where the goal depends on it linearly. */
export function requiredOf(
  driver: PlanNode,
  goal: PlanNode,
  wanted: Bound,
  program: Program,
  arithmetic: Arithmetic,
): Requirement | undefined {
  const search = searchFor(goal, wanted, program, arithmetic);
  const way = search?.ways.get(driver.id);
  const found = search && way && search.model.alone(driver, toNumber(search.limit), way);
  if (!search || !found) return undefined;
  if (!search.isCorner) return search.judged(found);
  return found.possible === 'never' ? found : search.model.exactly(found, search.limit);
}

interface Search {
  readonly limit: Rational;
  readonly model: RequiredModel;
  /** Drivers of which it is known how the goal moves with them. */
  readonly ways: ReadonlyMap<NodeId, 'up' | 'down'>;
  /** One corner is the worst case, whatever the values; otherwise every answer has to be judged. */
  readonly isCorner: boolean;
  readonly judged: (requirement: Requirement) => Requirement | undefined;
}

function searchFor(goal: PlanNode, wanted: Bound, program: Program, arithmetic: Arithmetic): Search | undefined {
  const limit = wanted.low ?? wanted.high;
  if (!limit) return undefined;
  const side: End = wanted.low ? 'low' : 'high';
  const signs = signsFrom(goal.id, program, arithmetic);
  const drivers = driversOf(goal, arithmetic);
  const isCorner = drivers.every(({ id }) => signs.get(id) !== 'either');
  const worst = isCorner ? cornerCase(signs, side, arithmetic) : judgedGoal(goal, { [side]: limit }, program, arithmetic).worst;
  if (!worst) return undefined;
  const model = new RequiredModel(goal, side, program, arithmetic, worst);
  const ways = isCorner ? waysBySign(drivers, signs) : waysBySlope(goal, drivers, program, arithmetic);
  const reaches = (id: NodeId, factor: Rational) => {
    const bounds = arithmetic.months.map((_, month): Bound => {
      const planned = worst.choose(id, month);
      const value = planned && multiply(planned, factor);
      return value ? { low: value, high: value } : {};
    });
    const trial = { ...arithmetic, bounds: new Map(arithmetic.bounds).set(id, bounds) };
    return judgedGoal(goal, { [side]: limit }, program, trial).reading.verdict === 'reaches';
  };
  const judged = (requirement: Requirement): Requirement | undefined => {
    if (requirement.possible === 'never') return undefined;
    const exact = model.exactly(requirement, limit);
    const planned = worst.choose(requirement.node, model.typicalMonth(requirement.node));
    const factor = planned && planned.numerator !== 0n ? ratio(exact.value, planned) : undefined;
    if (!factor) return undefined;
    const isMore = compareRationals(factor, ONE) > 0;
    const beyond = BEYOND.find(step => reaches(requirement.node, multiply(factor, isMore ? step.more : step.less)));
    if (!beyond || reaches(requirement.node, multiply(factor, isMore ? MILLIONTH.less : MILLIONTH.more))) return undefined;
    const sure = multiply(factor, isMore ? beyond.more : beyond.less);
    return { ...exact, factor: toNumber(sure), value: planned ? multiply(planned, sure) : exact.value };
  };
  return { limit, model, ways, isCorner, judged };
}

const ONE = rational(1);
const MILLIONTH = { more: rationalOf('1.000001'), less: rationalOf('0.999999') };
/** Nothing, or what a factor found in doubles may lack. */
const BEYOND = [
  { more: ONE, less: ONE },
  { more: rationalOf('1.00000000001'), less: rationalOf('0.99999999999') },
  { more: rationalOf('1.00000001'), less: rationalOf('0.99999999') },
];

function ratio(a: Rational, b: Rational): Rational {
  return rational(a.numerator * b.denominator, a.denominator * b.numerator);
}

function driversOf(goal: PlanNode, { plan, bounds, standIns }: Arithmetic): readonly PlanNode[] {
  return [...bounds.keys()].flatMap(id => {
    const node = plan.nodes.get(id);
    return !node || (node.equals && !standIns.has(id)) || id === goal.id ? [] : [node];
  });
}

/** Every driver at the end at which it does the goal most harm. */
function cornerCase(signs: ReadonlyMap<NodeId, Sign>, side: End, { plan, bounds }: Arithmetic): RequiredCase {
  const pick = (id: NodeId): End => ((signs.get(id) === 'down') === (side === 'low') ? 'high' : 'low');
  return {
    pick,
    choose: (id, month) => {
      const node = plan.nodes.get(id);
      const bound = bounds.get(id)?.[Math.max(0, month)];
      return node && bound && cornerOf(bound, node, pick(id), rationalOf);
    },
  };
}

function waysBySign(drivers: readonly PlanNode[], signs: ReadonlyMap<NodeId, Sign>): Search['ways'] {
  return new Map(
    drivers.flatMap(({ id }) => {
      const sign = signs.get(id);
      return sign === 'up' || sign === 'down' ? [[id, sign] as const] : [];
    }),
  );
}

/** Drivers whose every month moves the goal the same way over everything the targets allow, by the goal's derivatives. */
function waysBySlope(goal: PlanNode, drivers: readonly PlanNode[], program: Program, arithmetic: Arithmetic): Search['ways'] {
  const tape = goalTape(goal, program, arithmetic);
  const ranges = tape.leaves.map(({ node: id, month }) => {
    const node = arithmetic.plan.nodes.get(id);
    const bound = arithmetic.bounds.get(id)?.[month] ?? {};
    const [low, high] = node ? [cornerOf(bound, node, 'low', rationalOf), cornerOf(bound, node, 'high', rationalOf)] : [];
    return { ...(low ? { low } : {}), ...(high ? { high } : {}) };
  });
  const slopes = sureSlopes(tape, ranges);
  const seen = new Map<NodeId, Set<'up' | 'down' | 'none' | undefined>>();
  for (const [i, { node }] of tape.leaves.entries()) seen.set(node, (seen.get(node) ?? new Set()).add(slopes[i]));
  return new Map(
    drivers.flatMap(({ id }) => {
      const ways = [...(seen.get(id) ?? [])].filter(way => way !== 'none');
      const [way] = ways;
      return ways.length === 1 && way ? [[id, way] as const] : [];
    }),
  );
}
