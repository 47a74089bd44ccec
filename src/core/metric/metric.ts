import type { Formula } from '../formula/ast.ts';
import type { Text } from '../text/text.ts';
import type { Aggregation, Direction, MoneyBasis, Unit } from '../unit/unit.ts';
import type { MetricId } from './measurement.ts';

/** What a number means, independent of any plan or data: the catalogue's entries and a workspace's own. [MET-02] */
export interface Metric {
  readonly id: MetricId;
  readonly name: Text;
  /** Other names people use, in both languages; search and sheet import match them. */
  readonly aliases: readonly string[];
  /** One plain sentence. */
  readonly meaning: Text;
  readonly unit: Unit;
  readonly direction: Direction;
  readonly aggregation: Aggregation;
  readonly basis?: MoneyBasis;
  /** Goals are often set on it. [DES-08] */
  readonly usualGoal?: boolean;
  /** Definition over other metrics, where the metric is derived. For measuring and for consistency checks, not a plan's arithmetic. */
  readonly formula?: Formula;
  readonly formulaText?: string;
  /** Other true statements about the metric (`orders * aov` for sales), for consistency checks. */
  readonly identities?: readonly string[];
  /** Quantity or quality of the same thing; `pair` is its partner. */
  readonly kind?: 'quantity' | 'quality';
  readonly pair?: MetricId;
  /** Must not get worse while this one is pushed; where absent, the partner is what to watch. */
  readonly guardrail?: MetricId;
  readonly horizon?: 'short' | 'mid' | 'long';
  readonly leading?: boolean;
  /** What moves after it, and after how many days as a rule of thumb; only leading metrics have it. */
  readonly follows?: { readonly metric: MetricId; readonly days: readonly [number, number] };
  readonly stage?: 'awareness' | 'interest' | 'consideration' | 'conversion' | 'retention' | 'advocacy' | 'outcome';
  readonly domains?: readonly string[];
  readonly rhythm?: Rhythm;
  /** Where a workspace's own metric is recorded. */
  readonly recordedIn?: Text;
  /** Rates that may pass 100 % (NRR, ROI, an index). */
  readonly mayExceedOne?: boolean;
  readonly benchmark?: Benchmark;
}

export type Rhythm = 'daily' | 'weekly' | 'monthly' | 'quarterly' | 'yearly';

/** What is usual, in the metric's own unit: a rate as a fraction. */
export interface Benchmark extends BenchmarkRange {
  readonly text: Text;
  /** By kind of site or trade, where that makes a difference. */
  readonly ranges?: readonly (BenchmarkRange & { readonly for: Text })[];
  readonly source: string;
}

export interface BenchmarkRange {
  readonly low?: number;
  readonly high?: number;
}
