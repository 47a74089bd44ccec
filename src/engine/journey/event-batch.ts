/** Events in columns of equal length, in any order. [JRN-04] */
export interface EventBatch {
  readonly length: number;
  /** Who; never null: rows without a person are not events of a journey. */
  readonly person: CodedColumn<string>;
  /** When, ms since 1970 UTC. */
  readonly time: Float64Array;
  /** What. */
  readonly name: CodedColumn<string>;
  readonly dimensions: Readonly<Record<string, CodedColumn<string | null>>>;
  /** Whole numbers of the smallest unit; NaN where an event has no value. */
  readonly value?: Float64Array;
  /** Session of the source. Where absent, a session ends after 30 minutes without an event. [JRN-07] */
  readonly session?: CodedColumn<string>;
  /** Id of the event; the same id twice is one event. */
  readonly id?: CodedColumn<string>;
}

/** `values[codes[row]]` is the row's value. */
export interface CodedColumn<Value> {
  readonly codes: Uint32Array;
  readonly values: readonly Value[];
}
