import type { DayRange } from '../calendar/day-range.ts';
import type { QueryPlan } from './observe-plan.ts';
import type { CoarseRows, Figure } from './parts.ts';
import type { RequestAnswers } from './request-answers.ts';
import type { RowNeed } from './row-need.ts';

export interface NamedFigure {
  readonly figure: Figure;
  /** Currency the rows name; empty where they do not. */
  readonly currency: string;
}

/** The parts of one request by period and slice, with the hidden currency column taken off the slices. */
export class PartIndex {
  /** Slices that have rows, by their key. */
  readonly slices = new Map<string, readonly string[]>();
  readonly isOverflow: boolean;
  private readonly figuresAt = new Map<string, Map<string, NamedFigure[]>>();
  private readonly coarseOf = new Map<string, CoarseRows[]>();

  constructor(need: RowNeed, by: readonly string[], plan: QueryPlan, answers: RequestAnswers) {
    const answer = answers.get(need.key);
    const request = plan.requests.find(each => each.kind === 'parts' && each.key === need.key);
    this.isOverflow = answer?.kind === 'parts' && answer.answer.kind === 'overflow';
    if (answer?.kind !== 'parts' || answer.answer.kind !== 'parts' || request?.kind !== 'parts') return;
    const currencyAt = need.currencyColumn === undefined ? -1 : request.request.by.indexOf(need.currencyColumn);
    for (const { period, slice: full, figure } of answer.answer.parts) {
      const days = request.request.periods[period];
      if (!days) throw new Error(`a part of an unknown period: ${period}`);
      const slice = full.slice(0, by.length);
      this.slices.set(sliceKey(slice), slice);
      push(this.figuresOn(days), sliceKey(slice), { figure, currency: full[currencyAt] ?? '' });
    }
    for (const rows of answer.answer.coarse) {
      const slice = rows.slice.slice(0, by.length);
      this.slices.set(sliceKey(slice), slice);
      push(this.coarseOf, sliceKey(slice), rows);
    }
  }

  figures(period: DayRange, slice: readonly string[]): readonly NamedFigure[] {
    return this.figuresOn(period).get(sliceKey(slice)) ?? [];
  }

  private figuresOn({ from, to }: DayRange): Map<string, NamedFigure[]> {
    const key = `${from} ${to}`;
    const known = this.figuresAt.get(key);
    if (known) return known;
    const made = new Map<string, NamedFigure[]>();
    this.figuresAt.set(key, made);
    return made;
  }

  coarse(slice: readonly string[]): readonly CoarseRows[] {
    return this.coarseOf.get(sliceKey(slice)) ?? [];
  }
}

/** A text that differs for different slices. */
export function sliceKey(slice: readonly string[]): string {
  return slice.length === 1 ? (slice[0] ?? '') : JSON.stringify(slice);
}

function push<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}
