import type { App } from '../app/app.ts';

/** An id for something that is never stored. */
export function newId({ effects }: Pick<App, 'effects'>): string {
  return Buffer.from(effects.random(15)).toString('base64url');
}
