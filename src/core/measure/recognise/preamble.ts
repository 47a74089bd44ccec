import type { Day } from '../../calendar/day.ts';
import { parseDay } from '../../calendar/day.ts';
import type { DayRange } from '../../calendar/day-range.ts';
import { parseDate } from '../../text/parse-date.ts';
import type { SampleRow } from './sample.ts';
import { isBlank, isComment } from './sample.ts';

/** What the lines before the headings say. */
export interface Preamble {
  /** First and last day the file is about. */
  readonly period?: DayRange;
  /** Account, property or shop the file is about. */
  readonly scope: string;
  /** The lines that say something else: titles, filters, segments. */
  readonly notes: readonly string[];
  /** Number of `#` lines. */
  readonly comments: number;
}

/** Reads the lines before the headings: reports name their period, property and filters there. [ING-12] */
export function readPreamble(rows: readonly SampleRow[]): Preamble {
  const lines = rows.filter(row => !isBlank(row)).map(textOf);
  const texts = lines.filter(line => /[\p{L}\p{N}]/u.test(line));
  const days = texts.flatMap(line => (periodIn(line) ? [] : labelledDay(line)));
  const period = texts.map(periodIn).find(found => found !== undefined) ?? rangeOf(days[0], days[1]);
  return {
    ...(period ? { period } : {}),
    scope:
      valueAfter(texts, /^(?:プロパティ|property)\s*[:：]\s*(.{1,100})$/i) ??
      valueAfter(texts, /^(?:アカウント|account)\s*[:：]\s*(.{1,100})$/i) ??
      '',
    notes: texts.filter(line => !periodIn(line) && labelledDay(line).length === 0),
    comments: rows.filter(isComment).length,
  };
}

/** Only so much of a line is looked at. */
const LONGEST_LINE = 300;

function textOf(row: SampleRow): string {
  const cells = row.cells.filter((cell, index) => cell.trim() !== '' && cell !== row.cells[index - 1]);
  return cells.join(' ').slice(0, LONGEST_LINE).replace(/^#\s*/, '').trim();
}

const DAY =
  '(\\d{4}年\\s?\\d{1,2}月\\s?\\d{1,2}日|\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}|\\d{8}|[A-Z][a-z]{2,8}\\.? \\d{1,2}, \\d{4}|\\d{1,2} [A-Z][a-z]{2,8} \\d{4})';
const RANGE = new RegExp(`(?<!\\d)${DAY}\\s*(?:-|–|—|~|〜|～|から|to|bis|au)\\s*${DAY}(?!\\d)`);
const SINGLE = new RegExp(`^[^\\d]{0,30}[:：]\\s*${DAY}$`);
const MONTH = /^(?:.*(?:期間|対象月?|月度|period|month)\s*[:：]?\s*)?(\d{4}年\s?\d{1,2}月)(?:度|分)?$/i;

/** A period that one line names: `2024年4月1日 - 2024年4月2日`, `20260817-20260913`, `対象：2024年4月`. */
function periodIn(line: string): DayRange | undefined {
  const text = line.normalize('NFKC');
  const range = RANGE.exec(line) ?? RANGE.exec(text);
  if (range) return rangeOf(dayIn(range[1]), dayIn(range[2]));
  const month = MONTH.exec(text.trim());
  return month ? monthRange(month[1] ?? '') : undefined;
}

/** A day after a label, as `開始日: 20240401` and `Date de fin : 20260731`. The first such line is the start, the second the end. */
function labelledDay(line: string): readonly Day[] {
  const found = dayIn(SINGLE.exec(line.normalize('NFKC').trim())?.[1]);
  return found ? [found] : [];
}

function dayIn(text: string | undefined): Day | undefined {
  const reading = text === undefined ? undefined : parseDate(text);
  return reading?.kind === 'day' ? reading.day : undefined;
}

function monthRange(text: string): DayRange | undefined {
  const reading = parseDate(text);
  if (reading.kind !== 'month') return undefined;
  const month = `${reading.year}-${String(reading.month).padStart(2, '0')}`;
  const to = ['31', '30', '29', '28'].map(last => parseDay(`${month}-${last}`)).find(day => day !== undefined);
  return rangeOf(parseDay(`${month}-01`), to);
}

function rangeOf(from: Day | undefined, to: Day | undefined): DayRange | undefined {
  return from && to && from <= to ? { from, to } : undefined;
}

function valueAfter(lines: readonly string[], label: RegExp): string | undefined {
  return lines.map(line => label.exec(line)?.[1]?.trim()).find(value => value !== undefined);
}
