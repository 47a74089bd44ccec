import type { InspectedTable } from '#contract/upload.ts';

/** What became of a file, as programs read it. [CLI-12] */
export interface ImportReport {
  readonly file: string;
  /** Id of the preset or mapping; `generic` for a table of no known source. */
  readonly recognised: string | null;
  readonly encoding: string | null;
  readonly period: InspectedTable['period'];
  readonly rows: number;
  readonly skipped: readonly { readonly line: number; readonly reason: string }[];
  /** Exact sum per measure column. */
  readonly totals: Readonly<Record<string, string>>;
  /** Id of the batch that was stored; null for a dry run, and for rows that were there already. */
  readonly batch: string | null;
  /** Id of the batch that had brought the same rows. */
  readonly duplicateOf: string | null;
  readonly dataset: string | null;
  /** Every table, where a file has several. */
  readonly tables: readonly Omit<ImportReport, 'file' | 'tables' | 'problems'>[];
  readonly problems: readonly {
    readonly code: string;
    readonly severity: string;
    readonly line: number | null;
    readonly message: string;
  }[];
}
