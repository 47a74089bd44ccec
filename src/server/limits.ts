/** What a request may be; docs/spec/api.md has the same figures. */
export const REQUEST_LIMITS = {
  jsonBytes: 1_000_000,
  uploadBytes: 2 * 1024 ** 3,
  /** A sheet that is looked at and not kept. */
  sheetBytes: 20 * 1024 ** 2,
  /** Rows that a program pushes: as JSON, which is read as a whole, and otherwise. */
  pushJsonBytes: 16 * 1024 ** 2,
  pushBytes: 256 * 1024 ** 2,
  /** A JSON body must have arrived by then. */
  jsonMs: 20_000,
  /** An upload may pause this long. */
  uploadPauseMs: 30_000,
  /** From here on an upload must have brought at least `uploadBytesPerSecond` on average. */
  uploadGraceMs: 60_000,
  uploadBytesPerSecond: 1_000,
} as const;
