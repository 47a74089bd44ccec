import type { DateFormat } from '../../text/date-format.ts';

/** The order of dates that a pattern such as `DD/MM/YYYY`, `M/D/YYYY H:mm` or `dmy` names; undefined when it names none. */
export function dateFormatIn(pattern: string): DateFormat | undefined {
  const order = [...(pattern.toLowerCase().split(/\s/)[0] ?? '')]
    .filter((letter, index, all) => 'ymd'.includes(letter) && all[index - 1] !== letter)
    .join('');
  switch (order) {
    case 'ymd':
    case 'mdy':
    case 'dmy':
      return order;
    default:
      return undefined;
  }
}
