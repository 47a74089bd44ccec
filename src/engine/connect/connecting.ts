import { setTimeout as wait } from 'node:timers/promises';
import type { WorkspacePaths } from '../workspace/workspace-paths.ts';
import type { AskEffects } from './ask-pages.ts';
import { createSend, type OutgoingOptions } from './outgoing.ts';
import { secretKey } from './sealed-secrets.ts';

/** How connections are spoken through, and which pulls are under way. */
export interface Connecting extends AskEffects {
  /** The key that secrets are sealed with; read or made when it is first needed. */
  readonly key: () => Uint8Array;
  readonly running: Map<string, AbortController>;
  /** Waits until every pull has ended; asks all of them to. */
  stop(): Promise<void>;
  /** Notes a pull, so that `stop` can wait for it. */
  readonly track: (work: Promise<unknown>) => void;
}

export interface ConnectingOptions extends OutgoingOptions {
  /** `RASHIN_SECRET_KEY`. */
  readonly secretKey?: string | undefined;
  /** For tests: waits that do not wait, chance that is none, another way out. */
  readonly effects?: Partial<AskEffects>;
}

export function createConnecting(paths: WorkspacePaths, options: ConnectingOptions = {}): Connecting {
  let key: Uint8Array | undefined;
  const running = new Map<string, AbortController>();
  const works = new Set<Promise<unknown>>();
  return {
    send: createSend(options),
    wait: async (milliseconds, signal) => {
      await wait(milliseconds, undefined, { signal });
    },
    chance: Math.random,
    ...options.effects,
    key: () => {
      key ??= secretKey(paths, options.secretKey);
      return key;
    },
    running,
    track: work => {
      const quiet = work.catch(() => {}).finally(() => works.delete(quiet));
      works.add(quiet);
    },
    stop: async () => {
      for (const abort of running.values()) abort.abort(new DOMException('stopped', 'AbortError'));
      await Promise.all(works);
    },
  };
}
