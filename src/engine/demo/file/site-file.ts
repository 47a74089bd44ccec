import type { DayRange } from '#core/calendar/day-range.ts';
import { channelName, type SiteEvent } from '../visits.ts';
import { bytesOf, delimitedLine } from './text-bytes.ts';

/** The tag tool's log of what visitors did, one row per action. */
export function siteFile(events: readonly SiteEvent[], days: DayRange): Uint8Array {
  const lines = [
    delimitedLine(['occurred_at', 'visitor_id', 'session_id', 'action', 'channel']),
    ...events
      .filter(({ at }) => at.day >= days.from && at.day <= days.to)
      .map(({ at, visitor, session, action, channel }) =>
        delimitedLine([`${at.day} ${at.time}:00`, visitor, session, action, channelName(channel)]),
      ),
  ];
  return bytesOf(`${lines.join('\n')}\n`, 'utf-8');
}
