import { expect, test } from 'vitest';
import { isMeasured } from './measured-by.ts';

test('[MEA-01] a KPI is measurable by data, by a formula of the catalogue or of its plan; without a source it fails the M of SMART', () => {
  expect((['workspace', 'catalogue', 'plan', 'none'] as const).map(isMeasured)).toEqual([true, true, true, false]);
  expect(isMeasured(undefined)).toBe(false);
});
