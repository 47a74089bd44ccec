import type { Day } from '../calendar/day.ts';
import { daysBetween } from '../calendar/day.ts';

/** Open deals of one stage and month of expected close, and what the past says of the stage. [LND-40] */
export interface OpenDeals {
  readonly stage: string;
  readonly count: number;
  readonly amount: number;
  /** Σ amount × the probability that sales wrote down. */
  readonly weighted: number;
  /** Their expected day of closing is over. */
  readonly overdue: boolean;
}

/** Deals that were decided, of one stage or of all. */
export interface Decided {
  readonly won: number;
  readonly decided: number;
}

export interface PipelineInput {
  readonly to: Day;
  /** The goal's deadline or the plan's end. */
  readonly until: Day;
  /** What was won from the plan's start up to the day. */
  readonly won: number;
  readonly open: readonly OpenDeals[];
  /** All deals decided so far. */
  readonly decided: Decided;
  /** Of deals that once stood in a stage; stages without history take the rate of all deals. */
  readonly byStage: ReadonlyMap<string, Decided>;
  /** What was won per day lately, from deals of any age. */
  readonly wonPerDay: number;
  /** Days from a deal's beginning to its decision, in the middle. */
  readonly cycleDays: number;
}

/** Where sales itself expects to land (ヨミ). Amounts in the goal's unit. [LND-40] */
export interface PipelineLanding {
  readonly won: number;
  readonly stages: readonly PipelineStage[];
  readonly open: number;
  readonly overdue: number;
  readonly openBySales: number;
  readonly openByHistory: number;
  /** From deals that do not exist yet. */
  readonly toCome: number;
  readonly landingBySales: number;
  readonly landingByHistory: number;
  /** Share of all decided deals that were won; null where none was decided. */
  readonly winRate: number | null;
}

export interface PipelineStage {
  readonly stage: string;
  readonly count: number;
  readonly amount: number;
  readonly probabilityBySales: number | null;
  readonly probabilityByHistory: number | null;
}

/** A stage's own decisions count in full from here on. */
const DOUBT = 10;

/**
 * Won so far + Σ amount × probability of what is open + what is still to come. [LND-40]
 *
 * In    amounts of the goal's unit; open deals that close by the deadline, those overdue included
 * Out   twice: with the probabilities sales wrote down, and with the share of decided deals that were won, by stage where the past
 *       knows stages: (won + 10·rate of all) ÷ (decided + 10)
 * Empty no decided deals: what is open counts for nothing by history, and `winRate` is null
 */
export function pipelineLanding(input: PipelineInput): PipelineLanding {
  const winRate = input.decided.decided > 0 ? input.decided.won / input.decided.decided : null;
  const rateOf = (stage: string): number | null => {
    const own = input.byStage.get(stage);
    if (winRate === null) return own && own.decided > 0 ? own.won / own.decided : null;
    return own ? (own.won + DOUBT * winRate) / (own.decided + DOUBT) : winRate;
  };
  const names = [...new Set(input.open.map(({ stage }) => stage))];
  const stages = names.map((stage): PipelineStage => {
    const deals = input.open.filter(each => each.stage === stage);
    const amount = sumOf(deals, each => each.amount);
    return {
      stage,
      count: sumOf(deals, each => each.count),
      amount,
      probabilityBySales: amount > 0 ? sumOf(deals, each => each.weighted) / amount : null,
      probabilityByHistory: rateOf(stage),
    };
  });
  const openBySales = sumOf(input.open, each => each.weighted);
  const openByHistory = sumOf(stages, ({ amount, probabilityByHistory }) => amount * (probabilityByHistory ?? 0));
  const toCome = stillToCome(input);
  return {
    won: input.won,
    stages,
    open: sumOf(input.open, each => each.amount),
    overdue: sumOf(
      input.open.filter(each => each.overdue),
      each => each.amount,
    ),
    openBySales,
    openByHistory,
    toCome,
    landingBySales: input.won + openBySales + toCome,
    landingByHistory: input.won + openByHistory + toCome,
    winRate,
  };
}

/**
 * What deals that do not exist yet will bring by the deadline. [LND-41]
 * Deals last evenly between nothing and twice their middle; of what is usually won on a day t days ahead, the share t ÷ (2 · middle) is
 * from deals that begin only now, all of it from then on.
 */
function stillToCome({ to, until, wonPerDay, cycleDays }: PipelineInput): number {
  if (until <= to) return 0;
  const days = daysBetween(to, until);
  const longest = Math.max(1, 2 * cycleDays);
  let share = 0;
  for (let day = 1; day <= days; day++) share += Math.min(1, day / longest);
  return wonPerDay * share;
}

function sumOf<T>(items: readonly T[], number: (item: T) => number): number {
  return items.reduce((sum, item) => sum + number(item), 0);
}
