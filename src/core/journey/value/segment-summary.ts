import type { RfmAnswer, RfmScore } from '../customer-question.ts';
import { CUSTOMER_SEGMENTS, type CustomerSegment, HIGH_SCORE, segmentOf } from './customer-segment.ts';

export interface SegmentRow {
  readonly segment: CustomerSegment;
  readonly people: number;
  readonly orders: number;
  readonly value: number;
  /** Shares of all people and of all value; 0 with nothing at all. */
  readonly peopleShare: number;
  readonly valueShare: number;
}

/** One row per segment, empty ones too, in the order they are shown. [VAL-41] */
export function segmentSummary({ cells }: Pick<RfmAnswer, 'cells'>, high: number = HIGH_SCORE): SegmentRow[] {
  const whole = { people: 0, value: 0 };
  const rows = new Map(CUSTOMER_SEGMENTS.map(segment => [segment, { people: 0, orders: 0, value: 0 }]));
  for (const cell of cells) {
    const row = rows.get(segmentOf(cell, high));
    if (!row) continue;
    row.people += cell.people;
    row.orders += cell.orders;
    row.value += cell.value;
    whole.people += cell.people;
    whole.value += cell.value;
  }
  return [...rows].map(([segment, row]) => ({
    segment,
    ...row,
    peopleShare: whole.people > 0 ? row.people / whole.people : 0,
    valueShare: whole.value > 0 ? row.value / whole.value : 0,
  }));
}

/** Where somebody stands at one moment: a segment, or no customer (yet). */
export type Standing = CustomerSegment | 'absent';

export interface SegmentMove {
  readonly from: Standing;
  readonly to: Standing;
  readonly people: number;
}

/** How people moved between segments, largest first; those who stayed too. Empty when no earlier moment was asked for. [VAL-42] */
export function segmentMoves({ moves = [] }: Pick<RfmAnswer, 'moves'>, high: number = HIGH_SCORE): SegmentMove[] {
  const standing = (score: RfmScore | 'absent'): Standing => (score === 'absent' ? 'absent' : segmentOf(score, high));
  const sums = new Map<string, SegmentMove>();
  for (const { from, to, people } of moves) {
    const move = { from: standing(from), to: standing(to) };
    const key = `${move.from} ${move.to}`;
    sums.set(key, { ...move, people: people + (sums.get(key)?.people ?? 0) });
  }
  return [...sums.values()].sort((a, b) => b.people - a.people || (`${a.from} ${a.to}` < `${b.from} ${b.to}` ? -1 : 1));
}
