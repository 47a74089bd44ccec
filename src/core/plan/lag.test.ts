import { expect, test } from 'vitest';
import { daysOf } from '../calendar/duration.ts';
import { EMPTY_CATALOGUE } from '../metric/catalogue.ts';
import { checkPlan } from './check-plan.ts';
import { parseLag } from './lag.ts';
import { parseSpread, spreadText } from './lag-spread.ts';

const shares = (text: string) => {
  const read = parseSpread(text);
  return read.kind === 'read' ? read.shares.map(({ share, takes }) => [share, takes.amount, takes.in]) : read;
};

test('[PLN-31] a distribution is read in both languages, in the order of time', () => {
  const read = [
    ['0.15', 1, 'months'],
    ['0.85', 2, 'months'],
  ];
  expect(shares('15% in 1 month, 85% in 2 months')).toEqual(read);
  expect(shares('85% in 2 months, 15% in 1 month, 0% in 9 months')).toEqual(read);
  expect(shares('1か月で15%、2か月で85%')).toEqual(read);
  expect(shares('半数 in 2 weeks, 50% in 10 business days')).toEqual([
    ['0.5', 2, 'weeks'],
    ['0.5', 10, 'business-days'],
  ]);
  expect(shares('15% in 1 month, 80% in 2 months')).toEqual({ kind: 'total', percent: '95' });
  expect(shares('15% in 1 month, rest later')).toEqual({ kind: 'none' });
});

test('[PLN-31] what is written is read as the same', () => {
  const read = parseSpread('1か月で12.5%、3か月で87.5%');
  const again = read.kind === 'read' ? spreadText(read.shares) : '';
  expect(again).toBe('12.5% in 1 month, 87.5% in 3 months');
  expect(parseSpread(again)).toEqual(read);
});

test('[PLN-31] two marks become the log-normal distribution through both', () => {
  for (const text of ['half within 45 days, 90% within 120 days', '45日以内に半数、120日以内に9割']) {
    const read = parseSpread(text);
    if (read.kind !== 'read') throw new Error(read.kind);
    const passed = (days: number) =>
      read.shares.reduce((sum, { share, takes }) => sum + (daysOf(takes) <= days ? Number(share) : 0), 0);
    expect(read.shares.length).toBeLessThanOrEqual(12);
    expect(read.shares.reduce((sum, { share }) => sum + Math.round(Number(share) * 1e4), 0)).toBe(10_000);
    // Told in steps of about three weeks, so the marks are met to within a step.
    expect(passed(30)).toBeLessThan(0.5);
    expect(passed(58)).toBeGreaterThan(0.5);
    expect(passed(100)).toBeLessThan(0.9);
    expect(passed(142)).toBeGreaterThan(0.9);
  }
  expect(parseSpread('90% within 45 days, half within 120 days')).toEqual({ kind: 'none' });
});

test('[PLN-31] an ancestor may be named behind it; the mean stands for the whole', () => {
  const read = parseLag('25% in 1 month, 75% in 3 months after leads');
  expect(read).toMatchObject({ ok: true, lag: { amount: 75, in: 'days', after: 'leads' } });
  expect(parseLag('リード数から1か月で25%、3か月で75%')).toMatchObject({ ok: true, lag: { amount: 75, after: 'リード数' } });
  expect(parseLag('25% in 1 month, 70% in 3 months')).toEqual({ ok: false, percent: '95' });
});

const plan = (lag: string, pipeline: string, extra = '') => ({
  yaml: `rashin: 1
plan: spread
period: 2026-04-01/2026-09-30
pipeline: ${pipeline}
goals:
  wins: { unit: count, aggregation: sum, equals: leads * rate, lag: "${lag}", target: ">= 10" }
kpis:
  leads: { unit: count, aggregation: sum, target: "= 200 per month"${extra} }
  rate: { unit: ratio, aggregation: mean, target: "= 5%" }
`,
});

const impliedBy = (text: { readonly yaml: string }) => {
  const found = checkPlan(text, EMPTY_CATALOGUE);
  const implied = found.goals[0]?.period.implied;
  return implied && `${implied.numerator}/${implied.denominator}`;
};

test('[PLN-31] the verdict counts every share on its own, exactly', () => {
  const lag = '15% in 1 month, 35% in 2 months, 30% in 3 months, 20% in 4 months';
  // Of six months of ten wins arrive in time 5, 4, 3 and 2 months of the four shares: 10 × (0.75 + 1.4 + 0.9 + 0.4).
  expect(impliedBy(plan(lag, 'none'))).toBe('69/2');
  expect(impliedBy(plan(lag, 'baseline', ', baseline: "100 per month"'))).toBe('189/4');
  expect(impliedBy(plan(lag, '{ wins: { 2026-04: 4, 2026-05: 3 } }'))).toBe('83/2');
});

test('[PLN-31] shares that do not add up are an error with their sum', () => {
  const { problems } = checkPlan(plan('15% in 1 month, 80% in 2 months', 'none'), EMPTY_CATALOGUE);
  expect(problems).toContainEqual(
    expect.objectContaining({ code: 'lag-shares', params: expect.objectContaining({ percent: '95' }) }),
  );
});
