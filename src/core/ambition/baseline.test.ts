import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type Day } from '../calendar/day.ts';
import { type BaselineAsked, baselineOf, USUAL_BASELINE } from './baseline.ts';

const SERIES = [15, 16, 14, 15, 17, 16, 15, 45, 16, 15, 14, 16];

function months(values: readonly (number | null)[], campaigns: readonly number[] = []) {
  const first = '2025-11-01' as Day;
  return values.map((value, i) => ({
    from: addDays(first, 30 * i),
    to: addDays(first, 30 * i + 29),
    value,
    campaign: campaigns.includes(i),
  }));
}

const asked = (own: Partial<BaselineAsked>): BaselineAsked => ({ ...USUAL_BASELINE, ...own });

describe('[DES-55] the baseline of a KPI', () => {
  test('[BAS-01] a year with a campaign of 45: 17.8 with it, 15.4 without, whether tagged or only far off', () => {
    const round = (own: Partial<BaselineAsked>, campaigns: readonly number[] = []) =>
      Number(baselineOf(months(SERIES, campaigns), asked(own))?.value.toFixed(1));
    expect(round({ leaveOut: 'none' })).toBe(17.8);
    expect(round({ leaveOut: 'outliers' })).toBe(15.4);
    expect(round({ leaveOut: 'campaigns' }, [7])).toBe(15.4);
    expect(round({ leaveOut: 'campaigns' })).toBe(17.8);
    expect(round({ leaveOut: 'none', method: 'median' })).toBe(15.5);
    const left = baselineOf(months(SERIES, [7]))?.months.filter(({ why }) => why !== undefined);
    expect(left).toMatchObject([{ value: 45, why: 'campaign' }]);
    expect(baselineOf(months(SERIES))?.months[7]).toMatchObject({ value: 45, why: 'outlier' });
  });

  test("[QUA-12] a person's word: left out as a campaign the mean goes from 17.8 to 15.4; said to count, it is no outlier", () => {
    const said = (word: 'excluded' | 'counts', leaveOut: BaselineAsked['leaveOut']) =>
      baselineOf(
        months(SERIES).map((month, i) => (i === 7 ? { ...month, word } : month)),
        asked({ leaveOut }),
      );
    expect(said('excluded', 'none')?.value.toFixed(1)).toBe('15.4');
    expect(said('excluded', 'none')?.months[7]).toMatchObject({ value: 45, why: 'excluded' });
    expect(said('counts', 'outliers')?.value.toFixed(1)).toBe('17.8');
  });

  test('[DES-55] [BAS-01] a single month is left out by hand, and is named so', () => {
    const all = months(SERIES);
    const without = [all[7]?.to.slice(0, 7) ?? ''];
    const found = baselineOf(all, asked({ leaveOut: 'none', without }));
    expect(found?.value.toFixed(1)).toBe('15.4');
    expect(found?.months.filter(({ why }) => why !== undefined)).toMatchObject([{ value: 45, why: 'hand' }]);
    expect(found).toMatchObject({ known: 12, used: 11, confidence: 'ideal' });
  });

  test('[BAS-02] two months are too few, three are the least, a year is ideal; what is left out does not count towards the least', () => {
    const confidence = (count: number, campaigns: readonly number[] = []) =>
      baselineOf(months(SERIES.slice(0, count), campaigns))?.confidence;
    expect([1, 2, 3, 11, 12].map(count => confidence(count))).toEqual([
      'insufficient',
      'insufficient',
      'minimum',
      'minimum',
      'ideal',
    ]);
    expect(confidence(3, [1])).toBe('insufficient');
    expect(baselineOf(months(SERIES), asked({ window: 6 }))).toMatchObject({ known: 6, used: 5, confidence: 'minimum' });
    expect(baselineOf(months([null, null, 5]))).toMatchObject({ known: 1, used: 1, value: 5, confidence: 'insufficient' });
    expect(baselineOf(months([null, null]))).toBeUndefined();
    expect(baselineOf(months([5, 6], [0, 1]))).toBeUndefined();
  });

  test('[BAS-03] growth is that of the steps between months that count', () => {
    const grown = Array.from({ length: 12 }, (_, i) => 100 * 1.02 ** i);
    expect(baselineOf(months(grown))?.growth).toBeCloseTo(0.02, 12);
    expect(
      baselineOf(
        months(
          grown.map((value, i) => (i === 5 ? value * 3 : value)),
          [5],
        ),
      )?.growth,
    ).toBeCloseTo(0.02, 12);
    expect(baselineOf(months([10, 20]))?.growth).toBeNull();
    expect(baselineOf(months([10, 0, 20]))?.growth).toBeNull();
  });

  test('[BAS-01] what counts lies between its least and its greatest value, and what is left out does not move it', () => {
    const series = fc.array(fc.option(fc.integer({ min: 1, max: 1000 }), { nil: null }), { minLength: 1, maxLength: 24 });
    const ways = fc.record({
      window: fc.integer({ min: 1, max: 24 }),
      method: fc.constantFrom('mean' as const, 'median' as const),
      leaveOut: fc.constantFrom('campaigns' as const, 'outliers' as const, 'both' as const, 'none' as const),
    });
    fc.assert(
      fc.property(series, ways, fc.array(fc.nat(23)), fc.nat(1_000_000), (values, way, campaigns, other) => {
        const made = baselineOf(months(values, campaigns), way);
        const used = made?.months.flatMap(({ value, why }) => (why === undefined && value !== null ? [value] : [])) ?? [];
        expect(made === undefined).toBe(used.length === 0);
        if (!made) return;
        expect(made.value).toBeGreaterThanOrEqual(Math.min(...used) - 1e-9);
        expect(made.value).toBeLessThanOrEqual(Math.max(...used) + 1e-9);
        if (way.leaveOut !== 'campaigns' && way.leaveOut !== 'both') return;
        const moved = values.map((value, i) => (value !== null && campaigns.includes(i) ? other : value));
        expect(baselineOf(months(moved, campaigns), way)?.value).toBe(made.value);
      }),
      { seed: 20261121 },
    );
  });
});
