import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { amountEffects, rateEffects, type SegmentFigures } from './segment-effects.ts';

const side = (volume: number, amount: number) => ({ volume, amount });

describe('[EXP-20] rate and mix by segment', () => {
  test('[ANA-06] 3.0% planned; PC 40% of visits at 3.0%, phone 60% at 1.5%: the phone explains all of −0.9 pt', () => {
    const effects = rateEffects([
      { segment: 'pc', before: side(400, 12), after: side(400, 12) },
      { segment: 'phone', before: side(600, 18), after: side(600, 9) },
    ]);
    expect(effects?.map(({ segment, mix, rate }) => [segment, mix, Math.round(rate * 1e6) / 1e6])).toEqual([
      ['pc', 0, 0],
      ['phone', 0, -0.009],
    ]);
  });

  test('[EXP-20] rates that stay while visits move to the weak segment: all of it is mix', () => {
    const effects = rateEffects([
      { segment: 'pc', before: side(500, 20), after: side(200, 8) },
      { segment: 'phone', before: side(500, 5), after: side(800, 8) },
    ]);
    expect(effects?.map(({ rate }) => rate)).toEqual([0, 0]);
    expect(effects?.reduce((sum, { mix }) => sum + mix, 0)).toBeCloseTo(0.016 - 0.025, 15);
    expect(effects?.every(({ mix }) => mix < 0)).toBe(true);
  });

  test('[EXP-20] a segment that is new, gone or without volume', () => {
    const segments: readonly SegmentFigures[] = [
      { segment: 'old', before: side(10, 100), after: side(0, 0) },
      { segment: 'new', before: side(0, 0), after: side(5, 80) },
      { segment: 'returns', before: side(0, -7), after: side(0, -12) },
      { segment: 'same', before: side(10, 50), after: side(10, 50) },
    ];
    const effects = amountEffects(segments);
    for (const [i, { before, after }] of segments.entries()) {
      const { volume = 0, mix, rate } = effects[i] ?? { mix: 0, rate: 0 };
      expect(volume + mix + rate).toBeCloseTo(after.amount - before.amount, 12);
    }
    expect(effects[0]?.rate).toBe(0);
    expect(effects[1]?.rate).toBe(0);
    expect(effects[2]).toMatchObject({ volume: 0, mix: 0, rate: -5 });
    expect(rateEffects([{ segment: 'a', before: side(0, 0), after: side(1, 1) }])).toBeUndefined();
  });

  test('[EXP-20] random segments: amounts add up segment by segment, rates in all; two segments by the definition', () => {
    const figure = fc
      .tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: -20, max: 400 }))
      .map(([v, a]) => side(v, v === 0 ? 0 : a));
    const segment = fc.tuple(figure, figure).map(([before, after]) => ({ segment: 's', before, after }));
    fc.assert(
      fc.property(fc.array(segment, { minLength: 1, maxLength: 40 }), segments => {
        const sums = (key: 'before' | 'after') =>
          segments.reduce((sum, each) => ({ v: sum.v + each[key].volume, a: sum.a + each[key].amount }), { v: 0, a: 0 });
        const [was, is] = [sums('before'), sums('after')];
        const isClose = (a: number, b: number) => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
        const amounts = amountEffects(segments).every(({ volume = 0, mix, rate }, i) => {
          const own = segments[i];
          return own !== undefined && isClose(volume + mix + rate, own.after.amount - own.before.amount);
        });
        const rates = rateEffects(segments);
        if (was.v === 0 || is.v === 0) return amounts && rates === undefined;
        const total = rates?.reduce((sum, { mix, rate }) => sum + mix + rate, 0) ?? Number.NaN;
        // The definition: each segment's share and rate, swapped in both orders and averaged.
        const averaged = segments.reduce((sum, { before, after }) => {
          const [p0, p1] = [before.volume / was.v, after.volume / is.v];
          const r0 = before.volume > 0 ? before.amount / before.volume : after.volume > 0 ? after.amount / after.volume : 0;
          const r1 = after.volume > 0 ? after.amount / after.volume : r0;
          return sum + ((p0 + p1) / 2) * (r1 - r0);
        }, 0);
        const rate = rates?.reduce((sum, each) => sum + each.rate, 0) ?? Number.NaN;
        return amounts && isClose(total, is.a / is.v - was.a / was.v) && isClose(rate, averaged);
      }),
      { seed: 4, numRuns: 500 },
    );
  });
});
