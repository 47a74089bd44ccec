import type { Day } from '../calendar/day.ts';
import { failed, ok, type Problem, type Result } from '../problem/problem.ts';
import type { Initiative } from './initiative.ts';
import { initiativeProblem } from './initiative-messages.ts';
import { movesFrom, type Stage } from './stage.ts';

/**
 * Moves an initiative one stage on or back. [ACT-21]
 * Proposing needs a hypothesis; starting needs an expected effect, a start date and, when it is difficult, a trial. [ACT-02, ACT-06]
 * `today`: becomes the day it started, when it starts for the first time.
 */
export function moveInitiative(initiative: Initiative, to: Stage, today: Day): Result<Initiative> {
  const allowed = movesFrom(initiative.stage);
  if (!allowed.includes(to)) {
    return failed([initiativeProblem('initiative-move', { from: initiative.stage, to, allowed }, { at: ['stage'] })]);
  }
  const problems = missingFor(initiative, to);
  if (problems.length > 0) return failed(problems);
  return ok({ ...initiative, stage: to, startedOn: to === 'running' ? (initiative.startedOn ?? today) : initiative.startedOn });
}

function missingFor(initiative: Initiative, to: Stage): Problem[] {
  const problems: Problem[] = [];
  if (to !== 'idea' && initiative.hypothesis === '') {
    problems.push(initiativeProblem('initiative-hypothesis-missing', {}, { at: ['hypothesis'] }));
  }
  if (to !== 'running') return problems;
  if (initiative.expected === null) problems.push(initiativeProblem('initiative-expected-missing', {}, { at: ['expected'] }));
  if (initiative.start === null) problems.push(initiativeProblem('initiative-start-missing', {}, { at: ['start'] }));
  if (initiative.details.difficulty === 'high' && !initiative.details.pilot) {
    problems.push(initiativeProblem('initiative-pilot-missing', {}, { at: ['details', 'pilot'] }));
  }
  return problems;
}
