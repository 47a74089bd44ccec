import { expect, test } from 'vitest';
import type { MetricEntry } from '#contract/catalogue.ts';
import { EMPTY_DRAFT, fieldsOf, NEW_THING, ownMetricId } from './own-metric-draft.ts';

const metric = (id: string, unit: MetricEntry['unit']) => ({ id, unit }) as MetricEntry;

const METRICS = [
  metric('orders', { kind: 'count', of: 'order' }),
  metric('visitors', { kind: 'count', of: 'visitor' }),
  metric('revenue', { kind: 'money', currency: 'JPY' }),
];

test('[CAT-O2] a division has the unit of its parts', () => {
  const divided = (numerator: string, denominator: string) =>
    fieldsOf({ ...EMPTY_DRAFT, how: 'divided', numerator, denominator }, METRICS, []);
  expect(divided('orders', 'visitors')).toMatchObject({ unit: 'ratio', formula: 'orders / visitors', aggregation: 'ratio' });
  expect(divided('revenue', 'orders').unit).toBe('money per order');
});

test('[CAT-O2] a new thing gets an id that units can hold, and nobody else has', () => {
  const fields = { ...EMPTY_DRAFT, thing: NEW_THING, thingName: '体験キット', counter: '個' };
  expect(fieldsOf(fields, METRICS, [{ id: 'own-thing' }])).toMatchObject({
    unit: 'count of own-thing-2',
    newThing: { id: 'own-thing-2', counter: '個' },
  });
  expect(fieldsOf({ ...fields, thingName: 'Trial Kit' }, METRICS, []).newThing?.id).toBe('trial-kit');
});

test('[CAT-O2] what does not apply is not sent, and percent become shares', () => {
  const draft = {
    ...EMPTY_DRAFT,
    how: 'divided' as const,
    numerator: 'orders',
    denominator: 'visitors',
    follows: 'revenue',
    lagDays: '１４〜３０',
    aliases: 'お試し率、 trial rate,',
    benchmark: { ...EMPTY_DRAFT.benchmark, ja: '2割です。', low: '20％', source: '実績' },
  };
  expect(fieldsOf(draft, METRICS, [])).toMatchObject({
    follows: null,
    lagDays: '',
    aliases: ['お試し率', 'trial rate'],
    benchmark: { low: 0.2, high: null },
  });
  expect(fieldsOf({ ...draft, leading: true }, METRICS, [])).toMatchObject({ follows: 'revenue', lagDays: '14..30' });
});

test('[CAT-O2] the id comes from the English name, else from the Japanese one, and is free', () => {
  const named = (ja: string, en: string) => ownMetricId({ ...EMPTY_DRAFT, name: { ja, en } }, METRICS);
  expect(named('体験キット', 'Trial kits')).toBe('trial-kits');
  expect(named('体験キット数', '')).toBe('体験キット数');
  expect(named('注文', 'Orders')).toBe('orders-2');
});
