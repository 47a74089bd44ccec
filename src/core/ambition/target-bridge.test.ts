import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type BridgeFacts, targetBridge } from './target-bridge.ts';

const CVR: BridgeFacts = {
  baseline: 0.01,
  growth: 0,
  after: [6],
  effects: [
    { initiative: 'cta', mode: 'points', value: 0.002, shares: [1] },
    { initiative: 'form', mode: 'points', value: 0.003, shares: [1] },
  ],
  overlap: 0,
  limit: { low: 0, high: 1 },
};

describe('[DES-56] from the baseline to a target that counts on what is planned', () => {
  test('[BRI-01] a conversion rate of 1.0 %, a shorter form +0.3 pt, a clearer button +0.2 pt: 1.5 %', () => {
    const bridge = targetBridge(CVR);
    expect(bridge.total).toBeCloseTo(0.015, 12);
    expect(bridge).toMatchObject({ baseline: 0.01, growth: 0, overlap: 0, capped: 0 });
    expect(bridge.effects.map(({ initiative }) => initiative)).toEqual(['form', 'cta']);
  });

  test('[BRI-02] what two initiatives do to the same people counts once: of the lesser one a part is taken off', () => {
    const bridge = targetBridge({ ...CVR, overlap: 0.5 });
    expect(bridge.overlap).toBeCloseTo(-0.001, 12);
    expect(bridge.total).toBeCloseTo(0.014, 12);
    expect(targetBridge({ ...CVR, overlap: 1 }).total).toBeCloseTo(0.013, 12);
  });

  test('[BRI-01] growth compounds to each month that counts; relative effects are of what it has become then', () => {
    const bridge = targetBridge({
      baseline: 100,
      growth: 0.1,
      after: [1, 2],
      effects: [{ initiative: 'ads', mode: 'relative', value: 0.2, shares: [0.5, 1] }],
      overlap: 0.3,
    });
    expect(bridge.baseline).toBe(200);
    expect(bridge.growth).toBeCloseTo(110 + 121 - 200, 9);
    expect(bridge.effects[0]?.amount).toBeCloseTo(110 * 0.1 + 121 * 0.2, 9);
    expect(bridge.overlap).toBeCloseTo(0, 12);
    expect(targetBridge({ ...CVR, effects: [] }).total).toBe(0.01);
  });

  test('[BRI-03] no month goes beyond what can be, and what that takes off is told', () => {
    const bridge = targetBridge({ ...CVR, baseline: 0.998 });
    expect(bridge.total).toBe(1);
    expect(bridge.capped).toBeCloseTo(-0.003, 12);
  });

  test('[BRI-01] the parts add up to the total, on random figures', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    const effect = fc.record({
      initiative: fc.string(),
      mode: fc.constantFrom('level' as const, 'relative' as const, 'points' as const),
      value: fc.double({ min: -0.5, max: 0.5, noNaN: true }),
      shares: fc.array(share, { minLength: 3, maxLength: 3 }),
    });
    fc.assert(
      fc.property(
        share,
        fc.double({ min: -0.1, max: 0.1, noNaN: true }),
        fc.array(effect, { maxLength: 5 }),
        share,
        (baseline, growth, effects, overlap) => {
          const bridge = targetBridge({ baseline, growth, after: [1, 2, 3], effects, overlap, limit: { low: 0, high: 1 } });
          const parts = bridge.baseline + bridge.growth + bridge.effects.reduce((sum, { amount }) => sum + amount, 0);
          expect(parts + bridge.overlap + bridge.capped).toBeCloseTo(bridge.total, 9);
          expect(bridge.total).toBeGreaterThanOrEqual(0);
          expect(bridge.total).toBeLessThanOrEqual(3);
        },
      ),
      { seed: 20261121 },
    );
  });
});
