import type { Problem } from '../problem/problem.ts';

/** Marks from 1 (least) to 5 (most). */
export type Mark = 1 | 2 | 3 | 4 | 5;

/** A mark with where it comes from and why. [PRI-01] */
export interface Scored {
  readonly mark: Mark;
  /** `data`: by the rules from figures · `plan`: written in the plan · `people`: somebody set it. */
  readonly from: 'data' | 'plan' | 'people';
  /** Who set it. */
  readonly by?: string;
  /** What the figures say; also where somebody set another mark. */
  readonly computed: Mark;
  /** In words, for both languages. */
  readonly because: readonly Problem[];
}

/** The mark of a figure by the least figure of each mark from 5 down to 2. */
export function markBy(figure: number, least: readonly [number, number, number, number]): Mark {
  const [five, four, three, two] = least;
  return figure >= five ? 5 : figure >= four ? 4 : figure >= three ? 3 : figure >= two ? 2 : 1;
}

export function clampedMark(value: number): Mark {
  return markBy(value, [5, 4, 3, 2]);
}

/** A mark somebody set, in place of a computed one. */
export interface Override {
  /** Node or success factor. */
  readonly id: string;
  readonly criterion: Criterion;
  readonly mark: Mark;
  readonly by: string;
  readonly note: string;
}

/** `feasibility` is used for success factors only; a KPI's is its controllability. */
export type Criterion = 'impact' | 'problem' | 'controllability' | 'room' | 'feasibility';

export function overridden(computed: Scored, id: string, criterion: Criterion, overrides: readonly Override[]): Scored {
  const own = overrides.find(override => override.id === id && override.criterion === criterion);
  return own ? { ...computed, mark: own.mark, from: 'people', by: own.by } : computed;
}
