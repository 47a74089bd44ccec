import { shareInterval } from '../stats/share-interval.ts';
import { studentQuantile } from '../stats/student-t.ts';

/** A figure made from answers, with the range in which it lies with 95 % for all who could have answered. [ANS-02] */
export interface AnswerInterval {
  /** Answers. */
  readonly n: number;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** Too few answers to go by. */
  readonly lowConfidence: boolean;
}

/** Below so many answers a figure is of low confidence. */
const FEW_ANSWERS = 30;

const Z = 1.959963984540054;

/**
 * Promoters less detractors per hundred answers, −100 to 100; undefined without answers.
 * The variance of one answer that counts 1, 0 or −1 is p + d − (p − d)²; the range is cut at ±100.
 */
export function netInterval(promoters: number, detractors: number, n: number): AnswerInterval | undefined {
  if (n <= 0) return undefined;
  const [p, d] = [promoters / n, detractors / n];
  const half = Z * Math.sqrt(Math.max(0, p + d - (p - d) ** 2) / n) * 100;
  const value = (p - d) * 100;
  return { n, value, low: Math.max(-100, value - half), high: Math.min(100, value + half), lowConfidence: n < FEW_ANSWERS };
}

/** A share of the answers, 0 to 1, by Wilson's score interval; undefined without answers. */
export function answerShareInterval(count: number, n: number): AnswerInterval | undefined {
  if (n <= 0) return undefined;
  return { n, value: count / n, ...shareInterval({ count, of: n }), lowConfidence: n < FEW_ANSWERS };
}

/**
 * The mean of scores, by Student's t with the standard deviation of the answers (n − 1); undefined with fewer than two.
 * `scores`: each with how many gave it.
 */
export function meanInterval(scores: readonly { readonly score: number; readonly count: number }[]): AnswerInterval | undefined {
  const n = scores.reduce((sum, { count }) => sum + count, 0);
  if (n < 2) return undefined;
  const value = scores.reduce((sum, { score, count }) => sum + score * count, 0) / n;
  const squares = scores.reduce((sum, { score, count }) => sum + count * (score - value) ** 2, 0);
  const half = studentQuantile(0.975, n - 1) * Math.sqrt(squares / (n - 1) / n);
  return { n, value, low: value - half, high: value + half, lowConfidence: n < FEW_ANSWERS };
}
