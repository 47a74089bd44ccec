/** Whether a page is asked for again, and when. */
export type Backoff =
  | { readonly kind: 'again'; readonly seconds: number }
  | { readonly kind: 'put-off'; readonly seconds: number | null };

export const MOST_TRIES = 6;
const LONGEST_ASKED = 300;
const LONGEST_OWN = 64;

/**
 * What to do after the service has said "later". [CON-05]
 * `tries`: how often this page was asked for, at least 1. `asked`: the seconds the service named, null where it named none. `chance`: 0 to 1,
 * so that many connections do not come back at the same moment.
 */
export function backoff(tries: number, asked: number | null, chance: number): Backoff {
  if (asked !== null && asked > LONGEST_ASKED) return { kind: 'put-off', seconds: asked };
  if (tries >= MOST_TRIES) return { kind: 'put-off', seconds: asked };
  if (asked !== null) return { kind: 'again', seconds: Math.max(1, asked) };
  const own = Math.min(LONGEST_OWN, 2 ** (tries - 1));
  return { kind: 'again', seconds: own * (1 + chance) };
}
