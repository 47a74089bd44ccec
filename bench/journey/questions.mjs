import { NAMES } from './made-events.mjs';
import { BEGIN, DAY, DAYS } from './year.mjs';

export const END = BEGIN + DAYS * DAY;
export const WINDOW = 7 * DAY;
export const LOOKBACK = 30 * DAY;
export const HALF_LIFE = 7 * DAY;

const days = Array.from({ length: DAYS + 1 }, (_, i) => BEGIN + i * DAY);
const weeks = Array.from({ length: 54 }, (_, i) => BEGIN + i * 7 * DAY);
const steps = NAMES.slice(0, 5).map(name => ({ events: [name] }));
export const PHONE = { dimension: 'device', in: ['phone'] };
const purchase = { events: ['purchase'] };
const series = { ask: 'series', select: {}, edges: days, by: ['channel'] };
const retention = { ask: 'retention', born: {}, back: {}, edges: weeks };
const attribution = {
  ask: 'attribution',
  convert: purchase,
  touch: {},
  lookback: LOOKBACK,
  by: ['channel'],
  models: [
    { model: 'first' },
    { model: 'last' },
    { model: 'linear' },
    { model: 'decay', halfLife: HALF_LIFE },
    { model: 'position', first: 0.4, last: 0.4 },
  ],
};

/** The questions of the benchmark, as the product is asked them. */
export const QUESTIONS = {
  series,
  'series of purchases': { ...series, select: purchase },
  'series on phones': { ...series, select: { where: [PHONE] } },
  'series of purchases on phones': { ...series, select: { ...purchase, where: [PHONE] } },
  rolling: { ask: 'rolling', select: {}, edges: days, length: 30 },
  funnel: { ask: 'funnel', steps, window: WINDOW },
  'funnel on phones': { ask: 'funnel', steps: steps.map(step => ({ ...step, where: [PHONE] })), window: WINDOW },
  'funnel by channel': { ask: 'funnel', steps, window: WINDOW, by: { dimension: 'channel', step: 0 } },
  retention,
  'retention of Paid Search': { ...retention, bornIs: [{ dimension: 'channel', in: ['Paid Search'] }] },
  attribution,
  'attribution by campaign': { ...attribution, by: ['campaign'] },
  'touch paths': { ask: 'touch-paths', convert: purchase, touch: {}, by: 'channel' },
  RFM: { ask: 'rfm', purchase, asOf: END, cuts: 'quintiles' },
  'purchase patterns': { ask: 'purchase-patterns', purchase, asOf: END, unit: 7 * DAY, origin: BEGIN },
};
