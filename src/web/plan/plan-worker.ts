import { fixesOf, summaryOf } from '#contract/check-of.ts';
import { planViewOf } from '#contract/plan-view-of.ts';
import { wireProblem } from '#contract/problem.ts';
import { repairOf } from '#contract/repair-of.ts';
import { scheduleOf } from '#contract/schedule-of.ts';
import { verdictOf } from '#contract/verdict-of.ts';
import { fixFor, isFixable } from '#core/lint/autofix.ts';
import type { PlanKnowledge } from '#core/lint/evidence/plan-knowledge.ts';
import { type PlanReview, reviewKnowing } from '#core/lint/review-plan.ts';
import type { Catalogue } from '#core/metric/catalogue.ts';
import type { Rational } from '#core/number/rational.ts';
import { parsePlan } from '#core/plan/build-plan.ts';
import { checkPlan, type PlanCheck } from '#core/plan/check-plan.ts';
import { planMonths } from '#core/plan/month-bounds.ts';
import { decimalText } from '#core/plan/shown.ts';
import { planSchedule } from '#core/planner/planner.ts';
import { sentence } from '#core/problem/sentence.ts';
import { plannedValues } from '#core/progress/planned.ts';
import { repairPlan, repairRead } from '#core/repair/repair.ts';
import { arrivalsOf } from './arrivals-of.ts';
import { catalogueWith } from './catalogue-with.ts';
import { editPlan, type PlanTexts } from './edit-plan.ts';
import { warmUp } from './warm-up.ts';
import { weeklyPlanOf } from './weekly-plan-of.ts';
import type { CheckedPlan, PlannedNode, ReadWith, Repaired, WorkerAnswer, WorkerQuestion } from './worker-message.ts';

/** Checks and edits plans beside the page, so that typing never waits: the same code as the server's, with the same definitions. */
addEventListener('message', (event: MessageEvent<WorkerQuestion>) => {
  isAsked = true;
  const question = event.data;
  postMessage({ id: question.id, answer: answerTo(question) } satisfies WorkerAnswer);
});

let isAsked = false;
warmUp(() => !isAsked);

function answerTo(question: WorkerQuestion): WorkerAnswer['answer'] {
  switch (question.kind) {
    case 'check': {
      const catalogue = catalogueOf(question);
      const found = reviewKnowing(checked(question, catalogue), catalogue, known);
      const view = found.parsed ? planViewOf(found.parsed, catalogue) : null;
      const settles = settlesOf(found, catalogue);
      return { kind: 'checked', check: summaryOf(found), view, planned: plannedOf(found), settles, ignored: ignoredOf(found) };
    }
    case 'know':
      known = question.known;
      return { kind: 'known' };
    case 'fixes':
      return { kind: 'fixes', fixes: fixesOf(checked(question, catalogueOf(question))) };
    case 'repair':
      return { kind: 'repaired', ...repaired(question, question.request) };
    case 'certificates': {
      const { goals } = verdictOf(checked(question, catalogueOf(question)));
      return { kind: 'certificates', certificates: goals.flatMap(({ period }) => period ?? []) };
    }
    case 'schedule':
      return { kind: 'schedule', answer: scheduleOf(planSchedule(question, catalogueOf(question), question.request)) };
    case 'arrivals': {
      const { arithmetic } = checked(question, catalogueOf(question));
      return { kind: 'arrivals', arrivals: arithmetic ? arrivalsOf(arithmetic) : [] };
    }
    case 'weekly': {
      const found = checked(question, catalogueOf(question));
      return { kind: 'weekly', weekly: found.arithmetic ? weeklyPlanOf(found.arithmetic, plannedOf(found)) : null };
    }
    case 'edit':
      return { kind: 'edited', texts: editPlan(question, question.edit) ?? null };
  }
}

function repaired(texts: ReadWith, request: Parameters<typeof repairPlan>[2]): Repaired {
  const catalogue = catalogueOf(texts);
  const { parsed, arithmetic } = checked(texts, catalogue);
  const isRead = parsed !== undefined && arithmetic !== undefined;
  const answer = repairOf(
    isRead ? repairRead(texts, { parsed, arithmetic }, catalogue, request) : repairPlan(texts, catalogue, request),
  );
  const after = answer.offers.map(offer => {
    const parsed = parsePlan(offer.texts, catalogue);
    const changed = new Set(offer.edits.map(({ node }) => node));
    return parsed.ok ? planViewOf(parsed.value, catalogue).nodes.filter(({ id }) => changed.has(id)) : [];
  });
  return { answer, after };
}

/** What is known beside the text of the plan that is being checked. */
let known: PlanKnowledge | undefined;

let latest: { readonly texts: PlanTexts; readonly catalogue: Catalogue; readonly found: PlanCheck } | undefined;

/** The check of texts; of the texts asked for last it is still known. */
function checked({ yaml, sheet }: PlanTexts, catalogue: Catalogue): PlanCheck {
  if (latest?.texts.yaml === yaml && latest.texts.sheet === sheet && latest.catalogue === catalogue) return latest.found;
  const found = checkPlan({ yaml, sheet }, catalogue);
  latest = { texts: { yaml, sheet }, catalogue, found };
  return found;
}

/** The edit that settles each finding, in their order. */
function settlesOf({ problems, parsed }: PlanCheck, catalogue: Catalogue): CheckedPlan['settles'] {
  return problems.map(found => (parsed && isFixable(found.code) ? (fixFor(found, parsed, catalogue) ?? null) : null));
}

function ignoredOf({ ignored }: PlanReview): CheckedPlan['ignored'] {
  return ignored.map(({ problem, ignore: { because, until = null, by = null }, index }) => ({
    found: wireProblem(problem, sentence),
    because,
    until,
    by,
    index,
  }));
}

function catalogueOf({ definitions, currency }: ReadWith): Catalogue {
  return catalogueWith(definitions, currency);
}

function plannedOf({ arithmetic }: PlanCheck): readonly PlannedNode[] {
  if (!arithmetic) return [];
  const { plan } = arithmetic;
  const planned = plannedValues(arithmetic, () => ({ kind: 'calendar-days' }));
  const months = planMonths(plan);
  return [...plan.nodes.keys()].map(node => ({
    node,
    whole: textOf(planned.due(node, plan.period)?.value),
    months: months.map((_, month) => textOf(planned.month(node, month)?.value)),
  }));
}

function textOf(value: Rational | undefined): string | null {
  return value ? decimalText(value) : null;
}
