import type { BatchId } from '#core/measure/live-segments.ts';
import type { Batch } from '../ledger/batch.ts';

/** What the warehouse must do so that it and the ledger can be kept in step. [WSP-05] */
export interface BatchRows {
  /** The batches whose rows are in, with how many. */
  batches(): Promise<readonly { readonly batch: BatchId; readonly rows: number }[]>;
  /** Takes the rows of a batch out, all or none; nothing happens when it is not in. */
  drop(batch: BatchId): Promise<void>;
  /** Makes the rows of a batch from its kept file, as its decision says, and brings them in, all or none. */
  reload(batch: Batch, keptFile: string): Promise<{ readonly rows: number }>;
}
