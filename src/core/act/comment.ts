import { failed, isError, ok, type Result } from '../problem/problem.ts';
import { actProblem } from './act-messages.ts';
import { checkText } from './check-text.ts';
import type { KpiRef } from './kpi-ref.ts';
import type { MemberId } from './member.ts';

/** Cause and countermeasure (要因・対策) that someone wrote on a KPI for a period. [ACT-31] */
export interface Comment extends CommentText {
  readonly id: string;
  readonly kpi: KpiRef;
  /** Key of the period, as the calendar writes it. */
  readonly period: string;
  readonly author: MemberId;
}

export interface CommentText {
  readonly cause: string;
  readonly countermeasure: string;
}

/** Reads what people typed: one of the two cells may be empty, not both. */
export function parseComment(input: CommentText): Result<CommentText> {
  const problems = [
    ...checkText(input.cause, 'cause', { required: false }),
    ...checkText(input.countermeasure, 'countermeasure', { required: false }),
  ];
  const text = { cause: input.cause.trim(), countermeasure: input.countermeasure.trim() };
  if (text.cause === '' && text.countermeasure === '') problems.push(actProblem('comment-empty', {}, { at: ['cause'] }));
  return problems.some(isError) ? failed(problems) : ok(text, problems);
}
