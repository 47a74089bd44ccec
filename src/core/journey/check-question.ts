import { type Problem, problemsOf } from '../problem/problem.ts';
import { suggest } from '../problem/suggest.ts';
import { unreachable } from '../problem/unreachable.ts';
import type { AttributionModel } from './attribution-question.ts';
import type { Span } from './bucket-edges.ts';
import type { RfmCuts } from './customer-question.ts';
import type { EventFilter } from './event-filter.ts';
import type { FunnelQuestion } from './funnel-question.ts';
import { journeyMessages, type QuestionPart } from './journey-messages.ts';
import type { JourneyQuestion } from './journey-question.ts';
import { partsOf } from './question-parts.ts';

/** What a store knows the names of. */
export interface KnownNames {
  readonly events: ReadonlySet<string>;
  readonly dimensions: ReadonlySet<string>;
}

type Place = readonly (string | number)[];

const MOST_STEPS = 32;
const MOST_BUCKETS = 3650;
const MOST_DIMENSIONS = 2;
const MOST_THRESHOLDS = 20;
const MOST_FLOW_STEPS = 10;

const problem = problemsOf(journeyMessages);

/**
 * What is wrong with a question, all of it at once; empty when it can be answered. [JRN-09]
 *
 * In    the question and the names of the store; without events in the store that is the only problem told
 * Out   problems with their place in the question
 */
export function checkQuestion(question: JourneyQuestion, known: KnownNames): readonly Problem[] {
  if (known.events.size === 0) return [problem('journey-no-events', {})];
  const { filters, dimensions, spans } = partsOf(question);
  return [
    ...filters.flatMap(({ filter, at }) => checkFilter(filter, at, known)),
    ...dimensions.flatMap(({ dimension, at }) => checkDimension(dimension, at, known)),
    ...spans.flatMap(({ span, at }) => checkSpan(span, at)),
    ...checkRest(question),
  ];
}

function checkRest(question: JourneyQuestion): readonly Problem[] {
  switch (question.ask) {
    case 'funnel':
      return [...checkCount(question.steps.length, ['steps']), ...length(question.window, 'window'), ...checkFunnel(question)];
    case 'retention':
      return checkEdges(question.edges);
    case 'series':
      return [
        ...checkEdges(question.edges),
        ...atMost(question.by?.length ?? 0, 'journey-dimensions-many', MOST_DIMENSIONS, ['by']),
      ];
    case 'rolling':
      return [
        ...checkEdges(question.edges),
        ...(isCount(question.length, MOST_BUCKETS)
          ? []
          : [limit('journey-rolling-length', question.length, MOST_BUCKETS, ['length'])]),
      ];
    case 'attribution':
      return [
        ...length(question.lookback, 'lookback'),
        ...(question.by.length === 0 ? [problem('journey-dimensions-none', {}, { at: ['by'] })] : []),
        ...atMost(question.by.length, 'journey-dimensions-many', MOST_DIMENSIONS, ['by']),
        ...(question.models.length === 0 ? [problem('journey-models-none', {}, { at: ['models'] })] : []),
        ...question.models.flatMap((model, index) => checkModel(model, ['models', index])),
      ];
    case 'touch-paths':
      return [];
    case 'repeat':
      return [...length(question.window, 'window'), ...checkEdges(question.edges), ...moment(question.asOf, 'asOf')];
    case 'rfm':
      return [
        ...moment(question.asOf, 'asOf'),
        ...(question.memory === undefined ? [] : length(question.memory, 'memory')),
        ...(question.cuts === 'quintiles' ? [] : checkCuts(question.cuts)),
        ...checkSince(question.since, question.asOf),
      ];
    case 'purchase-patterns':
      return [
        ...moment(question.asOf, 'asOf'),
        ...length(question.unit, 'unit'),
        ...(question.origin === undefined ? [] : moment(question.origin, 'origin')),
      ];
    case 'stages':
      return [...checkCount(question.stages.length, ['stages']), ...moment(question.asOf, 'asOf')];
    case 'activation':
      return [
        ...length(question.within, 'within'),
        ...length(question.until, 'until'),
        ...(question.until > question.within ? [] : [problem('journey-until-early', {}, { at: ['until'] })]),
        ...moment(question.asOf, 'asOf'),
        ...checkThresholds(question.atLeast),
      ];
    case 'flow':
      return [
        ...length(question.window, 'window'),
        ...(isCount(question.length, MOST_FLOW_STEPS)
          ? []
          : [limit('journey-flow-length', question.length, MOST_FLOW_STEPS, ['length'])]),
      ];
    default:
      return unreachable(question);
  }
}

function checkFilter({ events = [], where = [], value }: EventFilter, at: Place, known: KnownNames): readonly Problem[] {
  const bounds = [value?.min, value?.max].filter(bound => bound !== undefined);
  const [min, max] = [value?.min, value?.max];
  return [
    ...events.flatMap((name, index) =>
      known.events.has(name)
        ? []
        : [problem('journey-event-unknown', unknown(name, known.events), { at: [...at, 'events', index] })],
    ),
    ...where.flatMap(({ dimension }, index) => checkDimension(dimension, [...at, 'where', index, 'dimension'], known)),
    ...(bounds.every(Number.isFinite) ? [] : [problem('journey-moment', { part: 'value' }, { at: [...at, 'value'] })]),
    ...(min !== undefined && max !== undefined && min > max
      ? [problem('journey-value-bounds', { min, max }, { at: [...at, 'value'] })]
      : []),
  ];
}

