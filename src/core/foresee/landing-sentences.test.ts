import { expect, test } from 'vitest';
import { parseDay } from '../calendar/day.ts';
import { warningSentence } from './landing-sentences.ts';

test('[LND-23] the gap between two rates is in points, not percent', () => {
  const by = parseDay('2027-03-31');
  if (!by) throw new Error('no day');
  const warning = {
    node: 'rate',
    by,
    why: 'misses',
    target: 0.03,
    landing: 0.0251,
    shortfall: 0.0049,
    probability: 0.2,
    pace: null,
  } as const;
  const said = warningSentence(warning, { ja: '成約率', en: 'Win rate' }, { kind: 'ratio' });
  expect(said.ja).toContain('差0.5pt');
  expect(said.en).toContain('gap 0.5 pts');
  expect(said.ja).not.toContain('差0.49%');
});
