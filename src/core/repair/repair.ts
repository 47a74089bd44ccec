import type { Catalogue } from '../metric/catalogue.ts';
import { type Rational, toNumber } from '../number/rational.ts';
import { type Arithmetic, prepareArithmetic } from '../plan/arithmetic.ts';
import { type ParsedPlan, type PlanText, parsePlan } from '../plan/build-plan.ts';
import { wantedOf } from '../plan/counted-months.ts';
import type { WorstCase } from '../plan/judge.ts';
import type { NodeId, Plan, PlanNode } from '../plan/plan.ts';
import type { Doubt, Reading } from '../plan/reading.ts';
import { uncountable } from '../plan/uncountable.ts';
import { type GoalVerdict, goalVerdict, readingOf } from '../plan/verdict.ts';
import { highest } from '../plan/worst-case.ts';
import type { Problem } from '../problem/problem.ts';
import { problemsOf } from '../problem/problem.ts';
import { type Change, cheapestAlone, cheapestChange, type Lever } from './cheapest-change.ts';
import { DriverResponse } from './driver-response.ts';
import { editedTexts, type RepairEdit, repairEdit, scaledNode } from './repair-edit.ts';
import { repairMessages } from './repair-messages.ts';
import { isSamePlan, trialPlan } from './trial-plan.ts';

export interface RepairRequest {
  /** The goal to repair; the first one that falls short when absent. */
  readonly goal?: NodeId;
  /** Drivers that stay as they are. */
  readonly fixed?: ReadonlySet<NodeId>;
  /** How far drivers may go, in their unit (per month for amounts that add up). */
  readonly limits?: ReadonlyMap<NodeId, RepairLimit>;
  /** How dear a change is: 1 is usual, 4 is as bad as two changes of the size. */
  readonly weights?: ReadonlyMap<NodeId, number>;
}

export interface RepairLimit {
  readonly value: Rational;
  readonly why: 'yours' | 'capacity' | 'own-best' | 'benchmark';
}

export type RepairAnswer =
  | { readonly kind: 'nothing-needed'; readonly goal: NodeId }
  | { readonly kind: 'repaired'; readonly goal: NodeId; readonly offers: readonly RepairOffer[] }
  /** Even with every free driver at its limit. `coverage`: share of what is wanted that is reached then. */
  | {
      readonly kind: 'impossible';
      readonly goal: NodeId;
      readonly value: number;
      readonly coverage: number | undefined;
      readonly binding: readonly BindingLimit[];
    }
  | { readonly kind: 'cannot-tell'; readonly goal: NodeId; readonly why: Doubt | undefined }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

/** A limit that keeps the goal from being reached. */
export interface BindingLimit {
  readonly node: NodeId;
  readonly limit: number;
  readonly why: RepairLimit['why'] | 'nature' | 'budget';
}

/** One way to make the goal reach: edits of the plan's texts, verified with the evaluator. */
export interface RepairOffer {
  /** All free drivers a little, the three with the most effect, or the one that has to change least. */
  readonly kind: 'cheapest' | 'few' | 'one';
  readonly edits: readonly RepairEdit[];
  readonly texts: { readonly yaml: string; readonly sheet: string };
  /** Σ weight × (logarithm of the factor)² before rounding; the same for one common factor on all free drivers. */
  readonly cost: number;
  /** The verdict on the goal after the edits. */
  readonly verdict: GoalVerdict;
  /** Goals that were reached before and are not after these edits. */
  readonly harms: readonly NodeId[];
}

const problem = problemsOf(repairMessages);

/**
 * The cheapest combination of changed targets with which a goal that falls short is reached, as edits of the plan. [REP-01]
 *
 * In: the plan's two texts, the catalogue, what is fixed, limited or dear. Out: offers, each written into the texts and judged
 * again by the exact evaluator before it is shown; counts whole and rounded the way that suffices. Where nothing suffices, how far
 * one gets and which limits bind. Where it cannot be told whether the goal is reached there is nothing to repair: the answer says
 * why. Deterministic.
 */
