import type { z } from 'zod';
import { daysOf } from '#core/calendar/duration.ts';
import { spreadText } from '#core/plan/lag-spread.ts';
import { stageDatesIn } from '#core/planner/lag-distribution.ts';
import { type LearnedLag, learnedLag } from '#core/planner/learned-lag.ts';
import type { learnedLag as learnedLagSchema } from './lag.ts';

/** A delay learned from dates, ready to travel. */
export function learnedLagOf({ shares, converted, open, asOf, half, most }: LearnedLag): z.output<typeof learnedLagSchema> {
  return {
    text: spreadText(shares),
    shares: shares.map(({ share, takes }) => ({ share, days: daysOf(takes) })),
    converted,
    open,
    until: asOf,
    half,
    most,
  };
}

/** What two columns of dates show; undefined where nothing in them has converted. */
export function learnedFrom(dates: string): LearnedLag | undefined {
  const read = stageDatesIn(dates);
  return read && learnedLag(read.stages, read.asOf);
}
