import { type MicroCase, named } from './micro-case.ts';

const LONG = [0, 10_000_000];

export const SERIES_CASES: readonly MicroCase[] = [
  {
    name: '[JRN-30] by channel the person counts in each',
    people: { ann: 'A@0/Ads A@1/Email' },
    question: { ask: 'series', select: named('A'), edges: [0, 10], by: ['channel'] },
    answer: { rows: [row(0, ['Ads'], 1, 1, 1, 0), row(0, ['Email'], 1, 1, 1, 0)] },
  },
  {
    name: '[JRN-30] in all the person counts once',
    people: { ann: 'A@0/Ads A@1/Email' },
    question: { ask: 'series', select: named('A'), edges: [0, 10] },
    answer: { rows: [row(0, [], 2, 1, 1, 0)] },
  },
  {
    name: '[JRN-07] more than half an hour apart begins a session, half an hour does not',
    people: { ann: 'A@0 B@1800000 C@3600001' },
    question: { ask: 'series', select: {}, edges: LONG },
    answer: { rows: [row(0, [], 3, 1, 2, 0)] },
  },
  {
    name: '[JRN-07] events that a question leaves out still hold a session together',
    people: { ann: 'A@0 B@1800000 A@3000000' },
    question: { ask: 'series', select: named('A'), edges: LONG },
    answer: { rows: [row(0, [], 2, 1, 1, 0)] },
  },
  {
    name: '[JRN-07] a session of the source holds over any time, and is the person’s own',
    people: { ann: 'A@0~s A@9000000~s', bob: 'A@0~s' },
    question: { ask: 'series', select: named('A'), edges: LONG },
    answer: { rows: [row(0, [], 3, 2, 2, 0)] },
  },
  {
    name: '[JRN-07] events of a session of the source do not hold others together',
    people: { ann: 'A@0 A@1000000~s A@2000000' },
    question: { ask: 'series', select: named('A'), edges: LONG },
    answer: { rows: [row(0, [], 3, 1, 3, 0)] },
  },
  {
    name: '[JRN-02] moments before the first and from the last edge on are left out',
    people: { ann: 'A@-1 A@0 A@10 A@30' },
    question: { ask: 'series', select: named('A'), edges: [0, 10, 30] },
    answer: { rows: [row(0, [], 1, 1, 1, 0), row(1, [], 1, 1, 1, 0)] },
  },
  {
    name: '[JRN-30] without a value an event adds nothing',
    people: { ann: 'A@0=5 A@1 A@2=-2' },
    question: { ask: 'series', select: named('A'), edges: [0, 10] },
    answer: { rows: [row(0, [], 3, 1, 1, 3)] },
  },
  {
    name: '[JRN-08] slices in the order of code points, null first',
    people: { ann: 'A@0/😀 A@0/ﬀ A@0/b A@0/B A@0' },
    question: { ask: 'series', select: named('A'), edges: [0, 10], by: ['channel'] },
    answer: { rows: [null, 'B', 'b', 'ﬀ', '😀'].map(value => row(0, [value], 1, 1, 1, 0)) },
  },
  {
    name: '[JRN-05] [JRN-06] repeated rows are one, merged people are one',
    people: { cookie: 'A@0=5#1 A@0=5#1', ann: 'A@1=5' },
    merges: [
      { from: 'cookie', to: 'ann' },
      { from: 'ann', to: 'cookie' },
      { from: 'nobody', to: 'ann' },
    ],
    question: { ask: 'series', select: named('A'), edges: [0, 10] },
    answer: { rows: [row(0, [], 2, 1, 1, 10)] },
  },
  {
    name: '[JRN-06] merging is a union, in whatever order',
    people: { a: 'A@0', b: 'A@1', c: 'A@2' },
    merges: [
      { from: 'a', to: 'b' },
      { from: 'a', to: 'c' },
    ],
    question: { ask: 'series', select: named('A'), edges: [0, 10] },
    answer: { rows: [row(0, [], 3, 1, 1, 0)] },
  },
  {
    name: '[JRN-03] not given is a value for conditions',
    people: { ann: 'A@0 A@0/Ads A@0/Email' },
    question: { ask: 'series', select: { where: [{ dimension: 'channel', in: ['Email'], not: true }] }, edges: [0, 10] },
    answer: { rows: [row(0, [], 2, 1, 1, 0)] },
  },
  {
    name: '[JRN-03] bounds of value are inclusive, and none is outside',
    people: { ann: 'A@0 A@0=1 A@0=2 A@0=3 A@0=4' },
    question: { ask: 'series', select: { value: { min: 2, max: 3 } }, edges: [0, 10] },
    answer: { rows: [row(0, [], 2, 1, 1, 5)] },
  },
  {
    name: '[JRN-03] empty lists pass nothing',
    people: { ann: 'A@0' },
    question: { ask: 'series', select: { events: [] }, edges: [0, 10] },
    answer: { rows: [] },
  },
];

function row(bucket: number, slice: readonly (string | null)[], events: number, people: number, sessions: number, value: number) {
  return { bucket, slice, events, people, sessions, value };
}
