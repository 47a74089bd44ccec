import type { Day } from '../calendar/day.ts';
import type { DayRange } from '../calendar/day-range.ts';
import { trendOf } from '../foresee/trend.ts';
import { type Rational, toNumber } from '../number/rational.ts';
import type { Arithmetic } from '../plan/arithmetic.ts';
import { countedMonths, wantedOf } from '../plan/counted-months.ts';
import type { PlanNode } from '../plan/plan.ts';
import { naturalRange } from '../scenario/tree-model.ts';
import { unitText } from '../unit/unit-text.ts';
import type { AmbitionFacts } from './ambition-facts.ts';
import type { MonthValue } from './month-value.ts';

/** What is known of a node's months. */
export interface KnownMonths {
  /** Months that are over, oldest first, without gaps between them. */
  readonly past: readonly MonthValue[];
  /** The months after them, the running one first, as forecast from the node's own past. */
  readonly ahead: readonly MonthValue[];
  /** What initiatives make of the forecast, as a factor; absent without any. */
  readonly lift?: number;
}

/** What a target can be held against: all figures over the same length of time. [DES-16, EVI-01] */
export interface TargetEvidence {
  /** `month`: a month's value, as the target names it · `whole`: the total of the months the target counts. */
  readonly measure: 'month' | 'whole';
  /** Months in the measure. */
  readonly months: number;
  readonly target?: number;
  /** The last twelve months. */
  readonly periods: readonly MonthValue[];
  /** The mean of the last three months with a value; before there are any, what the plan says. */
  readonly present?: { readonly value: number; readonly from: 'plan' | 'recent' };
  /** The best stretch of the past that is as long as the measure. */
  readonly best?: { readonly value: number } & DayRange;
  /** Of the last twelve months; of a total, as many months at that pace. */
  readonly mean?: number;
  /** Where the straight line of the last twelve months leads by the deadline. */
  readonly trend?: number;
  /** The forecast from its own past, with nothing done. */
  readonly natural?: number;
  readonly withInitiatives?: number;
}

const SHOWN = 12;
const RECENT = 3;

/** The evidence for a node's target from its own months; a figure that cannot be told is absent. [EVI-01 … EVI-03] */
export function targetEvidence(node: PlanNode, arithmetic: Arithmetic, known: KnownMonths): TargetEvidence {
  const isWhole = isTotal(node);
  const counted = countedMonths(node, arithmetic);
  const months = isWhole ? Math.max(1, counted.length) : 1;
  const inMeasure = (perMonth: number) => perMonth * months;
  const periods = known.past.slice(-SHOWN);
  const values = periods.flatMap(({ value }) => value ?? []);
  const target = targetOf(node, arithmetic, isWhole);
  const until = node.target?.by ?? arithmetic.plan.period.to;
  const from = arithmetic.plan.period.from;
  const over = (ahead: readonly MonthValue[]) => valueBy(node, isWhole, known.past, ahead, { from, to: until });
  const natural = over(known.ahead);
  const trend = over(lineAhead(periods, known.ahead));
  const present = presentOf(node, arithmetic, known.past);
  const best = bestStretch(known.past, months, node);
  return {
    measure: isWhole ? 'whole' : 'month',
    months,
    periods,
    ...(target === undefined ? {} : { target }),
    ...(present ? { present: { ...present, value: inMeasure(present.value) } } : {}),
    ...(best ? { best } : {}),
    ...(values.length === 0 ? {} : { mean: inMeasure(meanOf(values)) }),
    ...(trend === undefined ? {} : { trend }),
    ...(natural === undefined ? {} : { natural }),
    ...(natural === undefined || known.lift === undefined ? {} : { withInitiatives: natural * known.lift }),
  };
}

