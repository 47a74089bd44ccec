import { expect, test } from 'vitest';
import { listsOf, withLists } from './definitions-lists.ts';

const LISTS = listsOf({
  targets: { companies: ['株式会社ラシン商事', '㈱ラシン商事', 'Acme Inc.'] },
  shops: { values: ['北', ''] },
});

test('[IDN-02] companies of a list stand there under the name they are merged under, each once', () => {
  expect([...LISTS]).toEqual([
    ['targets', ['ラシン商事', 'acme']],
    ['shops', ['北', '']],
  ]);
});

test('[MET-13] a condition asks for a list by its name; others stay as they are; an unknown list is a problem with its place', () => {
  const raw = { company: { in: 'targets' }, country: ['JP'], quantity: { more: '0' } };
  expect(withLists(raw, LISTS, column => ({ at: [column] }))).toEqual({
    raw: { company: { 'one-of': ['ラシン商事', 'acme'] }, country: ['JP'], quantity: { more: '0' } },
    problems: [],
  });
  const { problems } = withLists({ company: { in: 'target' } }, LISTS, column => ({ at: [column] }));
  expect(problems).toMatchObject([
    { code: 'definition-list', at: ['company'], params: { list: 'target', suggestion: 'targets' } },
  ]);
});
