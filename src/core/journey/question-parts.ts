import { unreachable } from '../problem/unreachable.ts';
import type { Span } from './bucket-edges.ts';
import type { EventFilter } from './event-filter.ts';
import type { JourneyQuestion } from './journey-question.ts';

type Place = readonly (string | number)[];

/** What a question says that every kind of question may say, each with its place in it. */
export interface QuestionParts {
  readonly filters: readonly { readonly filter: EventFilter; readonly at: Place }[];
  /** Dimensions named outside of filters. */
  readonly dimensions: readonly { readonly dimension: string; readonly at: Place }[];
  readonly spans: readonly { readonly span: Span; readonly at: Place }[];
}

/** The filters, dimensions and spans of a question. */
export function partsOf(question: JourneyQuestion): QuestionParts {
  switch (question.ask) {
    case 'funnel':
      return {
        filters: [
          ...listed(question.steps, 'steps'),
          ...(question.exclusions ?? []).map(({ event }, index) => ({ filter: event, at: ['exclusions', index, 'event'] })),
        ],
        dimensions: question.by ? [{ dimension: question.by.dimension, at: ['by', 'dimension'] }] : [],
        spans: spanned(question.entered, 'entered'),
      };
    case 'retention':
      return {
        filters: [one(question.born, 'born'), one(question.back, 'back')],
        dimensions: (question.bornIs ?? []).map(({ dimension }, index) => ({ dimension, at: ['bornIs', index, 'dimension'] })),
        spans: [],
      };
    case 'series':
      return { filters: [one(question.select, 'select')], dimensions: dimensionsOf(question.by ?? []), spans: [] };
    case 'rolling':
      return { filters: [one(question.select, 'select')], dimensions: [], spans: [] };
    case 'attribution':
      return {
        filters: [one(question.convert, 'convert'), one(question.touch, 'touch')],
        dimensions: dimensionsOf(question.by),
        spans: spanned(question.converted, 'converted'),
      };
    case 'touch-paths':
      return {
        filters: [one(question.convert, 'convert'), one(question.touch, 'touch')],
        dimensions: [{ dimension: question.by, at: ['by'] }],
        spans: [],
      };
    case 'repeat':
      return { filters: [one(question.event, 'event')], dimensions: [], spans: [] };
    case 'rfm':
    case 'purchase-patterns':
      return { filters: [one(question.purchase, 'purchase')], dimensions: [], spans: [] };
    case 'stages':
      return {
        filters: [...listed(question.stages, 'stages'), ...listed(question.ends ?? [], 'ends')],
        dimensions: [],
        spans: spanned(question.begun, 'begun'),
      };
    case 'activation':
      return {
        filters: [one(question.born, 'born'), one(question.did, 'did'), one(question.outcome, 'outcome')],
        dimensions: [],
        spans: spanned(question.begun, 'begun'),
      };
    case 'flow':
      return {
        filters: [one(question.start, 'start'), one(question.through, 'through')],
        dimensions: 'dimension' in question.by ? [{ dimension: question.by.dimension, at: ['by', 'dimension'] }] : [],
        spans: [],
      };
    default:
      return unreachable(question);
  }
}

function one(filter: EventFilter, part: string) {
  return { filter, at: [part] };
}

function listed(filters: readonly EventFilter[], part: string) {
  return filters.map((filter, index) => ({ filter, at: [part, index] }));
}

function dimensionsOf(by: readonly string[]) {
  return by.map((dimension, index) => ({ dimension, at: ['by', index] }));
}

function spanned(span: Span | undefined, part: string) {
  return span ? [{ span, at: [part] }] : [];
}
