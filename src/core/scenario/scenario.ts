import type { Decimal } from '../measure/observation.ts';
import type { DriverChange } from './driver-change.ts';

/** A named "what if": which drivers would be different, how likely that is, and what it would cost. [ANA-15, SCN-01] */
export interface Scenario {
  readonly name: string;
  readonly kind: ScenarioKind;
  readonly changes: readonly DriverChange[];
  /** Between 0 and 1; null where nobody said. */
  readonly probability: number | null;
  /** What it would cost, in the plan's currency; null where nobody said. */
  readonly cost: Decimal | null;
  readonly note: string;
}

export type ScenarioKind = 'base' | 'optimistic' | 'pessimistic' | 'own';
