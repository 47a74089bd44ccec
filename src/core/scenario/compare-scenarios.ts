import { toNumber } from '../number/rational.ts';
import { wantedOf } from '../plan/counted-months.ts';
import type { NodeId, PlanNode } from '../plan/plan.ts';
import type { Scenario } from './scenario.ts';
import type { Outcome, TreeModel } from './tree-model.ts';

/** Every node of a plan under several scenarios, side by side. [ANA-15, SCN-02] */
export interface ScenarioTable {
  /** In the order of the scenarios given; the plan as it stands is not among them. */
  readonly nodes: readonly ScenarioRow[];
  readonly goals: readonly ScenarioGoal[];
}

export interface ScenarioRow {
  readonly node: NodeId;
  readonly isDriver: boolean;
  readonly base: Figures;
  readonly scenarios: readonly Figures[];
}

export interface Figures {
  /** Over the plan, delays included. */
  readonly period: number | null;
  /** Once everything runs, over as many months. */
  readonly steady: number | null;
  /** By month of the plan, delays included. */
  readonly months: readonly (number | null)[];
}

export interface ScenarioGoal {
  readonly node: NodeId;
  /** What the goal asks for over the plan; null for an open end. */
  readonly atLeast: number | null;
  readonly atMost: number | null;
  readonly base: GoalFigures;
  readonly scenarios: readonly GoalFigures[];
  /** Σ probability × value, what is left of 100 % for the plan as it stands; null without probabilities. */
  readonly expected: number | null;
}

export interface GoalFigures {
  readonly period: number | null;
  readonly steady: number | null;
  readonly meets: { readonly period: boolean | null; readonly steady: boolean | null };
  /** scenario − base. */
  readonly change: { readonly period: number | null; readonly steady: number | null };
  /** Reaches although the plan does not: an opportunity; the other way round: a risk. */
  readonly reading: 'opportunity' | 'risk' | null;
}

/** Works out the table. Expected values only where the probabilities given add up to at most 1. */
export function compareScenarios(
  model: TreeModel,
  scenarios: readonly Pick<Scenario, 'changes' | 'probability'>[],
): ScenarioTable {
  const outcomes = scenarios.map(({ changes }) => model.with(changes));
  const { nodes } = model.arithmetic.plan;
  const all = [...nodes.values()];
  const weights = weightsOf(scenarios);
  return {
    nodes: all.map(({ id }) => ({
      node: id,
      isDriver: model.drivers.includes(id),
      base: figuresOf(model, model.base, id),
      scenarios: outcomes.map(outcome => figuresOf(model, outcome, id)),
    })),
    goals: all.filter(({ role }) => role === 'goal').map(goal => goalRow(model, goal, outcomes, weights)),
  };
}

/** Whether the probabilities can be probabilities of scenarios that exclude each other. */
export function totalProbability(scenarios: readonly Pick<Scenario, 'probability'>[]): number {
  return scenarios.reduce((sum, { probability }) => sum + (probability ?? 0), 0);
}

function weightsOf(scenarios: readonly Pick<Scenario, 'probability'>[]): readonly number[] | undefined {
  const total = totalProbability(scenarios);
  if (scenarios.every(({ probability }) => probability === null) || total > 1 + 1e-9) return undefined;
  return [Math.max(0, 1 - total), ...scenarios.map(({ probability }) => probability ?? 0)];
}

function figuresOf(model: TreeModel, outcome: Outcome, node: NodeId): Figures {
  return {
    period: outcome.whole(node) ?? null,
    steady: outcome.whole(node, 'steady') ?? null,
    months: model.keys.map((_, month) => outcome.month(node, month) ?? null),
  };
}

function goalRow(
  model: TreeModel,
  goal: PlanNode,
  outcomes: readonly Outcome[],
  weights: readonly number[] | undefined,
): ScenarioGoal {
  const { low, high } = wantedOf(goal, model.arithmetic);
  const [atLeast, atMost] = [low ? toNumber(low) : null, high ? toNumber(high) : null];
  const meets = (value: number | null): boolean | null => {
    if (value === null || (atLeast === null && atMost === null)) return null;
    return (atLeast === null || value >= atLeast) && (atMost === null || value <= atMost);
  };
  const figures = (outcome: Outcome): GoalFigures => {
    const [period, steady] = [outcome.whole(goal.id) ?? null, outcome.whole(goal.id, 'steady') ?? null];
    const [was, wasSteady] = [model.base.whole(goal.id) ?? null, model.base.whole(goal.id, 'steady') ?? null];
    const [now, before] = [meets(period), meets(was)];
    return {
      period,
      steady,
      meets: { period: now, steady: meets(steady) },
      change: { period: differenceOf(period, was), steady: differenceOf(steady, wasSteady) },
      reading: now === null || before === null || now === before ? null : now ? 'opportunity' : 'risk',
    };
  };
  const [base, ...rows] = [model.base, ...outcomes].map(figures);
  const values = [base, ...rows].map(row => row?.period ?? null);
  const isKnown = values.every((value, i) => value !== null || (weights?.[i] ?? 0) === 0);
  const expected =
    weights && isKnown ? values.reduce<number>((sum, value, i) => sum + (value ?? 0) * (weights[i] ?? 0), 0) : null;
  return { node: goal.id, atLeast, atMost, base: base ?? figures(model.base), scenarios: rows, expected };
}

function differenceOf(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a - b;
}
