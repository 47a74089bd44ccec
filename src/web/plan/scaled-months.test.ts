import { expect, test } from 'vitest';
import { scaledMonths } from './scaled-months.ts';

test('[PLN-62] counts are rounded up where more is needed, down where less is', () => {
  const leads = { unit: { kind: 'count', of: 'lead' }, months: { '2026-04': '190', '2026-05': '180' } } as const;
  expect(scaledMonths(leads, 1.112)).toEqual({ '2026-04': '212', '2026-05': '201' });
  expect(scaledMonths(leads, 0.905)).toEqual({ '2026-04': '171', '2026-05': '162' });
});

test('[PLN-62] rates are written in percent, money in whole yen', () => {
  expect(scaledMonths({ unit: { kind: 'ratio' }, months: { '2026-04': '0.25' } }, 1.11)).toEqual({ '2026-04': '27.8%' });
  expect(scaledMonths({ unit: { kind: 'money', currency: 'JPY' }, months: { '2026-04': '1000' } }, 1.0001)).toEqual({
    '2026-04': '1001',
  });
});
