/** The time written behind a date, as written: no zone is assumed. */
export interface TimeOfDay {
  /** `HH:MM:SS`, with `.fff` where fractions were written. */
  readonly time?: string;
  /** `Z` or `±HH:MM`. */
  readonly offset?: string;
}

const CLOCK =
  /(?:[tT]| ?)(?:(午前|午後) ?)?(?<![\d:])(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)? ?(am|pm|a\.m\.|p\.m\.)? ?(z|utc|gmt|jst|[+-]\d{2}:?\d{2})?$/i;
const JAPANESE = / ?(午前|午後)?(\d{1,2})時(?:(\d{1,2})分)?(?:(\d{1,2})秒)?$/;
const COMPACT = /^(\d{8})(\d{2})(\d{2})(\d{2})?$/;

/** Cuts the time of day off a date's text. A time that does not exist (25:00) is said to be so. [TXT-31] */
export function splitTime(text: string): ({ readonly date: string } & TimeOfDay) | 'no-such-time' {
  const clock = CLOCK.exec(text);
  if (clock) {
    const [whole, japaneseHalf, hours, minutes, seconds, fraction, englishHalf, offset] = clock;
    const time = timeOf(hours, minutes, seconds, fraction, japaneseHalf ?? englishHalf);
    if (time === undefined) return 'no-such-time';
    const date = text.slice(0, text.length - whole.length).trim();
    return { date, time, ...(offset === undefined ? {} : { offset: offsetOf(offset) }) };
  }
  const japanese = JAPANESE.exec(text);
  if (japanese) {
    const [whole, half, hours, minutes, seconds] = japanese;
    const time = timeOf(hours, minutes, seconds, undefined, half);
    return time === undefined ? 'no-such-time' : { date: text.slice(0, text.length - whole.length), time };
  }
  const compact = COMPACT.exec(text);
  if (compact) {
    const time = timeOf(compact[2], compact[3], compact[4], undefined, undefined);
    return time === undefined ? 'no-such-time' : { date: compact[1] ?? '', time };
  }
  return { date: text };
}

function timeOf(
  hoursText: string | undefined,
  minutes = '0',
  seconds = '0',
  fraction: string | undefined,
  half: string | undefined,
): string | undefined {
  const hours = hoursOf(Number(hoursText), half?.toLowerCase().replaceAll('.', ''));
  if (hours > 23 || Number(minutes) > 59 || Number(seconds) > 59) return undefined;
  const two = (value: number | string) => String(value).padStart(2, '0');
  return `${two(hours)}:${two(minutes)}:${two(seconds)}${fraction === undefined ? '' : `.${fraction}`}`;
}

function hoursOf(hours: number, half: string | undefined): number {
  if (half === undefined) return hours;
  if (hours > 12) return Number.POSITIVE_INFINITY;
  const afternoon = half === '午後' || half === 'pm';
  return (hours % 12) + (afternoon ? 12 : 0);
}

function offsetOf(text: string): string {
  const upper = text.toUpperCase();
  if (upper === 'Z' || upper === 'UTC' || upper === 'GMT') return 'Z';
  if (upper === 'JST') return '+09:00';
  return upper.includes(':') ? upper : `${upper.slice(0, 3)}:${upper.slice(3)}`;
}
