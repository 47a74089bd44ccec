import type { Day } from '../calendar/day.ts';
import type { DayRange } from '../calendar/day-range.ts';
import { toNumber } from '../number/rational.ts';
import { wantedOf } from '../plan/counted-months.ts';
import type { Bound } from '../plan/month-bounds.ts';
import type { NodeId, PlanNode } from '../plan/plan.ts';
import { at } from '../stats/at.ts';
import type { ForecastBasis } from '../stats/forecast.ts';
import { type Band, bandOf } from './band.ts';
import { driversBelow, type Origin } from './cut-tree.ts';
import { type EarlyWarning, earlyWarning } from './early-warning.ts';
import { LOOK_BACK } from './history-months.ts';
import { type LeadingFall, leadingFalls } from './leading-falls.ts';
import { type Mover, moversOf } from './movers.ts';
import { type Reach, reachOf } from './reach.ts';
import { type ShortfallMonth, shortfallMonth } from './shortfall-month.ts';
import type { Outcomes, Simulation } from './simulation.ts';
import type { FormulaFit } from './simulation-sheet.ts';

/** Where a plan will land. [LND-20] */
export interface Landing {
  readonly to: Day;
  readonly seed: number;
  readonly draws: number;
  /** The plan's months. */
  readonly months: readonly LandingMonth[];
  /** Goals first. */
  readonly nodes: readonly NodeLanding[];
  readonly leaves: readonly LeafBasis[];
  /** How delayed formulas did against what was measured. */
  readonly fits: readonly FormulaFit[];
  readonly warnings: readonly LandingWarning[];
  /** Leading nodes that fell in the last whole month, and when the goals will. */
  readonly falls: readonly LeadingFall[];
  /** Drivers that nobody measures and that are taken as planned. */
  readonly assumed: readonly NodeId[];
  /** Initiatives whose effect is still to come and is in `withEffects`. */
  readonly initiatives: readonly string[];
}

/** A warning with the month in which the miss will show; null where no single month misses. */
export interface LandingWarning extends EarlyWarning {
  readonly shows: ShortfallMonth | null;
}

export interface LandingMonth extends DayRange {
  readonly state: 'over' | 'running' | 'ahead';
}

export interface NodeLanding {
  readonly node: NodeId;
  readonly origin: Origin;
  /** Over the plan (or its months with a target); null where it cannot be told. */
  readonly landing: Band | null;
  /** Why not: drivers without data or plan, or a value that does not exist. */
  readonly missing: readonly NodeId[];
  readonly wanted: { readonly low: number | null; readonly high: number | null };
  /** Share of the outcomes that meet the target; null without one. */
  readonly probability: number | null;
  /** Value so far: of flows what has happened in the plan, of rates with a denominator their ratio of sums, else the last month's; null where nothing was measured. */
  readonly soFar: number | null;
  /** By plan month; null where there is no value. */
  readonly months: readonly (Band | null)[];
  /** Flows: from the plan's start to the end of each month. */
  readonly cumulative: readonly (Band | null)[] | null;
  /** With the registered effects that are still to come; null where there are none. */
  readonly withEffects: { readonly landing: Band | null; readonly probability: number | null } | null;
  /** Goals: the three drivers that move the probability most. */
  readonly movers: readonly Mover[];
  /** Goals that miss in the middle: what each driver alone would have to be, nearest first. */
  readonly reach: readonly Reach[];
}

/** What the forecast of a driver rests on. */
export interface LeafBasis {
  readonly node: NodeId;
  readonly basis: ForecastBasis;
  /** Middle of its months ahead, the running month first. */
  readonly medians: readonly number[];
}

/** Reads a finished simulation. [LND-20 … LND-24] */
export function landingOf(simulation: Simulation): Landing {
  const { input, months, cut, paths, lifted } = simulation;
  const { arithmetic } = input;
  const { plan } = arithmetic;
  const planMonths = arithmetic.months.map(({ from, to }, month): LandingMonth => {
    const place = month + LOOK_BACK;
    const state = place < months.closed.length ? 'over' : place === months.closed.length && months.running ? 'running' : 'ahead';
    return { from, to, state };
  });
  const nodes = simulation.shown.flatMap((id): NodeLanding[] => {
    const node = plan.nodes.get(id);
    return node ? [nodeLanding(node, simulation)] : [];
  });
  const coming = lifted ? input.effects.filter(effect => effect.by > input.to && plan.nodes.has(effect.node)) : [];
  return {
    to: input.to,
    seed: input.seed,
    draws: simulation.draws,
    months: planMonths,
    nodes,
    leaves: [...paths].map(([node, { basis, medians }]) => ({ node, basis, medians })),
    fits: simulation.fits,
    warnings: nodes.flatMap(landing => {
      const node = plan.nodes.get(landing.node);
      const warning = node && earlyWarning(node, landing, input);
      return warning ? [{ ...warning, shows: shortfallMonth(landing.node, input, nodes, planMonths) ?? null }] : [];
    }),
    falls: leadingFalls(input, months, paths),
    assumed: [...cut.origins].flatMap(([node, origin]) => (origin === 'plan' ? [node] : [])),
    initiatives: [...new Set(coming.map(({ initiative }) => initiative))],
  };
}

