import type { Aggregation, Unit } from '../unit/unit.ts';

/** What somebody wants to see of numbers. */
export type ChartQuestion =
  /** Where a value stands against its target. */
  | 'now'
  /** How it moves over time. */
  | 'course'
  /** What a whole is made of. */
  | 'parts'
  /** Which channel, campaign or device does better. */
  | 'comparison'
  /** What lies between two numbers. */
  | 'difference'
  /** How many get from step to step. */
  | 'steps'
  /** How groups that began together go on. */
  | 'cohorts'
  /** Whether two things go together. */
  | 'relation';

export type ChartForm = 'gauge' | 'line' | 'stacked-bar' | 'bar' | 'waterfall' | 'funnel' | 'heat-map' | 'scatter' | 'pie';

const FORMS: Readonly<Record<ChartQuestion, ChartForm>> = {
  now: 'gauge',
  course: 'line',
  parts: 'stacked-bar',
  comparison: 'bar',
  difference: 'waterfall',
  steps: 'funnel',
  cohorts: 'heat-map',
  relation: 'scatter',
};

/** What a picture is proposed by. */
export interface ChartSubject {
  readonly unit: Unit;
  readonly aggregation: Aggregation;
}

/** The picture that suits a question. [VIS-06] */
export function proposedChart(question: ChartQuestion): ChartForm {
  return FORMS[question];
}

/** The question a metric is usually looked at with: shares of one whole by their parts, everything else by its course. [VIS-06] */
export function usualQuestion(subject: ChartSubject): ChartQuestion {
  return isShareOfWhole(subject) ? 'parts' : 'course';
}

/** The picture in which values of several categories are best laid side by side. [VIS-06] */
export function categoryChart(subject: ChartSubject): Extract<ChartForm, 'bar' | 'stacked-bar'> {
  return isShareOfWhole(subject) ? 'stacked-bar' : 'bar';
}

/** Why a picture does not suit what it would show. */
export type ChartMisuse = 'line-for-categories' | 'too-many-slices' | 'parts-do-not-add-up';

const MOST_SLICES = 6;

/** What a picture of values by category would get wrong; undefined where it suits. [VIS-06] */
export function chartMisuse(form: ChartForm, subject: ChartSubject, categories: number): ChartMisuse | undefined {
  if (form === 'line') return 'line-for-categories';
  if (form !== 'pie' && form !== 'stacked-bar') return undefined;
  const addsUp = isShareOfWhole(subject) || (subject.unit.kind !== 'ratio' && subject.aggregation === 'sum');
  if (!addsUp) return 'parts-do-not-add-up';
  return form === 'pie' && categories > MOST_SLICES ? 'too-many-slices' : undefined;
}

/** Orders by card of all orders: numerator and denominator count the same thing, so the parts make up the whole. */
function isShareOfWhole({ unit }: ChartSubject): boolean {
  return unit.kind === 'ratio' && unit.of !== undefined && unit.of === unit.over;
}
