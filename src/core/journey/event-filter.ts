/**
 * Which events are meant. An event passes when its name is one of `events` (any name when absent), every condition of `where`
 * holds, and its value lies within `value`. An empty filter passes every event. [JRN-03]
 */
export interface EventFilter {
  readonly events?: readonly string[];
  readonly where?: readonly DimensionCondition[];
  /** Bounds of the event's value in the smallest unit, both inclusive; events without a value fail. */
  readonly value?: { readonly min?: number; readonly max?: number };
}

/** The dimension's value is (`not`: is not) one of `in`; null stands for "not given". An empty `in` passes nothing (`not`: everything). */
export interface DimensionCondition {
  readonly dimension: string;
  readonly in: readonly (string | null)[];
  readonly not?: true;
}
