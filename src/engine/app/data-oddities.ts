import { addDays } from '#core/calendar/day.ts';
import { type DayRange, intersection } from '#core/calendar/day-range.ts';
import { mergedRanges } from '#core/measure/covered-days.ts';
import type { BatchId } from '#core/measure/live-segments.ts';
import { findBatch } from '../ledger/batch-store.ts';
import type { Known } from '../query/knowledge.ts';
import type { App } from './app.ts';
import type { Freshness } from './freshness.ts';

/** Something about the data that a person should look at. [APP-06] */
export type Oddity =
  | { readonly kind: 'late'; readonly source: Freshness }
  | { readonly kind: 'gap'; readonly source: Freshness; readonly days: readonly DayRange[] }
  | { readonly kind: 'bad-rows'; readonly source: Freshness; readonly batch: BatchId; readonly count: number };

const LOOKED_AT_DAYS = 31;

export async function dataOddities(app: App, known: Known, sources: readonly Freshness[]): Promise<readonly Oddity[]> {
  const found: Oddity[] = [];
  for (const source of sources) {
    if (source.daysLate !== null && source.daysLate > 0) found.push({ kind: 'late', source });
    const days = await gapsOf(app, known, source);
    if (days.length > 0) found.push({ kind: 'gap', source, days });
    const batch = source.lastImport && (await findBatch(app.workspace.ledger.db, source.lastImport.batch));
    const count = batch?.skipped.badRows ?? 0;
    if (batch && count > 0) found.push({ kind: 'bad-rows', source, batch: batch.id, count });
  }
  return found;
}

/** Days without rows between days with rows. */
async function gapsOf(app: App, { live, metrics, today }: Known, source: Freshness): Promise<readonly DayRange[]> {
  const { from, through } = source;
  const segments = live.get(source.dataset) ?? [];
  const dataset = metrics.definitions.datasets.get(source.dataset)?.dataset;
  const recent = from && through && intersection({ from, to: through }, { from: addDays(today, -LOOKED_AT_DAYS), to: today });
  if (!recent) return [];
  const covered =
    dataset?.kind === 'aggregate'
      ? await app.warehouse.coveredDays({ dataset, live: segments, within: recent })
      : mergedRanges(segments.flatMap(segment => intersection(segment, recent) ?? []));
  return covered.slice(1).flatMap((range, index) => {
    const before = covered[index];
    return before ? [{ from: addDays(before.to, 1), to: addDays(range.from, -1) }] : [];
  });
}
