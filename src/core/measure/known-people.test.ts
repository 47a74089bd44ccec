import fc from 'fast-check';
import { expect, test } from 'vitest';
import { knownPeople, type PeopleLink } from './known-people.ts';

const link = (as: string, id: string, person: string, known: string): PeopleLink => ({ as, id, person, known });

test('[IDN-03] visitors are the person they stand beside, who may be known by a further id', () => {
  const links = [link('client', 'c1', 'mail', 'a@x'), link('client', 'c2', 'mail', 'b@x'), link('mail', 'b@x', 'customer', '7')];
  expect([...knownPeople('client', links)]).toEqual([
    ['c1', 'mail\u001fa@x'],
    ['c2', 'customer\u001f7'],
  ]);
  expect([...knownPeople('customer', links)]).toEqual([]);
});

test('[IDN-03] an id that several people share stays by itself', () => {
  const links = [link('client', 'tv', 'mail', 'a@x'), link('client', 'tv', 'mail', 'b@x'), link('client', 'c', 'mail', 'a@x')];
  expect([...knownPeople('client', links).keys()]).toEqual(['c']);
});

test('[IDN-03] ids round in a circle are one', () => {
  const links = [link('client', 'z', 'mail', 'm'), link('mail', 'm', 'client', 'a'), link('client', 'a', 'mail', 'm')];
  const people = knownPeople('client', links);
  expect(new Set(['z', 'a'].map(id => people.get(id) ?? id))).toEqual(new Set(['a']));
});

test('[IDN-03] any links end, and never make two people of one id', () => {
  const id = fc.constantFrom('1', '2', '3', '4');
  const column = fc.constantFrom('p', 'q', 'r');
  fc.assert(
    fc.property(fc.array(fc.tuple(column, id, column, id), { maxLength: 12 }), found => {
      const links = found.map(([as, one, person, known]) => link(as, one, person, known));
      const people = knownPeople('p', links);
      for (const [one, person] of people) expect(person).not.toBe(one);
      expect(knownPeople('p', links.toReversed())).toEqual(people);
    }),
    { seed: 20260303, numRuns: 300 },
  );
});
