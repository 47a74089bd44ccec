import { expect, test } from 'vitest';
import { Random } from '../../stats/random.ts';
import { customerForecast } from './customer-forecast.ts';
import { expectedOfNew, expectedPurchases, probabilityAlive } from './expected-purchases.ts';
import { fitPurchaseModel } from './fit-purchase-model.ts';
import { type BuyingPattern, type PurchaseModel, purchaseLikelihood } from './purchase-model.ts';
import { fitSpendModel, spendLikelihood } from './spend-model.ts';

/** The parameters published for the CDNOW cohort. */
const CDNOW: PurchaseModel = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };

/** Likelihood of one history by its definition: an integral over the probability of leaving. */
function likelihoodByDefinition({ r, alpha, a, b }: PurchaseModel, { x, tx, T }: Omit<BuyingPattern, 'people'>): number {
  const rate = (end: number) => gammaRatio(r, x) * alpha ** r * (alpha + end) ** -(r + x);
  const beta = (p: number, q: number) => integral(t => t ** (p - 1) * (1 - t) ** (q - 1), p, q);
  const whole = beta(a, b);
  return (beta(a, b + x) / whole) * rate(T) + (x > 0 ? (beta(a + 1, b + x - 1) / whole) * rate(tx) : 0);
}

/** Γ(r + x) ÷ Γ(r). */
function gammaRatio(r: number, x: number): number {
  let product = 1;
  for (let k = 0; k < x; k++) product *= r + k;
  return product;
}

/** ∫₀¹ f by the midpoint rule after substitutions that take the ends' powers p − 1 and q − 1 away. */
function integral(f: (t: number) => number, p: number, q: number, points = 3_000): number {
  let sum = 0;
  for (let i = 0; i < points; i++) {
    const u = (i + 0.5) / points;
    const low = 0.5 * u ** (1 / p);
    sum += (f(low) * (0.5 / p) * u ** (1 / p - 1)) / points;
    const high = 1 - 0.5 * u ** (1 / q);
    sum += (f(high) * (0.5 / q) * u ** (1 / q - 1)) / points;
  }
  return sum;
}

/** Expected purchases by the definition: the posterior of the probability of leaving, integrated. */
function expectedByDefinition({ r, alpha, a, b }: PurchaseModel, { x, tx, T }: Omit<BuyingPattern, 'people'>, t: number): number {
  const density = (p: number) => p ** (a - 1) * (1 - p) ** (b + x - 1);
  const bought = (p: number) => ((alpha + T) ** -(r + x) - (alpha + T + p * t) ** -(r + x)) / p;
  const above = integral(p => density(p) * bought(p), a, b + x);
  const staying = integral(density, a, b + x) * (alpha + T) ** -(r + x);
  const left = x > 0 ? integral(p => p ** a * (1 - p) ** (b + x - 2), a + 1, b + x - 1) * (alpha + tx) ** -(r + x) : 0;
  return above / (staying + left);
}

const HISTORIES = [
  { x: 0, tx: 0, T: 39 },
  { x: 2, tx: 30.43, T: 38.86 },
  { x: 1, tx: 1.71, T: 38.86 },
  { x: 9, tx: 35, T: 36 },
  { x: 4, tx: 10, T: 39 },
];

test('[VAL-50] the likelihood is that of the definition', () => {
  for (const model of [CDNOW, { r: 1.4, alpha: 2.5, a: 1, b: 1.3 }])
    for (const history of HISTORIES) {
      const { logLikelihood } = purchaseLikelihood(model, [{ ...history, people: 1 }]);
      expect(logLikelihood).toBeCloseTo(Math.log(likelihoodByDefinition(model, history)), 5);
    }
});

