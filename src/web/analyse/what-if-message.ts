import type { ScenarioTable } from '#core/scenario/compare-scenarios.ts';
import type { DriverChange } from '#core/scenario/driver-change.ts';

/** A plan's texts with what they are read with, and what drivers stand at instead of their targets. */
export interface TriedPlan {
  readonly yaml: string;
  readonly sheet: string;
  readonly definitions: string;
  readonly currency: string;
  readonly levels: Readonly<Record<string, number>> | null;
}

export interface WhatIfQuestion {
  /** Null: the plan asked about before. */
  readonly plan: TriedPlan | null;
  readonly scenarios: readonly (readonly DriverChange[])[];
}

export interface WhatIfReply {
  /** Null where the plan cannot be calculated. */
  readonly table: ScenarioTable | null;
}
