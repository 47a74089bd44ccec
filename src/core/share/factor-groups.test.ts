import { expect, test } from 'vitest';
import { groupsBy, groupsByFactor } from './factor-groups.ts';

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

test('[VIS-02] what the plan puts first stands first: a conversion rate moved to the top of its factor, and the factor to the top', () => {
  const nodes = [kpi('visits', 'gather'), kpi('aov', 'buy'), kpi('cvr', 'buy')];
  expect(groupsByFactor(nodes, ['gather', 'buy'])[0]?.nodes[0]?.id).toBe('visits');
  expect(groupsByFactor([kpi('cvr', 'buy'), ...nodes.slice(0, 2)], ['buy', 'gather'])[0]?.nodes[0]?.id).toBe('cvr');
});

test('[VIS-03] three success factors are three groups, and leads stand beside the rate that says how good they are', () => {
  const groups = groupsByFactor(
    [
      kpi('leads', 'gather', 'mql-rate'),
      kpi('lead-cost', 'gather'),
      kpi('mql-rate', 'gather'),
      kpi('sql-rate', 'develop'),
      kpi('win-rate', 'close'),
    ],
    ['gather', 'develop', 'close'],
  );
  expect(groups.map(({ factor }) => factor)).toEqual(['gather', 'develop', 'close']);
  expect(groups[0]?.nodes.map(({ id }) => id)).toEqual(['leads', 'mql-rate', 'lead-cost']);
});

test('[VIS-02] raising the conversion rate to priority 1 moves it to the first place', () => {
  const node = (id: string, under: string, rank: number | null) => ({ id, under, pair: null, rank });
  const nodes = (cvr: number | null) => [node('visitors', 'traffic', 2), node('aov', 'basket', null), node('cvr', 'shop', cvr)];
  const first = (cvr: number | null) =>
    groupsByFactor(nodes(cvr), ['traffic', 'basket', 'shop'], ({ rank }) => rank).map(group => group.nodes[0]?.id);
  expect(first(null)).toEqual(['visitors', 'aov', 'cvr']);
  expect(first(1)).toEqual(['cvr', 'visitors', 'aov']);
});

test('[VIS-03] KPIs stand together by stage too, and a volume stays beside its quality', () => {
  const stages: Readonly<Record<string, string>> = { leads: 'interest', 'mql-rate': 'interest', orders: 'conversion' };
  const node = (id: string, pair: string | null = null) => ({ id, under: null, pair });
  const groups = groupsBy(
    [node('orders'), node('leads', 'mql-rate'), node('mood'), node('mql-rate')],
    ['interest', 'conversion'],
    ({ id }) => stages[id],
  );
  expect(groups.map(({ factor, nodes }) => [factor, nodes.map(({ id }) => id)])).toEqual([
    ['interest', ['leads', 'mql-rate']],
    ['conversion', ['orders']],
    [undefined, ['mood']],
  ]);
});
