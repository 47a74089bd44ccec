import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type WaterfallStep, waterfallChart } from './waterfall-chart.ts';

function stepsOf(before: number, changes: readonly number[]): readonly WaterfallStep[] {
  let level = before;
  const factors = changes.map((change): WaterfallStep => {
    const from = level;
    level += change;
    return { kind: 'factor', from, to: level };
  });
  return [{ kind: 'before', from: 0, to: before }, ...factors, { kind: 'after', from: 0, to: level }];
}

describe('[SCR-16] waterfall', () => {
  test('bars follow each other; the smallest are one bar before the end', () => {
    const { bars } = waterfallChart(stepsOf(100, [40, -30, 2, -1, 3]), 3);
    expect(bars.map(({ kind, from, to, value }) => [kind, from, to, value])).toEqual([
      ['before', 0, 100, 100],
      ['factor', 100, 140, 40],
      ['factor', 140, 110, -30],
      ['rest', 110, 114, 4],
      ['after', 0, 114, 114],
    ]);
    expect(bars.at(-2)?.steps).toEqual([3, 4, 5]);
  });

  test('the axis begins at zero where levels reach down, and at a round number below them where they do not', () => {
    expect(waterfallChart(stepsOf(100, [-60])).axis).toEqual({ low: 0, high: 100, isCut: false });
    expect(waterfallChart(stepsOf(18_870, [3_250, -4_120])).axis).toEqual({ low: 16_000, high: 22_120, isCut: true });
    expect(waterfallChart(stepsOf(-5, [15])).axis).toEqual({ low: -5, high: 10, isCut: false });
    expect(waterfallChart(stepsOf(0, [0])).axis).toEqual({ low: 0, high: 1, isCut: false });
  });

  test('every bar lies inside the axis and begins where the one before ended', () => {
    const changes = fc.array(fc.integer({ min: -1_000, max: 1_000 }), { maxLength: 20 });
    fc.assert(
      fc.property(fc.integer({ min: -2_000, max: 2_000 }), changes, fc.integer({ min: 2, max: 10 }), (before, moved, most) => {
        const { bars, axis } = waterfallChart(stepsOf(before, moved), most);
        expect(bars.length).toBeLessThanOrEqual(most + 2);
        for (const [place, bar] of bars.entries()) {
          expect(bar.to).toBeGreaterThanOrEqual(axis.low);
          expect(bar.to).toBeLessThanOrEqual(axis.high);
          if (bar.kind === 'factor' || bar.kind === 'rest') expect(bar.from).toBeCloseTo(bars[place - 1]?.to ?? Number.NaN);
        }
      }),
      { seed: 20_261_121 },
    );
  });
});