export function repairPlan(text: PlanText, catalogue: Catalogue, request: RepairRequest = {}): RepairAnswer {
  const parsed = parsePlan(text, catalogue);
  if (!parsed.ok) return { kind: 'refused', problems: parsed.problems };
  const prepared = prepareArithmetic(parsed.value.plan);
  if (!prepared.ok) return { kind: 'refused', problems: [uncountable(prepared, parsed.value)] };
  return repairRead(text, { parsed: parsed.value, arithmetic: prepared.arithmetic }, catalogue, request);
}

/** The same where the texts were read and checked already. */
export function repairRead(
  text: PlanText,
  { parsed, arithmetic }: { readonly parsed: ParsedPlan; readonly arithmetic: Arithmetic },
  catalogue: Catalogue,
  request: RepairRequest = {},
): RepairAnswer {
  const refusals = unusable(request, parsed.plan.nodes);
  if (refusals.length > 0) return { kind: 'refused', problems: refusals };
  const goals = [...parsed.plan.nodes.values()].filter(node => node.role === 'goal');
  const readings = new Map(goals.map(goal => [goal.id, readingOf(goal, arithmetic.lagged, arithmetic).reading]));
  const named = request.goal ?? goals.find(({ id }) => readings.get(id)?.verdict === 'short')?.id ?? goals[0]?.id ?? '';
  const goal = goals.find(({ id }) => id === named);
  const reading = readings.get(named);
  if (!goal || !reading) return { kind: 'refused', problems: [problem('repair-no-goal', { goal: named })] };
  if (reading.verdict === 'reaches') return { kind: 'nothing-needed', goal: named };
  if (reading.verdict === 'cannot-tell') return { kind: 'cannot-tell', goal: named, why: reading.why };
  return new Repair(text, catalogue, request, parsed, arithmetic, goal, readings).answer();
}

/** What cannot be meant: names that are not in the plan, weights and limits that are no positive numbers, a driver both fixed and limited. */
function unusable({ fixed, limits, weights }: RepairRequest, nodes: ReadonlyMap<NodeId, PlanNode>): readonly Problem[] {
  const named = [...(fixed ?? []), ...(limits?.keys() ?? []), ...(weights?.keys() ?? [])];
  const unknown = [...new Set(named)].filter(id => !nodes.has(id)).map(node => problem('repair-unknown', { node }));
  const dear = [...(weights ?? [])].filter(([, weight]) => !(weight > 0 && Number.isFinite(weight)));
  const far = [...(limits ?? [])].filter(([, { value }]) => value.numerator <= 0n);
  return [
    ...unknown,
    ...dear.map(([node]) => problem('repair-weight', { node })),
    ...far.map(([node]) => problem('repair-limit', { node })),
  ];
}

/** Changes smaller than this are not worth an edit. */
const SMALLEST = 1e-9;
/** More than is wanted, tried when rounding of doubles or a worst case that moved left a little short. */
const MARGINS = [0, 1e-9, 1e-6, 1e-4, 1e-3, 1e-2];

interface FreeDriver extends Lever {
  readonly node: PlanNode;
  readonly limit: BindingLimit | undefined;
}

class Repair {
  private readonly text: PlanText;
  private readonly catalogue: Catalogue;
  private readonly request: RepairRequest;
  private readonly parsed: ParsedPlan;
  private readonly arithmetic: Arithmetic;
  private readonly goal: PlanNode;
  private readonly readings: ReadonlyMap<NodeId, Reading>;

  constructor(
    text: PlanText,
    catalogue: Catalogue,
    request: RepairRequest,
    parsed: ParsedPlan,
    arithmetic: Arithmetic,
    goal: PlanNode,
    readings: ReadonlyMap<NodeId, Reading>,
  ) {
    this.text = text;
    this.catalogue = catalogue;
    this.request = request;
    this.parsed = parsed;
    this.arithmetic = arithmetic;
    this.goal = goal;
    this.readings = readings;
  }

