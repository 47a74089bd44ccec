import type { Patch } from '../plan/edit.ts';
import type { Problem } from '../problem/problem.ts';
import type { LintFacts } from './facts.ts';
import type { Lint } from './lint.ts';

/** One thing a plan can be told. Its sentence stands in its concept's messages, its explanation in the rule pages. [LNT-01] */
export interface Rule {
  /** The code of its findings. */
  readonly id: string;
  /** Facts without which it says nothing. */
  readonly needs?: keyof LintFacts;
  readonly find: (lint: Lint) => readonly Problem[];
  /** The edit that makes a finding go away and changes nothing else that the plan means. [LNT-30] */
  readonly fix?: (found: Problem, lint: Lint) => Patch | undefined;
}
