import { describe, expect, test } from 'vitest';
import { type KpiTracking, segmentColumns, trackingProblems } from './tracking-readiness.ts';

const cart = (columns: readonly string[], hasRows = true): KpiTracking => ({
  name: { ja: 'カート到達率', en: 'Cart rate' },
  datasets: [{ name: { ja: 'カートのイベント', en: 'Cart events' }, hasRows, columns }],
});
const codes = (kpis: readonly KpiTracking[], segment?: string) => trackingProblems(kpis, segment).map(({ code }) => code);

describe('[ACT-50] [MEA-17] tracking before an initiative starts', () => {
  test('a test of the cart page on mobile without the device in the events of the cart is held back', () => {
    expect(codes([cart(['page'])], 'device = mobile')).toEqual(['initiative-segment-untracked']);
    expect(codes([cart(['page', 'device'])], 'device = mobile')).toEqual([]);
    expect(codes([cart(['page', 'device'])], 'device = mobile, channel != paid')).toEqual(['initiative-segment-untracked']);
  });

  test('every KPI needs a source with rows; one reason is told for each', () => {
    expect(codes([{ name: { ja: '率', en: 'Rate' }, datasets: [] }, cart([], false)], 'device = mobile')).toEqual([
      'initiative-kpi-unmeasured',
      'initiative-source-empty',
    ]);
    expect(codes([cart([])])).toEqual([]);
  });

  test('words that name no column are not looked for', () => {
    expect(segmentColumns('スマホの新規客')).toEqual([]);
    expect(segmentColumns('device-category = mobile and channel!=paid')).toEqual(['device-category', 'channel']);
  });
});
