import type { CalendarSettings } from '#core/calendar/calendar-settings.ts';
import { addDays, type Day, parseDay } from '#core/calendar/day.ts';
import type { DayRange } from '#core/calendar/day-range.ts';
import { periodOf } from '#core/calendar/period.ts';
import { type BatchRecord, type Instant, type LiveSegment, liveSegments } from '#core/measure/live-segments.ts';
import type { PeriodClose } from '#core/measure/period-close.ts';
import type { Knowledge } from '#core/measure/question.ts';
import type { App } from '../app/app.ts';
import { type AppSettings, readAppSettings } from '../app/app-settings.ts';
import { type MetricDefinitions, readMetricDefinitions } from '../app/metric-definitions.ts';
import { endOfDay, todayOf } from '../app/moment.ts';
import { batchRecords } from '../ledger/batch-store.ts';
import { currentCloses, type PeriodClose as StoredClose } from '../ledger/close-store.ts';

/** What is known of a workspace at a moment: everything that numbers depend on beside the rows themselves. */
export interface Known {
  readonly settings: AppSettings;
  readonly today: Day;
  readonly asKnown: Instant | undefined;
  readonly metrics: MetricDefinitions;
  /** Days that count, per dataset. */
  readonly live: ReadonlyMap<string, readonly LiveSegment[]>;
  readonly closes: readonly PeriodClose[];
  /** Names this moment in keys of answers. */
  readonly key: string;
}

/** What is known now, or at the end of a day. */
export async function knownAt(app: App, asKnown?: Day): Promise<Known> {
  const generation = app.cache.generation();
  const settings = await readAppSettings(app);
  const now = todayOf(app, settings.calendar);
  const isPast = asKnown !== undefined && asKnown < now;
  const moment = isPast ? endOfDay(asKnown, settings.calendar) : undefined;
  const today = isPast ? addDays(asKnown, 1) : now;
  const metrics = await readMetricDefinitions(app, settings, moment);
  const { db } = app.workspace.ledger;
  const batches = await batchRecords(db);
  const live = byDataset(liveSegments(batches, moment), batches);
  const datasets = new Set([...metrics.definitions.datasets.keys(), ...live.keys()]);
  const closes = closesOf(await currentCloses(db, moment), [...datasets], settings.calendar);
  return { settings, today, asKnown: moment, metrics, live, closes, key: `${generation} ${moment ?? 'now'} ${today}` };
}

/** Knowledge for a question; `to` leaves out everything that happened after a day. */
export function knowledgeOf(known: Known, to?: Day): Knowledge {
  const { metrics, live, closes, settings, today } = known;
  const cut = to === undefined ? live : new Map([...live].map(([dataset, segments]) => [dataset, cutAt(segments, to)]));
  return {
    definitions: metrics.definitions,
    catalogue: metrics.catalogue,
    live: cut,
    ...(to === undefined ? {} : { uncut: live }),
    closes,
    calendar: settings.calendar,
    today,
  };
}

/** The days of a business month by its key, `2026-10`; undefined for a text that is none. */
export function monthOfKey(key: string, calendar: CalendarSettings): DayRange | undefined {
  const first = parseDay(`${key}-01`);
  return first && periodOf(first, 'month', calendar);
}

function byDataset(
  segments: readonly LiveSegment[],
  batches: readonly BatchRecord[],
): ReadonlyMap<string, readonly LiveSegment[]> {
  const datasetOf = new Map(batches.map(({ id, dataset }) => [id, dataset]));
  const found = new Map<string, LiveSegment[]>();
  for (const segment of segments) {
    const dataset = datasetOf.get(segment.batch) ?? '';
    found.set(dataset, [...(found.get(dataset) ?? []), segment]);
  }
  return found;
}

function cutAt(segments: readonly LiveSegment[], to: Day): readonly LiveSegment[] {
  return segments.filter(({ from }) => from <= to).map(segment => (segment.to <= to ? segment : { ...segment, to }));
}

function closesOf(
  steps: readonly StoredClose[],
  datasets: readonly string[],
  calendar: CalendarSettings,
): readonly PeriodClose[] {
  return steps.flatMap(({ source, period, state }): readonly PeriodClose[] => {
    const range = monthOfKey(period, calendar);
    if (state === 'open' || !range) return [];
    const closed = source === 'all' ? datasets : [source];
    return closed.map(dataset => ({ dataset, state, from: range.from, to: range.to }));
  });
}
