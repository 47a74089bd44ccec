import type { Instant } from '#core/measure/live-segments.ts';
import type { WorkspaceEffects } from './workspace-effects.ts';

/** A day at which a workspace stands still, so that a demo looks the same on whatever day it is opened. [WSP-11] */
export interface StandingClock {
  /** The moment it stood at when it was made. */
  readonly at: Instant;
  /** The real moment at which it was made. */
  readonly since: Instant;
}

/** The clock never comes further than this from where it stands. */
const REACH_MS = 12 * 60 * 60 * 1000;
/** Real time after which half of the way is gone. */
const HALF_MS = 30 * 24 * 60 * 60 * 1000;

/**
 * The world with a clock that never leaves the day it stands at. It still goes forward, ever more slowly, also from one opening
 * to the next, so that what is done later has the later time.
 */
export function standingEffects(effects: WorkspaceEffects, clock: StandingClock | undefined): WorkspaceEffects {
  if (!clock) return effects;
  const [at, since] = [Date.parse(clock.at), Date.parse(clock.since)];
  const now = (): Instant => {
    const gone = Math.max(0, Date.parse(effects.now()) - since);
    return new Date(at + Math.floor((REACH_MS * gone) / (gone + HALF_MS))).toISOString();
  };
  return { ...effects, now };
}
