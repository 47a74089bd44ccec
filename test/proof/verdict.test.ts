import { expect, test } from 'vitest';
import { certificateOf } from '#core/plan/certificate.ts';
import { checkPlan, type PlanCheck } from '#core/plan/check-plan.ts';
import type { Reading } from '#core/plan/reading.ts';
import { signsFrom } from '#core/plan/worst-case.ts';
import { catalogue } from './catalogue.ts';
import { cornerOutcomes, type Outcome, randomOutcome } from './corners.ts';
import { type Fraction, fraction, greater, lesser, show, ZERO } from './fraction.ts';
import { type Allowed, allowedMonths, goalValue, satisfies, wantedOf } from './plan-evaluator.ts';
import { randomPlan } from './plan-generator.ts';
import type { ModelPlan } from './plan-model.ts';
import { writePlan } from './plan-writer.ts';
import { Random } from './random.ts';

const SEED = Number(process.env.RASHIN_PROOF_SEED ?? 20_261_121);
const PLANS = Number(process.env.RASHIN_PROOF_PLANS ?? 2_000);
/** Random values tried inside the targets of every plan, beside all corners. */
const TRIES = 4;

test(`[VER-10] ${PLANS} random plans (seed ${SEED}): the verdict agrees with a brute-force calculation`, {
  timeout: 600_000,
}, () => {
  const count = new Map<string, number>();
  const add = (key: string) => count.set(key, (count.get(key) ?? 0) + 1);
  for (let i = 0; i < PLANS; i++) {
    const random = new Random(SEED + i);
    const plan = randomPlan(random);
    const { yaml, sheet } = writePlan(plan, random);
    const check = checkPlan({ yaml, sheet }, catalogue);
    const goalNode = plan.nodes.find(node => node.id === plan.goal.id);
    if (!goalNode || !plan.goal.target) throw new Error('a plan without a goal');
    const wanted = wantedOf(plan.goal.target, goalNode, plan);
    const corners = cornerOutcomes(plan);
    const outcomes = [...corners, ...Array.from({ length: TRIES }, () => randomOutcome(plan, random))];
    const [goal] = check.goals;
    const faults =
      goal === undefined
        ? [`no verdict: ${check.problems.map(problem => problem.code).join()}`]
        : [
            ...(sameBound(goal.wanted, wanted) ? [] : ['what is wanted differs']),
            ...faultsOf(plan, 'lagged', goal.period, check, wanted, corners, outcomes),
            ...faultsOf(plan, 'steady', goal.steady, check, wanted, corners, outcomes),
          ];
    if (faults.length > 0) throw new Error(`seed ${SEED + i}: ${faults.join('; ')}\n${yaml}\n${sheet}`);
    add(goal?.period.verdict ?? 'none');
    if (goal?.period.why && goal.period.verdict === 'cannot-tell') add(`cannot-tell: ${goal.period.why.code}`);
  }
  const share = (key: string) => `${key} ${(((count.get(key) ?? 0) / PLANS) * 100).toFixed(1)}%`;
  console.log([...count.keys()].sort().map(share).join(' · '));
  expect(count.get('reaches') ?? 0).toBeGreaterThan(PLANS / 10);
  expect(count.get('short') ?? 0).toBeGreaterThan(PLANS / 10);
  expect(count.get('cannot-tell: not-monotone') ?? 0).toBeLessThan(PLANS / 10);
});

/** What is wrong with one reading: a promise that some allowed case breaks, a miss that no case shows, a figure that is not the worst. */
function faultsOf(
  plan: ModelPlan,
  timing: 'lagged' | 'steady',
  reading: Reading,
  check: PlanCheck,
  wanted: Allowed,
  corners: readonly Outcome[],
  outcomes: readonly Outcome[],
): readonly string[] {
  const values = (from: readonly Outcome[]) => from.map(outcome => outcome[timing]);
  const misses = (value: Fraction | undefined) => value !== undefined && !satisfies(value, wanted);
  // Where a divisor may be exactly zero at its harmless end there is no value; towards it the goal only gets better. [VER-13]
  const broken = values(outcomes).find(misses);
  if (reading.verdict === 'reaches' && broken) return [`${timing} says it reaches, but may come to ${show(broken)}`];
  if (reading.verdict !== 'cannot-tell' && values(corners).every(value => value === undefined))
    return [`${timing} says ${reading.verdict}, but nothing can be calculated`];
  const certified = certifiedValue(plan, check, timing);
  if (certified && 'fault' in certified) return [`${timing}: ${certified.fault}`];
  if (reading.verdict === 'short' && !values(corners).some(misses) && !misses(certified?.value))
    return [`${timing} says it falls short, but no case does`];
  // With an end left open the figures are those of what the targets name, and no worst case exists. [VER-13]
  if (reading.verdict === 'cannot-tell' || reading.why || !reading.implied || !isMonotone(check, timing)) return [];
  const defined = values(corners).filter(value => value !== undefined);
  const worst = defined.reduce(reading.side === 'high' ? greater : lesser);
  const same = worst.over === reading.implied.numerator && worst.under === reading.implied.denominator;
  return same ? [] : [`${timing} worst case is ${show(worst)}, not ${reading.implied.numerator}/${reading.implied.denominator}`];
}

/** The certificate added up again by the proof's own evaluator, from nothing but its drivers' values. */
function certifiedValue(
  plan: ModelPlan,
  check: PlanCheck,
  timing: 'lagged' | 'steady',
): { readonly value: Fraction } | { readonly fault: string } | undefined {
  const goal = check.parsed?.plan.nodes.get('goal');
  const certificate =
    goal && check.arithmetic && certificateOf(goal, check.arithmetic, timing === 'lagged' ? 'period' : 'steady');
  if (!certificate) return undefined;
  const drivers = new Map(certificate.drivers.map(driver => [driver.node, driver]));
  const own = (value: { readonly numerator: bigint; readonly denominator: bigint } | undefined) =>
    value ? fraction(value.numerator, value.denominator) : ZERO;
  for (const node of plan.nodes) {
    if (node.formula || !node.target) continue;
    const months = allowedMonths(node, node.target, plan);
    const values = drivers.get(node.id)?.values;
    const outside = values?.some((value, month) => value && months[month] && !satisfies(own(value), months[month]));
    if (outside) return { fault: `the certificate leaves the target of ${node.id}` };
  }
  const value = goalValue(
    plan,
    (node, month) => own(drivers.get(node.id)?.values[Math.max(0, month)]),
    node => own(drivers.get(node.id)?.over),
    timing,
  );
  if (!value) return { fault: 'the certificate has no value' };
  const implied = own(certificate.implied);
  return value.over === implied.over && value.under === implied.under
    ? { value }
    : { fault: `the certificate adds up to ${show(value)}, not ${show(implied)}` };
}

/** Whether the product claims to know which way every driver moves the goal. */
function isMonotone({ arithmetic }: PlanCheck, timing: 'lagged' | 'steady'): boolean {
  if (!arithmetic) return false;
  const signs = signsFrom('goal', arithmetic[timing], arithmetic);
  return [...arithmetic.plan.nodes.values()].every(node => node.equals !== undefined || signs.get(node.id) !== 'either');
}

function sameBound(
  product: {
    readonly low?: { numerator: bigint; denominator: bigint };
    readonly high?: { numerator: bigint; denominator: bigint };
  },
  own: Allowed,
): boolean {
  const same = (a: { numerator: bigint; denominator: bigint } | undefined, b: Fraction | undefined) =>
    a?.numerator === b?.over && a?.denominator === b?.under;
  return same(product.low, own.low) && same(product.high, own.high);
}
