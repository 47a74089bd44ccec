import type { CalendarSettings } from '../../calendar/calendar-settings.ts';
import type { DayRange } from '../../calendar/day-range.ts';
import type { DateFormat } from '../../text/date-format.ts';
import type { DecimalMark } from '../../text/numeral.ts';
import type { Text } from '../../text/text.ts';
import type { Currency } from '../../unit/unit.ts';
import type { DatasetId } from '../dataset.ts';
import type { PersonalDecision } from '../personal/personal-kind.ts';
import type { Preset } from './preset.ts';
import type { TableAddress, TableFormat } from './table-mapping.ts';

/** What is known beside the rows, and what the user has already said. */
export interface RecogniseContext {
  readonly table: TableAddress;
  /** Name the file came with, for the name of a dataset that has no other; nothing is recognised by it. */
  readonly fileName: string;
  readonly format: Omit<TableFormat, 'decimalMark'>;
  /** Presets to try: the user's own before the product's. */
  readonly presets: readonly Preset[];
  readonly calendar: CalendarSettings;
  readonly said: Said;
}

/** The user's own words about a file; they win over everything the file seems to say. */
export interface Said {
  /** Id of the preset or mapping to use; `generic` for none. */
  readonly preset?: string | undefined;
  readonly dataset?: { readonly id: DatasetId; readonly name?: Text | undefined } | undefined;
  readonly dateFormat?: DateFormat | undefined;
  readonly decimalMark?: DecimalMark | undefined;
  readonly period?: DayRange | undefined;
  /** Currency of amounts that name none. */
  readonly currency?: Currency | undefined;
  /** What to do with personal columns, by heading. */
  readonly personal?: Readonly<Record<string, PersonalDecision>> | undefined;
}
