import type { MessageTable, Params } from '#core/problem/problem.ts';
import type { Text } from '#core/text/text.ts';

/**
 * The environment failed: a disk, a lock, a damaged file, a foreign service. Thrown, and caught at the edges,
 * which show `text` in the reader's language (HTTP 503, 507 for a full disk; exit code 2). A user's mistake is a
 * `Problem` instead; a bare `Error` is our own bug. [ERR-01]
 */
export class EngineError extends Error {
  override readonly name = 'EngineError';
  readonly code: string;
  readonly params: Params;
  /** What happened and what to do, for the person who can do it. */
  readonly text: Text;

  constructor(code: string, params: Params, text: Text, cause?: unknown) {
    super(text.en, cause === undefined ? undefined : { cause });
    this.code = code;
    this.params = params;
    this.text = text;
  }
}

/** Makes the error makers of one message table: `const failure = engineErrorsOf(ledgerMessages)`. */
export function engineErrorsOf<T extends MessageTable>(table: T) {
  return <C extends keyof T & string>(code: C, params: ParamsOf<T[C]>, cause?: unknown): EngineError => {
    const message = table[code];
    if (!message) throw new Error(`no message for ${code}`);
    return new EngineError(code, params, { ja: message.ja(params), en: message.en(params) }, cause);
  };
}

type ParamsOf<M> = M extends { readonly ja: (params: infer P extends Params) => string } ? P : never;
