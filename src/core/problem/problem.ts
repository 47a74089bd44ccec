import type { Lang } from '../text/text.ts';

/**
 * A user's mistake, as data: what (code), where (path and line), with which figures (params).
 * The sentence is made late, in the reader's language, by `sentence`.
 */
export interface Problem {
  readonly code: string;
  readonly severity: Severity;
  /** Path of keys into the document or file the problem is about; empty = the whole of it. */
  readonly at: readonly (string | number)[];
  /** 1-based line in the source text, where there is one. */
  readonly line?: number;
  readonly params: Params;
}

export type Severity = 'error' | 'warning' | 'info';

export type Param = string | number | boolean | null | readonly string[];
export type Params = Readonly<Record<string, Param | undefined>>;

export type Result<T> =
  | { readonly ok: true; readonly value: T; readonly problems: readonly Problem[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** A value, possibly with warnings beside it. */
export function ok<T>(value: T, problems: readonly Problem[] = []): Result<T> {
  return { ok: true, value, problems };
}

export function failed(problems: readonly Problem[]): { readonly ok: false; readonly problems: readonly Problem[] } {
  return { ok: false, problems };
}

/** What a code means: its severity and its sentence in each language, as functions of typed parameters. */
export interface Message<P extends Params> {
  readonly severity: Severity;
  readonly ja: (params: P) => string;
  readonly en: (params: P) => string;
}

// biome-ignore lint/suspicious/noExplicitAny: a table holds messages of different parameter types
export type MessageTable = Readonly<Record<string, Message<any>>>;

/** Declares a concept's messages; the identity function, there to check the shape and keep the parameter types. */
export function messages<T extends MessageTable>(table: T): T {
  return table;
}

/** The parameters a message takes. */
export type ParamsOf<M> = M extends Message<infer P> ? P : never;

/** Makes the problem makers of one message table: `const problem = problemsOf(planMessages)`. */
export function problemsOf<T extends MessageTable>(table: T) {
  return <C extends keyof T & string>(code: C, params: ParamsOf<T[C]>, place: Place = {}): Problem => {
    const message = table[code];
    if (!message) throw new Error(`no message for ${code}`);
    return {
      code,
      severity: message.severity,
      at: place.at ?? [],
      ...(place.line === undefined ? {} : { line: place.line }),
      params,
    };
  };
}

export interface Place {
  readonly at?: readonly (string | number)[];
  readonly line?: number | undefined;
}

/** The sentence of a problem in a language, from the table that declares its code. */
export function sentenceFrom(table: MessageTable, problem: Problem, lang: Lang): string {
  const message = table[problem.code];
  if (!message) throw new Error(`no message for ${problem.code}`);
  return message[lang](problem.params);
}

export function isError(problem: Problem): boolean {
  return problem.severity === 'error';
}
