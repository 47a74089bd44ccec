import { decimalOf } from '../number/decimal.ts';
import type { NodeId, PlanNode } from '../plan/plan.ts';
import type { Problem } from '../problem/problem.ts';
import { chainEffect } from '../scenario/chain-effect.ts';
import { elasticities } from '../scenario/elasticity.ts';
import type { TreeModel } from '../scenario/tree-model.ts';
import { unitText } from '../unit/unit-text.ts';
import { priorityProblem } from './priority-messages.ts';
import { type DriverFact, type KpiFacts, type Room, roomOf, usualMovement } from './room.ts';
import { clampedMark, markBy, type Override, overridden, type Scored } from './score.ts';

/** One KPI's place in the order in which KPIs should be worked on. [ANA-12, PRI-02] */
export interface KpiPriority {
  readonly node: NodeId;
  /** 1 is first; equal totals share a rank. */
  readonly rank: number;
  readonly impact: Scored;
  readonly problem: Scored;
  readonly controllability: Scored;
  readonly room: Scored;
  /** Weighted sum of the four marks: 4 to 20 with equal weights. */
  readonly total: number;
  /** impact × controllability: the two-way view, 1 to 25. */
  readonly score: number;
  /** The goal moves by so many percent for one percent of the KPI; absent where it is not in the goal's formula. */
  readonly elasticity?: number;
  /** What +10 % of it (−10 % where less is better) brings the goal once everything runs. */
  readonly tenPercent?: GoalGain;
  /** What reaching its reference brings the goal once everything runs. */
  readonly gain?: GoalGain;
  readonly reference?: Room;
  /** Months until its change shows in the goal. */
  readonly lag?: number;
}

export interface GoalGain {
  /** In the goal's unit, over as many months as the plan has; positive = better for the goal. */
  readonly change: number;
  readonly relative?: number;
}

/** How much each mark counts; the mean is kept at 1, so that totals stay comparable. */
export interface Weights {
  readonly impact: number;
  readonly problem: number;
  readonly controllability: number;
  readonly room: number;
}

export const EQUAL_WEIGHTS: Weights = { impact: 1, problem: 1, controllability: 1, room: 1 };

/** Least figures of the marks 5, 4, 3, 2. [PRI-03 … PRI-05] */
const IMPACT = [0.1, 0.05, 0.02, 0.005] as const;
const ROOM = [0.5, 0.25, 0.1, 0.02] as const;
/** Of an association with the goal, for what no formula ties to it; it never makes more than a 3. */
const ASSOCIATION = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, 0.6, 0.3] as const;
const SHORTFALL = [0.5, 0.25, 0.1, 0.01] as const;

/**
 * Ranks a plan's drivers for one goal on the four criteria: impact on the goal, part in its present shortfall, how far it can be
 * controlled, room for improvement. [ANA-12]
 *
 * In    the tree standing at the present, the goal, what is known of each KPI, marks that people set, weights
 * Out   one row per KPI without formula, best first; every mark says where it comes from and why
 * How   the rules PRI-02 … PRI-06 of docs/spec/priority.md
 */
export function prioritiseKpis(
  model: TreeModel,
  goal: PlanNode,
  factsOf: (node: NodeId) => KpiFacts,
  overrides: readonly Override[] = [],
  weights: Weights = EQUAL_WEIGHTS,
): readonly KpiPriority[] {
  const { nodes } = model.arithmetic.plan;
  const drivers = model.drivers.flatMap(id => nodes.get(id) ?? []).filter(({ role }) => role === 'kpi');
  const ids = drivers.map(({ id }) => id);
  const slopes = new Map(elasticities(model, ids, [goal.id]).map(({ driver, steady }) => [driver, steady]));
  const rows = drivers.map(node => rowOf(model, goal, node, factsOf(node.id), slopes.get(node.id), overrides, weights));
  const ordered = rows.toSorted((a, b) => b.total - a.total || (b.gain?.change ?? 0) - (a.gain?.change ?? 0));
  return ordered.map(row => ({ ...row, rank: 1 + ordered.filter(other => other.total > row.total + 1e-9).length }));
}

function rowOf(
  model: TreeModel,
  goal: PlanNode,
  node: PlanNode,
  facts: KpiFacts,
  elasticity: number | undefined,
  overrides: readonly Override[],
  weights: Weights,
): Omit<KpiPriority, 'rank'> {
  const room = roomOf(facts, node.direction);
  const reference = room === 'none' ? undefined : room;
  const gain = reference && gainOf(model, goal, node.id, reference.reference / (facts.current ?? 1) - 1);
  const tenPercent = gainOf(model, goal, node.id, node.direction === 'down' ? -0.1 : 0.1);
  const lag = chainEffect(model, node.id, goal.id, 0.1)?.after ?? monthsOf(facts.driver);
  const mine = (computed: Scored, criterion: Override['criterion']) => overridden(computed, node.id, criterion, overrides);
  const marks = {
    impact: mine(impactOf(gain, goal, tenPercent !== undefined, facts.driver), 'impact'),
    problem: mine(problemOf(facts, goal), 'problem'),
    controllability: mine(controllabilityOf(node, facts, reference, lag), 'controllability'),
    room: mine(roomMark(facts, node, room), 'room'),
  };
  return {
    node: node.id,
    ...marks,
    total: totalOf(marks, weights),
    score: marks.impact.mark * marks.controllability.mark,
    ...(elasticity === undefined || (elasticity === 0 && lag === undefined) ? {} : { elasticity }),
    ...(tenPercent ? { tenPercent } : {}),
    ...(gain ? { gain } : {}),
    ...(reference ? { reference } : {}),
    ...(lag === undefined ? {} : { lag }),
  };
}

