import type { Comparison } from '../calendar/comparison.ts';
import type { Day } from '../calendar/day.ts';
import type { DayRange } from '../calendar/day-range.ts';
import { shareDue } from '../calendar/pace.ts';
import { referencesOf } from '../formula/ast.ts';
import type { Cell, CloseState, Decimal, Observation } from '../measure/observation.ts';
import { numberOf } from '../measure/observation.ts';
import { toNumber } from '../number/rational.ts';
import type { Arithmetic } from '../plan/arithmetic.ts';
import type { NodeId, PlanNode } from '../plan/plan.ts';
import { decimalText } from '../plan/shown.ts';
import { type Achievement, achievementOf, type Light, type LightLimits, lightOf } from './achievement.ts';
import { type Frame, type Frames, rangeKey } from './frames.ts';
import { lightLimitsOf } from './light-limits.ts';
import type { Planned, PlannedValues } from './planned.ts';
import { type ShortReason, shortReasons } from './short-reasons.ts';

/** Where one node stands on a day. [PRG-03] */
export interface NodeProgress {
  readonly node: NodeId;
  /** The current month to the day. */
  readonly month: Standing;
  /** The plan to the day. */
  readonly plan: Standing;
  /** Which of the two speaks for the node: goals by the plan to date, KPIs by the month. */
  readonly main: 'month' | 'plan';
  readonly trend: readonly TrendPoint[];
  readonly state: ProgressState;
  /** A warning that the light alone would hide. */
  readonly flag?: ProgressFlag;
  /** Why the parts do not add up, where the flag says so; in the order in which to look. [DES-39] */
  readonly why?: readonly ShortReason[];
}

export type ProgressState = Light | 'no-target' | 'no-data' | 'undefined';

/** `quality-down`: volume on target, its quality partner below (量は達成、質が低下). `adds-up-short`: every part met, the whole not. */
export type ProgressFlag = 'quality-down' | 'adds-up-short';

/** A value over a range, against everything it is compared with. */
export interface Standing {
  readonly range: DayRange;
  readonly actual: Observation;
  readonly close: CloseState;
  /** Last day for which data had arrived. */
  readonly through?: Day;
  /** The plan to the same day. */
  readonly due?: Decimal;
  readonly dueUpTo?: Decimal;
  readonly achievement?: Achievement;
  /** The plan of the whole period (month or plan), for flows and for what stands at its end. */
  readonly whole?: Decimal;
  /** actual ÷ whole, for flows. */
  readonly ofWhole?: number;
  /** Share of the period that is over, by the node's pace. */
  readonly elapsed?: number;
  readonly previous: Compared;
  readonly lastYear: Compared;
}

export interface Compared {
  readonly range: DayRange;
  readonly observation: Observation;
  /** actual ÷ compared; absent from zero, from a negative value and from no data. */
  readonly index?: number;
  readonly notes: Comparison['notes'];
}

export interface TrendPoint {
  readonly range: DayRange;
  readonly actual: Observation;
  readonly planned?: Decimal;
  readonly lastYear: Observation;
  /** The month is still running. */
  readonly running: boolean;
  /** First day of the definitions in force, where the metric was defined anew: this year's, and last year's. [MEA-05] */
  readonly definedSince?: Day;
  readonly lastYearSince?: Day;
}

export interface ProgressInput {
  readonly arithmetic: Arithmetic;
  readonly frames: Frames;
  readonly planned: PlannedValues;
  /** The measured value of a node over a range; undefined when nobody measures it. */
  readonly cellOf: (node: NodeId, range: DayRange) => Cell | undefined;
  readonly paceOf: (node: PlanNode) => Parameters<typeof shareDue>[2];
}

const NO_DATA: Observation = { state: 'no-data' };

/** Progress of every node of a plan on a day, goals first. */
export function progressOf(input: ProgressInput): readonly NodeProgress[] {
  const { plan } = input.arithmetic;
  const nodes = [...plan.nodes.values()].map(node => nodeProgress(node, input));
  const byId = new Map(nodes.map(progress => [progress.node, progress]));
  return nodes.map(progress => flagged(progress, plan.nodes.get(progress.node), byId, input));
}

function nodeProgress(node: PlanNode, input: ProgressInput): NodeProgress {
  const month = standing(node, input.frames.month, input);
  const plan = standing(node, input.frames.plan, input);
  const main = node.role === 'goal' ? ('plan' as const) : ('month' as const);
  return {
    node: node.id,
    month,
    plan,
    main,
    trend: trend(node, input),
    state: stateOf(main === 'plan' ? plan : month, lightLimitsOf(node)),
  };
}

