import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import { setTimeout } from 'node:timers/promises';
import type { LedgerEffects } from '../ledger/ledger-effects.ts';

/** What a workspace takes from the world besides its folder. */
export interface WorkspaceEffects extends LedgerEffects {
  readonly pid: number;
  readonly host: string;
  readonly wait: (milliseconds: number) => Promise<void>;
}

/** The real world. */
export function systemEffects(): WorkspaceEffects {
  return {
    now: () => new Date().toISOString(),
    random: bytes => randomBytes(bytes),
    pid: process.pid,
    host: hostname(),
    wait: async milliseconds => {
      await setTimeout(milliseconds);
    },
  };
}
