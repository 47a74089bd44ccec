import { expect, test } from 'vitest';
import { EMPTY_CATALOGUE } from '../metric/catalogue.ts';
import { parsePlan } from './build-plan.ts';
import { planJsonSchema } from './schema.ts';

const planWith = (source: string) =>
  parsePlan(
    {
      yaml: `rashin: 1
plan: shop
period: 2026-04-01/2027-03-31
goals:
  sales: { target: 10億円 by 2027-03-31, equals: visitors * cvr * aov, source: agreement }
kpis:
  visitors: { unit: count, target: 120000 per month }
  cvr: { unit: ratio, target: 3%, source: ${source} }
  aov: { unit: JPY per order, target: 5000円 }`,
    },
    EMPTY_CATALOGUE,
  );

function sourceOf(text: string) {
  const parsed = planWith(text);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems[0]));
  return { source: parsed.value.plan.nodes.get('cvr')?.source, problems: parsed.problems.map(({ code }) => code) };
}

test('[PLN-27] [DES-16] a target says what it was taken from, with the value that was looked at', () => {
  expect(sourceOf('own-best').source).toEqual({ from: 'own-best' });
  expect(sourceOf('{ from: competitor, value: 2.4%, note: Annual report }').source).toEqual({
    from: 'competitor',
    value: '0.024',
    note: { ja: 'Annual report', en: 'Annual report' },
  });
  const parsed = planWith('benchmark');
  expect(parsed.ok && parsed.value.plan.nodes.get('sales')?.source).toEqual({ from: 'agreement' });
});

test('[PLN-27] a source nobody knows and a value that does not fit are errors', () => {
  const unknown = planWith('gut-feeling');
  expect(unknown.problems.some(({ severity }) => severity === 'error')).toBe(true);
  expect(sourceOf('{ from: competitor, value: 500円 }').problems).toContain('target-unit');
  expect(sourceOf('{ from: competitor, value: high }').problems).toContain('target-unreadable');
});

test('[PLN-01] editors are told the sources', () => {
  expect(JSON.stringify(planJsonSchema())).toContain('"own-best","own-mean","trend"');
});
