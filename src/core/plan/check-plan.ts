import type { Catalogue } from '../metric/catalogue.ts';
import { type Rational, rationalOf, toNumber } from '../number/rational.ts';
import type { Problem } from '../problem/problem.ts';
import { problemsOf } from '../problem/problem.ts';
import { unreachable } from '../problem/unreachable.ts';
import { unitText } from '../unit/unit-text.ts';
import { type Arithmetic, prepareArithmetic } from './arithmetic.ts';
import { type ParsedPlan, type PlanText, parsePlan } from './build-plan.ts';
import { checkChain, goalRemainder } from './check-chain.ts';
import { checkDesign } from './check-design.ts';
import { pathOf } from './check-references.ts';
import { checkStructure } from './check-structure.ts';
import { checkTags } from './check-tags.ts';
import { checkUnits } from './check-units.ts';
import { checkWeeks } from './check-weeks.ts';
import { checkConsistency } from './consistency.ts';
import { consistencyMessages } from './consistency-messages.ts';
import { evaluateDrivers } from './evaluate-drivers.ts';
import { monthKey } from './month-bounds.ts';
import { neededValue } from './needed-value.ts';
import type { NodeId, PlanNode } from './plan.ts';
import type { Doubt } from './reading.ts';
import { requiredAlone } from './required.ts';
import type { Requirement } from './required-model.ts';
import { decimalText } from './shown.ts';
import { uncountable } from './uncountable.ts';
import { type GoalVerdict, goalVerdict } from './verdict.ts';
import { compareWays, type Way } from './ways.ts';
import { cornerOf } from './worst-case.ts';

const problem = problemsOf(consistencyMessages);

/** Everything a plan's text says about itself: does it add up, and what is wrong with it. */
export interface PlanCheck {
  /** Absent when the text could not be read as a plan. */
  readonly parsed?: ParsedPlan;
  /** Absent when the formulas run in a circle. */
  readonly arithmetic?: Arithmetic;
  readonly goals: readonly GoalCheck[];
  /** Ways to take goals apart, side by side, for goals that have several. */
  readonly ways: readonly Way[];
  /** In document order. */
  readonly problems: readonly Problem[];
}

export interface GoalCheck extends GoalVerdict {
  readonly target?: Rational;
  /** What each driver alone would have to be for the goal to be met in the plan period; empty when it is met. */
  readonly alone: readonly Requirement[];
}

/** Checks a plan's two texts: shape, references, units, structure, consistency, and the verdict on every goal. [DES-26] */
export function checkPlan(text: PlanText, catalogue: Catalogue): PlanCheck {
  const parsed = parsePlan(text, catalogue);
  if (!parsed.ok) return { goals: [], ways: [], problems: inDocumentOrder(parsed.problems) };
  const { plan, source } = parsed.value;
  const problems = [
    ...parsed.problems,
    ...checkUnits(plan, catalogue.things, source),
    ...checkStructure(plan, source),
    ...checkDesign(plan, source),
    ...checkChain(plan, source),
    ...checkTags(plan, source),
  ];
  const prepared = prepareArithmetic(plan);
  if (!prepared.ok) {
    problems.push(uncountable(prepared, parsed.value));
    return { parsed: parsed.value, goals: [], ways: [], problems: inDocumentOrder(problems) };
  }
  const { arithmetic } = prepared;
  const goals = [...plan.nodes.values()].filter(node => node.role === 'goal').map(goal => goalCheck(goal, arithmetic));
  for (const goal of goals) problems.push(...goalProblems(goal, arithmetic, parsed.value));
  problems.push(...checkConsistency(arithmetic, source), ...checkWeeks(arithmetic), ...timing(arithmetic, goals, parsed.value));
  const { ways, problems: ofWays } = compareWays(goals, arithmetic, parsed.value, catalogue);
  problems.push(...ofWays);
  return { parsed: parsed.value, arithmetic, goals, ways, problems: inDocumentOrder(problems) };
}

function goalCheck(goal: PlanNode, arithmetic: Arithmetic): GoalCheck {
  const verdict = goalVerdict(goal, arithmetic);
  const target = limitOf(verdict);
  const missed = verdict.period.side === 'high' ? 'high' : 'low';
  const isShort = verdict.period.verdict === 'short';
  let alone: readonly Requirement[] | undefined;
  return {
    ...verdict,
    ...(target ? { target } : {}),
    // Takes longer than all the rest of a check, and not everybody asks for it.
    get alone() {
      alone ??= isShort && target ? requiredAlone(goal, { [missed]: target }, arithmetic.lagged, arithmetic) : [];
      return alone;
    },
  };
}

