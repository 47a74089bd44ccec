/**
 * Instants (ms since 1970 UTC) in ascending order; bucket i holds the moments from `edges[i]` up to, not including,
 * `edges[i + 1]`. Days, weeks and months of a zone become edges before a question is asked, so engines know no calendar. [JRN-02]
 */
export type BucketEdges = readonly number[];

/** Moments from `from` up to, not including, `to`; ms since 1970 UTC. */
export interface Span {
  readonly from: number;
  readonly to: number;
}
