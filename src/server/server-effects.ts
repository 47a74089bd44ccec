import { randomBytes } from 'node:crypto';
import type { ServerEffects } from './create-app.ts';

/** The real world: a clock, random ids, and a log on standard error. */
export function systemServerEffects(): ServerEffects {
  return {
    now: () => performance.now(),
    requestId: () => randomBytes(9).toString('base64url'),
    log: line => process.stderr.write(`${line}\n`),
  };
}

/** A token that nobody guesses: 192 random bits. */
export function newToken(): string {
  return randomBytes(24).toString('base64url');
}
