import { daysOf } from '../calendar/duration.ts';
import type { Metric, Rhythm } from '../metric/metric.ts';
import type { Horizon, Purpose } from './plan.ts';
import type { PurchaseCycle } from './purchase-cycle.ts';
import { textOf } from './raw-text.ts';
import type { RawNode } from './schema.ts';

/** What a node is there for, as its entry and then its metric say it. [DES-01, DES-14] */
export function purposeOf(raw: Partial<RawNode>, metric: Metric | undefined): Purpose {
  const meaning = textOf(raw.meaning) ?? metric?.meaning;
  const audience = textOf(raw.audience);
  const decision = textOf(raw.decision);
  const aimBecause = textOf(raw['aim-because']);
  const measuredBy = raw['measured-by'];
  return {
    ...(meaning ? { meaning } : {}),
    ...(audience ? { audience } : {}),
    ...(decision ? { decision } : {}),
    ...(aimBecause ? { aimBecause } : {}),
    ...(measuredBy === undefined ? {} : { measuredBy }),
  };
}

/**
 * How far ahead a node looks: as its entry says. Goals look far; KPIs as their metric does, else as their rhythm shows: what is
 * measured daily or weekly is read soon, anything else in the middle. Where the plan says how long customers take to buy, that says
 * when buying shows. [DES-03, DES-47]
 */
export function horizonOf(
  role: 'goal' | 'kpi',
  raw: Partial<RawNode>,
  metric: Metric | undefined,
  cycle?: PurchaseCycle,
): Horizon {
  if (raw.horizon) return raw.horizon;
  if (role === 'goal') return 'long';
  if (cycle && metric?.stage === 'conversion') return horizonOfCycle(cycle);
  const rhythm: Rhythm | undefined = raw.rhythm ?? metric?.rhythm;
  return metric?.horizon ?? (rhythm === 'daily' || rhythm === 'weekly' ? 'short' : 'mid');
}

function horizonOfCycle({ longest }: PurchaseCycle): Horizon {
  const months = daysOf(longest) / 30;
  return months < 1 ? 'short' : months < 3 ? 'mid' : months < 12 ? 'mid-long' : 'long';
}
