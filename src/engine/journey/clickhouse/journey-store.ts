import type { ClickHouse } from './click-house.ts';
import type { JourneyTables } from './journey-tables.ts';

/** The events of one workspace, on one server or spread over several by person. The first keeps what is said of all. */
export interface JourneyStore {
  readonly key: string;
  readonly shards: readonly [ClickHouse, ...ClickHouse[]];
  readonly tables: JourneyTables;
  /** Dimensions of the store with the numbers of their columns, ordered by text. */
  dimensions(): Promise<ReadonlyMap<string, number>>;
  /** A number that no other load has. */
  nextBatch(): bigint;
}
