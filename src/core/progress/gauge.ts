import type { Direction } from '../unit/unit.ts';
import type { Standing } from './node-progress.ts';

/** A bar from nothing to the target, with a stroke where it should be by now. */
export interface Gauge {
  /** 0 up to 1 and beyond. */
  readonly share: number;
  readonly pace: number | undefined;
  /** The scale is inverted: it is full at the target, and the emptier the further above it the value is. */
  readonly isInverted: boolean;
}

/**
 * What a gauge shows. [VIS-07] Where more is better, the share of the whole period's target that is reached, for what adds up. Where
 * less is better, target ÷ actual: full at the target and below it. Undefined where there is nothing to fill.
 */
export function gaugeOf({ ofWhole, elapsed, achievement }: Standing, direction: Direction): Gauge | undefined {
  switch (direction) {
    case 'down':
      return achievement && { share: achievement.ratio, pace: undefined, isInverted: true };
    case 'up':
    case 'range':
      return ofWhole === undefined ? undefined : { share: ofWhole, pace: elapsed, isInverted: false };
  }
}
