import type { CalendarSettings } from '#core/calendar/calendar-settings.ts';
import { addDays, type Day, daysBetween } from '#core/calendar/day.ts';
import { periodOf, previousPeriod } from '#core/calendar/period.ts';
import type { DatasetId } from '#core/measure/dataset.ts';
import type { BatchId, Instant } from '#core/measure/live-segments.ts';
import type { Refresh } from '#core/metric/definitions.ts';
import type { Text } from '#core/text/text.ts';
import { datasetsOf } from '../importing/rebuild-data.ts';
import type { Batch } from '../ledger/batch.ts';
import { listBatches } from '../ledger/batch-store.ts';
import { throughOf } from '../progress/last-day.ts';
import type { Known } from '../query/knowledge.ts';
import type { App } from './app.ts';

/** How far the data of a source reach, and whether that is as far as it promises. [APP-05] */
export interface Freshness {
  readonly dataset: DatasetId;
  readonly name: Text;
  readonly source: Text | null;
  readonly owner: string | null;
  readonly refresh: Refresh | null;
  readonly from: Day | null;
  readonly through: Day | null;
  readonly lastImport: { readonly batch: BatchId; readonly at: Instant; readonly by: string } | null;
  /** Null where it promises nothing; 0 when it is on time. */
  readonly daysLate: number | null;
}

/** All sources: those of metrics.yaml first, then those that only imports know. */
export async function readFreshness(app: App, known: Known): Promise<readonly Freshness[]> {
  const batches = await listBatches(app.workspace.ledger.db);
  const datasets = await datasetsOf(app, batches.toReversed());
  return [...datasets.values()].map(({ id, name }) => {
    const definition = known.metrics.definitions.datasets.get(id);
    const segments = known.live.get(id) ?? [];
    const through = throughOf(segments) ?? null;
    const refresh = definition?.refresh ?? null;
    return {
      dataset: id,
      name: definition?.dataset.name ?? name,
      source: definition?.source ?? null,
      owner: definition?.owner ?? null,
      refresh,
      from: segments.map(({ from }) => from).toSorted()[0] ?? null,
      through,
      lastImport: lastImportOf(id, batches),
      daysLate: daysLate(refresh, through, known.today, known.settings.calendar),
    };
  });
}

function lastImportOf(dataset: DatasetId, batches: readonly Batch[]): Freshness['lastImport'] {
  const newest = batches.find(batch => batch.dataset === dataset && batch.undoneAt === undefined);
  return newest ? { batch: newest.id, at: newest.receivedAt, by: newest.receivedBy } : null;
}

/** Daily sources are due to yesterday, weekly and monthly ones to the end of the last whole week or month. */
export function daysLate(refresh: Refresh | null, through: Day | null, today: Day, calendar: CalendarSettings): number | null {
  const due = dueDay(refresh, today, calendar);
  if (due === undefined || through === null) return null;
  return Math.max(0, daysBetween(through, due));
}

function dueDay(refresh: Refresh | null, today: Day, calendar: CalendarSettings): Day | undefined {
  switch (refresh) {
    case 'hourly':
    case 'daily':
      return addDays(today, -1);
    case 'weekly':
      return previousPeriod(periodOf(today, 'week', calendar), calendar).to;
    case 'monthly':
      return previousPeriod(periodOf(today, 'month', calendar), calendar).to;
    case 'push':
    case 'manual':
    case null:
      return undefined;
  }
}
