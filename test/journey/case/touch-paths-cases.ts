import { type MicroCase, named } from './micro-case.ts';

const QUESTION = { ask: 'touch-paths', convert: named('B'), touch: named('A'), by: 'channel' } as const;

export const TOUCH_PATHS_CASES: readonly MicroCase[] = [
  {
    name: '[JRN-48] touches up to the conversion are its path, those after it are lost',
    people: { ann: 'A@0~a/Ads A@5~b/Email B@5=100 A@6~c/Ads' },
    ...asked([
      [['Ads'], 0, 0, 1],
      [['Ads', 'Email'], 1, 100, 0],
    ]),
  },
  {
    name: '[JRN-48] of conversions of one moment that of the least value takes the path, one without value first',
    people: { ann: 'A@0/Ads B@1=9 B@1', bob: 'A@0/SNS B@1=9 B@1=4' },
    ...asked([
      [[], 2, 18, 0],
      [['Ads'], 1, 0, 0],
      [['SNS'], 1, 4, 0],
    ]),
  },
  {
    name: '[JRN-48] a conversion without a touch has the empty path; nobody loses it',
    people: { ann: 'B@0=3', bob: 'X@0' },
    ...asked([[[], 1, 3, 0]]),
  },
  {
    name: '[JRN-48] repeats stay',
    people: { ann: 'A@0~a/Ads A@1~b/Ads B@2', bob: 'A@0~a/Ads B@2' },
    ...asked([
      [['Ads'], 1, 0, 0],
      [['Ads', 'Ads'], 1, 0, 0],
    ]),
  },
  {
    name: '[JRN-48] not given is an element of a path, before all others',
    people: { ann: 'A@0~a A@1~b/Ads', bob: 'A@0~a/Ads A@1~b', cid: 'A@0~a' },
    ...asked([
      [[null], 0, 0, 1],
      [[null, 'Ads'], 0, 0, 1],
      [['Ads', null], 0, 0, 1],
    ]),
  },
  {
    name: '[JRN-48] [JRN-41] a session that goes on over a conversion is one touch, before it',
    people: { ann: 'A@0~s/Ads B@1=5 A@2~s/Email B@3=6' },
    ...asked([
      [[], 1, 6, 0],
      [['Ads'], 1, 5, 0],
    ]),
  },
  { name: '[JRN-48] nobody', people: {}, ...asked([]) },
];

type Path = readonly [path: readonly (string | null)[], conversions: number, value: number, lost: number];

function asked(paths: readonly Path[]) {
  return {
    question: QUESTION,
    answer: { paths: paths.map(([path, conversions, value, lost]) => ({ path, conversions, value, lost })) },
  };
}
