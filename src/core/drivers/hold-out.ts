import { at } from '../stats/at.ts';
import type { Aligned } from './lag-scan.ts';

/** Whether an association found over the whole history shows in its newest part too. [DRV-05] */
export interface HoldOut {
  /** Newest pairs that were held out. */
  readonly pairs: number;
  /** Share of their movement that the older pairs' line foretells; below 0 when it is worse than none at all. */
  readonly skill: number;
  readonly holds: boolean;
}

const SHARE = 0.2;
const LEAST = 2;

/** The line through the older pairs, tried on the newest fifth (two at least). Does not hold where nothing moved. */
export function holdOut({ x, y }: Aligned): HoldOut {
  const n = x.length;
  const pairs = Math.max(LEAST, Math.ceil(SHARE * n));
  let [squares, products] = [0, 0];
  for (let i = 0; i < n - pairs; i++) {
    squares += at(x, i) ** 2;
    products += at(x, i) * at(y, i);
  }
  const slope = squares > 0 ? products / squares : 0;
  let [missed, moved] = [0, 0];
  for (let i = n - pairs; i < n; i++) {
    missed += (at(y, i) - slope * at(x, i)) ** 2;
    moved += at(y, i) ** 2;
  }
  const skill = moved > 0 ? 1 - missed / moved : 0;
  return { pairs, skill, holds: skill > 0 };
}
