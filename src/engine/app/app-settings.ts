import { z } from 'zod';
import { type CalendarSettings, defaultCalendar, WEEKDAYS } from '#core/calendar/calendar-settings.ts';
import { type Day, parseDay } from '#core/calendar/day.ts';
import { defaultFormat, type FormatSettings } from '#core/text/format-settings.ts';
import { sameText, type Text } from '#core/text/text.ts';
import type { Currency } from '#core/unit/unit.ts';
import { putSetting, readSettings } from '../ledger/setting-store.ts';
import type { App } from './app.ts';

/** How the organisation counts time and money and wants its numbers written. [APP-02] */
export interface AppSettings {
  readonly name: Text;
  readonly calendar: CalendarSettings;
  readonly currency: Currency;
  readonly format: FormatSettings;
  /** Filled with the demo company's data. */
  readonly isDemo: boolean;
}

const day = z.custom<Day>(value => typeof value === 'string' && parseDay(value) !== undefined);

/** Settings outlive versions: what cannot be read as what it should be counts as never set. */
const stored = {
  name: z.strictObject({ ja: z.string(), en: z.string() }),
  calendar: z.object({
    zone: z.string(),
    fiscalYearStarts: z.int().min(1).max(12),
    weekStarts: z.enum(WEEKDAYS),
    holidays: z.enum(['jp', 'none']),
    companyHolidays: z.array(day).exactOptional(),
    companyWorkdays: z.array(day).exactOptional(),
    closingDay: z.union([z.int().min(1).max(28), z.literal('month-end')]).exactOptional(),
    fiscalYearLabel: z.enum(['start', 'end']).exactOptional(),
  }),
  currency: z.string().regex(/^[A-Z]{3}$/),
  format: z.object({
    money: z.enum(['auto', 'yen', 'thousand', 'million', 'man', 'oku']),
    negative: z.enum(['minus', 'triangle', 'brackets']),
    change: z.enum(['index', 'change']),
  }),
  isDemo: z.boolean(),
};

export async function readAppSettings({ workspace }: Pick<App, 'workspace'>): Promise<AppSettings> {
  const settings = await readSettings(workspace.ledger.db, 'workspace');
  const read = <T>(key: keyof typeof stored, schema: z.ZodType<T>, otherwise: T): T => {
    const found = schema.safeParse(settings.get(key));
    return found.success ? found.data : otherwise;
  };
  return {
    name: read('name', stored.name, sameText(workspace.name)),
    calendar: read<CalendarSettings>('calendar', stored.calendar, defaultCalendar),
    currency: read('currency', stored.currency, 'JPY'),
    format: read<FormatSettings>('format', stored.format, defaultFormat),
    isDemo: read('isDemo', stored.isDemo, false),
  };
}

/** Changes the settings that are mentioned. */
export async function putAppSettings(app: App, by: string, changed: { readonly [K in keyof AppSettings]?: AppSettings[K] }) {
  await app.workspace.ledger.change(by, async change => {
    for (const [key, value] of Object.entries(changed)) await putSetting(change, 'workspace', key, value);
  });
  app.cache.forget();
}
