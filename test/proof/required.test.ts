import { expect, test } from 'vitest';
import { checkPlan } from '#core/plan/check-plan.ts';
import { catalogue } from './catalogue.ts';
import { cornerOutcomes } from './corners.ts';
import { type Fraction, fractionOf, minus, plus, times } from './fraction.ts';
import { satisfies, wantedOf } from './plan-evaluator.ts';
import { randomPlan } from './plan-generator.ts';
import type { ModelTarget } from './plan-model.ts';
import { writePlan } from './plan-writer.ts';
import { Random } from './random.ts';

const SEED = Number(process.env.RASHIN_PROOF_SEED ?? 7_000_000);
const PLANS = Number(process.env.RASHIN_PROOF_PLANS ?? 700);
/** How much more must suffice, and how much less must not. */
const MARGIN = fractionOf('0.000001');

test(`[VER-20] ${PLANS} random plans (seed ${SEED}): a required value alone suffices, a little less does not`, {
  timeout: 300_000,
}, () => {
  let checked = 0;
  for (let i = 0; i < PLANS; i++) {
    const random = new Random(SEED + i);
    const plan = randomPlan(random);
    const { yaml, sheet } = writePlan(plan, random);
    const goal = checkPlan({ yaml, sheet }, catalogue).goals[0];
    const node = plan.nodes.find(one => one.id === plan.goal.id);
    const { target } = plan.goal;
    if (!goal || !node || !target || goal.period.verdict !== 'short' || target.sign === 'between' || target.sign === 'equal')
      continue;
    const wanted = wantedOf(target, node, plan);
    const meets = (driver: string, factor: Fraction) =>
      cornerOutcomes(plan, { driver, factor }).every(({ lagged }) => !lagged || satisfies(lagged, wanted));
    for (const { node: driver, factor, possible } of goal.alone) {
      // Of a range or an open end only the driver's own stated value can be scaled from outside.
      const own = plan.nodes.find(one => one.id === driver)?.target;
      if (possible === 'never' || !own || !isStated(own, factor) || Math.abs(factor - 1) < 1e-9) continue;
      const exact = fractionOf(factor.toFixed(30));
      const step = times(exact, MARGIN);
      const [less, more] = [minus(exact, step), plus(exact, step)];
      const [toward, back] = factor > 1 ? [more, less] : [less, more];
      const place = `seed ${SEED + i}, ${driver} × ${factor}\n${yaml}\n${sheet}`;
      expect(meets(driver, toward), `suffices: ${place}`).toBe(true);
      expect(meets(driver, back), `less does not: ${place}`).toBe(false);
      checked += 1;
    }
  }
  expect(checked).toBeGreaterThan(PLANS / 20);
});

/** Whether the value a driver needs is its stated one times the factor: at least more of what it is at least, less of what it is at most. */
function isStated(target: ModelTarget, factor: number): boolean {
  if (target.months) return false;
  return target.sign === 'equal' || (target.sign === 'at-least' && factor > 1) || (target.sign === 'at-most' && factor < 1);
}
