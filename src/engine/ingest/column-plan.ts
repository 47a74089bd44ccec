import type { CalendarSettings } from '#core/calendar/calendar-settings.ts';
import type { Column } from '#core/measure/dataset.ts';
import type { ColumnMapping, TableMapping } from '#core/measure/recognise/table-mapping.ts';
import type { CellReader, DayReader } from './cell/cell-reader.ts';
import { CompanyReader } from './cell/company-reader.ts';
import { DateEvidence } from './cell/date-evidence.ts';
import { PlainDayReader } from './cell/day-reader.ts';
import { HashReader } from './cell/hash-reader.ts';
import { NumberReader } from './cell/number-reader.ts';
import { dayOffsetReader, periodReader } from './cell/period-reader.ts';
import { TextReader } from './cell/text-reader.ts';
import { TimestampReader } from './cell/timestamp-reader.ts';
import { BooleanReader, DurationReader } from './cell/value-readers.ts';
import { WatchingTextReader } from './cell/watching-text-reader.ts';
import { refuse } from './refusal.ts';

/** What reading takes beside the mapping. */
export interface ReadSettings {
  readonly calendar: CalendarSettings;
  /** Rows of sheets end with their last filled cell; rows of texts must have all their fields. */
  readonly padded: boolean;
  /** Key of the hashes of personal values; without it nothing is hashed, as when a file is only looked at. */
  readonly hashKey?: Uint8Array | undefined;
  /** Looks out for what would change the proposal: dates that settle their order, mail addresses, fields that have shifted. */
  readonly isInspection: boolean;
}

/** One column of the dataset with its reader and its place in the file. */
export interface PlannedColumn {
  readonly column: Column;
  readonly mapping: ColumnMapping;
  readonly index: number;
  readonly reader: CellReader;
  /** Dates that have not said their order. */
  readonly evidence?: DateEvidence;
}

/** The columns of a mapping, found among the headings of the file, in the order of their ids. */
export function planColumns(
  mapping: TableMapping,
  headings: readonly string[],
  settings: ReadSettings,
): readonly PlannedColumn[] {
  const planned = mapping.columns.map((each): PlannedColumn => {
    const index = headings.indexOf(each.header);
    const column = mapping.dataset.columns.find(({ id }) => id === each.to);
    if (index < 0) throw refuse('heading-missing', { heading: each.header });
    if (!column) throw new Error(`the mapping has no column ${each.to}`);
    const evidence = settings.isInspection && each.dateFormat === undefined ? new DateEvidence() : undefined;
    const reader = readerOf(each, column, mapping, settings, evidence);
    const usesDates = each.reads === 'day' || each.reads === 'timestamp' || each.reads === 'period';
    return { column, mapping: each, index, reader, ...(evidence && usesDates ? { evidence } : {}) };
  });
  return planned.sort((a, b) => (a.column.id < b.column.id ? -1 : 1));
}

function readerOf(
  { reads, scale, dateFormat, personal }: ColumnMapping,
  column: Column,
  mapping: TableMapping,
  settings: ReadSettings,
  evidence: DateEvidence | undefined,
): CellReader {
  const { decimalMark } = mapping.format;
  if (personal?.decision === 'hash' && settings.hashKey) return new HashReader(settings.hashKey, personal.kind);
  switch (reads) {
    case 'text':
      return settings.isInspection && !personal ? new WatchingTextReader() : new TextReader();
    case 'company':
      return new CompanyReader();
    case 'integer':
    case 'decimal':
      return new NumberReader({ reads, decimalMark, scale, tracksLargest: column.notAdditive === true });
    case 'duration':
      return new DurationReader(decimalMark);
    case 'boolean':
      return new BooleanReader();
    case 'day':
      return new PlainDayReader(dateFormat, evidence);
    case 'timestamp':
      return new TimestampReader(dateFormat, settings.calendar.zone, evidence);
    case 'period':
      return periodReader(settings.calendar, dateFormat, evidence);
    case 'day-offset':
      return dayOffsetReader(startOf(mapping));
  }
}

function startOf({ period }: TableMapping) {
  const start = period.kind === 'row' ? period.whole?.from : undefined;
  if (start === undefined) throw refuse('ask-period', {});
  return start;
}

export function isDayReader(reader: CellReader): reader is DayReader {
  return 'from' in reader;
}
