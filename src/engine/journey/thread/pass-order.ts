import type { EventPart, Vocabulary } from '../kernel/event-part.ts';
import type { SessionTexts } from '../kernel/kernel-context.ts';
import type { AnyAnswer, KernelPartial, KernelQuestion } from '../kernel/kernels.ts';

/** What threads are told. Columns lie in shared memory; nothing is copied. */
export type ThreadRequest =
  /** What was known before is of another time. */
  | { readonly kind: 'vocabulary'; readonly vocabulary: Vocabulary }
  | { readonly kind: 'parts'; readonly key: string; readonly parts: readonly EventPart[] }
  | ({ readonly kind: 'pass' } & PassOrder)
  | {
      readonly kind: 'answer';
      readonly number: number;
      readonly question: KernelQuestion;
      readonly partials: readonly KernelPartial[];
    };

export interface PassOrder {
  readonly number: number;
  readonly question: KernelQuestion;
  /** Names the parts; they were told before. */
  readonly key: string;
  readonly sessions: SessionTexts | null;
  /** People from `cuts[i]` up to, not including, `cuts[i + 1]` are one piece of work. */
  readonly cuts: Uint32Array;
  /** Shared by the threads: the next piece, pieces done, and whether to stop. */
  readonly control: Int32Array;
}

export type ThreadMessage =
  | { readonly kind: 'passed'; readonly number: number; readonly partial: KernelPartial }
  | { readonly kind: 'answered'; readonly number: number; readonly answer: AnyAnswer }
  | { readonly kind: 'failed'; readonly number: number; readonly message: string; readonly stack: string };

export const NEXT = 0;
export const DONE = 1;
export const STOP = 2;
