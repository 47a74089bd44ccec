import { expect, test } from 'vitest';
import { rollingTable } from './rolling-table.ts';

test('[JRN-31] stickiness is active over rolling, none with nobody; the first buckets look back at less', () => {
  expect(rollingTable({ active: [1, 0, 3], rolling: [1, 0, 4] }, 2)).toEqual([
    { active: 1, rolling: 1, stickiness: 1, full: false },
    { active: 0, rolling: 0, stickiness: null, full: true },
    { active: 3, rolling: 4, stickiness: 0.75, full: true },
  ]);
});
