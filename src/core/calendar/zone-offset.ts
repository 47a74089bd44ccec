import { create, getTimeZoneTransition, offsetNanoseconds, toInstant } from 'temporal-polyfill/fns/ZonedDateTime';

/** A stretch of time in which a zone's clocks do not change. All in milliseconds since 1970. */
interface Stretch {
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
  readonly offset: number;
}

const stretchesOfZone = new Map<string, readonly Stretch[]>();

/** Milliseconds by which a zone's clocks are ahead of UTC at an instant, by the IANA table. An unknown zone throws a RangeError. */
export function offsetAt(epochMilliseconds: number, zone: string): number {
  const stretches = stretchesOfZone.get(zone) ?? [];
  for (const stretch of stretches) {
    if (stretch.from <= epochMilliseconds && epochMilliseconds < stretch.to) return stretch.offset;
  }
  const found = stretchAround(epochMilliseconds, zone);
  stretchesOfZone.set(zone, [found, ...stretches]);
  return found.offset;
}

/**
 * The instant at which a zone's clocks show a local time, given as milliseconds as if it were UTC. [CAL-62]
 * Shown twice (clocks set back): the first. Never shown (clocks set forward): as much later as the clocks jumped.
 */
export function instantOfLocal(localMilliseconds: number, zone: string): number {
  const before = offsetAt(localMilliseconds - DAY, zone);
  const after = offsetAt(localMilliseconds + DAY, zone);
  for (const offset of [before, after]) {
    const instant = localMilliseconds - offset;
    if (offsetAt(instant, zone) === offset) return instant;
  }
  return localMilliseconds - before;
}

const DAY = 86_400_000;

function stretchAround(epochMilliseconds: number, zone: string): Stretch {
  const here = create(BigInt(Math.floor(epochMilliseconds)) * 1_000_000n, zone);
  const next = getTimeZoneTransition(here, 'next');
  // Just after the instant, so that a transition at the instant itself counts as the start of its stretch.
  const previous = getTimeZoneTransition(create((BigInt(Math.floor(epochMilliseconds)) + 1n) * 1_000_000n, zone), 'previous');
  return {
    from: previous ? milliseconds(previous) : Number.NEGATIVE_INFINITY,
    to: next ? milliseconds(next) : Number.POSITIVE_INFINITY,
    offset: offsetNanoseconds(here) / 1_000_000,
  };
}

function milliseconds(moment: ReturnType<typeof create>): number {
  return Number(toInstant(moment).epochNanoseconds / 1_000_000n);
}
