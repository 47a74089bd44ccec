import type { Catalogue } from '../metric/catalogue.ts';
import type { ParsedPlan, PlanText } from '../plan/build-plan.ts';
import { checkPlan, inDocumentOrder, type PlanCheck } from '../plan/check-plan.ts';
import type { Problem } from '../problem/problem.ts';
import { factsOf } from './evidence/facts-of.ts';
import type { PlanKnowledge } from './evidence/plan-knowledge.ts';
import { type LintFacts, NO_FACTS } from './facts.ts';
import { applyIgnores, type Ignored } from './ignore/apply-ignores.ts';
import { lintOf } from './lint.ts';
import { RULES } from './rules.ts';

/** A plan's check with what the rules say beside it, less what the plan itself says is meant to be so. */
export interface PlanReview extends PlanCheck {
  readonly ignored: readonly Ignored[];
}

/** Checks a plan's two texts and holds them against every rule. [LNT-01, LNT-02] */
export function reviewPlan(text: PlanText, catalogue: Catalogue, facts: LintFacts = NO_FACTS): PlanReview {
  return reviewOf(checkPlan(text, catalogue), catalogue, facts);
}

/** The same of a plan that has been checked. */
export function reviewOf(check: PlanCheck, catalogue: Pick<Catalogue, 'things'>, facts: LintFacts = NO_FACTS): PlanReview {
  const { parsed } = check;
  if (!parsed) return { ...check, ignored: [] };
  const { problems, ignored } = applyIgnores([...check.problems, ...lintPlan(parsed, catalogue, facts)], parsed, facts);
  return { ...check, problems: inDocumentOrder(problems), ignored };
}

/** The same with what a workspace knows of the plan's nodes. [LNT-05] */
export function reviewKnowing(
  check: PlanCheck,
  catalogue: Pick<Catalogue, 'things'>,
  known: PlanKnowledge | undefined,
): PlanReview {
  return reviewOf(check, catalogue, known && check.arithmetic ? factsOf(known, check.arithmetic) : NO_FACTS);
}

/** What the rules find in a plan that could be read; those that need facts which are not there say nothing. */
export function lintPlan(
  parsed: ParsedPlan,
  catalogue: Pick<Catalogue, 'things'>,
  facts: LintFacts = NO_FACTS,
): readonly Problem[] {
  const lint = lintOf(parsed, catalogue, facts);
  return RULES.flatMap(({ needs, find }) => (needs === undefined || facts[needs] !== undefined ? find(lint) : []));
}
