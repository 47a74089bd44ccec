import { expect, test } from 'vitest';
import { groupsByFactor } from './factor-groups.ts';

function kpi(id: string, under: string | null, pair: string | null = null) {
  return { id, under, pair };
}

test('[SCR-30] KPIs stand under their factors, partners side by side, the rest at the end', () => {
  const groups = groupsByFactor(
    [
      kpi('leads', 'gather', 'mql-rate'),
      kpi('cost', 'gather'),
      kpi('mql-rate', 'gather'),
      kpi('win', 'close'),
      kpi('loose', 'leads'),
      kpi('x', null),
    ],
    ['close', 'gather', 'empty'],
  );
  expect(groups.map(({ factor, nodes }) => [factor, ...nodes.map(({ id }) => id)])).toEqual([
    ['close', 'win'],
    ['gather', 'leads', 'mql-rate', 'cost'],
    [undefined, 'loose', 'x'],
  ]);
});
