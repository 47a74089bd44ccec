import { BEGIN, DAY, DAYS, NAMES } from './made-events.mjs';

const days = Array.from({ length: DAYS + 1 }, (_, i) => BEGIN + i * DAY);
const weeks = Array.from({ length: 54 }, (_, i) => BEGIN + i * 7 * DAY);
const steps = NAMES.slice(0, 5).map(name => ({ events: [name] }));
const phone = [{ dimension: 'device', in: ['phone'] }];
const FIVE = [
  { model: 'first' },
  { model: 'last' },
  { model: 'linear' },
  { model: 'decay', halfLife: 7 * DAY },
  { model: 'position', first: 0.4, last: 0.4 },
];

/** The questions of the benchmark, as the product is asked them. */
export const QUESTIONS = {
  series: { ask: 'series', select: {}, edges: days, by: ['channel'] },
  rolling: { ask: 'rolling', select: {}, edges: days, length: 30 },
  funnel: { ask: 'funnel', steps, window: 7 * DAY },
  'funnel, one filter': { ask: 'funnel', steps: steps.map(step => ({ ...step, where: phone })), window: 7 * DAY },
  'funnel by channel': { ask: 'funnel', steps, window: 7 * DAY, by: { dimension: 'channel', step: 0 } },
  retention: { ask: 'retention', born: {}, back: {}, edges: weeks },
  attribution: {
    ask: 'attribution',
    convert: { events: ['purchase'] },
    touch: {},
    lookback: 30 * DAY,
    by: ['channel'],
    models: FIVE,
  },
  'touch paths': { ask: 'touch-paths', convert: { events: ['purchase'] }, touch: {}, by: 'channel' },
  RFM: { ask: 'rfm', purchase: { events: ['purchase'] }, asOf: BEGIN + DAYS * DAY, cuts: 'quintiles' },
};

/** What somebody asks one after another while looking for a cause. */
export const DRILL = [
  {},
  { where: phone },
  { where: [{ dimension: 'device', in: ['desktop'] }] },
  { where: [{ dimension: 'country', in: ['country 1'] }] },
  { where: [...phone, { dimension: 'country', in: ['country 1', 'country 2'] }] },
  { events: ['purchase'] },
  { events: ['purchase'], where: phone },
  { events: ['purchase', 'signup'] },
  { where: [{ dimension: 'channel', in: ['Direct'], not: true }] },
  { where: [{ dimension: 'campaign', in: [null], not: true }] },
].flatMap(select =>
  ['channel', 'campaign'].map(by => ({
    ask: 'series',
    select,
    edges: Array.from({ length: 13 }, (_, i) => BEGIN + i * 28 * DAY),
    by: [by],
  })),
);
