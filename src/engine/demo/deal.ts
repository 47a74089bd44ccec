import type { Day } from '#core/calendar/day.ts';
import type { Lead } from './lead.ts';

/** A sales opportunity that began with a meeting. Amounts are whole yen without tax. */
export interface Deal {
  readonly lead: Lead;
  /** The day it was, or is expected to be, won or lost. */
  readonly closes: Day;
  readonly time: string;
  readonly isWon: boolean;
  /** What the customer pays a year; of a lost deal, what was offered. */
  readonly amount: number;
  readonly product: Product;
  readonly lostBecause: LossReason;
}

export type Product = 'ライト' | 'スタンダード' | 'エンタープライズ';
export type LossReason = '価格' | '機能不足' | '競合に決定' | '時期尚早' | '予算凍結' | '連絡途絶';
