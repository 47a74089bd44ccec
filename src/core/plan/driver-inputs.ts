import type { Rational } from '../number/rational.ts';
import { type Arithmetic, pipelineAmount } from './arithmetic.ts';
import { arrivingShare } from './arriving-share.ts';
import type { Inputs } from './evaluate.ts';
import type { NodeId } from './plan.ts';
import type { Program } from './program.ts';

/**
 * What a calculation over a plan takes as given, in any algebra: drivers' values, what they stood at before, what is under way. [VER-04]
 *
 * Before the plan a driver stands at its baseline; a rate or price without one is taken as planned, an amount without one is
 * not known (`fraction` of undefined).
 */
export function driverInputs<T>(
  program: Program,
  arithmetic: Arithmetic,
  driver: (id: NodeId, month: number) => T,
  fraction: (value: Rational | undefined) => T,
): Inputs<T> {
  const none = fraction(undefined);
  const isClipped = arithmetic.months.some(part => part.clipped);
  return {
    leaf: (id, month) => {
      if (month >= 0) return driver(id, month);
      const baseline = arithmetic.baselines.get(id);
      if (baseline) return fraction(baseline);
      return arithmetic.plan.nodes.get(id)?.time === 'level' ? driver(id, month) : none;
    },
    before: id => fraction(arithmetic.baselines.get(id)),
    pipeline: (id, month) => {
      const amount = program === arithmetic.steady ? undefined : pipelineAmount(arithmetic, id, month);
      return amount && fraction(amount);
    },
    arriving: (id, from, to) => {
      const share = isClipped ? arrivingShare(arithmetic, id, from, to) : undefined;
      return share && fraction(share);
    },
  };
}
