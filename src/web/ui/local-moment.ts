import { type Day, parseDay } from '#core/calendar/day.ts';

/** Day and time of day of a moment, where the organisation is. */
export function localMoment(instant: string, zone: string): { readonly day: Day; readonly time: string } {
  const parts = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).format(new Date(instant));
  const day = parseDay(parts.slice(0, 10));
  if (!day) throw new Error(`not a moment: ${instant}`);
  return { day, time: parts.slice(11, 16) };
}