test('[VAL-50] the gradient is that of the likelihood', () => {
  const patterns = HISTORIES.map((history, i) => ({ ...history, people: i + 1 })).sort((one, two) => one.x - two.x);
  const { gradient } = purchaseLikelihood(CDNOW, patterns);
  for (const [i, name] of (['r', 'alpha', 'a', 'b'] as const).entries()) {
    const at = (by: number) => purchaseLikelihood({ ...CDNOW, [name]: CDNOW[name] * Math.exp(by) }, patterns).logLikelihood;
    expect(gradient[i]).toBeCloseTo((at(1e-5) - at(-1e-5)) / 2e-5, 5);
  }
});

test('[VAL-53] expected purchases are those of the definition, at a = 1 too', () => {
  for (const model of [CDNOW, { r: 1.4, alpha: 2.5, a: 1, b: 1.3 }, { r: 0.6, alpha: 20, a: 1 + 1e-9, b: 0.7 }])
    for (const history of HISTORIES)
      for (const t of [0.5, 39, 400]) {
        const wanted = expectedByDefinition(model, history, t);
        expect(Math.abs(expectedPurchases(model, history, t) / wanted - 1)).toBeLessThan(2e-4);
      }
});

test('[VAL-52, VAL-53] the published examples: 1.226 purchases in 39 weeks of somebody with 2 at 30.43 of 38.86 weeks', () => {
  const history = { x: 2, tx: 30.43, T: 38.86 };
  expect(expectedPurchases(CDNOW, history, 39)).toBeCloseTo(1.226, 3);
  expect(probabilityAlive(CDNOW, { x: 0, tx: 0, T: 39 })).toBe(1);
  expect(probabilityAlive(CDNOW, history)).toBeGreaterThan(probabilityAlive(CDNOW, { ...history, tx: 20 }));
  expect(expectedPurchases(CDNOW, history, 0)).toBe(0);
  expect(expectedOfNew(CDNOW, 39)).toBeGreaterThan(expectedOfNew(CDNOW, 20));
});

test('[VAL-51] what was simulated is found again, and a pattern counts as often as people have it', () => {
  const truth = { r: 0.8, alpha: 6, a: 0.9, b: 2.5 };
  const single = simulatedHistories(truth, 3_000, 40, new Random(20_261_122));
  const fit = fitPurchaseModel(single);
  if (fit.state !== 'fitted' || !fit.spread) throw new Error('not fitted');
  for (const [i, name] of (['r', 'alpha', 'a', 'b'] as const).entries()) {
    const deviation = Math.sqrt(fit.spread.covariance[i]?.[i] ?? 0);
    expect(Math.abs(Math.log(fit.model[name] / truth[name]))).toBeLessThan(3.5 * deviation);
  }
  const doubled = fitPurchaseModel(single.map(pattern => ({ ...pattern, people: 2 })));
  if (doubled.state !== 'fitted') throw new Error('not fitted');
  expect(doubled.logLikelihood).toBeCloseTo(2 * fit.logLikelihood, 4);
});

test('[VAL-51] too few repeaters, no time and nobody at all give a reason, not a number', () => {
  expect(fitPurchaseModel([])).toMatchObject({ state: 'none', why: 'few-repeaters', people: 0 });
  expect(fitPurchaseModel([{ x: 0, tx: 0, T: 9, people: 5_000 }])).toMatchObject({
    state: 'none',
    why: 'few-repeaters',
    people: 5_000,
  });
  expect(fitPurchaseModel([{ x: 1, tx: 0, T: 0, people: 50 }])).toMatchObject({ state: 'none', why: 'no-time' });
});

