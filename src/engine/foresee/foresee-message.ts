import type { ForesightInput } from '#core/foresee/foresight.ts';
import type { Landing } from '#core/foresee/landing.ts';
import type { LandingRecord } from '#core/foresee/landing-record.ts';
import type { LeafHistory, LeafMonths } from '#core/foresee/leaf-path.ts';
import type { ForeseenMonth } from '#core/lint/evidence/plan-knowledge.ts';
import type { NodeId } from '#core/plan/plan.ts';
import type { Forecast } from '#core/stats/forecast.ts';
import type { DaysAsked } from '#core/stats/forecast-days.ts';

/** What is worked out on a thread of its own; plain data, so that it can be copied there and back. */
export type ForeseeRequest =
  | { readonly do: 'landing'; readonly input: ForesightInput }
  | { readonly do: 'records'; readonly input: ForesightInput }
  | { readonly do: 'days'; readonly asked: DaysAsked }
  | { readonly do: 'months'; readonly asked: readonly MonthsAsked[] };

export type ForeseeAnswer =
  | { readonly did: 'landing'; readonly landing: Landing }
  | { readonly did: 'records'; readonly records: readonly LandingRecord[] }
  | { readonly did: 'days'; readonly forecast: Forecast }
  | { readonly did: 'months'; readonly ahead: ReadonlyMap<NodeId, readonly ForeseenMonth[]> };

/** A node's own history, to be continued by itself. */
export interface MonthsAsked {
  readonly node: NodeId;
  readonly history: LeafHistory;
  readonly months: LeafMonths;
}

/** The messages back; a failure is a bug, its stack that of the thread. */
export type ForeseeMessage =
  | { readonly kind: 'answer'; readonly answer: ForeseeAnswer }
  | { readonly kind: 'failure'; readonly message: string; readonly stack: string };
