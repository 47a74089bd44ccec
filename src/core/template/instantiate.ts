import { addDays, addMonths, type Day, daysBetween, parseDay } from '../calendar/day.ts';
import type { Catalogue } from '../metric/catalogue.ts';
import type { PlanText } from '../plan/build-plan.ts';
import type { Problem, Result } from '../problem/problem.ts';
import { failed, ok, problemsOf } from '../problem/problem.ts';
import { suggestion } from '../problem/suggest.ts';
import { type Lang, sameText } from '../text/text.ts';
import { parseUnit } from '../unit/unit-text.ts';
import { answeredAmount, localAmount } from './local-value.ts';
import { type PlanDraft, planYaml } from './print-plan.ts';
import { sheetCsv } from './print-sheet.ts';
import type { PlanTemplate } from './template.ts';
import { templateMessages } from './template-messages.ts';
import type { TemplateNode } from './template-schema.ts';

/**
 * What somebody answered, by what was asked: `start`, `deadline` (days), `id`, `name`, and nodes: `leads` for a target,
 * `leads.baseline` for where it stands. A bare number keeps the unit and the period of the example.
 */
export type Answers = Readonly<Record<string, string>>;

export interface InstantiateOptions {
  readonly catalogue: Catalogue;
  /** Language in which amounts and roles are written; names stay in both. */
  readonly lang: Lang;
  /** First day of the plan unless it is answered. */
  readonly start: Day;
}

const problem = problemsOf(templateMessages);
const GENERAL = ['start', 'deadline', 'id', 'name'];
/** Longest plan, in days. */
const LONGEST = 3_660;

/**
 * A plan's two texts from a template and answers, laid out as a person would write them. [TPL-03, TPL-04]
 * Deterministic: equal input gives equal bytes. Answers for nodes the template does not have, and days that are none, are refused;
 * whether an amount makes sense is left to the check of the plan.
 */
export function instantiate(template: PlanTemplate, answers: Answers, options: InstantiateOptions): Result<PlanText> {
  const problems = answerProblems(template, answers);
  const period = periodOf(template, answers, options.start);
  if (!period) {
    const key = parseDay(answers.start ?? options.start) ? 'deadline' : 'start';
    problems.push(problem('answer-date', { key, text: answers[key] ?? '' }, { at: [key] }));
  }
  if (!period || problems.length > 0) return failed(problems);
  const nodes = { goals: template.goals, kpis: withGuardrails(template) };
  const filled = {
    goals: nodes.goals.map(node => withDeadline(answered(node, answers, formOf(node, options)), period.to)),
    kpis: nodes.kpis.map(node => withOwner(answered(node, answers, formOf(node, options, true)), node, template)),
  };
  const local = (node: TemplateNode) => inLanguage(node, options);
  const name = answers.name?.trim();
  const draft: PlanDraft = {
    id: answers.id?.trim() || template.id,
    name: name ? sameText(name) : template.name,
    period,
    goals: filled.goals.map(local),
    factors: template.factors,
    kpis: filled.kpis.map(local),
    identities: template.identities,
    compositions: template.compositions,
    ...(template.pipeline ? { pipeline: template.pipeline } : {}),
  };
  return ok({ yaml: planYaml(draft, options.lang), sheet: sheetCsv(draft) });
}

/** Every key an answer may have. */
export function answerKeys(template: PlanTemplate): readonly string[] {
  const nodes = [...template.goals, ...template.kpis].filter(node => node.equals === undefined || node.target !== undefined);
  return [...GENERAL, ...nodes.map(node => node.id), ...nodes.map(node => `${node.id}.baseline`)];
}

function answerProblems(template: PlanTemplate, answers: Answers): Problem[] {
  const known = answerKeys(template);
  return Object.entries(answers).flatMap(([key, value]) => {
    if (!known.includes(key)) return [problem('answer-unknown', { key, ...suggestion(key, known) }, { at: [key] })];
    return value.trim() === '' ? [problem('answer-empty', { key }, { at: [key] })] : [];
  });
}

