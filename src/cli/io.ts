import type { Lang } from '#core/text/text.ts';

/** What a command may do to the world besides its work. */
export interface Io {
  readonly lang: Lang;
  /** Result of the command. */
  readonly print: (text: string) => void;
  /** Notes beside the result, and what went wrong. */
  readonly note: (text: string) => void;
  /** A line that replaces itself, for progress; undefined where nobody would see it. */
  readonly progress: ((text: string) => void) | undefined;
  readonly colors: Colors;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Everything that comes in on standard input. */
  readonly readInput: () => Promise<string>;
}

export interface Colors {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly red: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly green: (text: string) => string;
  readonly cyan: (text: string) => string;
}

/** How a command ended. [CLI-02] */
export const EXIT = {
  ok: 0,
  /** Something the user can put right. */
  problems: 1,
  /** The environment failed. */
  failure: 2,
  /** A bug of Rashin's. */
  bug: 70,
} as const;

export type Exit = (typeof EXIT)[keyof typeof EXIT];
