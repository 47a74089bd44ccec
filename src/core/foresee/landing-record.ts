import { addDays, addMonths, type Day } from '../calendar/day.ts';
import type { DayRange } from '../calendar/day-range.ts';
import type { Arithmetic } from '../plan/arithmetic.ts';
import { planMonths } from '../plan/month-bounds.ts';
import type { NodeId, PlanNode } from '../plan/plan.ts';
import { type Band, bandOf } from './band.ts';
import type { ForesightInput, NodeHistory } from './foresight.ts';
import { historyMonths, LOOK_BACK } from './history-months.ts';
import { LeafFits } from './leaf-fits.ts';
import { Simulation } from './simulation.ts';

/** How a goal's landings of earlier months did against what came true. [LND-70] */
export interface LandingRecord {
  readonly goal: NodeId;
  /** Latest first. */
  readonly tries: readonly PastLanding[];
  /** How many of them had the truth between P10 and P90. */
  readonly inside: number;
}

/** A landing as it would have been told at the end of a month, and what came true. */
export interface PastLanding {
  /** Last day of what was known. */
  readonly to: Day;
  /** As long as the plan, ending where the truth is known. */
  readonly period: DayRange;
  readonly landing: Band;
  readonly actual: number;
}

/** So many earlier months are tried at most. */
const MOST = 12;
const DRAWS = 1_000;
/** Months of a goal that have to be known at a cut-off. */
const LEAST = 6;

/**
 * Makes a plan's landing again at the ends of earlier months, from nothing but the months up to then. [LND-70]
 *
 * The plan's period is moved back month by month, with its formulas and the same share of it over as today, as far as its end is known
 * by now; what came true is read from the same tree with all months over. `step` makes one such landing and says whether there are
 * more. Nothing is told of plans whose first or last month is cut, and of goals whose months have gaps. Corrections of data count as
 * known; initiatives count only by what they had done.
 */
export class LandingRecords {
  private readonly input: ForesightInput;
  private readonly goals: readonly PlanNode[];
  private readonly found = new Map<NodeId, PastLanding[]>();
  private readonly ahead: number;
  private readonly known: number;
  private back: number;

  constructor(input: ForesightInput) {
    const { plan, months } = input.arithmetic;
    this.input = input;
    this.goals = [...plan.nodes.values()].filter(({ role }) => role === 'goal');
    const { closed } = historyMonths(plan, input.to);
    this.known = closed.length;
    this.ahead = months.length + LOOK_BACK - closed.length;
    this.back = this.ahead > 0 && !months.some(({ clipped }) => clipped) ? this.ahead : Number.POSITIVE_INFINITY;
  }

  step(): boolean {
    const goals = this.goals.filter(({ id }) => this.isKnown(id, this.back));
    if (goals.length === 0) return false;
    const arithmetic = movedBack(this.input.arithmetic, this.back);
    const over = planMonths(arithmetic.plan);
    const until = over[over.length - 1 - this.ahead];
    const to = until?.to ?? addDays(arithmetic.plan.period.from, -1);
    const told = this.simulated(arithmetic, to, this.known);
    const truth = this.simulated(arithmetic, arithmetic.plan.period.to, this.known + this.ahead);
    for (const { id } of goals) {
      const landing = bandOf(told.plain.landings.get(id) ?? new Float64Array());
      const actual = bandOf(truth.plain.landings.get(id) ?? new Float64Array());
      if (landing && actual)
        this.found.set(id, [...(this.found.get(id) ?? []), { to, period: arithmetic.plan.period, landing, actual: actual.p50 }]);
    }
    this.back += 1;
    return this.back < this.ahead + MOST;
  }

  finished(): readonly LandingRecord[] {
    while (this.step());
    return this.records();
  }

  records(): readonly LandingRecord[] {
    return this.goals.map(({ id }) => {
      const tries = this.found.get(id) ?? [];
      const inside = tries.filter(({ landing, actual }) => actual >= landing.p10 && actual <= landing.p90).length;
      return { goal: id, tries, inside };
    });
  }

  /** Whether enough of a goal was known then, and all of it is now. A goal nobody measures is what its parts give. */
  private isKnown(goal: NodeId, back: number): boolean {
    if (back > LOOK_BACK) return false;
    const own = this.input.history.get(goal);
    if (!own) return this.known - back >= LEAST;
    const months = own.closed.slice(0, this.known);
    const end = LOOK_BACK + this.input.arithmetic.months.length - back;
    const inPlan = months.slice(Math.max(0, end - this.input.arithmetic.months.length), end);
    const then = months.slice(0, Math.max(0, this.known - back)).filter(value => value !== null).length;
    return then >= LEAST && inPlan.every(value => value !== null);
  }

  private simulated(arithmetic: Arithmetic, to: Day, months: number): Simulation {
    const { history, seed } = this.input;
    const own = new Map([...history].map(([id, known]) => [id, earlier(known, this.back, months)]));
    const draws = months > this.known ? 1 : DRAWS;
    const input: ForesightInput = { arithmetic, to, history: own, effects: [], draws, seed };
    return new Simulation(input, new LeafFits(input).finished()).finished();
  }
}

/** A node's months as the plan moved back counts them, the first so many of them. */
function earlier({ closed, weights, profile }: NodeHistory, back: number, months: number): NodeHistory {
  const moved = (values: readonly (number | null)[]) =>
    Array.from({ length: months }, (_, i): number | null => (i < back ? null : (values[i - back] ?? null)));
  return {
    closed: moved(closed),
    running: null,
    profile,
    ...(weights ? { weights: { closed: moved(weights.closed), running: null } } : {}),
  };
}

function movedBack(arithmetic: Arithmetic, back: number): Arithmetic {
  const { plan } = arithmetic;
  const last = (day: Day) => addDays(addMonths(addDays(day, 1), -back), -1);
  const period = { from: addMonths(plan.period.from, -back), to: last(plan.period.to) };
  const nodes = [...plan.nodes].map(([id, node]): [NodeId, PlanNode] => [
    id,
    node.target?.by === undefined ? node : { ...node, target: { ...node.target, by: last(node.target.by) } },
  ]);
  const moved = { ...plan, period, nodes: new Map(nodes) };
  return { ...arithmetic, plan: moved, months: planMonths(moved), shape: {} };
}
