import { type Day, fromDayNumber, toDayNumber } from '../../calendar/day.ts';
import { offsetAt } from '../../calendar/zone-offset.ts';
import type { TimeOfDay } from '../../text/time-of-day.ts';

/** A moment on the wall clock of a zone. */
export interface LocalTime {
  readonly day: Day;
  /** `HH:MM:SS`, with up to six decimals where there are any. */
  readonly time: string;
}

/**
 * A moment as the wall clock of a zone shows it. Without an offset it is taken to be written in that zone; without a time it is
 * midnight. Decimals of seconds after the sixth are cut off. [ING-18]
 */
export function localTime({ day, time = '00:00:00', offset }: { readonly day: Day } & TimeOfDay, zone: string): LocalTime {
  const [clock = '', fraction = ''] = time.split('.');
  const decimals = fraction.slice(0, 6).replace(/0+$/, '');
  const ending = decimals === '' ? '' : `.${decimals}`;
  if (offset === undefined) return { day, time: `${clock}${ending}` };
  const seconds = Number(clock.slice(0, 2)) * 3600 + Number(clock.slice(3, 5)) * 60 + Number(clock.slice(6, 8));
  const moment = toDayNumber(day) * DAY + (seconds - secondsOf(offset)) * 1000;
  const local = moment + offsetAt(moment, zone);
  const dayNumber = Math.floor(local / DAY);
  const rest = Math.floor((local - dayNumber * DAY) / 1000);
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  return { day: fromDayNumber(dayNumber), time: `${two(rest / 3600)}:${two((rest / 60) % 60)}:${two(rest % 60)}${ending}` };
}

const DAY = 86_400_000;

function secondsOf(offset: string): number {
  if (offset === 'Z') return 0;
  const seconds = Number(offset.slice(1, 3)) * 3600 + Number(offset.slice(4, 6)) * 60;
  return offset.startsWith('-') ? -seconds : seconds;
}
