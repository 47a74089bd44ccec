import type { WireProblem } from '#contract/problem.ts';
import type { Grid } from '#core/begin/grid.ts';

/** What somebody brought: one sheet that was pasted, or the sheets of a file. */
export interface GivenSheets {
  /** Tells one thing brought from the next. */
  readonly key: number;
  /** Name of the file; empty for what was pasted. */
  readonly file: string;
  readonly sheets: readonly { readonly name: string; readonly rows: Grid; readonly isCut: boolean }[];
  readonly problems: readonly WireProblem[];
}

let count = 0;

export function givenSheets(file: string, sheets: GivenSheets['sheets'], problems: readonly WireProblem[] = []): GivenSheets {
  count += 1;
  return { key: count, file, sheets, problems };
}
