import type { PurchasePatternsQuestion, RfmCuts, RfmQuestion } from '#core/journey/customer-question.ts';
import { type MicroCase, named } from './micro-case.ts';

const CUTS: RfmCuts = { recency: [10, 20, 30, 40], frequency: [2, 3, 5, 9], money: [0, 100, 200, 300] };

export const RFM_CASES: readonly MicroCase[] = [
  {
    name: '[JRN-61] scores by bounds',
    people: { ann: 'A@90=100 A@80=99 A@70', bob: 'A@89=-1', cid: 'A@59=0' },
    question: asked(),
    answer: { cuts: CUTS, cells: [cell('112', 1, 1, 0), cell('411', 1, 1, -1), cell('533', 1, 3, 199)] },
  },
  {
    name: '[JRN-60] what comes at the moment or later does not count, nor who has bought nothing before it',
    people: { ann: 'A@99=5 A@100=7', bob: 'A@100', cid: 'X@50' },
    question: asked(),
    answer: { cuts: CUTS, cells: [cell('512', 1, 1, 5)] },
  },
  {
    name: '[JRN-60] what lies as long ago as the memory is forgotten',
    people: { ann: 'A@50=5 A@51=7', bob: 'A@50' },
    question: asked({ memory: 50 }),
    answer: { cuts: CUTS, cells: [cell('112', 1, 1, 7)] },
  },
  {
    name: '[JRN-62] quintiles of five different people, one for each score',
    people: { a: buys(1, 10), b: buys(2, 20), c: buys(3, 30), d: buys(4, 40), e: buys(5, 50) },
    question: asked({ cuts: 'quintiles' }),
    answer: {
      cuts: { recency: [10, 20, 30, 40], frequency: [2, 3, 4, 5], money: [11, 41, 91, 161] },
      cells: [
        cell('155', 1, 5, 250),
        cell('244', 1, 4, 160),
        cell('333', 1, 3, 90),
        cell('422', 1, 2, 40),
        cell('511', 1, 1, 10),
      ],
    },
  },
  {
    name: '[JRN-62] equal values share the lower score',
    people: Object.fromEntries(
      [...'abcdefgh'].map(person => [person, 'A@90=1']).concat([...'ij'].map(person => [person, 'A@90=1 A@90 A@90'])),
    ),
    question: asked({ cuts: 'quintiles' }),
    answer: {
      cuts: { recency: [10, 10, 10, 10], frequency: [2, 2, 2, 2], money: [2, 2, 2, 2] },
      cells: [cell('511', 8, 8, 8), cell('551', 2, 6, 2)],
    },
  },
  {
    name: '[JRN-62] nobody has bounds of 0',
    people: {},
    question: asked({ cuts: 'quintiles', since: 50 }),
    answer: { cuts: { recency: [0, 0, 0, 0], frequency: [0, 0, 0, 0], money: [0, 0, 0, 0] }, cells: [], moves: [] },
  },
  {
    name: '[JRN-64] moves since an earlier moment, from nowhere and to nowhere as well',
    people: { ann: 'A@45', bob: 'A@45 A@95', cid: 'A@95', dan: 'A@99' },
    question: asked({ since: 50, memory: 50 }),
    answer: {
      cuts: CUTS,
      cells: [cell('512', 3, 3, 0)],
      moves: [
        { from: 'absent', to: { r: 5, f: 1, m: 2 }, people: 2 },
        { from: { r: 5, f: 1, m: 2 }, to: 'absent', people: 1 },
        { from: { r: 5, f: 1, m: 2 }, to: { r: 5, f: 1, m: 2 }, people: 1 },
      ],
    },
  },
];

export const PURCHASE_PATTERNS_CASES: readonly MicroCase[] = [
  {
    name: '[JRN-65] purchases of one unit are one',
    people: { ann: 'A@3=100 A@8=50 A@25=7 A@40' },
    ...patterns([[2, 4, 6, 1, 7]], [[2, 7, 1]]),
  },
  {
    name: '[JRN-65] one purchase, and several in one unit, have no repeat',
    people: { ann: 'A@3=100', bob: 'A@3 A@9=1' },
    ...patterns([[0, 0, 6, 2, 0]], []),
  },
  {
    name: '[JRN-65] histories alike are counted together, spends of their own apart',
    people: { ann: 'A@0=1 A@10=5', bob: 'A@9=1 A@19=6', cid: 'A@0 A@11=2 A@12=3' },
    ...patterns(
      [[1, 1, 6, 3, 16]],
      [
        [1, 5, 2],
        [1, 6, 1],
      ],
    ),
  },
  {
    name: '[JRN-65] purchases from the moment on do not exist',
    people: { ann: 'A@59 A@60', bob: 'A@60' },
    ...patterns([[0, 0, 1, 1, 0]], []),
  },
  {
    name: '[JRN-65] units begin at the origin',
    people: { ann: 'A@3 A@8=2' },
    ...patterns([[1, 1, 6, 1, 2]], [[1, 2, 1]], { origin: 5 }),
  },
  {
    name: '[JRN-65] ordered by repeats, then by time to the last, then by time since the first',
    people: { ann: 'A@50', bob: 'A@5', cid: 'A@5 A@35', dan: 'A@5 A@15', eve: 'A@15 A@45' },
    ...patterns(
      [
        [0, 0, 1, 1, 0],
        [0, 0, 6, 1, 0],
        [1, 1, 6, 1, 0],
        [1, 3, 5, 1, 0],
        [1, 3, 6, 1, 0],
      ],
      [[1, 0, 3]],
    ),
  },
];

function asked(more: Partial<RfmQuestion> = {}): RfmQuestion {
  return { ask: 'rfm', purchase: named('A'), asOf: 100, cuts: CUTS, ...more };
}

/** So many purchases of so much each, the last so long before 100. */
function buys(count: number, amountAndAge: number): string {
  return Array.from({ length: count }, () => `A@${100 - amountAndAge}=${amountAndAge}`).join(' ');
}

function cell(score: string, people: number, orders: number, value: number) {
  const [r = 0, f = 0, m = 0] = [...score].map(Number);
  return { r, f, m, people, orders, value };
}

type Pattern = readonly [x: number, tx: number, T: number, people: number, repeatValue: number];
type Spend = readonly [x: number, value: number, people: number];

function patterns(rows: readonly Pattern[], spends: readonly Spend[], more: Partial<PurchasePatternsQuestion> = {}) {
  const question: PurchasePatternsQuestion = { ask: 'purchase-patterns', purchase: named('A'), asOf: 60, unit: 10, ...more };
  return {
    question,
    answer: {
      patterns: rows.map(([x, tx, T, people, repeatValue]) => ({ x, tx, T, people, repeatValue })),
      spends: spends.map(([x, value, people]) => ({ x, value, people })),
    },
  };
}
