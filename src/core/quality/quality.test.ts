import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defaultCalendar } from '../calendar/calendar-settings.ts';
import { addDays, type Day, parseDay } from '../calendar/day.ts';
import { automationOf } from './automation.ts';
import { checkDecision } from './check-decision.ts';
import { arrivalsOf, completenessOf, type ExpectedValue } from './completeness.ts';
import { dayKind, outliersIn } from './outliers.ts';
import type { QualityDecision, TicketSubject } from './quality-ticket.ts';
import { differenceOf, disagree } from './reconcile.ts';
import { isStale } from './stale.ts';

function day(text: string): Day {
  const found = parseDay(text);
  if (!found) throw new Error(text);
  return found;
}

const SUBJECT: TicketSubject = { kind: 'metric', id: 'sessions' };

function series(values: readonly (number | null)[], first = day('2026-10-01')): readonly ExpectedValue[] {
  return values.map((value, place) => ({ from: addDays(first, place), to: addDays(first, place), value }));
}

function word(on: string, choice: QualityDecision['choice'], about: QualityDecision['about'] = 'missing'): QualityDecision {
  const days = { from: day(on), to: day(on) };
  return { about, subject: SUBJECT, days, choice, excluded: false, reason: 'why', by: 'a', at: '2026-11-01T00:00:00.000Z' };
}

test('[QUA-01] a daily KPI without value on 3 of 30 days is 90 % complete and has 3 missing days', () => {
  const values = Array.from({ length: 30 }, (_, place) => ([4, 11, 12].includes(place) ? null : 100 + place));
  const arrived = arrivalsOf(series(values), [], [SUBJECT]);
  expect(completenessOf(arrived)).toEqual({ expected: 30, present: 27, share: 0.9 });
  expect(arrived.filter(({ arrival }) => arrival === 'missing').map(({ from }) => from)).toEqual([
    '2026-10-05',
    '2026-10-12',
    '2026-10-13',
  ]);
});

test('[QUA-01] what has not arrived since the newest value is late, not missing; zero is a value', () => {
  const arrived = arrivalsOf(series([5, null, 0, null, null]), [], [SUBJECT]);
  expect(arrived.map(({ arrival }) => arrival)).toEqual(['confirmed', 'missing', 'confirmed', 'late', 'late']);
  expect(completenessOf(arrivalsOf([], [], [SUBJECT])).share).toBeNull();
});

test('[QUA-03] carried forward, interpolated, excluded and waited for', () => {
  const periods = series([10, null, null, 40, null]);
  const stands = (...words: QualityDecision[]) => arrivalsOf(periods, words, [SUBJECT]);
  expect(stands(word('2026-10-02', 'carry-forward'))[1]).toMatchObject({ arrival: 'estimated', estimate: 10, value: null });
  expect(stands(word('2026-10-02', 'interpolate'), word('2026-10-03', 'interpolate')).map(({ estimate }) => estimate)).toEqual([
    undefined,
    20,
    30,
    undefined,
    undefined,
  ]);
  // No value after the last day: there is nothing to draw the line to.
  expect(stands(word('2026-10-05', 'interpolate'))[4]).toMatchObject({ arrival: 'late' });
  expect(stands(word('2026-10-02', 'wait'))[1]).toMatchObject({ arrival: 'missing' });
  expect(completenessOf(stands(word('2026-10-02', 'exclude')))).toEqual({ expected: 4, present: 2, share: 0.5 });
  // A word on another metric changes nothing.
  expect(arrivalsOf(periods, [word('2026-10-02', 'exclude')], [{ kind: 'metric', id: 'orders' }])[1]?.arrival).toBe('missing');
});

test('[QUA-03] a value that stands in lies between its neighbours and is never counted as present', () => {
  fc.assert(
    fc.property(fc.array(fc.option(fc.integer({ min: -1000, max: 1000 })), { minLength: 1, maxLength: 40 }), values => {
      const periods = series(values);
      const words = periods.map(({ from }) => word(from, 'interpolate'));
      const arrived = arrivalsOf(periods, words, [SUBJECT]);
      expect(completenessOf(arrived).present).toBe(values.filter(value => value !== null).length);
      const known = values.flatMap(value => value ?? []);
      for (const { estimate } of arrived) {
        if (estimate === undefined) continue;
        expect(estimate).toBeGreaterThanOrEqual(Math.min(...known) - 1e-9);
        expect(estimate).toBeLessThanOrEqual(Math.max(...known) + 1e-9);
      }
    }),
    { seed: 20261121 },
  );
});

