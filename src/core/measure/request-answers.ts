import type { DayRange } from '../calendar/day-range.ts';
import type { PartsAnswer } from './parts.ts';
import type { Answer } from './question.ts';

/** What the warehouse said, by the keys of the plan's requests. */
export type RequestAnswers = ReadonlyMap<string, RequestAnswer>;

export type RequestAnswer =
  | { readonly kind: 'parts'; readonly answer: PartsAnswer }
  | { readonly kind: 'covered-days'; readonly days: readonly DayRange[] }
  | { readonly kind: 'still-open'; readonly counts: readonly number[] }
  /** What amounts are allocated by. */
  | { readonly kind: 'weights'; readonly answer: Answer };
