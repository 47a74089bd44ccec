import type { Problem } from '../problem/problem.ts';
import { weightOf } from './weight.ts';

const GRAVITY = { error: 0, warning: 1, info: 2 } as const;

/**
 * Findings in the order in which they matter: the graver first, then the weightier rule, then what is about a goal, then the one
 * nearer the top of the text. [LNT-40]
 */
export function ranked<P extends Pick<Problem, 'code' | 'severity' | 'at' | 'line'>>(problems: readonly P[]): readonly P[] {
  return problems.toSorted(
    (a, b) =>
      GRAVITY[a.severity] - GRAVITY[b.severity] ||
      weightOf(b.code) - weightOf(a.code) ||
      Number(b.at[0] === 'goals') - Number(a.at[0] === 'goals') ||
      (a.line ?? 0) - (b.line ?? 0),
  );
}
