import type { z } from 'zod';
import type { CalendarSettings } from '../calendar/calendar-settings.ts';
import type { Day } from '../calendar/day.ts';
import type { Duration } from '../calendar/duration.ts';
import type { Formula } from '../formula/ast.ts';
import type { ColumnId } from '../measure/dataset.ts';
import type { Decimal } from '../measure/observation.ts';
import type { MetricId } from '../metric/measurement.ts';
import type { Metric, Rhythm } from '../metric/metric.ts';
import type { Text } from '../text/text.ts';
import type { Aggregation, Currency, Direction, MoneyBasis, Unit } from '../unit/unit.ts';
import type { Lag } from './lag.ts';
import type { PurchaseCycle } from './purchase-cycle.ts';
import type { BELIEFS, HORIZONS, KPI_KINDS, MEASURED_BY, PHASES, TARGET_SOURCES, tags } from './schema.ts';
import type { Level, Target } from './target.ts';

/** A plan as it was meant, read from plan.yaml and sheet.csv: plain data, every reference resolved or reported. */
export interface Plan {
  readonly id: string;
  readonly name: Text;
  /** First and last day, both included. */
  readonly period: { readonly from: Day; readonly to: Day };
  readonly calendar: CalendarSettings;
  readonly currency: Currency;
  /** How often the KPIs are gone through together. */
  readonly review?: Rhythm;
  /** How far the business has come. [DES-52] */
  readonly phase?: Phase;
  /** Channels that are at another phase than the business. [DES-52] */
  readonly phases?: ReadonlyMap<string, Phase>;
  /** How long customers take to buy. [DES-47] */
  readonly purchaseCycle?: PurchaseCycle;
  /** Channels it says it uses. [DES-51] */
  readonly channels: readonly string[];
  readonly areas: ReadonlyMap<string, Area>;
  readonly factors: ReadonlyMap<string, Factor>;
  /** Goals first, in rank order, then KPIs in document order. */
  readonly nodes: ReadonlyMap<NodeId, PlanNode>;
  readonly identities: readonly Identity[];
  /** How far two statements of one fact may differ, as a fraction; absent: what is usual. */
  readonly tolerance?: Decimal;
  readonly compositions: ReadonlyMap<string, readonly NodeId[]>;
  readonly pipeline: Pipeline;
  readonly budget: readonly BudgetLine[];
  /** Where it is measured what was spent of the budget. */
  readonly spending?: Spending;
  /** Findings that are meant to be so. */
  readonly ignores?: readonly Ignore[];
}

/** A rule whose finding is meant to be so, with the reason; `at` names the goal, KPI, factor or area it is about, else all. [LNT-20] */
export interface Ignore {
  readonly rule: string;
  readonly at?: string;
  readonly because: Text;
  /** Last day it holds; absent: for good. */
  readonly until?: Day;
  /** Who said so. */
  readonly by?: string;
}

export type Phase = (typeof PHASES)[number];

export type Horizon = (typeof HORIZONS)[number];

/** Id of a goal or KPI: a name as formulas write it, unique in the plan. */
export type NodeId = string;

export interface Area {
  readonly id: string;
  readonly name: Text;
  readonly owner?: string;
}

export interface Factor {
  readonly id: string;
  readonly name: Text;
  readonly supports: readonly NodeId[];
  readonly because?: Text;
  readonly owner?: string;
  readonly impact?: number;
  readonly feasibility?: number;
  /** Share of resources as a fraction. */
  readonly share?: Decimal;
}

/** What a node is there for, and how it is to be read. [DES-01, DES-14] */
export interface Purpose {
  /** What is counted, in one sentence: the plan's own words, else the metric's. */
  readonly meaning?: Text;
  readonly audience?: Text;
  /** The question it answers, or what is decided by it. */
  readonly decision?: Text;
  /** Who measures it: a member, a team or a system. */
  readonly measuredBy?: string;
  /** Goals only: why it was chosen for the company's aim. */
  readonly aimBecause?: Text;
}

/** How a KPI is worked with: who can move it, what it counts, what measuring it takes, what counts at all. */
export interface KpiTraits {
  /** How far those who answer for it can move it, 1 to 5. [DES-46] */
  readonly controllability?: number;
  readonly shows?: (typeof KPI_KINDS)[number];
  /** Hours a month; absent: not said. [DES-61] */
  readonly measuring?: { readonly by: (typeof MEASURED_BY)[number]; readonly hours?: Decimal };
  /** Counts only what happens within this time, and so often. [DES-68] */
  readonly condition?: { readonly within: Duration; readonly times?: number };
}

