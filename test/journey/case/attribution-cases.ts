import type { AttributionModel, AttributionQuestion } from '#core/journey/attribution-question.ts';
import { type MicroCase, named } from './micro-case.ts';

const DAY = 86_400_000;

export const ATTRIBUTION_CASES: readonly MicroCase[] = [
  {
    name: '[ANA-21] [JRN-42] [JRN-44] [JRN-45] [JRN-46] three touches, 14, 7 and 0 days before',
    people: { ann: `A@0/SNS A@${7 * DAY}/Email A@${14 * DAY}/Ads B@${14 * DAY}=10000` },
    question: asked(
      [
        { model: 'first' },
        { model: 'last' },
        { model: 'linear' },
        { model: 'decay', halfLife: 7 * DAY },
        { model: 'position', first: 0.4, last: 0.4 },
      ],
      { lookback: 30 * DAY },
    ),
    answer: answered({ conversions: 1, value: 10000 }, [
      ['Ads', 1, [0, 0], [1, 10000], [1 / 3, 10000 / 3], [4 / 7, 40000 / 7], [0.4, 4000]],
      ['Email', 1, [0, 0], [0, 0], [1 / 3, 10000 / 3], [2 / 7, 20000 / 7], [0.2, 2000]],
      ['SNS', 1, [1, 10000], [0, 0], [1 / 3, 10000 / 3], [1 / 7, 10000 / 7], [0.4, 4000]],
    ]),
  },
  {
    name: '[JRN-41] the lookback is inclusive',
    people: { ann: 'A@0~a/Ads A@5~b/Email B@10=2', bob: 'A@0~a/Ads A@5~b/Email B@11=2' },
    question: asked([{ model: 'first' }]),
    answer: answered({ conversions: 2, value: 4 }, [
      ['Ads', 1, [1, 2]],
      ['Email', 2, [1, 2]],
    ]),
  },
  {
    name: '[JRN-41] a session is one touch, by its earliest event that passes',
    people: { ann: 'A@0~s/Ads A@1~s/Email B@2' },
    question: asked([{ model: 'linear' }]),
    answer: answered({ conversions: 1, value: 0 }, [['Ads', 1, [1, 0]]]),
  },
  {
    name: '[JRN-41] of one moment the least by value',
    people: { ann: 'A@0~s/Email A@0~s/Ads B@2' },
    question: asked([{ model: 'linear' }]),
    answer: answered({ conversions: 1, value: 0 }, [['Ads', 1, [1, 0]]]),
  },
  {
    name: '[JRN-41] an event that does not pass is no touch; the session’s next one is',
    people: { ann: 'A@0~s A@1~s/Email B@2' },
    question: {
      ...asked([{ model: 'last' }]),
      touch: { events: ['A'], where: [{ dimension: 'channel', in: [null], not: true }] },
    },
    answer: answered({ conversions: 1, value: 0 }, [['Email', 1, [1, 0]]]),
  },
  {
    name: '[JRN-41] touches of one moment are in the order of their sessions’ text',
    people: { ann: 'A@0~b/Ads A@0~a/Email B@1=6' },
    question: asked([{ model: 'first' }, { model: 'last' }]),
    answer: answered({ conversions: 1, value: 6 }, [
      ['Ads', 1, [0, 0], [1, 6]],
      ['Email', 1, [1, 6], [0, 0]],
    ]),
  },
  {
    name: '[JRN-41] a touch at the moment of the conversion counts, one after it does not, and an event can be both',
    people: { ann: 'A@5~a/Ads B@5 A@6~b/Email', bob: 'B@5~c/SNS' },
    question: { ...asked([{ model: 'linear' }]), touch: named('A', 'B') },
    answer: answered({ conversions: 2, value: 0 }, [
      [null, 1, [0.5, 0]],
      ['Ads', 1, [0.5, 0]],
      ['SNS', 1, [1, 0]],
    ]),
  },
  {
    name: '[JRN-41] a conversion takes no touch away from the next',
    people: { ann: 'A@0/Ads B@1=10 B@2=20' },
    question: asked([{ model: 'last' }]),
    answer: answered({ conversions: 2, value: 30 }, [['Ads', 2, [2, 30]]]),
  },
  {
    name: '[JRN-43] the last that is not direct, and the last when all are',
    people: { ann: 'A@0~a/Ads A@1~b B@2=8', bob: 'A@0~a/Direct A@1~b B@2=4' },
    question: asked([{ model: 'last' }, { model: 'last-non-direct', direct: ['Direct', null] }]),
    answer: answered({ conversions: 2, value: 12 }, [
      [null, 2, [2, 12], [1, 4]],
      ['Ads', 1, [0, 0], [1, 8]],
      ['Direct', 1, [0, 0], [0, 0]],
    ]),
  },
  {
    name: '[JRN-46] two touches share as first to last, halves when both are 0, and those between share the rest',
    people: { ann: 'A@0~a/w A@1~b/x B@2', bob: 'A@0~a/w A@1~b/x A@2~c/y A@3~d/z B@4' },
    question: asked([
      { model: 'position', first: 0.3, last: 0.1 },
      { model: 'position', first: 0, last: 0 },
    ]),
    answer: answered({ conversions: 2, value: 0 }, [
      ['w', 2, [0.75 + 0.3, 0], [0.5, 0]],
      ['x', 2, [0.25 + 0.3, 0], [1, 0]],
      ['y', 1, [0.3, 0], [0.5, 0]],
      ['z', 1, [0.1, 0], [0, 0]],
    ]),
  },
  {
    name: '[JRN-45] very old touches leave the latest its whole credit',
    people: { ann: 'A@0~a/Ads A@9~b/Email B@10=5' },
    question: asked([{ model: 'decay', halfLife: 0.0001 }]),
    answer: answered({ conversions: 1, value: 5 }, [
      ['Ads', 1, [0, 0]],
      ['Email', 1, [1, 5]],
    ]),
  },
  {
    name: '[JRN-47] conversions without a touch stand apart',
    people: { ann: 'B@0=100', bob: 'A@0/Ads B@11=7' },
    question: asked([{ model: 'first' }]),
    answer: { ...answered({ conversions: 2, value: 107 }, []), untouched: { conversions: 2, value: 107 } },
  },
  {
    name: '[JRN-40] conversions outside the span do not count',
    people: { ann: 'A@0/Ads B@1=1 B@2=2 B@3=4' },
    question: { ...asked([{ model: 'first' }]), converted: { from: 2, to: 3 } },
    answer: answered({ conversions: 1, value: 2 }, [['Ads', 1, [1, 2]]]),
  },
];

function asked(models: readonly AttributionModel[], more: Partial<AttributionQuestion> = {}): AttributionQuestion {
  return { ask: 'attribution', convert: named('B'), touch: named('A'), lookback: 10, by: ['channel'], models, ...more };
}

type Row = readonly [
  channel: string | null,
  touches: number,
  ...credits: readonly (readonly [conversions: number, value: number])[],
];

function answered(all: { readonly conversions: number; readonly value: number }, rows: readonly Row[]) {
  return {
    ...all,
    untouched: { conversions: 0, value: 0 },
    rows: rows.map(([channel, touches, ...credits]) => ({
      slice: [channel],
      touches,
      credits: credits.map(([conversions, value]) => ({ conversions, value })),
    })),
  };
}
