import { daysInMonth } from '../calendar/day.ts';
import { foldWidth } from '../text/fold-width.ts';
import { parseDate } from '../text/parse-date.ts';
import { type FigureKind, kindIn } from './row-kind.ts';

/** A heading that names a month, with its year where it says one. */
export interface MonthHeading {
  readonly year: number | undefined;
  /** 1–12 */
  readonly month: number;
  /** 4月目標: what stands under it, where the heading says so itself. */
  readonly kind: FigureKind | undefined;
  /** Digits only (4, 202604): a month only among others that follow each other. */
  readonly weak: boolean;
  /** It names a week of the month. [BEG-09] */
  readonly isWeek?: true;
}

/** Reads a heading as a month: 2026年4月, R8.4, 4月, Apr-26, 2026-04-01, 4月 目標, 202604. [BEG-03] */
export function monthHeading(text: string): MonthHeading | undefined {
  if (text === '' || text.length > 30) return undefined;
  const folded = foldWidth(text).replace(/\s+/g, ' ').trim();
  if (!/\d|[a-z]{3}/i.test(folded)) return undefined;
  const whole = monthIn(folded);
  if (whole) return { ...whole, kind: undefined };
  const [, first, second] = BRACKETED.exec(folded) ?? JOINED.exec(folded) ?? [];
  if (first === undefined || second === undefined) return undefined;
  const [month, kind] = [monthIn(first.trim()), kindIn(second)];
  return month && kind ? { ...month, kind } : undefined;
}

const BRACKETED = /^(.+?)[ _]?[([【](.+)[)\]】]$/;
const JOINED = /^(.*?(?:月度?|\d))[ _]?(\D+)$/;

type BareHeading = Omit<MonthHeading, 'kind'>;

const NAMES = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const NAMED = /^(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?(?:[ \-/']+(\d{2}|\d{4}))?$/;

function monthIn(text: string): BareHeading | undefined {
  const plain = text.toLowerCase().replace(/(?<=月)(?:度|分|次)$/, '');
  const weak = /^\d+$/.test(plain);
  const alone = /^(\d{1,2})月$/.exec(plain) ?? (plain.length <= 2 ? /^(\d{1,2})$/.exec(plain) : null);
  if (alone) return bare(undefined, Number(alone[1]), weak);
  const [, name, named] = NAMED.exec(plain) ?? [];
  if (name !== undefined) return bare(named === undefined ? undefined : fullYear(named), NAMES.indexOf(name) + 1, false);
  const [, short, month] = /^'?(\d{2})(?:年|[/.-])(\d{1,2})月?$/.exec(plain) ?? [];
  if (short !== undefined && (Number(short) > 12 || plain.includes('年'))) return bare(fullYear(short), Number(month), false);
  if (plain.length < 4) return undefined;
  const reading = parseDate(plain);
  if (reading.kind === 'month') return bare(reading.year, reading.month, weak);
  if (reading.kind !== 'day' || (reading.time !== undefined && !/^00:00/.test(reading.time))) return undefined;
  const [year = 0, number = 0, day = 0] = reading.day.split('-').map(Number);
  return day === 1 || day === daysInMonth(year, number) ? bare(year, number, weak) : undefined;
}

function bare(year: number | undefined, month: number, weak: boolean): BareHeading | undefined {
  return month >= 1 && month <= 12 ? { year, month, weak } : undefined;
}

function fullYear(text: string): number {
  return text.length === 2 ? 2000 + Number(text) : Number(text);
}

/** A year that a title or a line above the headings names. */
export interface SaidYear {
  readonly year: number;
  /** 2026年度, FY2026 · 2026年 · 2027年3月期 */
  readonly basis: 'fiscal' | 'calendar' | 'ending';
}

/** The first year that a text names: 2026年度 KPI, FY26, 令和8年度, 2027年3月期, 2026年. [BEG-03] */
export function yearIn(text: string): SaidYear | undefined {
  const folded = foldWidth(text.slice(0, 200)).replace(/\s+/g, '');
  const [, endYear, endMonth] = /(\d{4})年(\d{1,2})月期/.exec(folded) ?? [];
  if (endYear !== undefined) return said(Number(endYear) - (endMonth === '12' ? 0 : 1), 'ending');
  const [, fiscal] = /(?<!\d)(\d{4}|\d{2})年度/.exec(folded) ?? /fy'?(\d{4}|\d{2})(?!\d)/i.exec(folded) ?? [];
  if (fiscal !== undefined && !/(?:令和|平成|昭和|R|H)\d+年度/i.test(folded)) return said(fullYear(fiscal), 'fiscal');
  const [, era, count, fiscalMark] = /(令和|平成|(?<![a-z])[RH])\.?(元|\d{1,2})年(度?)/i.exec(folded) ?? [];
  if (era !== undefined && count !== undefined) {
    const first = /令和|r/i.test(era) ? 2018 : 1988;
    return said(first + (count === '元' ? 1 : Number(count)), fiscalMark === '度' ? 'fiscal' : 'calendar');
  }
  const [, calendar] = /(?<!\d)(\d{4})年/.exec(folded) ?? /^(\d{4})$/.exec(folded) ?? [];
  return calendar === undefined ? undefined : said(Number(calendar), 'calendar');
}

function said(year: number, basis: SaidYear['basis']): SaidYear | undefined {
  return year >= 1990 && year <= 2100 ? { year, basis } : undefined;
}
