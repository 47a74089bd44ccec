import type { Problem } from '../problem/problem.ts';
import type { Scenario } from './scenario.ts';
import { scenarioProblem } from './scenario-messages.ts';

const LONGEST_NAME = 100;

/** What is wrong with a scenario's own words and figures; its changes are checked against a plan. [SCN-03] */
export function checkScenario({ name, probability }: Pick<Scenario, 'name' | 'probability'>): readonly Problem[] {
  const problems: Problem[] = [];
  if (name.trim() === '' || [...name.trim()].length > LONGEST_NAME)
    problems.push(scenarioProblem('scenario-name', {}, { at: ['name'] }));
  if (probability !== null && !(probability >= 0 && probability <= 1)) {
    problems.push(scenarioProblem('scenario-probability', {}, { at: ['probability'] }));
  }
  return problems;
}
