import type { PurchasePattern } from '../customer-question.ts';
import { expectedPurchases, probabilityAlive } from './expected-purchases.ts';
import { modelAt, type PurchaseFit } from './fit-purchase-model.ts';
import type { PurchaseModel } from './purchase-model.ts';
import { expectedSpend, type SpendFit, type SpendModel, spendModelAt } from './spend-model.ts';
import { deviationOf, type Spread } from './spread-at.ts';

/** A figure of the model with its 90 % interval for the expectation; without bounds where the likelihood gives none. */
export interface Estimated {
  readonly value: number;
  readonly low?: number;
  readonly high?: number;
}

/** What the customers known today are expected to do in the time to come. [VAL-54, VAL-56] */
export interface CustomerForecast {
  readonly people: number;
  /** People expected to be customers still. */
  readonly alive: Estimated;
  readonly purchases: Estimated;
  /** What these purchases are worth in the unit of the values; absent without a model of spend. */
  readonly value?: Estimated;
}

/** A pattern with times in the unit of the model. */
type History = Pick<PurchasePattern, 'x' | 'tx' | 'T' | 'people' | 'repeatValue'>;

/**
 * Expected purchases and value of all people over the `horizon`, in the unit of time of the patterns.
 *
 * Out   sums over people; an expectation of spend is linear in what somebody spent, so sums per pattern are exact
 * How   90 % intervals by the delta method on the logarithm of the sum, the two models independent. They hold the uncertainty of
 *       the parameters, not what single people happen to do, nor that the future may be unlike the past.
 */
export function customerForecast(
  histories: readonly History[],
  purchases: Extract<PurchaseFit, { state: 'fitted' }>,
  spend: SpendFit | undefined,
  horizon: number,
): CustomerForecast {
  const people = histories.reduce((sum, history) => sum + history.people, 0);
  const aliveOf = (model: PurchaseModel) => total(histories, history => probabilityAlive(model, history) * history.people);
  const boughtOf = (model: PurchaseModel) =>
    total(histories, history => expectedPurchases(model, history, horizon) * history.people);
  return {
    people,
    alive: bounded(aliveOf(purchases.model), purchases.spread, place => aliveOf(modelAt(place)), people),
    purchases: bounded(boughtOf(purchases.model), purchases.spread, place => boughtOf(modelAt(place))),
    ...(spend?.state === 'fitted' ? { value: worth(histories, purchases, spend, horizon) } : {}),
  };
}

function worth(
  histories: readonly History[],
  purchases: Extract<PurchaseFit, { state: 'fitted' }>,
  spend: Extract<SpendFit, { state: 'fitted' }>,
  horizon: number,
): Estimated {
  const parts = (buying: PurchaseModel, spending: SpendModel) =>
    total(histories, history => {
      const each = expectedSpend(spending, {
        x: history.x,
        value: history.people > 0 ? history.repeatValue / history.people : 0,
      });
      return history.people * expectedPurchases(buying, history, horizon) * each;
    });
  const value = parts(purchases.model, spend.model);
  if (!purchases.spread || !spend.spread) return { value };
  const byBuying = deviationOf(purchases.spread, place => Math.log(parts(modelAt(place), spend.model)));
  const bySpending = deviationOf(spend.spread, place => Math.log(parts(purchases.model, spendModelAt(place, spend.scale))));
  return around(value, Math.hypot(byBuying, bySpending));
}

function bounded(
  value: number,
  spread: Spread | undefined,
  figure: (place: readonly number[]) => number,
  most?: number,
): Estimated {
  if (!spread || !(value > 0)) return { value };
  return around(
    value,
    deviationOf(spread, place => Math.log(figure(place))),
    most,
  );
}

/** 95th percentile of a standard normal value. */
const Z90 = 1.6448536269514722;

function around(value: number, deviation: number, most = Number.POSITIVE_INFINITY): Estimated {
  if (!Number.isFinite(deviation)) return { value };
  return { value, low: value * Math.exp(-Z90 * deviation), high: Math.min(most, value * Math.exp(Z90 * deviation)) };
}

function total(histories: readonly History[], part: (history: History) => number): number {
  return histories.reduce((sum, history) => sum + part(history), 0);
}