  answer(): RepairAnswer {
    const { arithmetic, goal } = this;
    const { reading, worst } = readingOf(goal, arithmetic.lagged, arithmetic);
    const side = reading.side ?? 'low';
    const wanted = wantedOf(goal, arithmetic)[side];
    if (!worst || !wanted) return { kind: 'cannot-tell', goal: goal.id, why: reading.why };
    const response = new DriverResponse(goal, arithmetic, worst);
    const free = this.freeDrivers(response, side, worst);
    const limit = toNumber(wanted);
    const offers = [
      this.offer('cheapest', free, response, limit, side),
      this.offer('few', strongest(free, response, FEW), response, limit, side),
      this.single(free, response, limit, side),
    ].filter(offer => offer !== undefined);
    if (offers.length > 0) return { kind: 'repaired', goal: goal.id, offers: distinct(offers) };
    const full = new Float64Array(response.drivers.length);
    for (const { driver, way, most } of free) full[driver] = way * most;
    const value = response.at(full);
    const binding = free.flatMap(driver => (driver.limit && driver.most < UNLIMITED ? [driver.limit] : []));
    return { kind: 'impossible', goal: goal.id, value, coverage: limit > 0 ? value / limit : undefined, binding };
  }

  /** Drivers whose target may be changed, with the way that helps and how far they may go. */
  private freeDrivers(response: DriverResponse, side: 'low' | 'high', worst: WorstCase): readonly FreeDriver[] {
    const { fixed, weights } = this.request;
    const { slopes } = response.respond(new Float64Array(response.drivers.length));
    const natural = new Set(worst.natural);
    return response.drivers.flatMap((id, driver) => {
      const node = this.arithmetic.plan.nodes.get(id);
      const slope = (slopes[driver] ?? 0) * (side === 'low' ? 1 : -1);
      if (!node || fixed?.has(id) || natural.has(id) || slope === 0 || response.total(driver) <= 0) return [];
      const way = slope > 0 ? 1 : -1;
      const limit = this.limitOf(node, way, response, driver);
      const most = limit ? Math.max(0, way * Math.log(limit.limit / limit.from)) : UNLIMITED;
      return most > 0 && (node.target || node.months.size > 0)
        ? [{ driver, way, most: Math.min(UNLIMITED, most), weight: weights?.get(id) ?? 1, node, limit }]
        : [{ driver, way, most: 0, weight: 1, node, limit }];
    });
  }

  /** The nearest limit of a driver: what its nature allows, what the user says, what its budget holds. */
  private limitOf(
    node: PlanNode,
    way: 1 | -1,
    response: DriverResponse,
    driver: number,
  ): (BindingLimit & { readonly from: number }) | undefined {
    const largest = response.largest(driver);
    const asked = this.request.limits?.get(node.id);
    const found = [
      ...(asked ? [{ node: node.id, limit: toNumber(asked.value), why: asked.why, from: largest }] : []),
      ...(way > 0 && highest(node) < Number.POSITIVE_INFINITY
        ? [{ node: node.id, limit: highest(node), why: 'nature' as const, from: largest }]
        : []),
      ...(way > 0 ? this.budgetOf(node.id, response.total(driver)) : []),
    ];
    found.sort((a, b) => way * (a.limit / a.from - b.limit / b.from));
    return found[0];
  }

  /** What the budget lines of a driver hold in all, where it has any. */
  private budgetOf(node: NodeId, planned: number): readonly (BindingLimit & { readonly from: number })[] {
    const lines = this.arithmetic.plan.budget.filter(line => line.node === node);
    const sum = lines.reduce((total, { months }) => [...months.values()].reduce((all, value) => all + Number(value), total), 0);
    return lines.length > 0 && sum > 0 ? [{ node, limit: sum, why: 'budget', from: planned }] : [];
  }

  private single(
    free: readonly FreeDriver[],
    response: DriverResponse,
    wanted: number,
    side: 'low' | 'high',
  ): RepairOffer | undefined {
    const best = free[cheapestAlone(response, wanted, side, free) ?? -1];
    return best && this.offer('one', [best], response, wanted, side);
  }

