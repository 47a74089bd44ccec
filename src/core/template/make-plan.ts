import type { Catalogue } from '../metric/catalogue.ts';
import type { PlanText } from '../plan/build-plan.ts';
import type { Problem, Result } from '../problem/problem.ts';
import { failed, ok, problemsOf } from '../problem/problem.ts';
import { suggestion } from '../problem/suggest.ts';
import { combine } from './combine.ts';
import { type Answers, type InstantiateOptions, instantiate } from './instantiate.ts';
import type { Templates } from './parse-templates.ts';
import type { PickListTemplate, PlanTemplate } from './template.ts';
import { templateMessages } from './template-messages.ts';

const problem = problemsOf(templateMessages);

/** One template, or several as one. */
export interface ChosenTemplates {
  readonly template: PlanTemplate;
  /** What combining them had to decide. */
  readonly problems: readonly Problem[];
}

/**
 * The plan's two texts from one template or several, by id, the most important first. [TPL-03, TPL-07]
 * Refused: ids that are none, only pick-lists, kinds that are no part of a plan, answers to what is not asked.
 * The problems beside a value say what combining had to decide.
 */
export function makePlan(
  templates: Templates,
  ids: readonly string[],
  answers: Answers,
  options: InstantiateOptions,
): Result<PlanText> {
  const chosen = chooseTemplates(templates, ids, options.catalogue);
  if (!chosen.ok) return chosen;
  const { template, problems } = chosen.value;
  const texts = instantiate(template, answers, options);
  return texts.ok ? ok(texts.value, [...problems, ...texts.problems]) : texts;
}

/** The template that several ids make together: what it will ask for, before anything is answered. */
export function chooseTemplates(templates: Templates, ids: readonly string[], catalogue: Catalogue): Result<ChosenTemplates> {
  const plans: PlanTemplate[] = [];
  const lists: PickListTemplate[] = [];
  const problems: Problem[] = [];
  for (const id of new Set(ids)) {
    const found = templates.get(id);
    if (!found) problems.push(problem('template-unknown', { id, ...suggestion(id, templates.keys()) }));
    else if (found.kind === 'plan') plans.push(found);
    else if (found.kind === 'pick-list') lists.push(found);
    else problems.push(problem('template-not-combined', { id }));
  }
  if (problems.length === 0 && plans.length === 0) problems.push(problem('template-no-plan', { ids }));
  if (problems.length > 0) return failed(problems);
  const [only] = plans;
  if (only && plans.length === 1 && lists.length === 0) return ok({ template: only, problems: [] });
  return ok(combine(plans, lists, catalogue));
}
