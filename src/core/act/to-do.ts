import type { Day } from '../calendar/day.ts';
import { failed, isError, ok, type Problem, type Result } from '../problem/problem.ts';
import { actProblem } from './act-messages.ts';
import { checkText } from './check-text.ts';
import { checkOwner, type Member, type MemberId } from './member.ts';

/** A small task with one owner and a date; needs no KPI. [ACT-30] */
export interface ToDo extends ToDoPlan {
  readonly id: string;
  readonly doneOn: Day | null;
  readonly doneBy: MemberId | null;
}

export interface ToDoPlan {
  readonly title: string;
  readonly owner: MemberId;
  readonly due: Day;
  readonly note: string;
  /** The initiative it belongs to, if any. */
  readonly initiative: string | null;
}

export type ToDoInput = Omit<ToDoPlan, 'owner' | 'due'> & { readonly owner: string | null; readonly due: Day | null };

/** Reads what people typed about a to-do: refused without title, owner or due date. */
export function parseToDo(input: ToDoInput, members: readonly Member[]): Result<ToDoPlan> {
  const problems: Problem[] = [
    ...checkText(input.title, 'title', { required: true }),
    ...checkText(input.note, 'note', { required: false }),
    ...checkOwner(input.owner, members),
  ];
  if (input.due === null) problems.push(actProblem('due-missing', {}, { at: ['due'] }));
  if (problems.some(isError) || input.owner === null || input.due === null) return failed(problems);
  return ok({
    title: input.title.trim(),
    owner: input.owner,
    due: input.due,
    note: input.note.trim(),
    initiative: input.initiative,
  });
}
