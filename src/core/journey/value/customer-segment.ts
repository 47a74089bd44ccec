import type { RfmScore } from '../customer-question.ts';

/** The segments of the articles, and everybody else. */
export type CustomerSegment = 'loyal' | 'growing' | 'new-valuable' | 'dormant' | 'other';

/** In the order in which they are shown. */
export const CUSTOMER_SEGMENTS: readonly CustomerSegment[] = ['loyal', 'growing', 'new-valuable', 'dormant', 'other'];

/** A score from here on is high. */
export const HIGH_SCORE = 3;

/**
 * The segment of one score; the first rule that fits decides: dormant (F and M high, R 1), loyal (all high), growing (F and M
 * high, R not), new and valuable (R and M high, F not), other. [VAL-40]
 */
export function segmentOf({ r, f, m }: RfmScore, high: number = HIGH_SCORE): CustomerSegment {
  const often = f >= high && m >= high;
  if (often && r === 1) return 'dormant';
  if (often && r >= high) return 'loyal';
  if (often) return 'growing';
  if (r >= high && m >= high) return 'new-valuable';
  return 'other';
}