/** The evidence as what an ambition is judged by. A benchmark is of rates and levels, not of totals. [AMB-01] */
export function ambitionFactsOf(node: PlanNode, evidence: TargetEvidence, target = evidence.target): AmbitionFacts {
  const { present, natural, withInitiatives, best, measure } = evidence;
  const { low, high } = node.metric?.benchmark ?? {};
  const isBanded = node.time !== 'flow' && (low !== undefined || high !== undefined);
  return {
    direction: node.direction,
    unit: unitText(node.unit),
    ...(target === undefined ? {} : { target }),
    ...(present ? { baseline: present.value } : {}),
    ...(natural === undefined ? {} : { natural }),
    ...(withInitiatives === undefined ? {} : { withInitiatives }),
    ...(best ? { ownBest: best.value } : {}),
    ...(isBanded ? { benchmark: { ...(low === undefined ? {} : { low }), ...(high === undefined ? {} : { high }) } } : {}),
    ...(measure === 'month' ? { limit: naturalRange(node) } : {}),
  };
}

/** An amount without a period is a total until its deadline, also where the sheet says how it comes in. */
function isTotal({ time, target }: PlanNode): boolean {
  return time === 'flow' && target !== undefined && target.per === undefined;
}

/** Of a month: that of the last month that counts, at least of an ordinary target the lower end. */
function targetOf(node: PlanNode, arithmetic: Arithmetic, isWhole: boolean): number | undefined {
  const last = countedMonths(node, arithmetic).at(-1);
  const bound = isWhole ? wantedOf(node, arithmetic) : last && arithmetic.bounds.get(node.id)?.[last.month];
  const end: Rational | undefined = node.direction === 'down' ? (bound?.high ?? bound?.low) : (bound?.low ?? bound?.high);
  return end && toNumber(end);
}

function presentOf(node: PlanNode, { baselines }: Arithmetic, past: readonly MonthValue[]): TargetEvidence['present'] {
  const recent = past.flatMap(({ value }) => value ?? []).slice(-RECENT);
  if (recent.length > 0) return { value: meanOf(recent), from: 'recent' };
  const written = baselines.get(node.id);
  return written && { value: toNumber(written), from: 'plan' };
}

function bestStretch(past: readonly MonthValue[], length: number, { direction }: PlanNode): TargetEvidence['best'] {
  let best: TargetEvidence['best'];
  for (let end = length; end <= past.length; end++) {
    const stretch = past.slice(end - length, end);
    const [first, last] = [stretch[0], stretch.at(-1)];
    const known = stretch.flatMap(({ value }) => value ?? []);
    if (!first || !last || known.length < length) continue;
    const value = known.reduce((sum, each) => sum + each, 0);
    if (!best || (direction === 'down' ? value < best.value : value > best.value))
      best = { value, from: first.from, to: last.to };
  }
  return best;
}

/** What the target's measure comes to: a total of past and coming months, the mean of a flow's coming months, the last one's level. */
function valueBy(
  { time }: PlanNode,
  isWhole: boolean,
  past: readonly MonthValue[],
  ahead: readonly MonthValue[],
  plan: { readonly from: Day; readonly to: Day },
): number | undefined {
  const coming = ahead.filter(({ from, to }) => to >= plan.from && from <= plan.to);
  const values = coming.flatMap(({ value }) => value ?? []);
  if (values.length === 0 || values.length < coming.length) return undefined;
  if (!isWhole) return time === 'flow' ? meanOf(values) : values.at(-1);
  const done = past.filter(({ from, to }) => from >= plan.from && to <= plan.to);
  if (done.some(({ value }) => value === null)) return undefined;
  return [...done.flatMap(({ value }) => value ?? []), ...values].reduce((sum, each) => sum + each, 0);
}

/** The line through the months shown, continued; gaps keep their place. Nothing from fewer than three values. */
function lineAhead(periods: readonly MonthValue[], ahead: readonly MonthValue[]): readonly MonthValue[] {
  const first = periods.findIndex(({ value }) => value !== null);
  const last = periods.findLastIndex(({ value }) => value !== null);
  const values = periods.slice(first, last + 1).flatMap(({ value }) => value ?? []);
  const line = values.length < RECENT || values.length < last - first + 1 ? undefined : trendOf(values);
  const skipped = periods.length - 1 - last;
  return ahead.map((month, i) => ({ ...month, value: line ? line.next + line.slope * (skipped + i) : null }));
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
