import type { Day } from '../../calendar/day.ts';
import type { DayRange } from '../../calendar/day-range.ts';
import type { MetricId } from '../../metric/measurement.ts';
import { compareDecimals, scaledOf, trimmed } from '../../number/decimal.ts';
import type { Problem } from '../../problem/problem.ts';
import type { Instant } from '../live-segments.ts';
import type { CloseState, Decimal } from '../observation.ts';
import type { EnteredMetric } from './entered-dataset.ts';
import { entryProblem } from './entry-messages.ts';

/** A value that stands in the grid of typed values. */
export interface EnteredValue {
  readonly metric: MetricId;
  /** Business month, `2026-10`. */
  readonly month: string;
  /** Null for a cell that was cleared. */
  readonly value: Decimal | null;
  readonly at: Instant;
}

/** What somebody typed, and what they saw before. */
export interface TypedCell {
  readonly metric: MetricId;
  readonly month: string;
  readonly before: Decimal | null;
  readonly value: Decimal | null;
}

/** A business month as far as values may be typed for it. */
export interface EntryMonth extends DayRange {
  readonly key: string;
  readonly close: CloseState;
}

export interface EntryFacts {
  /** What stands, cleared cells included or not. */
  readonly present: readonly EnteredValue[];
  /** Metrics that values may be typed for; null: they are measured from other data. */
  readonly metrics: ReadonlyMap<MetricId, EnteredMetric | null>;
  readonly nameOf: (metric: MetricId) => EnteredMetric['name'];
  readonly monthOf: (key: string) => EntryMonth | undefined;
  readonly today: Day;
  readonly now: Instant;
}

/** What typing comes to. `rows`: all values from the first to the last month that changes, oldest month first. */
export type EntryChange =
  | { readonly kind: 'change'; readonly rows: readonly EnteredValue[]; readonly changed: readonly TypedCell[] }
  | { readonly kind: 'nothing' }
  /** Cells that hold another value than was seen. */
  | { readonly kind: 'conflict'; readonly cells: readonly TypedCell[] }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

/**
 * Works typed cells into the values that stand. [MEA-07]
 *
 * In    cells with the value that was seen before; values are exact decimals in the metric's unit (rates as fractions)
 * Out   the rows of the file that takes the place of the months from the first to the last that changes
 * Same  a cell that gets the value it has changes nothing; the order of cells does not matter, of one cell twice the last counts
 * Error every cell that may not be typed, each with its reason; nothing is stored then
 */
export function entryChange(cells: readonly TypedCell[], facts: EntryFacts): EntryChange {
  const typed = [...new Map(cells.map(cell => [keyOf(cell), cell])).values()];
  const standing = new Map(facts.present.map(value => [keyOf(value), value]));
  const standingOf = (cell: TypedCell) => standing.get(keyOf(cell))?.value ?? null;
  const changed = typed.filter(cell => !same(cell.value, standingOf(cell)));
  if (changed.length === 0) return { kind: 'nothing' };
  const problems = changed.flatMap(cell => refusalOf(cell, facts) ?? []);
  if (problems.length > 0) return { kind: 'refused', problems };
  const others = changed.filter(cell => !same(cell.before, standingOf(cell)));
  if (others.length > 0) return { kind: 'conflict', cells: others.map(cell => ({ ...cell, before: standingOf(cell) })) };
  const months = changed.map(({ month }) => month).toSorted();
  const [first = '', last = ''] = [months[0], months.at(-1)];
  for (const { metric, month, value } of changed) {
    const cell = { metric, month, value: value === null ? null : trimmed(value), at: facts.now };
    standing.set(keyOf(cell), cell);
  }
  const rows = [...standing.values()].filter(({ month }) => first <= month && month <= last).toSorted(byPlace);
  return { kind: 'change', rows, changed };
}

const MOST_DIGITS = 29;
const MOST_DECIMALS = 9;

function refusalOf({ metric, month, value }: TypedCell, { metrics, nameOf, monthOf, today }: EntryFacts): Problem | undefined {
  const place = { at: ['cells', metric, month] };
  const known = metrics.get(metric);
  if (known === undefined) return entryProblem('entry-metric-unknown', { metric: metric.slice(0, 100) }, place);
  const { ja: nameJa, en: nameEn } = nameOf(metric);
  const name = { nameJa, nameEn };
  if (known === null) return entryProblem('entry-metric-measured', name, place);
  const found = monthOf(month);
  if (!found) return entryProblem('entry-month-unknown', { month: month.slice(0, 40) }, place);
  if (found.close === 'final') return entryProblem('entry-month-final', { month, ...name }, place);
  if (found.from > today) return entryProblem('entry-month-future', { month, ...name }, place);
  if (value === null) return undefined;
  const { units, scale } = scaledOf(trimmed(value));
  const digits = (units < 0n ? -units : units).toString().length - scale;
  const fits = scale <= MOST_DECIMALS && digits <= MOST_DIGITS;
  return fits ? undefined : entryProblem('entry-too-precise', { value: value.slice(0, 60), month, ...name }, place);
}

function same(a: Decimal | null, b: Decimal | null): boolean {
  return a === null || b === null ? a === b : compareDecimals(a, b) === 0;
}

function keyOf({ metric, month }: Pick<TypedCell, 'metric' | 'month'>): string {
  return `${metric} ${month}`;
}

function byPlace(a: EnteredValue, b: EnteredValue): number {
  const [left, right] = [`${a.month} ${a.metric}`, `${b.month} ${b.metric}`];
  return left < right ? -1 : left > right ? 1 : 0;
}