test('[VAL-55] spend: the gradient is right, what was simulated is found again, worthless people are counted apart', () => {
  const random = new Random(7);
  const truth = { p: 6, q: 4, v: 1500 };
  const spends = Array.from({ length: 2_000 }, () => {
    const x = 1 + random.integer(6);
    const rate = gammaDraw(truth.q, random) / truth.v;
    return { x, value: gammaDraw(truth.p * x, random) / rate, people: 1 };
  }).sort((one, two) => one.x - two.x);
  const { gradient } = spendLikelihood(truth, spends);
  for (const [i, name] of (['p', 'q', 'v'] as const).entries()) {
    const at = (by: number) => spendLikelihood({ ...truth, [name]: truth[name] * Math.exp(by) }, spends).logLikelihood;
    expect(Math.abs((gradient[i] ?? Number.NaN) - (at(1e-5) - at(-1e-5)) / 2e-5)).toBeLessThan(1e-2);
  }
  const fit = fitSpendModel([{ x: 1, value: 0, people: 3 }, ...spends]);
  if (fit.state !== 'fitted' || !fit.spread) throw new Error('not fitted');
  expect(fit.worthless).toBe(3);
  for (const [i, name] of (['p', 'q', 'v'] as const).entries())
    expect(Math.abs(Math.log(fit.model[name] / truth[name]))).toBeLessThan(3.5 * Math.sqrt(fit.spread.covariance[i]?.[i] ?? 0));
  expect(fitSpendModel([{ x: 2, value: 600, people: 900 }]).state).toBe('none');
});

test('[VAL-54, VAL-56] a forecast of all customers: alive, purchases and value lie in their intervals, and nearly all is what simulation gives', () => {
  const truth = { r: 0.8, alpha: 6, a: 0.9, b: 2.5 };
  const histories = simulatedHistories(truth, 4_000, 40, new Random(99)).map(history => ({
    ...history,
    repeatValue: history.x * 3000,
  }));
  const fit = fitPurchaseModel(histories);
  if (fit.state !== 'fitted') throw new Error('not fitted');
  const random = new Random(12);
  const spends = histories
    .filter(({ x }) => x > 0)
    .map(({ x }) => ({ x, value: (gammaDraw(6 * x, random) * 1500) / gammaDraw(4, random), people: 1 }));
  const forecast = customerForecast(histories, fit, fitSpendModel(spends), 20);
  expect(forecast.people).toBe(4_000);
  expect(forecast.alive.value).toBeLessThan(4_000);
  for (const figure of [forecast.alive, forecast.purchases, forecast.value]) {
    if (figure?.low === undefined || figure.high === undefined) throw new Error('no interval');
    expect(figure.low).toBeLessThan(figure.value);
    expect(figure.high).toBeGreaterThan(figure.value);
  }
  const longer = simulatedHistories(truth, 4_000, 40, new Random(99), 20).reduce((sum, { later }) => sum + later, 0);
  expect(Math.abs(forecast.purchases.value / longer - 1)).toBeLessThan(0.1);
});

/** Histories drawn from the model, one person each, in ascending order of x; `later` counts purchases in the time after. */
function simulatedHistories(
  model: PurchaseModel,
  people: number,
  time: number,
  random: Random,
  after = 0,
): (BuyingPattern & { readonly later: number })[] {
  const drawn = Array.from({ length: people }, () => {
    const T = time * (0.5 + random.uniform() / 2);
    const rate = gammaDraw(model.r, random) / model.alpha;
    const [first, second] = [gammaDraw(model.a, random), gammaDraw(model.b, random)];
    const leaving = first / (first + second);
    let [x, tx, later, moment] = [0, 0, 0, 0];
    for (;;) {
      moment -= Math.log(random.uniform()) / rate;
      if (!(moment <= T + after)) break;
      if (moment <= T) {
        x++;
        tx = moment;
      } else later++;
      if (random.uniform() < leaving) break;
    }
    return { x, tx, T, people: 1, later };
  });
  return drawn.sort((a, b) => a.x - b.x);
}

/** Gamma-distributed with this shape and rate 1 (Marsaglia and Tsang, ACM TOMS 26, 2000). */
function gammaDraw(shape: number, random: Random): number {
  if (shape < 1) return gammaDraw(shape + 1, random) * random.uniform() ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const z = random.normal();
    const v = (1 + c * z) ** 3;
    if (v > 0 && Math.log(random.uniform()) < 0.5 * z * z + d - d * v + d * Math.log(v)) return d * v;
  }
}
