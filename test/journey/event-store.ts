/** What a store of journeys has been told, as plain data: the form in which tests hold events before they become batches. */
export interface EventStore {
  readonly events: readonly ToldEvent[];
  readonly merges: readonly PersonMerge[];
  /** Dimensions that exist even where no event has a value. */
  readonly dimensions: readonly string[];
}

export interface ToldEvent {
  readonly person: string;
  readonly time: number;
  readonly name: string;
  /** Absent is not given. */
  readonly dimensions: Readonly<Record<string, string | null>>;
  /** null where the event has none. */
  readonly value: number | null;
  /** Empty is none. */
  readonly session: string;
  /** Empty is none. */
  readonly id: string;
}

export interface PersonMerge {
  readonly from: string;
  readonly to: string;
}
