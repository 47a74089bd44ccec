import { expect, test } from 'vitest';
import { linkedEfforts } from './effort.ts';

const leads = (node: string) => node === 'leads';

test('[DES-13] an action that moves no KPI on the way to a goal is unlinked effort, with what it costs', () => {
  const found = linkedEfforts(
    [
      { id: 'booth', cost: '0.1', nodes: ['posters'] },
      { id: 'ads', cost: '300000', nodes: ['leads', 'posters'] },
      { id: 'party', cost: '0.2', nodes: [] },
      { id: 'calls', cost: null, nodes: ['leads'] },
    ],
    leads,
  );
  expect(found.unlinked.map(({ id }) => id)).toEqual(['party', 'booth']);
  expect(found.linked.map(({ id }) => id)).toEqual(['ads', 'calls']);
  expect(found.cost).toEqual({ linked: '300000', unlinked: '0.3' });
});

test('[DES-13] without any stated cost there is no sum, not zero', () => {
  expect(linkedEfforts([{ id: 'calls', cost: null, nodes: ['leads'] }], leads).cost).toEqual({ linked: null, unlinked: null });
});
