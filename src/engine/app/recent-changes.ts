import type { CalendarSettings } from '#core/calendar/calendar-settings.ts';
import type { Day } from '#core/calendar/day.ts';
import { startOfDay } from '#core/calendar/instant.ts';
import type { Instant } from '#core/measure/live-segments.ts';
import { sameText, type Text } from '#core/text/text.ts';
import { type JournalEntry, readJournal } from '../ledger/journal.ts';
import type { App } from './app.ts';

/** What somebody did, as Home tells it. */
export interface RecentChange {
  readonly at: Instant;
  readonly by: string;
  readonly action: string;
  readonly type: string;
  readonly id: string;
  /** Name of the object it was done to, where it has one. */
  readonly title: Text | null;
}

const READ = 200;
const SHOWN = 30;
/** Saved as people type; not news. */
const NOISE = new Set(['draft-saved', 'draft-discarded', 'setting-changed']);

/** What was done since a day, newest first. */
export async function recentChanges(app: App, since: Day, { zone }: CalendarSettings): Promise<readonly RecentChange[]> {
  const moment = new Date(startOfDay(since, zone)).toISOString();
  const entries = await readJournal(app.workspace.ledger.db, { since: moment, limit: READ });
  return entries
    .filter(({ action }) => !NOISE.has(action))
    .slice(0, SHOWN)
    .map(entry => ({
      at: entry.at,
      by: entry.by,
      action: entry.action,
      type: entry.objectType,
      id: entry.objectId,
      title: titleOf(entry),
    }));
}

function titleOf({ before, after }: JournalEntry): Text | null {
  for (const object of [after, before]) {
    if (typeof object !== 'object' || object === null) continue;
    for (const key of ['title', 'name', 'fileName', 'text', 'reason']) {
      const text = textOf(Object.entries(object).find(([name]) => name === key)?.[1]);
      if (text) return text;
    }
  }
  return null;
}

function textOf(value: unknown): Text | null {
  if (typeof value === 'string') return value === '' ? null : sameText(value);
  if (typeof value !== 'object' || value === null || !('ja' in value) || !('en' in value)) return null;
  return typeof value.ja === 'string' && typeof value.en === 'string' ? { ja: value.ja, en: value.en } : null;
}