function periodOf({ months }: PlanTemplate, answers: Answers, usual: Day): { from: Day; to: Day } | undefined {
  const from = parseDay((answers.start ?? usual).trim());
  if (!from) return undefined;
  const deadline = answers.deadline;
  const to = deadline === undefined ? addDays(addMonths(from, months), -1) : parseDay(deadline.trim());
  return to && to > from && daysBetween(from, to) <= LONGEST ? { from, to } : undefined;
}

function answered(node: TemplateNode, answers: Answers, form: string): TemplateNode {
  const target = answers[node.id];
  const baseline = answers[`${node.id}.baseline`];
  // Steps of the example make no sense towards another target.
  const { milestones: _steps, ...plain } = node;
  return {
    ...(target === undefined
      ? node
      : { ...plain, target: answeredAmount(example(node.target) ?? lastStep(node) ?? form, target) }),
    ...(baseline === undefined ? {} : { baseline: answeredAmount(node.baseline ?? example(node.target) ?? form, baseline) }),
  };
}

/** Whoever answers for a factor answers for its KPIs, as soon as these have a number. [DES-38] */
function withOwner(now: TemplateNode, before: TemplateNode, { factors }: PlanTemplate): TemplateNode {
  const owner = now.owner ?? factors.find(({ id }) => id === now.under)?.owner;
  return now.target === before.target || owner === undefined ? now : { ...now, owner };
}

function example(target: string | undefined): string | undefined {
  return target === 'TBD' ? undefined : target;
}

/** How a bare number is meant where the template has no example: shares in per cent, what adds up by the month. */
function formOf(node: TemplateNode, { catalogue }: InstantiateOptions, isMonthly = false): string {
  const metric = catalogue.metrics.get(node.metric ?? node.id);
  const unit = (node.unit === undefined ? undefined : parseUnit(node.unit)) ?? metric?.unit;
  if (unit?.kind === 'ratio') return '0%';
  const adds = isMonthly && ['sum', 'distinct'].includes(node.aggregation ?? metric?.aggregation ?? '');
  const mark = unit?.kind === 'money' ? '円' : '';
  return `0${mark}${adds && (unit?.kind === 'count' || unit?.kind === 'money') ? ' per month' : ''}`;
}

function lastStep({ milestones }: TemplateNode): string | undefined {
  return milestones?.at(-1)?.value;
}

/** A goal has its date, unless its example or an answer names one. [DES-06] */
function withDeadline(node: TemplateNode, end: Day): TemplateNode {
  const { target } = node;
  if (target === undefined || target === 'TBD' || /まで|\bby\b|未定/i.test(target)) return node;
  return { ...node, target: `${target} by ${end}` };
}

function inLanguage(node: TemplateNode, { catalogue, lang }: InstantiateOptions): TemplateNode {
  const local = (text: string) => {
    const by = / by [0-9-]+$/.exec(text)?.[0] ?? '';
    return `${localAmount(by === '' ? text : text.slice(0, -by.length), node, catalogue, lang)}${by}`;
  };
  return {
    ...node,
    ...(node.target === undefined ? {} : { target: local(node.target) }),
    ...(node.baseline === undefined ? {} : { baseline: asLevel(local(node.baseline)) }),
    ...(node.milestones
      ? { milestones: node.milestones.map(({ after, value }) => ({ after, value: asLevel(local(value)) })) }
      : {}),
  };
}

/** Where something stands is no bound. */
function asLevel(text: string): string {
  return text.replace(/^[≤≥] |(?:以下|以内)$/g, '');
}

/** Metrics that must not get worse are watched, where the plan does not steer by them anyway. */
function withGuardrails({ goals, kpis, guardrails }: PlanTemplate): readonly TemplateNode[] {
  const [main] = goals;
  const present = new Set([...goals, ...kpis].map(node => node.metric ?? node.id));
  const watched = guardrails
    .filter(({ metric }) => !present.has(metric))
    .map(
      ({ metric, because }): TemplateNode => ({
        id: metric,
        ...(main ? { supports: [{ to: main.id, because }] } : {}),
        watch: true,
      }),
    );
  return [...kpis, ...watched];
}
