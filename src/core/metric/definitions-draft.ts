import type { Day } from '../calendar/day.ts';
import type { DatasetId } from '../measure/dataset.ts';
import type { Path, Source } from '../plan/source.ts';
import type { Problem } from '../problem/problem.ts';
import type { Text } from '../text/text.ts';
import type { Currency, Unit } from '../unit/unit.ts';
import type { Catalogue } from './catalogue.ts';
import type { DatasetDefinition } from './definitions.ts';
import type { Lists } from './definitions-lists.ts';
import type { Measurement } from './measurement.ts';
import type { Metric } from './metric.ts';

/** What was read of one entry, and what is wrong with it. */
export interface Read<T> {
  readonly value: T;
  readonly problems: readonly Problem[];
}

/** What reading a metric can look up. */
export interface Surroundings {
  readonly source: Source;
  readonly datasets: ReadonlyMap<DatasetId, DatasetDefinition>;
  readonly lists: Lists;
  readonly catalogue: Catalogue;
  readonly currency: Currency;
}

/** A version as far as it can be read by itself; what depends on other metrics is settled when all are read. */
export interface DraftVersion {
  readonly path: Path;
  readonly since?: Day;
  readonly metric: Omit<Metric, 'unit'>;
  /** As stated here, in an earlier version or in the catalogue, else as the rows say. */
  readonly unit?: Unit;
  readonly isUnitStated: boolean;
  readonly rowUnit?: Unit;
  readonly measurement: Measurement;
  readonly numerator?: Text;
  readonly denominator?: Text;
  readonly mode?: Text;
}
