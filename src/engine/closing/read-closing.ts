import type { Day } from '#core/calendar/day.ts';
import { type DayRange, intersection } from '#core/calendar/day-range.ts';
import { type CloseChange, changesSince } from '#core/closing/close-change.ts';
import { type CloseTask, closeTask } from '#core/closing/close-duty.ts';
import type { Instant } from '#core/measure/live-segments.ts';
import type { Text } from '#core/text/text.ts';
import type { Unit } from '#core/unit/unit.ts';
import type { App } from '../app/app.ts';
import { readFreshness } from '../app/freshness.ts';
import type { Batch } from '../ledger/batch.ts';
import { listBatches } from '../ledger/batch-store.ts';
import { type CloseSnapshot, listSnapshots } from '../ledger/close-snapshot-store.ts';
import { closeStateOf, currentCloses } from '../ledger/close-store.ts';
import { readDefinition } from '../ledger/definition-store.ts';
import { latestVersion } from '../ledger/plan-version-store.ts';
import { knownAt, monthOfKey } from '../query/knowledge.ts';
import { readCloseDuties } from './close-duties.ts';
import { type MonthValueRead, monthValues } from './month-values.ts';

/** Everything about closing one month. [CLS-01 … CLS-03] */
export interface Closing {
  readonly period: string;
  readonly range: DayRange;
  readonly tasks: readonly (CloseTask & { readonly source: string; readonly name: Text; readonly through: Day | null })[];
  readonly snapshots: readonly CloseSnapshot[];
  /** 確定後の変動: against the newest final snapshot of each source. */
  readonly changes: readonly ExplainedChange[];
}

export interface ExplainedChange extends CloseChange {
  readonly snapshot: string;
  readonly name: Text;
  readonly unit: Unit;
  readonly causes: readonly ChangeCause[];
}

/** What has happened since that the value depends on, oldest first. */
export interface ChangeCause {
  readonly kind: 'imported' | 'undone' | 'redefined' | 'replanned';
  /** Batch, number of the definition, or number of the plan's version. */
  readonly id: string;
  readonly title: string;
  readonly at: Instant;
  readonly by: string;
}

/** Undefined for a text that is no month. */
export async function readClosing(app: App, period: string): Promise<Closing | undefined> {
  const known = await knownAt(app);
  const { calendar } = known.settings;
  const range = monthOfKey(period, calendar);
  if (!range) return undefined;
  const { db } = app.workspace.ledger;
  const closes = await currentCloses(db);
  const dutyOf = await readCloseDuties(app);
  const sources = await readFreshness(app, known);
  const snapshots = await listSnapshots(db, period);
  return {
    period,
    range: { from: range.from, to: range.to },
    tasks: sources.map(({ dataset, name, owner, through }) => ({
      ...closeTask(dutyOf(dataset, owner), range.to, closeStateOf(closes, dataset, period), known.today, calendar),
      source: dataset,
      name,
      through,
    })),
    snapshots,
    changes: await changesOf(app, snapshots, range),
  };
}

async function changesOf(app: App, snapshots: readonly CloseSnapshot[], range: DayRange): Promise<readonly ExplainedChange[]> {
  const { db } = app.workspace.ledger;
  const finals = snapshots.filter(
    ({ state, source }, at) =>
      state === 'final' && snapshots.findIndex(one => one.state === 'final' && one.source === source) === at,
  );
  const found: ExplainedChange[] = [];
  const told = new Set<string>();
  if (finals.length === 0) return found;
  const batches = await listBatches(db);
  for (const snapshot of finals) {
    const now = await monthValues(app, snapshot.source, range);
    for (const change of changesSince(snapshot.values, now)) {
      const value = now.find(({ plan, node }) => plan === change.plan && node === change.node);
      const key = `${change.plan} ${change.node}`;
      if (!value || told.has(key)) continue;
      told.add(key);
      const { name, unit } = value.of;
      found.push({
        ...change,
        snapshot: snapshot.id,
        name,
        unit,
        causes: await causesOf(app, value, snapshot.at, range, batches),
      });
    }
  }
  return found;
}

async function causesOf(
  app: App,
  value: MonthValueRead,
  since: Instant,
  range: DayRange,
  batches: readonly Batch[],
): Promise<readonly ChangeCause[]> {
  const { db } = app.workspace.ledger;
  const causes: ChangeCause[] = batches
    .filter(batch => value.datasets.includes(batch.dataset) && intersection(batch, range) !== undefined)
    .flatMap(({ id, fileName, receivedAt, receivedBy, undoneAt, undoneBy }): ChangeCause[] => [
      ...(receivedAt > since ? [{ kind: 'imported' as const, id, title: fileName, at: receivedAt, by: receivedBy }] : []),
      ...(undoneAt !== undefined && undoneAt > since && receivedAt <= since
        ? [{ kind: 'undone' as const, id, title: fileName, at: undoneAt, by: undoneBy ?? '' }]
        : []),
    ]);
  const metrics = await readDefinition(db, 'metrics', 'metrics');
  if (metrics && metrics.at > since) {
    causes.push({ kind: 'redefined', id: String(metrics.number), title: '', at: metrics.at, by: metrics.author });
  }
  const version = value.byPlan ? await latestVersion(db, value.plan) : undefined;
  if (version && version.publishedAt > since) {
    causes.push({
      kind: 'replanned',
      id: String(version.number),
      title: version.reason,
      at: version.publishedAt,
      by: version.author,
    });
  }
  return causes.toSorted((a, b) => (a.at < b.at ? -1 : 1));
}
