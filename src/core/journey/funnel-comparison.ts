import { shareDifference } from '../stats/share-interval.ts';
import type { FunnelRow } from './funnel-question.ts';

/** One step's rate on two sides. */
export interface StepComparison {
  /** 1 is the second step: the first has no rate. */
  readonly step: number;
  readonly a: { readonly people: number; readonly of: number };
  readonly b: { readonly people: number; readonly of: number };
  /** b less a as a fraction with its 95 % interval; `too-few` with fewer than 30 people before the step on a side. */
  readonly difference: { readonly is: number; readonly low: number; readonly high: number } | 'too-few';
  /** The interval leaves out zero. */
  readonly differs: boolean;
}

/** People before a step from which on its rate is compared. */
export const PEOPLE_NEEDED = 30;

/** Two segments or periods step by step, then from first to last (`step` 0). Both must have the same steps. [JRN-19] */
export function compareFunnels(a: FunnelRow, b: FunnelRow): readonly StepComparison[] {
  const last = a.reached.length - 1;
  const steps = a.reached.slice(1).map((_, index) => compared(index + 1, index, index + 1));
  return last > 0 ? [...steps, compared(0, 0, last)] : steps;

  function compared(step: number, from: number, to: number): StepComparison {
    const [ofA, ofB] = [sideOf(a, from, to), sideOf(b, from, to)];
    if (ofA.of < PEOPLE_NEEDED || ofB.of < PEOPLE_NEEDED) return { step, a: ofA, b: ofB, difference: 'too-few', differs: false };
    const { low, high } = shareDifference({ count: ofB.people, of: ofB.of }, { count: ofA.people, of: ofA.of });
    const difference = { is: ofB.people / ofB.of - ofA.people / ofA.of, low, high };
    return { step, a: ofA, b: ofB, difference, differs: low > 0 || high < 0 };
  }
}

function sideOf({ reached }: FunnelRow, from: number, to: number) {
  return { people: reached[to] ?? 0, of: reached[from] ?? 0 };
}
