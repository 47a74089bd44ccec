import type { RetentionQuestion } from '#core/journey/retention-question.ts';
import { type MicroCase, named } from './micro-case.ts';

export const RETENTION_CASES: readonly MicroCase[] = [
  {
    name: '[JRN-22] what comes before the first event does not count',
    people: { ann: 'B@1 A@2 B@12=7' },
    question: asked({}),
    answer: { cohorts: [{ people: 1, cells: [cell(0, 0, 0), cell(1, 1, 7)] }, nobody(1)] },
  },
  {
    name: '[JRN-20] who began before all buckets belongs to none',
    people: { ann: 'A@-5 A@5 B@6' },
    question: asked({}),
    answer: { cohorts: [nobody(2), nobody(1)] },
  },
  {
    name: '[JRN-02] the last edge is outside',
    people: { ann: 'A@20 B@21', bob: 'A@19 B@20' },
    question: asked({}),
    answer: { cohorts: [nobody(2), { people: 1, cells: [cell(0, 0, 0)] }] },
  },
  {
    name: '[JRN-22] the first event itself counts when it passes',
    people: { ann: 'A@0=3 A@9=4 A@10', bob: 'A@1' },
    question: asked({ back: named('A') }),
    answer: { cohorts: [{ people: 2, cells: [cell(2, 3, 7), cell(1, 1, 0)] }, nobody(1)] },
  },
  {
    name: '[JRN-22] what happens at the first moment counts',
    people: { ann: 'B@2=1 A@2' },
    question: asked({}),
    answer: { cohorts: [{ people: 1, cells: [cell(1, 1, 1), cell(0, 0, 0)] }, nobody(1)] },
  },
  {
    name: '[JRN-21] of one moment the least by the dimension decides',
    people: { ann: 'A@0/Email A@0/Ads' },
    question: asked({ bornIs: [{ dimension: 'channel', in: ['Email'] }] }),
    answer: { cohorts: [nobody(2), nobody(1)] },
  },
  {
    name: '[JRN-21] so it is in the cohort of that one',
    people: { ann: 'A@0/Email A@0/Ads' },
    question: asked({ bornIs: [{ dimension: 'channel', in: ['Ads'] }] }),
    answer: { cohorts: [{ people: 1, cells: [cell(0, 0, 0), cell(0, 0, 0)] }, nobody(1)] },
  },
  {
    name: '[JRN-21] a later event does not stand in for the first',
    people: { ann: 'A@0/Ads A@5/Email' },
    question: asked({ bornIs: [{ dimension: 'channel', in: ['Email'] }] }),
    answer: { cohorts: [nobody(2), nobody(1)] },
  },
  {
    name: '[JRN-20] merged people began when the first of them did',
    people: { cookie: 'A@3', ann: 'A@12 B@15' },
    merges: [{ from: 'cookie', to: 'ann' }],
    question: asked({}),
    answer: { cohorts: [{ people: 1, cells: [cell(0, 0, 0), cell(1, 1, 0)] }, nobody(1)] },
  },
  { name: '[JRN-22] nobody at all', people: {}, question: asked({}), answer: { cohorts: [nobody(2), nobody(1)] } },
];

function asked(more: Partial<RetentionQuestion>): RetentionQuestion {
  return { ask: 'retention', born: named('A'), back: named('B'), edges: [0, 10, 20], ...more };
}

function cell(people: number, events: number, value: number) {
  return { people, events, value };
}

function nobody(cells: number) {
  return { people: 0, cells: Array.from({ length: cells }, () => cell(0, 0, 0)) };
}