function checkDimension(dimension: string, at: Place, { dimensions }: KnownNames): readonly Problem[] {
  return dimensions.has(dimension) ? [] : [problem('journey-dimension-unknown', unknown(dimension, dimensions), { at })];
}

function unknown(name: string, names: ReadonlySet<string>) {
  const near = suggest(name, names);
  return near === undefined ? { name } : { name, near };
}

function checkSpan({ from, to }: Span, at: Place): readonly Problem[] {
  if (!Number.isSafeInteger(from) || !Number.isSafeInteger(to)) return [problem('journey-moment', { part: 'span' }, { at })];
  return from < to ? [] : [problem('journey-span-empty', {}, { at })];
}

function checkCount(count: number, at: Place): readonly Problem[] {
  return count === 0 ? [problem('journey-steps-none', {}, { at })] : atMost(count, 'journey-steps-many', MOST_STEPS, at);
}

function checkFunnel({ steps, exclusions = [], by }: FunnelQuestion): readonly Problem[] {
  const exists = (step: number, at: Place) =>
    Number.isInteger(step) && step >= 0 && step < steps.length
      ? []
      : [problem('journey-step-missing', { step: step + 1, steps: steps.length }, { at })];
  return [
    ...exclusions.flatMap(({ after, before }, index) => {
      const at = ['exclusions', index];
      const order = after < before ? [] : [problem('journey-exclusion-order', { after: after + 1, before: before + 1 }, { at })];
      return [...exists(after, [...at, 'after']), ...exists(before, [...at, 'before']), ...order];
    }),
    ...(by ? exists(by.step, ['by', 'step']) : []),
  ];
}

function checkEdges(edges: readonly number[]): readonly Problem[] {
  if (!edges.every(Number.isSafeInteger)) return [problem('journey-moment', { part: 'edges' }, { at: ['edges'] })];
  if (edges.length < 2) return [problem('journey-edges-few', {}, { at: ['edges'] })];
  const wrong = edges.findIndex((edge, index) => index > 0 && edge <= (edges[index - 1] ?? edge));
  if (wrong > 0) return [problem('journey-edges-order', { place: wrong + 1 }, { at: ['edges', wrong] })];
  return atMost(edges.length - 1, 'journey-buckets-many', MOST_BUCKETS, ['edges']);
}

function checkModel(model: AttributionModel, at: Place): readonly Problem[] {
  if (model.model === 'decay')
    return model.halfLife > 0 && Number.isFinite(model.halfLife)
      ? []
      : [problem('journey-length', { part: 'halfLife' }, { at: [...at, 'halfLife'] })];
  if (model.model !== 'position') return [];
  const { first, last } = model;
  return first >= 0 && last >= 0 && first + last <= 1 + 1e-9 ? [] : [problem('journey-shares', {}, { at })];
}

function checkCuts(cuts: RfmCuts): readonly Problem[] {
  return (['recency', 'frequency', 'money'] as const).flatMap(score => {
    const bounds = cuts[score];
    const isRight = bounds.length === 4 && bounds.every(Number.isFinite) && isAscending(bounds);
    return isRight ? [] : [problem('journey-cuts', { score }, { at: ['cuts', score] })];
  });
}

function checkSince(since: number | undefined, asOf: number): readonly Problem[] {
  if (since === undefined) return [];
  if (!Number.isSafeInteger(since)) return moment(since, 'since');
  return since < asOf ? [] : [problem('journey-since-late', {}, { at: ['since'] })];
}

function checkThresholds(atLeast: readonly number[]): readonly Problem[] {
  const isRight =
    atLeast.length > 0 &&
    atLeast.length <= MOST_THRESHOLDS &&
    atLeast.every(threshold => Number.isSafeInteger(threshold) && threshold >= 1) &&
    new Set(atLeast).size === atLeast.length &&
    isAscending(atLeast);
  return isRight ? [] : [limit('journey-thresholds', atLeast.length, MOST_THRESHOLDS, ['atLeast'])];
}

/** Whole milliseconds above 0. */
function length(found: number, part: QuestionPart): readonly Problem[] {
  if (Number.isSafeInteger(found) && found > 0) return [];
  return [problem('journey-length', { part }, { at: [part] })];
}

function moment(found: number, part: QuestionPart): readonly Problem[] {
  return Number.isSafeInteger(found) ? [] : [problem('journey-moment', { part }, { at: [part] })];
}

type LimitCode =
  | 'journey-steps-many'
  | 'journey-buckets-many'
  | 'journey-dimensions-many'
  | 'journey-rolling-length'
  | 'journey-thresholds'
  | 'journey-flow-length';

function atMost(found: number, code: LimitCode, most: number, at: Place): readonly Problem[] {
  return found <= most ? [] : [limit(code, found, most, at)];
}

function limit(code: LimitCode, found: number, most: number, at: Place): Problem {
  return problem(code, { found, most }, { at });
}

function isCount(found: number, most: number): boolean {
  return Number.isInteger(found) && found >= 1 && found <= most;
}

function isAscending(numbers: readonly number[]): boolean {
  return numbers.every((number, index) => index === 0 || (numbers[index - 1] ?? number) <= number);
}
