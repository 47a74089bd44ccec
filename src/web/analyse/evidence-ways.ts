/** How the evidence for a target is worked out, as a reader chooses it. */
export interface EvidenceWays {
  readonly window: number;
  readonly method: 'mean' | 'median';
  readonly 'leave-out': 'campaigns' | 'outliers' | 'both' | 'none';
  /** Months left out by hand, by key. */
  readonly without: readonly string[];
  /** Growth a month; that of the baseline's months when absent. */
  readonly growth?: number;
  readonly overlap: number;
}

export const USUAL_WAYS: EvidenceWays = { window: 12, method: 'mean', 'leave-out': 'both', without: [], overlap: 0 };
