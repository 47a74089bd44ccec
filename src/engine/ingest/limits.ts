/**
 * What a received file may be. Every limit is counted on what was really read, never on what a header claims. [ING-20]
 * The same figures stand in docs/spec/ingest.md.
 */
export const LIMITS = {
  fileBytes: 2 * 1024 ** 3,
  rows: 50_000_000,
  columns: 2_000,
  fieldBytes: 1024 ** 2,
  /** The staging file is read by an engine that takes lines of two megabytes. */
  rowBytes: 2_000_000,
  /** Files in a ZIP archive, and parts of a workbook. */
  entries: 1_000,
  /** Tables offered from one file. */
  tables: 200,
  inflatedBytes: 4 * 1024 ** 3,
  /** An archive may grow this many times its size once it is past `inflatedFreeBytes`. */
  inflatedRatio: 200,
  inflatedFreeBytes: 64 * 1024 ** 2,
  /** Texts a workbook shares between its cells. */
  sharedStringBytes: 100 * 1024 ** 2,
  sharedStrings: 8_000_000,
  sheetRows: 1_048_576,
  sheetColumns: 16_384,
} as const;
