import type { EventFilter } from './event-filter.ts';

/** People by recency, frequency and money at one moment, and how they have moved since another. [JRN-60 … JRN-64] */
export interface RfmQuestion {
  readonly ask: 'rfm';
  readonly purchase: EventFilter;
  /** Events before this moment count. */
  readonly asOf: number;
  /** Purchases at least this long (ms) before `asOf` are forgotten; all count when absent. */
  readonly memory?: number;
  readonly cuts: 'quintiles' | RfmCuts;
  /** An earlier moment to compare with, by the same cuts. */
  readonly since?: number;
}

/** Four ascending bounds per score: a score is 1 + the number of bounds that are at most the value. Recency: ms since the last purchase, where score = 5 − that number of bounds below the value. */
export interface RfmCuts {
  readonly recency: readonly number[];
  readonly frequency: readonly number[];
  readonly money: readonly number[];
}

/** `cells` hold people with at least one purchase, ordered by r, f, m; `moves` those at both moments; `absent` is a person not yet (or no longer) a customer. */
export interface RfmAnswer {
  readonly cuts: RfmCuts;
  readonly cells: readonly RfmCell[];
  readonly moves?: readonly { readonly from: RfmScore | 'absent'; readonly to: RfmScore | 'absent'; readonly people: number }[];
}

export interface RfmScore {
  readonly r: number;
  readonly f: number;
  readonly m: number;
}

export interface RfmCell extends RfmScore {
  readonly people: number;
  readonly orders: number;
  readonly value: number;
}

/**
 * Purchase histories for models of customer value: people with the same number of repeat purchase moments, the same whole
 * `unit`s from first to last purchase and from first purchase to `asOf`. [JRN-65]
 */
export interface PurchasePatternsQuestion {
  readonly ask: 'purchase-patterns';
  readonly purchase: EventFilter;
  readonly asOf: number;
  /** Purchases whose moments fall in the same whole unit (ms), counted from `origin`, are one. */
  readonly unit: number;
  /** An instant where a unit begins, as a midnight of the zone; 1970 UTC when absent. */
  readonly origin?: number;
}

/** Patterns ordered by x, tx, T; spends by x, then value. Value is in the smallest unit. */
export interface PurchasePatternsAnswer {
  readonly patterns: readonly PurchasePattern[];
  /** Of people with a repeat purchase: how many have x repeat units that are together worth `value` (events without a value: 0). */
  readonly spends: readonly { readonly x: number; readonly value: number; readonly people: number }[];
}

export interface PurchasePattern {
  /** Repeat purchases: distinct units with a purchase, less the first. */
  readonly x: number;
  /** Units from the first purchase's to the last's. */
  readonly tx: number;
  /** Units from the first purchase's to that of `asOf`. */
  readonly T: number;
  readonly people: number;
  /** Value of the repeat units over these people. */
  readonly repeatValue: number;
}