/** What a goal's figures are measured against: of a range the end that is missed, else the lower one. */
function limitOf({ wanted, period }: GoalVerdict): Rational | undefined {
  return period.side === undefined ? (wanted.low ?? wanted.high) : wanted[period.side];
}

function goalProblems(goal: GoalCheck, arithmetic: Arithmetic, { plan, source }: ParsedPlan): readonly Problem[] {
  const node = plan.nodes.get(goal.id);
  if (!node) return [];
  const { period, steady } = goal;
  const doubts = period.why ? doubtProblems(period.why, node, goal, arithmetic, { plan, source }) : [];
  if (period.verdict !== 'short' || !period.implied || !period.shortBy || !goal.target) return doubts;
  const params = {
    goal: goal.id,
    wanted: decimalText(goal.target),
    implied: decimalText(period.implied),
    shortBy: decimalText(period.shortBy),
    ...(period.coverage ? { coverage: decimalText(period.coverage) } : {}),
    side: period.side ?? 'low',
    timing: steady.verdict === 'reaches' ? 'yes' : 'no',
    unit: unitText(node.unit),
  } as const;
  const place = { at: pathOf(node), line: source.lineOf(pathOf(node)) };
  return [problem('goal-short', params, place), ...goalRemainder(goal, node, source), ...doubts];
}

function doubtProblems(
  why: Doubt,
  goal: PlanNode,
  check: GoalCheck,
  arithmetic: Arithmetic,
  { plan, source }: ParsedPlan,
): readonly Problem[] {
  const place = (node: PlanNode) => ({ at: pathOf(node), line: source.lineOf(pathOf(node)) });
  const nodes = (ids: readonly NodeId[]) => ids.flatMap(id => plan.nodes.get(id) ?? []);
  switch (why.code) {
    case 'missing':
      return nodes(why.nodes)
        .filter(node => !node.undecided)
        .map(node => {
          const needed = why.nodes.length === 1 ? neededValue(node, goal, check, arithmetic) : undefined;
          const params = {
            node: node.id,
            goal: goal.id,
            partly: arithmetic.bounds.has(node.id) ? 'yes' : 'no',
            flow: node.time === 'flow' ? 'yes' : 'no',
            unit: unitText(node.unit),
            ...(needed ? { needed } : {}),
          } as const;
          return problem('missing-factor', params, place(node));
        });
    case 'unbounded':
      return nodes(why.nodes).map(node => problem('unbounded-driver', { node: node.id, goal: goal.id }, place(node)));
    case 'no-baseline':
      return nodes(why.nodes).map(node => problem('baseline-needed', { node: node.id, goal: goal.id }, place(node)));
    case 'undefined':
      return [problem('goal-undefined', { goal: goal.id }, place(goal))];
    case 'not-monotone':
      return [problem('not-monotone', { goal: goal.id, nodes: why.nodes }, place(goal))];
    case 'no-target':
    case 'no-formula':
      return [];
    default:
      return unreachable(why);
  }
}

/** What delays do to the months: nothing known of the pipeline, months in which nothing arrives. */
function timing(arithmetic: Arithmetic, goals: readonly GoalCheck[], { plan, source }: ParsedPlan): readonly Problem[] {
  const found: Problem[] = [];
  const lagging = [...plan.nodes.values()].filter(node => node.lag && node.equals);
  if (lagging.length === 0 || goals.every(goal => goal.period.why?.code === 'missing')) return found;
  if (plan.pipeline.kind === 'unstated' && arithmetic.pipelineGaps.length > 0)
    found.push(problem('pipeline-unstated', { nodes: arithmetic.pipelineGaps }));
  const evaluation = evaluateDrivers(arithmetic.lagged, arithmetic, (id, bound) => {
    const node = plan.nodes.get(id);
    return node && cornerOf(bound, node, bound.low ? 'low' : 'high', rationalOf);
  });
  for (const node of lagging) {
    if (node.time !== 'flow') continue;
    const values = arithmetic.months.map((_, month) => evaluation.value(node.id, month));
    const empty = values.findIndex(value => value === undefined || toNumber(value) !== 0);
    const count = empty === -1 ? values.length : empty;
    const [first, last] = [arithmetic.months[0], arithmetic.months[count - 1]];
    if (count === 0 || !first || !last) continue;
    const at = [...pathOf(node), 'lag'];
    found.push(
      problem('empty-months', { node: node.id, from: monthKey(first), to: monthKey(last) }, { at, line: source.lineOf(at) }),
    );
  }
  return found;
}

const WEIGHT = { error: 0, warning: 1, info: 2 } as const;

/** By line, what is graver first within one. */
export function inDocumentOrder(problems: readonly Problem[]): readonly Problem[] {
  return [...problems].sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || WEIGHT[a.severity] - WEIGHT[b.severity]);
}
