import { expect, test } from 'vitest';
import type { LandingAnswer } from '#contract/foresee.ts';
import type { Day } from '#core/calendar/day.ts';
import { threatsOf } from './threats-of.ts';

const day = (text: string) => text as Day;
const range = { from: day('2026-10-01'), to: day('2026-10-31') };
const said = { ja: '', en: '' };

type Given = Pick<LandingAnswer, 'falls' | 'warnings'>;

const fall = (node: string, goal: string): Given['falls'][number] => ({
  ...range,
  node,
  goal,
  change: -0.2,
  months: 3,
  by: 'formula',
  showsIn: range,
  sentence: said,
});

const warning = (node: string, probability: number): Given['warnings'][number] => ({
  node,
  by: range.to,
  why: 'misses',
  target: 2,
  landing: 1,
  shortfall: 1,
  probability,
  pace: null,
  shows: null,
  sentence: said,
});

const GIVEN: Given = {
  falls: [fall('leads', 'won'), fall('visits', 'sales')],
  warnings: [warning('won', 0.4), warning('leads', 0.1), warning('sales', 0.3)],
};

test('[SCR-73] a KPI is threatened by its own fall, by that of what leads it, and by its own miss; the least likely first', () => {
  const about = (...nodes: readonly string[]) =>
    threatsOf(GIVEN, node => nodes.includes(node)).map(threat => `${threat.kind} ${threat.about}`);
  expect(about('won')).toEqual(['fall leads', 'warning won']);
  expect(about('leads')).toEqual(['fall leads', 'warning leads']);
  expect(about('won', 'leads')).toEqual(['fall leads', 'warning leads', 'warning won']);
  expect(about('orders')).toEqual([]);
});