function nodeLanding(node: PlanNode, simulation: Simulation): NodeLanding {
  const { input, cut, plain, lifted } = simulation;
  const { arithmetic } = input;
  const wanted = wantedOf(node, arithmetic);
  const draws = plain.landings.get(node.id) ?? new Float64Array();
  const landing = bandOf(draws);
  const probability = probabilityOf(draws, wanted);
  const monthly = plain.months.get(node.id) ?? [];
  return {
    node: node.id,
    origin: cut.origins.get(node.id) ?? 'unknown',
    landing,
    missing: landing ? [] : missingBelow(node.id, simulation),
    wanted: { low: wanted.low ? toNumber(wanted.low) : null, high: wanted.high ? toNumber(wanted.high) : null },
    probability,
    soFar: soFarOf(node, simulation),
    months: monthly.map(bandOf),
    cumulative: node.time === 'flow' ? cumulativeBands(monthly) : null,
    withEffects: lifted ? outcomeOf(node.id, lifted, wanted) : null,
    movers:
      node.role === 'goal' && landing
        ? moversOf(draws, draw => meets(draw, wanted), driversBelow(node.id, arithmetic.plan, cut), simulation)
        : [],
    reach: node.role === 'goal' && landing ? reachOf(node, landing.p50, simulation) : [],
  };
}

function outcomeOf(node: NodeId, { landings }: Outcomes, wanted: Bound): NodeLanding['withEffects'] {
  const draws = landings.get(node) ?? new Float64Array();
  return { landing: bandOf(draws), probability: probabilityOf(draws, wanted) };
}

function probabilityOf(draws: Float64Array, wanted: Bound): number | null {
  if (draws.length === 0 || draws.some(Number.isNaN) || (!wanted.low && !wanted.high)) return null;
  let met = 0;
  for (const draw of draws) if (meets(draw, wanted)) met++;
  return met / draws.length;
}

/** A billionth of leeway: sums of doubles are not the exact target. */
const LEEWAY = 1e-9;

function meets(draw: number, { low, high }: Bound): boolean {
  const leeway = LEEWAY * Math.abs(draw);
  return (!low || draw >= toNumber(low) - leeway) && (!high || draw <= toNumber(high) + leeway);
}

function cumulativeBands(monthly: readonly Float64Array[]): readonly (Band | null)[] {
  const sum = new Float64Array(monthly[0]?.length ?? 0);
  return monthly.map(row => {
    for (let i = 0; i < sum.length; i++) sum[i] = at(sum, i) + at(row, i);
    return bandOf(sum);
  });
}

function soFarOf(node: PlanNode, { input, months }: Simulation): number | null {
  const known = input.history.get(node.id);
  if (!known) return null;
  const inPlan = [...known.closed.slice(LOOK_BACK), ...(months.closed.length >= LOOK_BACK ? [known.running] : [])];
  const values = inPlan.filter(value => value !== null);
  if (values.length === 0) return null;
  if (node.time === 'level' && known.weights)
    return ratioOfSums(inPlan, [...known.weights.closed.slice(LOOK_BACK), known.weights.running]);
  return node.time === 'flow' ? values.reduce((sum, value) => sum + value, 0) : (values.at(-1) ?? null);
}

/** A rate over months: every month by its denominator; null where none has one. [LND-06] */
function ratioOfSums(rates: readonly (number | null)[], weights: readonly (number | null)[]): number | null {
  let [above, below] = [0, 0];
  for (const [i, rate] of rates.entries()) {
    const weight = weights[i] ?? 0;
    if (rate === null || !(weight > 0)) continue;
    above += rate * weight;
    below += weight;
  }
  return below > 0 ? above / below : null;
}

/** The drivers below a node that have neither data nor plan; itself where it is one. */
function missingBelow(node: NodeId, { cut, input }: Simulation): readonly NodeId[] {
  const { program, origins } = cut;
  const unknown = program.nodes.filter(id => origins.get(id) === 'unknown');
  const slot = program.index.get(node);
  if (slot === undefined || origins.get(node) === 'unknown') return [node];
  return unknown.filter(id => input.arithmetic.plan.nodes.has(id));
}
