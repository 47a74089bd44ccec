import type { Day } from '../calendar/day.ts';
import type { Decimal } from '../measure/observation.ts';
import type { Currency } from '../unit/unit.ts';
import type { EffectReading } from './effect-reading.ts';
import type { KpiRef } from './kpi-ref.ts';
import type { MemberId } from './member.ts';
import type { Outcome } from './outcome.ts';
import type { Stage } from './stage.ts';

/** Something done to move a KPI (施策): what is planned, where it stands, and what it came to. [ACT-03] */
export interface Initiative extends InitiativePlan {
  readonly id: string;
  readonly stage: Stage;
  /** First day of the stage `running`; null until then. */
  readonly startedOn: Day | null;
  readonly closing: Closing | null;
}

/** What its people write down about an initiative; the part that is edited. */
export interface InitiativePlan {
  readonly title: string;
  /** The KPIs it is meant to move, the main one first. */
  readonly kpis: readonly KpiRef[];
  /** Why it should move them. */
  readonly hypothesis: string;
  readonly expected: ExpectedEffect | null;
  readonly cost: Money | null;
  readonly owner: MemberId;
  readonly contributors: readonly MemberId[];
  readonly start: Day | null;
  readonly due: Day;
  /** What the hypothesis rests on: links, or a sentence each. */
  readonly evidence: readonly string[];
  /** The initiative whose revision or new hypothesis this is. */
  readonly follows: string | null;
  readonly details: InitiativeDetails;
}

export interface InitiativeDetails {
  /** The analyses it was derived from. [ACT-02] */
  readonly analyses?: readonly ('gap' | 'trend' | 'segment' | 'correlation')[];
  readonly horizon?: 'short' | 'long';
  readonly risk?: string;
  /** The part of the market it touches; absent = all of it. */
  readonly segment?: string;
  /** Cause of the gap it answers to. */
  readonly cause?: string;
  /** Person-days. */
  readonly effort?: Decimal;
  readonly difficulty?: 'low' | 'medium' | 'high';
  /** The small trial before the whole. [ACT-06] */
  readonly pilot?: Pilot;
  /** Days between looks at the effect so far; 14 when absent. [ACT-12] */
  readonly followUpEvery?: number;
}

export interface Pilot {
  readonly scope: string;
  /** Share of the people or traffic as a fraction, above 0 and at most 1. */
  readonly share: number;
  readonly days: number;
}

/** What the initiative should do to one of its KPIs, and by when. */
export interface ExpectedEffect {
  readonly kpi: KpiRef;
  /** Signed. `relative`: 0.25 is a quarter more. `points`: 0.05 is 5 pt more. `level`: in the KPI's unit, added to it. */
  readonly mode: 'level' | 'relative' | 'points';
  readonly value: Decimal;
  readonly by: Day;
}

export interface Money {
  readonly amount: Decimal;
  readonly currency: Currency;
}

/** How an initiative ended. [ACT-10, ACT-11] */
export interface Closing {
  readonly on: Day;
  readonly outcome: Outcome;
  readonly lesson: string;
  /** Null when nothing could be measured. */
  readonly reading: EffectReading | null;
  /** What people felt; never counted as evidence. */
  readonly impression: string | null;
  /** What it did to other KPIs, and what nobody expected. */
  readonly sideEffects: string | null;
  readonly spent: Money | null;
  /** Departments, products or channels to bring it to. */
  readonly rollOutTo: readonly string[];
}
