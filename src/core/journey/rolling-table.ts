import type { RollingAnswer } from './series-question.ts';

/** One bucket of active people, with how regularly they come. */
export interface RollingRow {
  readonly active: number;
  readonly rolling: number;
  /** active ÷ rolling (stickiness, DAU ÷ MAU); null with nobody. */
  readonly stickiness: number | null;
  /** The buckets looked back at are all there; the first `length − 1` are not. */
  readonly full: boolean;
}

/** Active people beside those of a longer time, and the one over the other. [JRN-31] */
export function rollingTable({ active, rolling }: RollingAnswer, length: number): readonly RollingRow[] {
  return active.map((people, bucket) => {
    const longer = rolling[bucket] ?? 0;
    return { active: people, rolling: longer, stickiness: longer === 0 ? null : people / longer, full: bucket >= length - 1 };
  });
}
