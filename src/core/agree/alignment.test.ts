import { describe, expect, test } from 'vitest';
import { misalignments } from './alignment.ts';
import { type OwnedNode, responsiblePairs } from './responsibility.ts';

const owned = (id: string, of: Partial<OwnedNode> = {}): OwnedNode => ({
  id,
  metric: id,
  role: 'kpi',
  owner: null,
  contributors: [],
  pair: null,
  kind: null,
  parts: [],
  ...of,
});

/** revenue = wins × price; wins = opportunities × win-rate; … down to leads. */
function chain(own: Readonly<Record<string, Partial<OwnedNode>>> = {}): readonly OwnedNode[] {
  const rate = { kind: 'quality' } as const;
  const amount = { kind: 'quantity' } as const;
  return [
    owned('revenue', { role: 'goal', parts: ['wins', 'price'] }),
    owned('wins', { ...amount, parts: ['sqls', 'win-rate'] }),
    owned('sqls', { ...amount, parts: ['mqls', 'sql-rate'] }),
    owned('mqls', { ...amount, parts: ['leads', 'mql-rate'] }),
    owned('leads', amount),
    owned('mql-rate', rate),
    owned('sql-rate', { ...rate, metric: 'mql-to-sql-rate' }),
    owned('win-rate', rate),
    owned('price'),
  ].map(node => ({ ...node, ...own[node.id] }));
}

const departmentOf = (member: string) => member.split('/')[0] ?? null;
const apart = { leads: { owner: 'marketing/a' }, 'win-rate': { owner: 'sales/b' } };

describe('[SHR-20] [AGR-07] departments that pull different ways', () => {
  test('marketing with leads only, sales with the win rate only: the hand-over rate is proposed', () => {
    expect(misalignments(chain(apart), departmentOf)).toEqual([
      {
        goal: 'revenue',
        amounts: { department: 'marketing', nodes: ['leads'] },
        rates: { department: 'sales', nodes: ['win-rate'] },
        between: 'sql-rate',
      },
    ]);
  });

  test('one KPI both answer for is enough; so is one of the other kind', () => {
    const shared = { ...apart, 'sql-rate': { owner: 'marketing/a', contributors: ['sales/b'] } };
    expect(misalignments(chain(shared), departmentOf)).toEqual([]);
    expect(misalignments(chain({ ...apart, 'mql-rate': { owner: 'marketing/c' } }), departmentOf)).toEqual([]);
  });

  test('without the hand-over rate, the first rate above the amounts; without any rate between, none', () => {
    const other = { ...apart, 'sql-rate': { metric: 'own-rate' } };
    expect(misalignments(chain(other), departmentOf)[0]?.between).toBe('mql-rate');
    const bare = chain(apart).filter(({ id }) => id !== 'sql-rate' && id !== 'mql-rate');
    expect(misalignments(bare, departmentOf)[0]?.between).toBeNull();
  });

  test('people without a department, KPIs without an owner and formulas in a circle count for nothing', () => {
    expect(misalignments(chain(), departmentOf)).toEqual([]);
    expect(misalignments(chain(apart), () => null)).toEqual([]);
    expect(misalignments(chain({ ...apart, leads: { owner: 'marketing/a', parts: ['wins'] } }), departmentOf)).toHaveLength(1);
  });
});

describe('[DES-43] [AGR-06] who answers for how much and who for how good', () => {
  test('leads are marketing, their MQL rate is sales: one pair, quantity first', () => {
    const nodes = [
      owned('mql-rate', { kind: 'quality', owner: 'sales/b', pair: 'leads' }),
      owned('leads', { kind: 'quantity', owner: 'marketing/a', pair: 'mql-rate' }),
    ];
    expect(responsiblePairs(nodes).map(({ quantity, quality, isOneOwner }) => [quantity.id, quality.id, isOneOwner])).toEqual([
      ['leads', 'mql-rate', false],
    ]);
  });

  test('a pair named by one side only counts, one owner for both is marked, none is not', () => {
    const same = [owned('a', { pair: 'b', owner: 'x/y' }), owned('b', { owner: 'x/y' }), owned('c', { pair: 'c' })];
    expect(responsiblePairs(same).map(({ isOneOwner }) => isOneOwner)).toEqual([true]);
    expect(responsiblePairs([owned('a', { pair: 'b' }), owned('b')])[0]?.isOneOwner).toBe(false);
  });
});
