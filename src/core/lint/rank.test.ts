import { expect, test } from 'vitest';
import { ranked } from './rank.ts';

const found = (code: string, severity: 'error' | 'warning' | 'info', at: readonly string[], line: number) => ({
  code,
  severity,
  at,
  line,
});

test('[LNT-40] the graver first, then the weightier, then the goal, then the upper', () => {
  const inOrder = [
    found('chain-gap', 'error', ['kpis', 'x'], 90),
    found('owners-missing', 'warning', [], 80),
    found('per-missing', 'warning', ['kpis', 'a'], 1),
    found('quality-planned-down', 'info', ['kpis', 'a'], 70),
    found('denominator-unsaid', 'info', ['goals', 'a'], 60),
    found('denominator-unsaid', 'info', ['kpis', 'a'], 50),
    found('denominator-unsaid', 'info', ['kpis', 'b'], 55),
    found('pair-undeclared', 'info', ['kpis', 'a'], 2),
  ];
  expect(ranked(inOrder.toReversed())).toEqual(inOrder);
});
