import fc from 'fast-check';
import { expect, test } from 'vitest';
import { add, compareRationals, type Rational, rational, rationalOf } from '../number/rational.ts';
import { rescaledShares } from './rescaled-shares.ts';

const offered = (shares: Readonly<Record<string, string>>, set: string) => {
  const found = rescaledShares(new Map(Object.entries(shares)), set);
  return found && Object.fromEntries(found);
};

test('[DES-36] direct sales raised from 60% to 65% leave 35% to the agency; three shares keep their proportions', () => {
  expect(offered({ direct: '0.65', agency: '0.4' }, 'direct')).toEqual({ agency: '0.35' });
  expect(offered({ search: '0.4', social: '0.4', mail: '0.2' }, 'search')).toBeUndefined();
  expect(offered({ search: '0.7', social: '0.4', mail: '0.2' }, 'search')).toEqual({ social: '0.2', mail: '0.1' });
});

test('[DES-36] nothing is offered where nothing can be: above the whole, below zero, or with no others to take from', () => {
  expect(offered({ a: '1.2', b: '0.4' }, 'a')).toBeUndefined();
  expect(offered({ a: '-0.1', b: '0.4' }, 'a')).toBeUndefined();
  expect(offered({ a: '0.6', b: '0' }, 'a')).toBeUndefined();
  expect(offered({ a: '0.6' }, 'a')).toBeUndefined();
  expect(offered({ a: '0.6', b: '0.4' }, 'c')).toBeUndefined();
});

test('[DES-36] whatever is set, the whole is exactly 100% afterwards, and no share below zero', () => {
  const share = fc.integer({ min: 1, max: 1000 }).map(thousandths => String(thousandths / 1000));
  fc.assert(
    fc.property(share, fc.array(share, { minLength: 1, maxLength: 6 }), (own, others) => {
      const shares = new Map([['own', own], ...others.map((value, i) => [`other-${i}`, value] as const)]);
      const found = rescaledShares(shares, 'own');
      const now = [own, ...(found?.values() ?? others)].map(rationalOf);
      const total = now.reduce<Rational>((sum, value) => add(sum, value), rational(0));
      return compareRationals(total, rational(1)) === 0 && now.every(value => compareRationals(value, rational(0)) >= 0);
    }),
    { seed: 36 },
  );
});