/** The four marks with their weights, scaled so that equal weights give the plain sum. */
export function totalOf(marks: Readonly<Record<keyof Weights, Pick<Scored, 'mark'>>>, weights: Weights): number {
  const all = weights.impact + weights.problem + weights.controllability + weights.room;
  if (all <= 0) return totalOf(marks, EQUAL_WEIGHTS);
  const sum =
    marks.impact.mark * weights.impact +
    marks.problem.mark * weights.problem +
    marks.controllability.mark * weights.controllability +
    marks.room.mark * weights.room;
  return (sum * 4) / all;
}

/** Room and control of a node on their own, from the figures alone. [PRI-04, PRI-06] */
export function leverageOf(node: PlanNode, facts: KpiFacts): { readonly room: Scored; readonly controllability: Scored } {
  const room = roomOf(facts, node.direction);
  const reference = room === 'none' ? undefined : room;
  return { room: roomMark(facts, node, room), controllability: controllabilityOf(node, facts, reference, undefined) };
}

/** What a relative change of a driver brings the goal, steady; positive = better. */
function gainOf(model: TreeModel, goal: PlanNode, driver: NodeId, by: number): GoalGain | undefined {
  const was = model.base.whole(goal.id, 'steady');
  const is = model.with([{ node: driver, mode: 'relative', value: String(by) }]).whole(goal.id, 'steady');
  if (was === undefined || is === undefined || is === was) return undefined;
  const change = goal.direction === 'down' ? was - is : is - was;
  return { change, ...(was === 0 ? {} : { relative: change / Math.abs(was) }) };
}

function impactOf(gain: GoalGain | undefined, goal: PlanNode, isInFormula: boolean, driver: DriverFact | undefined): Scored {
  const told = driver ? [associationOf(driver, goal)] : [];
  if (!gain || gain.change <= 0) {
    const code = isInFormula ? 'priority-impact-reached' : 'priority-impact-none';
    const mark = driver && !isInFormula ? markBy(Math.abs(driver.association), ASSOCIATION) : 1;
    return computed(mark, [priorityProblem(code, namesOf(goal)), ...told]);
  }
  const params = {
    ...namesOf(goal),
    gain: shortDecimal(gain.change),
    percent: percentText(gain.relative ?? 0),
    unit: unitText(goal.unit),
  };
  return computed(markBy(gain.relative ?? 1, IMPACT), [priorityProblem('priority-impact', params), ...told]);
}

function associationOf({ association, lag, grain }: DriverFact, goal: PlanNode): Problem {
  return priorityProblem('priority-association', { ...namesOf(goal), association: association.toFixed(2), lag, grain });
}

const DAYS = { day: 1, week: 7, month: 30.4 } as const;

/** Whole months within which its change was seen in the goal. */
function monthsOf(driver: DriverFact | undefined): number | undefined {
  return driver && Math.ceil((driver.lag * DAYS[driver.grain]) / DAYS.month);
}

function problemOf({ shareOfShortfall: share }: KpiFacts, goal: PlanNode): Scored {
  if (share === undefined) return computed(1, [priorityProblem('priority-problem-unknown', {})]);
  const mark = markBy(share, SHORTFALL);
  if (mark === 1) return computed(1, [priorityProblem('priority-problem-none', {})]);
  return computed(mark, [priorityProblem('priority-problem', { ...namesOf(goal), percent: percentText(share) })]);
}

function roomMark({ current }: KpiFacts, node: PlanNode, room: Room | 'none' | undefined): Scored {
  if (room === undefined) return computed(1, [priorityProblem('priority-room-unknown', {})]);
  if (room === 'none') return computed(1, [priorityProblem('priority-room-none', {})]);
  const params = {
    current: shortDecimal(current ?? 0),
    reference: shortDecimal(room.reference),
    percent: percentText(room.share),
    unit: unitText(node.unit),
    is: room.is,
  };
  return computed(markBy(room.share, ROOM), [priorityProblem('priority-room', params)]);
}

/** 3 to begin with; an owner, a short delay and a past that moved as much as is needed raise it, their opposites lower it. [PRI-06] */
function controllabilityOf(node: PlanNode, facts: KpiFacts, room: Room | undefined, lag: number | undefined): Scored {
  const because: Problem[] = [priorityProblem('priority-owner', { owner: node.owner ?? null })];
  let points = 3 + (node.owner === undefined ? -1 : 1);
  if (lag !== undefined) {
    const own = lag <= 1 ? 1 : lag > 3 ? -1 : 0;
    points += own;
    because.push(priorityProblem('priority-lag', { months: lag, points: own }));
  }
  const movement = usualMovement(facts.history);
  if (movement === undefined) because.push(priorityProblem('priority-variation-unknown', {}));
  else if (room) {
    const own = room.share <= movement ? 1 : room.share > 3 * movement ? -1 : 0;
    points += own;
    const params = { months: facts.history.length, percent: percentText(movement), points: own };
    because.push(priorityProblem('priority-variation', params));
  }
  return computed(clampedMark(points), because);
}

function namesOf({ name }: PlanNode) {
  return { goalJa: name.ja, goalEn: name.en };
}

function computed(mark: Scored['mark'], because: readonly Problem[]): Scored {
  return { mark, from: 'data', computed: mark, because };
}

function percentText(share: number): string {
  return decimalOf(Number((share * 100).toFixed(1)));
}

function shortDecimal(value: number): string {
  return decimalOf(Number(value.toPrecision(12)));
}
