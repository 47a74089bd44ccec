import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseChange } from '../text/parse-change.ts';
import { ABSOLUTE } from './relative-target.ts';

test('[DES-69] what is told to be absolute at a glance is no change when read closely', () => {
  const sign = fc.constantFrom('', '>=', '<=', '=', '≥', '≤', '>', '< ');
  const number = fc.constantFrom('1', '200', '15,000', '1.5', '0', '300000000', '.5', '1,2');
  const scale = fc.constantFrom('', '千', '百万', '万', '億', '千万', ' 億');
  const rest = fc.constantFrom('', '円', ' per month', '円 per year', ' per day');
  let told = 0;
  fc.assert(
    fc.property(sign, number, scale, rest, fc.boolean(), (a, b, c, d, isRate) => {
      const text = `${a}${b}${c}${d}`;
      if (!ABSOLUTE.test(text)) return;
      told += 1;
      const reading = parseChange(text, { isRate });
      const isChange = reading.kind === 'ambiguous' || (reading.kind === 'change' && reading.change.mode !== 'index');
      expect([text, isChange]).toEqual([text, false]);
    }),
    { seed: 11, numRuns: 2_000 },
  );
  expect(told).toBeGreaterThan(500);
});
