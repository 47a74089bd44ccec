import { expect, test } from 'vitest';
import { landingBackTest } from '../../bench/calibration/landing-back-test.ts';
import { SHAPES } from '../../bench/calibration/made-company.ts';

/** A small part of the calibration: enough to notice bands or probabilities that have gone wrong altogether. */
const SMALL = SHAPES.filter(({ goal }) => goal === 'deals' || goal === 'rate');
const COMPANIES = 15;

test('[LND-20] at past days bands hold about 80 % and what is told likely happens more often than what is not', () => {
  const landings = landingBackTest(SMALL, COMPANIES, 500);
  expect(landings).toHaveLength(SMALL.length * COMPANIES * 3);
  const share = (of: typeof landings, is: (each: (typeof landings)[number]) => boolean) => of.filter(is).length / of.length;
  const inside = share(landings, each => each.inside);
  expect(inside).toBeGreaterThan(0.65);
  expect(inside).toBeLessThan(0.97);
  const met = (from: number, to: number) =>
    share(
      landings.filter(({ probability }) => probability >= from && probability <= to),
      each => each.met,
    );
  expect(met(0, 0.2)).toBeLessThan(0.25);
  expect(met(0.8, 1)).toBeGreaterThan(0.75);
}, 60_000);
