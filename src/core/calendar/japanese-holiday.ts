import holidayJp from '@holiday-jp/holiday_jp';
import type { Text } from '../text/text.ts';
import type { Day } from './day.ts';

/** Years the table of public holidays covers; outside them no day is a holiday. The equinoxes of coming years are forecasts. */
export const HOLIDAY_YEARS = { first: 1970, last: 2050 } as const;

/** A public holiday of Japan, 休日 and 振替休日 included. */
export interface JapaneseHoliday {
  readonly day: Day;
  readonly name: Text;
}

/** The public holiday a day is, if it is one. */
export function japaneseHolidayOn(day: Day): JapaneseHoliday | undefined {
  return byDay().get(day);
}

/** Every known public holiday in order of date. */
export function japaneseHolidays(): Iterable<JapaneseHoliday> {
  return byDay().values();
}

let holidays: ReadonlyMap<string, JapaneseHoliday> | undefined;

function byDay(): ReadonlyMap<string, JapaneseHoliday> {
  holidays ??= new Map(
    Object.values(holidayJp.holidays).map(({ date, name, name_en: english }) => [
      date,
      { day: date as string as Day, name: nameOf(name, english) },
    ]),
  );
  return holidays;
}

const LIEU = ' 振替休日';

function nameOf(ja: string, en: string): Text {
  if (ja.endsWith(LIEU)) {
    const of = ja.slice(0, -LIEU.length);
    return { ja: `振替休日（${of}）`, en: `Substitute holiday (${englishNames().get(of) ?? en})` };
  }
  if (ja === '休日') return { ja: '国民の休日', en: "Citizens' holiday" };
  return { ja, en: englishNames().get(ja) ?? en };
}

let english: ReadonlyMap<string, string> | undefined;

/** The table's English names, with the present official name where it is behind. */
function englishNames(): ReadonlyMap<string, string> {
  english ??= new Map<string, string>([
    ...Object.values(holidayJp.holidays).map(({ name, name_en }): [string, string] => [name, name_en]),
    ['スポーツの日', 'Sports Day'],
    ['休日（祝日扱い）', 'Public holiday'],
  ]);
  return english;
}
