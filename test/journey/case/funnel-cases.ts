import type { FunnelQuestion, FunnelRow } from '#core/journey/funnel-question.ts';
import { type MicroCase, named } from './micro-case.ts';

export const FUNNEL_CASES: readonly MicroCase[] = [
  {
    name: '[JRN-10] the window is inclusive',
    people: { ann: 'A@0 B@5 C@10', bob: 'A@0 B@5 C@11' },
    ...asked('ABC', { reached: [2, 2, 1], times: [same(5), same(5)] }),
  },
  {
    name: '[JRN-10] the window runs from the first step, not from step to step',
    people: { ann: 'A@0 B@8 C@16' },
    ...asked('ABC', { reached: [1, 1, 0], times: [same(8), null] }),
  },
  {
    name: '[JRN-11] a later beginning counts as well as the first',
    people: { ann: 'A@0 B@9 A@20 B@25 C@29' },
    ...asked('ABC', { reached: [1, 1, 1], times: [same(5), same(4)] }),
  },
  {
    name: '[JRN-11] what the earliest first step misses, a later one within the window makes',
    people: { ann: 'A@0 A@8 B@15' },
    ...asked('AB', { reached: [1, 1], times: [same(7)] }),
  },
  {
    name: '[JRN-12] steps of one moment are in the order of the steps',
    people: { ann: 'B@0 A@0' },
    ...asked('AB', { reached: [1, 1], times: [same(0)] }),
  },
  {
    name: '[JRN-12] of one moment both A stand before B',
    people: { ann: 'A@0 A@0 B@0' },
    ...asked('ABA', { reached: [1, 1, 0], times: [same(0), null] }),
  },
  {
    name: '[JRN-12] an event of more steps comes after one of the lowest of them alone',
    people: { ann: 'A@0/Ads A@0' },
    question: { ask: 'funnel', steps: [named('A'), { where: [{ dimension: 'channel', in: ['Ads'] }] }], window: 10 },
    answer: { rows: [{ reached: [1, 1], times: [same(0)] }] },
  },
  {
    name: '[JRN-13] one event is not two steps',
    people: { ann: 'A@0', bob: 'A@0 A@3' },
    ...asked('AA', { reached: [2, 1], times: [same(3)] }),
  },
  {
    name: '[JRN-13] unless events may be reused',
    people: { ann: 'A@0' },
    ...asked('AA', { reached: [1, 1], times: [same(0)] }, { reuse: true }),
  },
  {
    name: '[JRN-13] reused, all events of a moment follow each other in the order of the steps',
    people: { ann: 'A@0 B@0' },
    ...asked('ABA', { reached: [1, 1, 1], times: [same(0), same(0)] }, { reuse: true }),
  },
  {
    name: '[JRN-13] without reuse they do not',
    people: { ann: 'A@0 B@0' },
    ...asked('ABA', { reached: [1, 1, 0], times: [same(0), null] }),
  },
  {
    name: '[JRN-05] one id is one event, twins without id are two',
    people: { ann: 'A@0#7 A@0#7', bob: 'A@0 A@0' },
    ...asked('AA', { reached: [2, 1], times: [same(0)] }),
  },
  {
    name: '[JRN-06] the journey of merged people is one',
    people: { cookie: 'A@0', ann: 'B@5' },
    merges: [{ from: 'cookie', to: 'ann' }],
    ...asked('AB', { reached: [1, 1], times: [same(5)] }),
  },
  {
    name: '[JRN-11] only first steps within the span begin, later steps may follow after it',
    people: { ann: 'A@5 B@12', bob: 'A@19 B@25', eve: 'A@20 B@21' },
    ...asked('AB', { reached: [1, 1], times: [same(6)] }, { entered: { from: 10, to: 20 } }),
  },
  {
    name: '[JRN-14] an exclusion breaks what goes on over it, and nothing else',
    people: { ann: 'A@0 X@1 B@2', bob: 'A@0 X@0 B@2', cid: 'A@0 B@2 X@2 C@3', dan: 'A@0 X@1 A@2 B@3' },
    ...asked(
      'ABC',
      { reached: [4, 3, 1], times: [{ median: 2, p90: 2 }, same(1)] },
      { exclusions: [{ event: named('X'), after: 0, before: 1 }] },
    ),
  },
  {
    name: '[JRN-14] at the moment of a step between it breaks what comes later, not what comes with it',
    people: { ann: 'A@0 B@2 X@2 C@3', bob: 'A@0 B@2 X@2 C@2' },
    ...asked(
      'ABC',
      { reached: [2, 2, 1], times: [same(2), same(0)] },
      { exclusions: [{ event: named('X'), after: 0, before: 2 }] },
    ),
  },
  {
    name: '[JRN-15] the winning attempt ends first and begins last',
    people: { ann: 'A@0 A@4 B@5 B@6' },
    ...asked('AB', { reached: [1, 1], times: [same(1)] }),
  },
  {
    name: '[JRN-15] [JRN-16] the breakdown is that of the winning attempt; equals by value, null first',
    people: { ann: 'A@0/Ads A@4/Email B@5', bob: 'A@0/Ads', cid: 'A@1', dan: 'A@2/Ads' },
    question: { ...funnelOf('AB'), by: { dimension: 'channel', step: 0 } },
    answer: {
      rows: [
        { value: 'Ads', reached: [2, 0], times: [null] },
        { value: null, reached: [1, 0], times: [null] },
        { value: 'Email', reached: [1, 1], times: [same(1)] },
      ],
    },
  },
  {
    name: '[JRN-16] who does not reach the step of the breakdown stands in the row without value, last of equals',
    people: { ann: 'A@0', bob: 'A@0 B@1/Ads' },
    question: { ...funnelOf('AB'), by: { dimension: 'channel', step: 1 } },
    answer: {
      rows: [
        { value: 'Ads', reached: [1, 1], times: [same(1)] },
        { reached: [1, 0], times: [null] },
      ],
    },
  },
  {
    name: '[JRN-12] of events alike the winning first step is the last by value, the winning last step the first',
    people: { ann: 'A@0/Ads A@0/Email', bob: 'A@0 B@1/Ads B@1/Email' },
    question: { ...funnelOf('AB'), by: { dimension: 'channel', step: 1 } },
    answer: {
      rows: [
        { value: 'Ads', reached: [1, 1], times: [same(1)] },
        { reached: [1, 0], times: [null] },
      ],
    },
  },
  {
    name: '[JRN-16] lower median and 90th percentile',
    people: { ann: 'A@0 B@10', bob: 'A@0 B@1', cid: 'A@0 B@3', dan: 'A@0 B@2' },
    ...asked('AB', { reached: [4, 4], times: [{ median: 2, p90: 10 }] }),
  },
  {
    name: '[JRN-16] nobody',
    people: { ann: 'B@0 C@1' },
    ...asked('ABC', { reached: [0, 0, 0], times: [null, null] }),
  },
];

function funnelOf(steps: string): FunnelQuestion {
  return { ask: 'funnel', steps: [...steps].map(step => named(step)), window: 10 };
}

/** A funnel of steps named by letters with a window of 10, and its only row. */
function asked(steps: string, row: FunnelRow, more: Partial<FunnelQuestion> = {}) {
  return { question: { ...funnelOf(steps), ...more }, answer: { rows: [row] } };
}

function same(time: number) {
  return { median: time, p90: time };
}