  /** Solves, rounds, writes and judges; with a little more than is wanted where the first answer is not enough. */
  private offer(
    kind: RepairOffer['kind'],
    levers: readonly FreeDriver[],
    response: DriverResponse,
    wanted: number,
    side: 'low' | 'high',
  ): RepairOffer | undefined {
    if (levers.length === 0) return undefined;
    let lacking = 0;
    for (const margin of MARGINS) {
      if (margin < lacking) continue;
      const needed = wanted + (side === 'low' ? 1 : -1) * Math.abs(wanted) * margin;
      const change = cheapestChange(response, needed, side, levers);
      const offer = change && this.verified(kind, levers, change);
      if (offer && 'texts' in offer) return offer;
      lacking = offer ? offer.lacking : lacking;
    }
    return undefined;
  }

  /** Rounds and judges; what reaches is written into the texts, and they are read and judged from the beginning. [REP-09] */
  private verified(
    kind: RepairOffer['kind'],
    levers: readonly FreeDriver[],
    { sizes, cost }: Change,
  ): RepairOffer | { readonly lacking: number } | undefined {
    const changes = levers.flatMap(({ node, way, most }, i) => {
      const size = sizes[i] ?? 0;
      const factor = Math.exp(way * size);
      return size > SMALLEST ? [{ factor, node: scaledNode(node, factor, Math.exp(way * most)) }] : [];
    });
    const trial = trialPlan(
      this.arithmetic,
      changes.map(({ node }) => node),
    );
    const { verdict: found, coverage } = readingOf(this.goal, trial.lagged, trial).reading;
    if (found !== 'reaches') return found === 'short' && coverage ? { lacking: Math.abs(1 - toNumber(coverage)) } : undefined;
    const edits = changes.map(({ node, factor }) => repairEdit(node, factor));
    const texts = editedTexts(this.parsed.source, this.text.sheet ?? '', this.parsed.plan.nodes, edits);
    const again = texts && parsePlan(texts, this.catalogue);
    if (!texts || !again?.ok) return undefined;
    const { plan } = again.value;
    const arithmetic = isSamePlan(plan, trial.plan) ? trial : arithmeticOf(plan);
    const goal = plan.nodes.get(this.goal.id);
    if (!arithmetic || !goal) return undefined;
    const verdict = goalVerdict(goal, arithmetic);
    if (verdict.period.verdict !== 'reaches') return undefined;
    const harms = [...plan.nodes.values()].filter(
      node =>
        node.role === 'goal' &&
        this.readings.get(node.id)?.verdict === 'reaches' &&
        readingOf(node, arithmetic.lagged, arithmetic).reading.verdict !== 'reaches',
    );
    return { kind, edits, texts, cost, verdict, harms: harms.map(({ id }) => id) };
  }
}

function arithmeticOf(plan: Plan): Arithmetic | undefined {
  const prepared = prepareArithmetic(plan);
  return prepared.ok ? prepared.arithmetic : undefined;
}

/** A change of e^14, over a million times: further than any advice. */
const UNLIMITED = 14;

const FEW = 3;

/** The drivers that move the goal most for what their change costs. */
function strongest(free: readonly FreeDriver[], response: DriverResponse, count: number): readonly FreeDriver[] {
  const { slopes } = response.respond(new Float64Array(response.drivers.length));
  const strength = ({ driver, weight, most }: FreeDriver) => (most > 0 ? Math.abs(slopes[driver] ?? 0) / Math.sqrt(weight) : 0);
  return [...free].sort((a, b) => strength(b) - strength(a)).slice(0, count);
}

/** The same edits are offered once. */
function distinct(offers: readonly RepairOffer[]): readonly RepairOffer[] {
  const seen = new Set<string>();
  return offers.filter(({ texts }) => {
    const key = `${texts.yaml}\u0000${texts.sheet}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
