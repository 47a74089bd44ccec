import type { DayRange } from '#core/calendar/day-range.ts';
import type { Dataset, DatasetId } from '#core/measure/dataset.ts';
import type { BatchId } from '#core/measure/live-segments.ts';
import type { CoverageRequest, OpenRequest, PartsAnswer, PartsRequest } from '#core/measure/parts.ts';
import type { Result } from '#core/problem/problem.ts';
import type { EventRows, EventRowsRequest } from './event-rows.ts';

/**
 * The analytic store: typed rows in batches, and figures over them. One suite (`test/contract/warehouse.test.ts`) says
 * what every implementation does. The meaning of a number is not here but in `docs/spec/measure.md`.
 *
 * All methods throw `EngineError` when the environment fails and the signal's reason when aborted.
 */
export interface Warehouse {
  readonly health: WarehouseHealth;

  /**
   * Makes room for a dataset, or adds the columns it has gained. Repeating it changes nothing. [DAT-03]
   * Problem: a column whose type differs from the stored one; types are never changed silently.
   */
  createDataset(dataset: Dataset): Promise<Result<Dataset>>;

  /** Brings in the rows of one batch, all or none. A batch that is already in stays as it is. [DAT-04] */
  load(load: Load): Promise<LoadedBatch>;

  /** Takes the rows of a batch out for good; nothing happens when it is not in. */
  drop(batch: BatchId): Promise<void>;

  /** Batches that are in, in the order they came. */
  batches(): Promise<readonly LoadedBatch[]>;

  /** Rows of a dataset, dead ones included. */
  rowCount(dataset: DatasetId): Promise<number>;

  /** Figures per period and slice. Problem: more rows in the answer than `PARTS_LIMIT`. [OBS-10] */
  parts(request: PartsRequest, signal?: AbortSignal): Promise<Result<PartsAnswer>>;

  /** Days that the live rows of an aggregate dataset speak for, as merged ranges. [OBS-03] */
  coveredDays(request: CoverageRequest, signal?: AbortSignal): Promise<readonly DayRange[]>;

  /** For each period, how many things had begun by its end and were not over. [MET-08] */
  stillOpen(request: OpenRequest, signal?: AbortSignal): Promise<readonly number[]>;

  /** Hands over the live rows of people in a dataset, piece by piece; `take` is waited for. [DAT-10] */
  eventRows(request: EventRowsRequest, take: (rows: EventRows) => Promise<void>, signal?: AbortSignal): Promise<void>;

  /**
   * Makes the store anew from staging files, beside the old one, and puts it in its place when all are in. [DAT-06]
   * When it fails or is aborted, the old store stays.
   */
  rebuild(rebuild: Rebuild): Promise<void>;

  close(): Promise<void>;
}

export interface Load {
  readonly batch: BatchId;
  readonly dataset: Dataset;
  /** Path of a staging file inside the warehouse's staging folder. */
  readonly file: string;
  /** Share done, 0 to 1, from time to time. */
  readonly onProgress?: (done: number) => void;
  readonly signal?: AbortSignal;
}

export interface LoadedBatch {
  readonly batch: BatchId;
  readonly dataset: DatasetId;
  readonly rows: number;
  /** First and last day of its rows; absent with no rows. */
  readonly days?: DayRange;
}

export interface Rebuild {
  readonly datasets: readonly Dataset[];
  /** Staging files in the order to load them; made one by one as they are asked for. */
  readonly loads: AsyncIterable<Pick<Load, 'batch' | 'dataset' | 'file'>>;
  readonly onProgress?: (batchesDone: number) => void;
  readonly signal?: AbortSignal;
}

/**
 * What opening the store has found. `degraded`: the log of the last writes, or the whole file, could not be read and was put
 * aside; rows may be missing, so compare the batches and load them again, or rebuild. [DAT-05]
 */
export type WarehouseHealth =
  | { readonly state: 'ok' }
  | { readonly state: 'created' }
  | { readonly state: 'degraded'; readonly why: 'log-damaged' | 'file-damaged'; readonly quarantined: string };

/** Most rows that an answer may have. */
export const PARTS_LIMIT = 100_000;