test('[QUA-10] the month of a campaign among twelve is 39.8 away from the usual 15.5', () => {
  const values = [15, 16, 14, 15, 17, 16, 15, 45, 16, 15, 14, 16];
  const found = outliersIn(
    values.map((value, place) => ({ from: addDays(day('2026-01-01'), place), to: day('2026-12-31'), value })),
  );
  expect(found).toHaveLength(1);
  expect(found[0]).toMatchObject({ value: 45, usual: 15.5, among: 12 });
  expect(found[0]?.z.toFixed(1)).toBe('39.8');
});

test('[QUA-10] days are held against the same weekday, and days off against days off', () => {
  const first = day('2026-08-03');
  const values = Array.from({ length: 84 }, (_, place) => {
    const on = addDays(first, place);
    const weekend = ['6', '7'].includes(dayKind(on, defaultCalendar));
    return { from: on, to: on, value: (weekend ? 20 : 100) + ((place * 7) % 5) + (place === 82 ? 80 : 0) };
  });
  const calm = values.map(one => (dayKind(one.from, defaultCalendar) === 'off' ? { ...one, value: 20 } : one));
  expect(outliersIn(calm, ({ from }) => dayKind(from, defaultCalendar)).map(({ from }) => from)).toEqual(['2026-10-24']);
  // Without regard to weekdays every weekend would look odd, and that Saturday like any other day.
  const regardless = outliersIn(calm).map(({ from }) => from);
  expect(regardless).toContain('2026-10-25');
  expect(regardless).not.toContain('2026-10-24');
  expect(dayKind(day('2026-09-21'), defaultCalendar)).toBe('off');
});

test('[QUA-10] few values, or mostly equal ones, have no outliers', () => {
  expect(outliersIn(series([1, 2, 1, 2, 1, 2, 99]).map(one => ({ ...one, value: one.value ?? 0 })))).toEqual([]);
  expect(outliersIn(series([1, 1, 1, 1, 1, 1, 1, 99]).map(one => ({ ...one, value: one.value ?? 0 })))).toEqual([]);
});

test('[QUA-13] 95 against an official 100 are 5 % off: too far at 3 %, not at 5 %', () => {
  expect(differenceOf(100, 95)).toBe(0.05);
  expect([disagree(100, 95, 0.03), disagree(100, 95, 0.05), disagree(100, 100, 0)]).toEqual([true, false, false]);
  expect([differenceOf(0, 0), differenceOf(0, 1), differenceOf(null, 1)]).toEqual([0, null, null]);
  expect([disagree(0, 1, 0.5), disagree(null, 1, 0)]).toEqual([true, false]);
});

test('[QUA-20] a daily source without refresh for 49 hours is stale, for 48 not yet', () => {
  expect(isStale('daily', '2026-11-18T00:00:00.000Z', '2026-11-20T01:00:00.000Z')).toBe(true);
  expect(isStale('daily', '2026-11-18T00:00:00.000Z', '2026-11-20T00:00:00.000Z')).toBe(false);
  expect(isStale('manual', '2020-01-01T00:00:00.000Z', '2026-11-20T00:00:00.000Z')).toBeNull();
  expect(isStale('daily', null, '2026-11-20T00:00:00.000Z')).toBeNull();
});

test('[QUA-21] 40 of 50 KPIs that arrive by themselves are an automation rate of 80 %', () => {
  const kpis = Array.from({ length: 50 }, (_, place) => ({
    datasets: place < 40 ? ['ads'] : place < 45 ? ['ads', 'typed'] : place < 48 ? ['typed'] : [],
  }));
  expect(automationOf(kpis, dataset => dataset === 'ads')).toEqual({ automated: 40, kpis: 50, share: 0.8 });
  expect(automationOf([], () => true).share).toBeNull();
});

test('[QUA-03] a word needs a reason and a choice that fits', () => {
  expect(checkDecision(word('2026-10-01', 'interpolate'))).toEqual([]);
  expect(checkDecision({ ...word('2026-10-01', 'campaign'), reason: ' ' }).map(({ code }) => code)).toEqual([
    'quality-choice',
    'text-missing',
  ]);
});
