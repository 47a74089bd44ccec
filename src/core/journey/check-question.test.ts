import { expect, test } from 'vitest';
import { sentence } from '../problem/sentence.ts';
import { LANGS } from '../text/text.ts';
import { checkQuestion, type KnownNames } from './check-question.ts';
import { journeyMessages } from './journey-messages.ts';
import type { JourneyQuestion } from './journey-question.ts';

const KNOWN: KnownNames = { events: new Set(['view', 'purchase']), dimensions: new Set(['channel', 'device']) };
const VIEW = { events: ['view'] };
const DAY = 86_400_000;

const RIGHT: readonly JourneyQuestion[] = [
  {
    ask: 'funnel',
    steps: [VIEW, { events: ['purchase'] }],
    window: DAY,
    exclusions: [{ event: {}, after: 0, before: 1 }],
    by: { dimension: 'channel', step: 1 },
  },
  { ask: 'retention', born: VIEW, back: {}, edges: [0, 1], bornIs: [{ dimension: 'device', in: [null] }] },
  { ask: 'series', select: { where: [{ dimension: 'channel', in: ['x'] }] }, edges: [0, 1], by: ['channel', 'device'] },
  { ask: 'rolling', select: {}, edges: [0, 1], length: 30 },
  {
    ask: 'attribution',
    convert: VIEW,
    touch: {},
    lookback: 1,
    by: ['channel'],
    models: [
      { model: 'decay', halfLife: 0.5 },
      { model: 'position', first: 0.7, last: 0.3 },
    ],
  },
  { ask: 'touch-paths', convert: VIEW, touch: {}, by: 'channel' },
  { ask: 'repeat', event: VIEW, base: 'any', window: 1, edges: [0, 1], asOf: 0 },
  { ask: 'rfm', purchase: VIEW, asOf: 10, since: 9, cuts: 'quintiles' },
  { ask: 'purchase-patterns', purchase: VIEW, asOf: 10, unit: DAY, origin: -1 },
  { ask: 'stages', stages: [VIEW], asOf: 0, begun: { from: 0, to: 1 } },
  { ask: 'activation', born: VIEW, did: {}, within: 1, outcome: {}, until: 2, asOf: 0, atLeast: [1, 2] },
  { ask: 'flow', start: VIEW, direction: 'after', through: {}, by: { event: true }, length: 10, window: 1 },
];

test.each(RIGHT)('[JRN-09] $ask: nothing is wrong with a question within limits', question => {
  expect(checkQuestion(question, KNOWN)).toEqual([]);
});

const [FUNNEL, RETENTION, SERIES, ROLLING, ATTRIBUTION, , REPEAT, RFM, PATTERNS, STAGES, ACTIVATION, FLOW] = RIGHT;