function standing(node: PlanNode, frame: Frame, input: ProgressInput): Standing {
  const { planned, cellOf } = input;
  const cell = cellOf(node.id, frame.range);
  const actual = cell?.observation ?? NO_DATA;
  const due = planned.due(node.id, frame.range);
  const whole = wholeOf(node, frame, planned);
  const value = numberOf(actual);
  const achievement = value !== undefined && due ? achievementOf(value, aimOf(due), node.direction) : undefined;
  const wholeNumber = whole && toNumber(whole.value);
  const elapsed = shareDue(frame.whole, frame.range.to, input.paceOf(node), input.arithmetic.plan.calendar);
  return {
    range: frame.range,
    actual,
    close: cell?.close ?? 'open',
    ...(cell?.through === undefined ? {} : { through: cell.through }),
    ...(due ? { due: decimalText(due.value), ...(due.upTo ? { dueUpTo: decimalText(due.upTo) } : {}) } : {}),
    ...(achievement ? { achievement } : {}),
    ...(whole ? { whole: decimalText(whole.value) } : {}),
    ...(node.time === 'flow' && value !== undefined && wholeNumber ? { ofWhole: value / wholeNumber } : {}),
    ...(elapsed ? { elapsed: toNumber(elapsed) } : {}),
    previous: compared(node, actual, frame.previous, cellOf),
    lastYear: compared(node, actual, frame.lastYear, cellOf),
  };
}

function wholeOf(node: PlanNode, frame: Frame, planned: PlannedValues): Planned | undefined {
  return planned.due(node.id, frame.whole);
}

function aimOf(planned: Planned): { value: number; upTo?: number } {
  return { value: toNumber(planned.value), ...(planned.upTo ? { upTo: toNumber(planned.upTo) } : {}) };
}

function compared(node: PlanNode, actual: Observation, comparison: Comparison, cellOf: ProgressInput['cellOf']): Compared {
  const observation = cellOf(node.id, comparison.other)?.observation ?? NO_DATA;
  const [now, then] = [numberOf(actual), numberOf(observation)];
  const index = now !== undefined && then !== undefined && then > 0 ? now / then : undefined;
  return { range: comparison.other, observation, ...(index === undefined ? {} : { index }), notes: comparison.notes };
}

function trend(node: PlanNode, input: ProgressInput): readonly TrendPoint[] {
  const first = input.arithmetic.months[0]?.period.from;
  let month = -1;
  return input.frames.trend.map(frame => {
    if (frame.planned && first !== undefined && frame.whole.to >= first) month += 1;
    const planned = frame.planned ? input.planned.month(node.id, month) : undefined;
    const [cell, before] = [input.cellOf(node.id, frame.range), input.cellOf(node.id, frame.lastYear)];
    return {
      range: frame.range,
      actual: cell?.observation ?? NO_DATA,
      ...(planned ? { planned: decimalText(planned.value) } : {}),
      lastYear: before?.observation ?? NO_DATA,
      running: rangeKey(frame.range) !== rangeKey(frame.whole),
      ...(cell?.definedSince === undefined ? {} : { definedSince: cell.definedSince }),
      ...(before?.definedSince === undefined ? {} : { lastYearSince: before.definedSince }),
    };
  });
}

function stateOf(standing: Standing, limits: LightLimits): ProgressState {
  if (standing.actual.state === 'no-data') return 'no-data';
  if (standing.actual.state === 'undefined') return 'undefined';
  if (!standing.achievement) return 'no-target';
  return lightOf(standing.achievement.ratio, limits);
}

/** Volume with falling quality is never a success; a whole that misses while all its parts are met does not add up. [DES-39, DES-41] */
function flagged(
  progress: NodeProgress,
  node: PlanNode | undefined,
  all: ReadonlyMap<NodeId, NodeProgress>,
  input: ProgressInput,
): NodeProgress {
  const partner = node?.pair === undefined ? undefined : all.get(node.pair);
  if (
    node?.kind !== 'quality' &&
    progress.state === 'met' &&
    partner &&
    (partner.state === 'behind' || partner.state === 'near')
  ) {
    return { ...progress, state: 'near', flag: 'quality-down' };
  }
  const parts = [...all.values()].filter(part => node?.equals && referencesOf(node.equals).includes(part.node));
  const missed = progress.state === 'behind' || progress.state === 'near';
  if (!node || !missed || parts.length === 0 || !parts.every(part => part.state === 'met')) return progress;
  const { range } = progress[progress.main];
  const actualOf = (id: NodeId) => input.cellOf(id, range)?.observation ?? NO_DATA;
  const why = shortReasons(node, { plan: input.arithmetic.plan, planned: input.planned, range, actualOf });
  return { ...progress, flag: 'adds-up-short', why };
}
