import { addDays, type Day, type DayNumber, fromDayNumber, toDayNumber } from '../calendar/day.ts';

/** A value of a day, or of the week that begins on the day. `weight`: the denominator of a rate, so that busy days count for more. */
export interface EffectPoint {
  readonly day: Day;
  readonly value: number;
  readonly weight?: number;
}

/** Seven days that all have a value (or one weekly value): Σ value × weight and Σ weight. */
export interface WeekBlock {
  readonly total: number;
  readonly weight: number;
}

/** Weeks in order; null where a day has no value. `first` is the first day of the week at index 0. */
export interface WeekBlocks {
  readonly first: Day;
  readonly blocks: readonly (WeekBlock | null)[];
}

/**
 * Cuts values into whole weeks that begin on the weekday of `anchor`, from the first to the last whole week. [EFF-02]
 * A week counts only with a value on each of its days, so that every week holds each weekday once.
 */
export function weekBlocks(points: readonly EffectPoint[], grain: 'day' | 'week', anchor: Day): WeekBlocks {
  const byDay = new Map(points.map(point => [toDayNumber(point.day), point]));
  const daysPerBlock = grain === 'day' ? 7 : 1;
  const numbers = [...byDay.keys()];
  const first = alignedFrom(Math.min(...numbers), toDayNumber(anchor));
  const last = Math.max(...numbers);
  const blocks: (WeekBlock | null)[] = [];
  for (let start = first; numbers.length > 0 && start + daysPerBlock - 1 <= last; start += 7) {
    blocks.push(blockOf(byDay, start, daysPerBlock));
  }
  return { first: numbers.length > 0 ? fromDayNumber(first) : anchor, blocks };
}

/** The first day at or after `number` on the weekday of `anchor`. */
function alignedFrom(number: DayNumber, anchor: DayNumber): DayNumber {
  return number + ((((anchor - number) % 7) + 7) % 7);
}

function blockOf(byDay: ReadonlyMap<DayNumber, EffectPoint>, start: DayNumber, days: number): WeekBlock | null {
  let total = 0;
  let weight = 0;
  for (let number = start; number < start + days; number++) {
    const point = byDay.get(number);
    if (!point || !Number.isFinite(point.value)) return null;
    total += point.value * (point.weight ?? 1);
    weight += point.weight ?? 1;
  }
  return Number.isFinite(total) && Number.isFinite(weight) && weight >= 0 ? { total, weight } : null;
}

/** First day of the week at an index. */
export function firstDayOf({ first }: WeekBlocks, index: number): Day {
  return addDays(first, index * 7);
}

/** Value of `weeks` weeks from an index on; undefined when more than a quarter of them, or all weight, is missing. */
export function windowValue({ blocks }: WeekBlocks, from: number, weeks: number): { value: number; weeks: number } | undefined {
  let total = 0;
  let weight = 0;
  let present = 0;
  for (let index = from; index < from + weeks; index++) {
    const block = blocks[index];
    if (!block) continue;
    total += block.total;
    weight += block.weight;
    present++;
  }
  return present * 4 >= weeks * 3 && present >= 2 && weight > 0 ? { value: total / weight, weeks: present } : undefined;
}