const WRONG: readonly (readonly [JourneyQuestion, ...(readonly (string | number)[][])])[] = [
  [
    changed(FUNNEL, { steps: [{ events: ['view', 'purchas'] }], exclusions: [], by: undefined }),
    ['journey-event-unknown', 'steps', 0, 'events', 1],
  ],
  [changed(FUNNEL, { window: 0 }), ['journey-length', 'window']],
  [changed(FUNNEL, { window: 1.5 }), ['journey-length', 'window']],
  [changed(FUNNEL, { window: Number.NaN }), ['journey-length', 'window']],
  [changed(FUNNEL, { steps: Array.from({ length: 40 }, () => VIEW) }), ['journey-steps-many', 'steps']],
  [changed(FUNNEL, { steps: [], exclusions: [], by: undefined }), ['journey-steps-none', 'steps']],
  [
    changed(FUNNEL, { by: { dimension: 'chanel', step: 2 } }),
    ['journey-dimension-unknown', 'by', 'dimension'],
    ['journey-step-missing', 'by', 'step'],
  ],
  [changed(FUNNEL, { exclusions: [{ event: {}, after: 1, before: 1 }] }), ['journey-exclusion-order', 'exclusions', 0]],
  [changed(FUNNEL, { exclusions: [{ event: {}, after: 0, before: 2 }] }), ['journey-step-missing', 'exclusions', 0, 'before']],
  [changed(FUNNEL, { entered: { from: 5, to: 5 } }), ['journey-span-empty', 'entered']],
  [changed(FUNNEL, { entered: { from: 5, to: Number.NaN } }), ['journey-moment', 'entered']],
  [changed(RETENTION, { edges: [0, 2, 2] }), ['journey-edges-order', 'edges', 2]],
  [changed(RETENTION, { edges: [0] }), ['journey-edges-few', 'edges']],
  [changed(RETENTION, { bornIs: [{ dimension: 'shop', in: [] }] }), ['journey-dimension-unknown', 'bornIs', 0, 'dimension']],
  [changed(SERIES, { edges: Array.from({ length: 3652 }, (_, index) => index) }), ['journey-buckets-many', 'edges']],
  [changed(SERIES, { edges: [0, Number.POSITIVE_INFINITY] }), ['journey-moment', 'edges']],
  [changed(SERIES, { by: ['channel', 'device', 'channel'] }), ['journey-dimensions-many', 'by']],
  [changed(SERIES, { select: { value: { min: 2, max: 1 } } }), ['journey-value-bounds', 'select', 'value']],
  [changed(SERIES, { select: { value: { min: Number.NaN } } }), ['journey-moment', 'select', 'value']],
  [
    changed(SERIES, { select: { where: [{ dimension: 'shop', in: [] }] } }),
    ['journey-dimension-unknown', 'select', 'where', 0, 'dimension'],
  ],
  [changed(ROLLING, { length: 0 }), ['journey-rolling-length', 'length']],
  [changed(ATTRIBUTION, { by: [], models: [] }), ['journey-dimensions-none', 'by'], ['journey-models-none', 'models']],
  [changed(ATTRIBUTION, { models: [{ model: 'decay', halfLife: 0 }] }), ['journey-length', 'models', 0, 'halfLife']],
  [changed(ATTRIBUTION, { models: [{ model: 'position', first: 0.6, last: 0.6 }] }), ['journey-shares', 'models', 0]],
  [changed(ATTRIBUTION, { models: [{ model: 'position', first: -0.1, last: 0.6 }] }), ['journey-shares', 'models', 0]],
  [changed(ATTRIBUTION, { models: [{ model: 'position', first: Number.NaN, last: 0.6 }] }), ['journey-shares', 'models', 0]],
  [changed(REPEAT, { asOf: Number.NaN }), ['journey-moment', 'asOf']],
  [
    changed(RFM, { cuts: { recency: [1, 2, 3], frequency: [1, 2, 3, 4], money: [2, 1, 3, 4] } }),
    ['journey-cuts', 'cuts', 'recency'],
    ['journey-cuts', 'cuts', 'money'],
  ],
  [changed(RFM, { since: 10 }), ['journey-since-late', 'since']],
  [changed(RFM, { memory: -1 }), ['journey-length', 'memory']],
  [changed(PATTERNS, { unit: 0 }), ['journey-length', 'unit']],
  [changed(STAGES, { stages: [] }), ['journey-steps-none', 'stages']],
  [changed(ACTIVATION, { until: 1 }), ['journey-until-early', 'until']],
  [changed(ACTIVATION, { atLeast: [2, 1] }), ['journey-thresholds', 'atLeast']],
  [changed(ACTIVATION, { atLeast: [1, 1] }), ['journey-thresholds', 'atLeast']],
  [changed(ACTIVATION, { atLeast: [0] }), ['journey-thresholds', 'atLeast']],
  [changed(FLOW, { length: 11 }), ['journey-flow-length', 'length']],
];

test.each(WRONG.map(([question, ...expected]) => ({ question, expected })))(
  '[JRN-09] $expected: $question',
  ({ question, expected }) => {
    const problems = checkQuestion(question, KNOWN);
    expect(problems.map(({ code, at }) => [code, ...at])).toEqual(expected);
    for (const problem of problems)
      for (const lang of LANGS) expect(sentence(problem, lang)).not.toMatch(/undefined|NaN|\[object/);
  },
);

test('[JRN-09] every message is raised by some question', () => {
  const raised = new Set(WRONG.flatMap(([, ...expected]) => expected.map(([code]) => code)));
  expect(Object.keys(journeyMessages).filter(code => !raised.has(code))).toEqual(['journey-no-events']);
});

test('[JRN-09] a store without events is the only problem of a question', () => {
  const problems = checkQuestion(changed(FUNNEL, { window: 0 }), { events: new Set(), dimensions: new Set() });
  expect(problems.map(({ code }) => code)).toEqual(['journey-no-events']);
});

test('[JRN-09] an unknown event is told with the known one most like it, in both languages', () => {
  const [problem] = checkQuestion(changed(SERIES, { select: { events: ['purchas'] } }), KNOWN);
  expect(problem && LANGS.map(lang => sentence(problem, lang))).toEqual([
    '「purchas」というイベントはありません。「purchase」のことでしょうか。',
    'There is no event "purchas". Did you mean "purchase"?',
  ]);
});

function changed(question: JourneyQuestion | undefined, change: Readonly<Record<string, unknown>>): JourneyQuestion {
  return { ...question, ...change } as JourneyQuestion;
}
