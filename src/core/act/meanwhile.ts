import { intersection } from '../calendar/day-range.ts';
import type { CannotTell, Happening } from './effect-reading.ts';
import type { WindowPair } from './effect-windows.ts';

/** What else is known to have happened in the two windows or between them. [ACT-08] */
export function meanwhile(happenings: readonly Happening[], { before, after }: WindowPair): readonly Happening[] {
  const both = { from: before.days.from, to: after.days.to };
  return happenings.filter(({ days }) => intersection(days, both));
}

/** What ran through both windows from end to end is in both values; the rest may be what moved the KPI. [EFF-07] */
export function reasonsBeside(found: readonly Happening[], { before, after }: WindowPair): CannotTell[] {
  const partly = found.filter(({ days }) => days.from > before.days.from || days.to < after.days.to);
  const others = partly.filter(({ kind }) => kind !== 'season').map(({ name }) => name);
  const seasons = partly.filter(({ kind }) => kind === 'season').map(({ name }) => name);
  const reasons: CannotTell[] = [];
  if (others.length > 0) reasons.push({ code: 'overlap', names: others });
  if (seasons.length > 0) reasons.push({ code: 'season-in-window', names: seasons });
  return reasons;
}
