import { describe, expect, test } from 'vitest';
import { add, dimensionOf, divide, fits, mismatch, multiply, onlyThing } from './dimension.ts';
import type { ThingEntry } from './thing.ts';
import { inCurrency, parseUnit, unitText } from './unit-text.ts';

const things = new Map(
  (
    [
      ['visitor'],
      ['new-visitor', 'visitor'],
      ['page-view'],
      ['order'],
      ['lead'],
      ['customer'],
      ['new-customer', 'customer'],
      ['returning-customer', 'customer'],
    ] as const
  ).map(([id, kindOf]): [string, ThingEntry] => [
    id,
    { id, name: { ja: id, en: id }, counter: '件', ...(kindOf ? { kindOf } : {}) },
  ]),
);

function dim(text: string) {
  const unit = parseUnit(text);
  if (!unit) throw new Error(`not a unit: ${text}`);
  return dimensionOf(inCurrency(unit, 'JPY'));
}

describe('[UNI-02] unit text', () => {
  test.each([
    'count',
    'count of lead',
    'count of item per order',
    'ratio',
    'ratio of order over visitor',
    'money',
    'JPY',
    'GBP per order',
    'money per lead',
    'days',
    'business-days',
    'score 1..5',
    'score -100..100',
    'rank',
    'multiple',
  ])('[UNI-02] %s reads back as written', text => {
    const unit = parseUnit(text);
    expect(unit && unitText(unit)).toBe(text);
  });

  test.each(['', 'counts', 'count of', 'ratio over', 'yen', 'JPYX', 'score 5..1', 'score 5', 'count of Lead'])(
    '[UNI-02] %j is not a unit',
    text => {
      expect(parseUnit(text)).toBeUndefined();
    },
  );
});

describe('[UNI-04] formulas are checked by what is counted', () => {
  test('[UNI-04] visitors × orders per visitor × yen per order is yen', () => {
    const orders = multiply(dim('count of visitor'), dim('ratio of order over visitor'), things);
    expect(onlyThing(orders)).toBe('order');
    expect(fits(multiply(orders, dim('JPY per order'), things), dim('JPY'), things)).toBe(true);
  });

  test('[DES-29] page views cannot stand where visitors are needed', () => {
    const orders = multiply(dim('count of page-view'), dim('ratio of order over visitor'), things);
    const wrong = { kind: 'thing', found: 'page-view', needed: 'visitor' };
    expect(mismatch(orders, dim('count of order'), things)).toEqual(wrong);
    expect(mismatch(dim('count of page-view'), dim('count of visitor'), things)).toEqual(wrong);
  });

  test('[UNI-03] a narrower thing may stand for a wider one, not the other way round', () => {
    expect(fits(dim('count of new-visitor'), dim('count of visitor'), things)).toBe(true);
    expect(fits(dim('count of visitor'), dim('count of new-visitor'), things)).toBe(false);
    const orders = multiply(dim('count of new-visitor'), dim('ratio of order over visitor'), things);
    expect(onlyThing(orders)).toBe('order');
  });

  test('[UNI-04] new and returning customers add up to customers; money and leads to nothing', () => {
    const both = add(dim('count of new-customer'), dim('count of returning-customer'), things);
    expect(both && onlyThing(both)).toBe('customer');
    expect(add(dim('JPY'), dim('count of lead'), things)).toBeUndefined();
    expect(add(dim('JPY'), dim('GBP'), things)).toBeUndefined();
  });

  test('[UNI-04] the share of a narrower thing in a wider one is what counting both gives', () => {
    const share = divide(dim('count of returning-customer'), dim('count of customer'), things);
    expect(mismatch(share, dim('ratio of returning-customer over customer'), things)).toEqual({ kind: 'none' });
    expect(fits(share, dim('ratio of order over visitor'), things)).toBe(false);
    const returning = multiply(dim('count of customer'), dim('ratio of returning-customer over customer'), things);
    expect(onlyThing(returning)).toBe('returning-customer');
  });

  test('[UNI-04] a rate that does not say its denominator is compatible with everything', () => {
    const sqls = multiply(dim('count of lead'), dim('ratio'), things);
    expect(fits(sqls, dim('count of order'), things)).toBe(true);
  });

  test('[UNI-04] money over money is a plain number', () => {
    expect(divide(dim('JPY'), dim('JPY'), things).powers.size).toBe(0);
    expect(dim('ratio of money over money').powers.size).toBe(0);
    expect(mismatch(divide(dim('JPY'), dim('count of order'), things), dim('JPY'), things)).toEqual({ kind: 'unit' });
  });
});
