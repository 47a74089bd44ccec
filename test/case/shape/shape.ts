/** A file as somebody exports it, and what must come of it: totals worked out by hand, from the rows that count. */
export interface Shape {
  readonly name: string;
  readonly fileName?: string;
  /** The file as comma-separated text; the tests also write it in other encodings and as a workbook. */
  readonly text: string;
  readonly recognised: string;
  readonly dataset: string;
  /** First and last day. */
  readonly days: readonly [string, string];
  readonly rows: number;
  readonly totals: Readonly<Record<string, string>>;
  readonly skipped?: Readonly<Record<string, number>>;
  /** Headings that are left out because they are about people. */
  readonly withheld?: readonly string[];
  /** Codes of warnings. */
  readonly warnings?: readonly string[];
  /** Text that only a text file can hold: lines that begin with `#`. */
  readonly onlyText?: true;
}
