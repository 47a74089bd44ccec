import type { Instant } from '../live-segments.ts';

/**
 * What is recorded of dealing with data about people: `looked` at values split by a column about people, or at an import in which such
 * columns are kept; `previewed` a file with such columns before importing it; `downloaded` lines of a file; `searched` for a person;
 * `erased` one; `expired`: rows that went because of their age. [PPL-06]
 */
export const ACCESS_KINDS = ['looked', 'previewed', 'downloaded', 'searched', 'erased', 'expired'] as const;
export type AccessKind = (typeof ACCESS_KINDS)[number];

/** One entry; never changed, and never says which person it was about. */
export interface AccessRecord {
  readonly id: string;
  readonly at: Instant;
  readonly by: string;
  readonly kind: AccessKind;
  /** Dataset or file; empty where all were looked through. */
  readonly subject: string;
  /** Columns about people that were in sight. */
  readonly columns: readonly string[];
  /** Rows concerned; null where nobody counted. */
  readonly rows: number | null;
}