/** A goal or a KPI. */
export interface PlanNode extends Purpose, KpiTraits {
  readonly id: NodeId;
  readonly role: 'goal' | 'kpi';
  /** The catalogue's entry it takes its meaning from, if any. */
  readonly metric?: Metric;
  readonly name: Text;
  readonly unit: Unit;
  readonly direction: Direction;
  readonly aggregation: Aggregation;
  readonly basis: MoneyBasis;
  /** How it behaves over time; decides what a period's value is. */
  readonly time: TimeBehaviour;
  readonly target?: Target;
  /** Said to be not decided yet (未定). */
  readonly undecided: boolean;
  /** What the target was taken from, as its author says. */
  readonly source?: TargetSource;
  readonly baseline?: Level;
  /** Targets of single months from sheet.csv, by month key `YYYY-MM`; each a bound of the target's sign. */
  readonly months: ReadonlyMap<string, Decimal>;
  /** How it falls on weeks, by the first day of the week; changes no verdict. [PLN-29] */
  readonly weeks?: ReadonlyMap<string, Decimal>;
  readonly equals?: Formula;
  readonly equalsText?: string;
  /** Other ways to take it apart; nothing is calculated by them but a comparison. */
  readonly alternatives?: readonly Alternative[];
  readonly lag?: Lag;
  /** Highest possible value; rates end at 1 unless said otherwise. */
  readonly limit?: Decimal;
  readonly under?: string;
  readonly supports: readonly Support[];
  readonly because?: Text;
  readonly owner?: string;
  readonly contributors: readonly string[];
  readonly rhythm?: Rhythm;
  readonly pair?: NodeId;
  readonly kind?: 'quantity' | 'quality';
  readonly horizon: Horizon;
  readonly watch: boolean;
  /** Management goes by it. [DES-72] */
  readonly executive: boolean;
  /** Limits of its own for its light, as shares of what is due; absent: the usual ones. */
  readonly lights?: { readonly met?: Decimal; readonly near?: Decimal };
  /** Goals only. */
  readonly rank?: number;
  readonly areas: readonly string[];
  /** The company's aim the goal serves. */
  readonly aim?: Text;
  readonly population?: Text;
  readonly tags?: NodeTags;
  /** 1-based line of its key in plan.yaml. */
  readonly line: number;
}

/** What a node belongs to: its purpose, its stage of the journey, its side of a market, its segment of customers. */
export type NodeTags = Readonly<z.output<typeof tags>>;

/** Where a target comes from, with the value that was looked at (a competitor's, a benchmark's) in the node's unit. [DES-16] */
export interface TargetSource {
  readonly from: (typeof TARGET_SOURCES)[number];
  readonly value?: Decimal;
  readonly note?: Text;
}

/**
 * `flow` adds up over time (sales, leads) · `stock` is what stands at the end (followers) ·
 * `level` is a rate, price, score or duration: the same target holds in every month, its period value is a ratio of sums.
 */
export type TimeBehaviour = 'flow' | 'stock' | 'level';

/** A stated influence: not arithmetic, but a hypothesis with its reason. */
export interface Support {
  readonly to: NodeId;
  readonly because?: Text;
  readonly sign: '+' | '-';
  /** Of what is counted here, the share that becomes the other. [DES-45] */
  readonly rate?: Decimal;
  readonly lag?: Lag;
  readonly evidence: 'none' | 'opinion' | 'correlation' | 'experiment';
  /** How sure its author is; absent: not said. */
  readonly belief?: (typeof BELIEFS)[number];
  readonly findings: readonly Finding[];
}

/** What was seen of an influence, in words. [JNY-13] */
export interface Finding {
  readonly says: Text;
  /** As written. */
  readonly on: string;
  /** The page of journeys with its choices that shows it. */
  readonly analysis?: string;
}

/** Another way to take a goal or KPI apart. [DES-09] */
export interface Alternative {
  readonly equals: Formula;
  /** As written. */
  readonly text: string;
  readonly name?: Text;
  readonly because?: Text;
}

export interface Identity {
  readonly text: string;
  readonly left: Formula;
  readonly right: Formula;
  /** Path in the document. */
  readonly at: readonly (string | number)[];
  readonly line: number;
  /** Stated in the plan, or known from the catalogue. */
  readonly from: 'plan' | 'catalogue';
}

/** What is under way when the plan starts. `unstated` becomes `baseline` when the baselines suffice, else `none`. */
export type Pipeline =
  | { readonly kind: 'unstated' | 'none' | 'baseline' }
  /** Amounts of a lagged node per month (`YYYY-MM`) that come from before the plan. */
  | { readonly kind: 'given'; readonly arrivals: ReadonlyMap<NodeId, ReadonlyMap<string, Decimal>> };

/** Planned money by month, department and medium. */
export interface BudgetLine {
  readonly node?: NodeId;
  readonly department?: string;
  readonly medium?: string;
  readonly months: ReadonlyMap<string, Decimal>;
}

/** The metric that says what was spent, and the columns of its rows that say for which department and medium. */
export interface Spending {
  readonly metric: MetricId;
  readonly by: { readonly department?: ColumnId; readonly medium?: ColumnId };
}
