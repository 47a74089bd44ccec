import { digamma, logGamma } from '../../stats/log-gamma.ts';
import type { PurchasePattern } from '../customer-question.ts';

/**
 * The BG/NBD model of repeat buying (Fader, Hardie, Lee, Marketing Science 24, 2005): purchases come at a person's own rate,
 * gamma(r, alpha) over people; after each purchase a person leaves with an own probability, beta(a, b) over people. [VAL-50]
 */
export interface PurchaseModel {
  readonly r: number;
  /** In the unit of time of the patterns it was fitted to. */
  readonly alpha: number;
  readonly a: number;
  readonly b: number;
}

/** One purchase history and how many people have it. Times in any one unit. */
export type BuyingPattern = Pick<PurchasePattern, 'x' | 'tx' | 'T' | 'people'>;

/** ln L of the model and its derivatives by ln r, ln alpha, ln a, ln b. */
export interface ModelLikelihood {
  readonly logLikelihood: number;
  readonly gradient: readonly [number, number, number, number];
}

/**
 * Log-likelihood over patterns, each counted as often as people have it, with its analytic gradient in the logarithms of the
 * four parameters. Patterns in ascending order of x share their gamma functions, so the work is that of one logarithm or two each.
 */
export function purchaseLikelihood({ r, alpha, a, b }: PurchaseModel, patterns: readonly BuyingPattern[]): ModelLikelihood {
  let sum = 0;
  let [byR, byAlpha, byA, byB] = [0, 0, 0, 0];
  const start = { gamma: logGamma(r), di: digamma(r), logAlpha: Math.log(alpha) };
  const beta = { whole: logGamma(a + b) - logGamma(b), wholeDi: digamma(a + b), bDi: digamma(b) };
  let shared = { x: -1, fixed: 0, rDi: 0, aDi: 0, bDi: 0 };
  for (const { x, tx, T, people } of patterns) {
    if (x !== shared.x) {
      const together = digamma(a + b + x);
      shared = {
        x,
        fixed: logGamma(r + x) - start.gamma + beta.whole + logGamma(b + x) - logGamma(a + b + x),
        rDi: digamma(r + x) - start.di,
        aDi: beta.wholeDi - together,
        bDi: beta.wholeDi - together + digamma(b + x) - beta.bDi,
      };
    }
    const logEnd = Math.log(alpha + T);
    const staying = -(r + x) * logEnd;
    let [mix, gone] = [staying, 0];
    let logLast = 0;
    if (x > 0) {
      logLast = Math.log(alpha + tx);
      const leaving = Math.log(a) - Math.log(b + x - 1) - (r + x) * logLast;
      const most = Math.max(staying, leaving);
      mix = most + Math.log(Math.exp(staying - most) + Math.exp(leaving - most));
      gone = Math.exp(leaving - mix);
    }
    const stays = 1 - gone;
    sum += people * (shared.fixed + r * start.logAlpha + mix);
    byR += people * (shared.rDi + start.logAlpha - stays * logEnd - gone * logLast);
    byAlpha += people * (r / alpha - (r + x) * (stays / (alpha + T) + gone / (alpha + tx)));
    byA += people * (shared.aDi + gone / a);
    byB += people * (shared.bDi - (x > 0 ? gone / (b + x - 1) : 0));
  }
  return { logLikelihood: sum, gradient: [byR * r, byAlpha * alpha, byA * a, byB * b] };
}
