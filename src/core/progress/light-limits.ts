import { rationalOf, toNumber } from '../number/rational.ts';
import type { PlanNode } from '../plan/plan.ts';
import { DEFAULT_LIMITS, type LightLimits } from './achievement.ts';

/** From which share of what is due a node counts as met and as near: its own limits where the plan gives some. [VIS-05] */
export function lightLimitsOf({ lights }: Pick<PlanNode, 'lights'>): LightLimits {
  const { met, near } = lights ?? {};
  return {
    met: met === undefined ? DEFAULT_LIMITS.met : toNumber(rationalOf(met)),
    near: near === undefined ? DEFAULT_LIMITS.near : toNumber(rationalOf(near)),
  };
}
