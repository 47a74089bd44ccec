import type { Day } from '../calendar/day.ts';
import { compareDecimals, isDecimal } from '../number/decimal.ts';
import { failed, isError, ok, type Problem, type Result } from '../problem/problem.ts';
import { type ActField, actProblem } from './act-messages.ts';
import { checkText } from './check-text.ts';
import type { InitiativePlan, Pilot } from './initiative.ts';
import { initiativeProblem } from './initiative-messages.ts';
import { kpiKey, sameKpi } from './kpi-ref.ts';
import { checkOwner, type Member } from './member.ts';

/** As typed: owner and due date may still be missing. */
export type InitiativeInput = Omit<InitiativePlan, 'owner' | 'due'> & {
  readonly owner: string | null;
  readonly due: Day | null;
};

/**
 * Reads what people typed about an initiative: refused without title, KPI, owner or due date, at every stage. [ACT-03]
 * Texts are trimmed, a KPI or contributor named twice is kept once, and the owner is not a contributor as well.
 */
export function parseInitiative(input: InitiativeInput, members: readonly Member[]): Result<InitiativePlan> {
  const problems: Problem[] = [
    ...checkText(input.title, 'title', { required: true }),
    ...checkText(input.hypothesis, 'hypothesis', { required: false }),
    ...input.evidence.flatMap(line => checkText(line, 'evidence', { required: false })),
    ...checkOwner(input.owner, members),
    ...checkContributors(input, members),
    ...checkDates(input),
    ...checkExpected(input),
    ...checkAmount(input.cost?.amount, 'cost'),
    ...checkDetails(input),
  ];
  if (input.kpis.length === 0) problems.push(initiativeProblem('initiative-kpi-missing', {}, { at: ['kpis'] }));
  if (problems.some(isError) || input.owner === null || input.due === null) return failed(problems);
  return ok(tidied(input, input.owner, input.due), problems);
}

function checkContributors({ contributors, owner }: InitiativeInput, members: readonly Member[]): Problem[] {
  return contributors.filter(id => id !== owner).flatMap(id => checkOwner(id, members, ['contributors']));
}

function checkDates({ start, due }: InitiativeInput): Problem[] {
  if (due === null) return [actProblem('due-missing', {}, { at: ['due'] })];
  return start !== null && start > due ? [actProblem('dates-reversed', { start, due }, { at: ['due'] })] : [];
}

function checkExpected({ expected, kpis }: InitiativeInput): Problem[] {
  if (expected === null) return [];
  const at = ['expected'];
  const decimal: boolean = isDecimal(expected.value);
  if (!decimal) return [actProblem('number-unreadable', { field: 'expected', value: expected.value.slice(0, 100) }, { at })];
  return kpis.some(kpi => sameKpi(kpi, expected.kpi)) ? [] : [initiativeProblem('initiative-expected-kpi', {}, { at })];
}

/** An amount that cannot be negative; absent is fine. */
export function checkAmount(amount: string | undefined, field: ActField): Problem[] {
  if (amount === undefined) return [];
  const decimal: boolean = isDecimal(amount);
  if (!decimal) return [actProblem('number-unreadable', { field, value: amount.slice(0, 100) }, { at: [field] })];
  return compareDecimals(amount, '0') < 0 ? [actProblem('number-negative', { field }, { at: [field] })] : [];
}

function checkDetails({ details }: InitiativeInput): Problem[] {
  const problems = [
    ...checkText(details.risk ?? '', 'risk', { required: false }),
    ...checkText(details.cause ?? '', 'cause', { required: false }),
    ...checkText(details.segment ?? '', 'segment', { required: false }),
    ...checkAmount(details.effort, 'effort'),
  ];
  if (details.pilot) problems.push(...checkPilot(details.pilot));
  if (details.followUpEvery !== undefined && !isWhole(details.followUpEvery, 1, 366)) {
    problems.push(initiativeProblem('initiative-follow-up', {}, { at: ['details', 'followUpEvery'] }));
  }
  return problems;
}

function checkPilot(pilot: Pilot): Problem[] {
  const problems = checkText(pilot.scope, 'scope', { required: true });
  if (!(pilot.share > 0 && pilot.share <= 1) || !isWhole(pilot.days, 1, 10_000)) {
    problems.push(initiativeProblem('initiative-pilot-share', {}, { at: ['details', 'pilot'] }));
  }
  return problems;
}

function isWhole(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}

function tidied(input: InitiativeInput, owner: string, due: Day): InitiativePlan {
  return {
    title: input.title.trim(),
    kpis: [...new Map(input.kpis.map(kpi => [kpiKey(kpi), { plan: kpi.plan, node: kpi.node }])).values()],
    hypothesis: input.hypothesis.trim(),
    expected: input.expected,
    cost: input.cost,
    owner,
    contributors: [...new Set(input.contributors)].filter(id => id !== owner),
    start: input.start,
    due,
    evidence: input.evidence.map(line => line.trim()).filter(line => line !== ''),
    follows: input.follows,
    details: input.details,
  };
}
