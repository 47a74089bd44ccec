import type { Instant } from '#core/measure/live-segments.ts';

/** What the ledger takes from the world besides its file. */
export interface LedgerEffects {
  /** The moment now, as ISO text in UTC with milliseconds. */
  readonly now: () => Instant;
  /** So many random bytes. */
  readonly random: (bytes: number) => Uint8Array;
}
