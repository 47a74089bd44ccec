import { expect, test } from 'vitest';
import { EMPTY_CATALOGUE } from '../metric/catalogue.ts';
import { checkPlan } from './check-plan.ts';
import { kpiChains } from './kpi-chains.ts';

const HEAD = 'rashin: 1\nplan: chain\nperiod: 2026-04-01/2027-03-31\n';

function checked(text: string) {
  const check = checkPlan({ yaml: HEAD + text }, EMPTY_CATALOGUE);
  const plan = check.parsed?.plan;
  return { check, plan, chains: plan ? kpiChains(plan) : [] };
}

const STATED = `
goals:
  won: { target: 2 per month, unit: count of deal }
kpis:
  attendees: { target: 140 per month, unit: count of person, horizon: short, supports: [{ to: mqls, rate: 30%, lag: 14 days, because: 関心が高い }] }
  mqls: { target: 42 per month, unit: count of lead, horizon: mid, supports: [{ to: deals, rate: 50%, lag: 30 days, because: 商談になる }] }
  deals: { target: 21 per month, unit: count of opportunity, horizon: mid-long, supports: [{ to: won, because: 受注になる }] }
`;

test('[DES-45] a chain says of every link which share arrives, and when', () => {
  const { chains, check } = checked(STATED);
  expect(chains).toEqual([
    {
      nodes: ['attendees', 'mqls', 'deals', 'won'],
      links: [
        { from: 'attendees', to: 'mqls', by: 'influence', between: [], rate: '0.3', lag: { amount: 14, in: 'days' } },
        { from: 'mqls', to: 'deals', by: 'influence', between: [], rate: '0.5', lag: { amount: 30, in: 'days' } },
        { from: 'deals', to: 'won', by: 'influence', between: [] },
      ],
    },
  ]);
  expect(check.problems.filter(({ code }) => code === 'link-rate-mismatch')).toEqual([]);
});

test('[DES-45] rates of a formula are those of the KPIs between, whole where there is none', () => {
  const { chains } = checked(`
goals:
  won: { target: 5 per month, unit: count of deal, equals: deals * win-rate * fit, lag: 90 days }
kpis:
  leads: { target: 200 per month, unit: count of lead }
  partners: { target: 10 per month, unit: count of opportunity }
  deal-rate: { target: 10%, unit: ratio of opportunity over lead }
  deals: { unit: count of opportunity, equals: leads * deal-rate + partners }
  win-rate: { target: 25%, unit: ratio of deal over opportunity }
  fit: { target: 80%, unit: ratio of deal over deal }
`);
  expect(chains.map(({ nodes }) => nodes)).toEqual([
    ['leads', 'deals', 'won'],
    ['partners', 'deals', 'won'],
  ]);
  expect(chains[0]?.links).toEqual([
    { from: 'leads', to: 'deals', by: 'formula', between: ['deal-rate'], rate: '0.1' },
    { from: 'deals', to: 'won', by: 'formula', between: ['win-rate', 'fit'], rate: '0.2', lag: { amount: 90, in: 'days' } },
  ]);
  expect(chains[1]?.links[0]).toEqual({ from: 'partners', to: 'deals', by: 'formula', between: [] });
});

test('[DES-45] rates of links that lead to other numbers are pointed out, all links to one KPI together', () => {
  const found = (text: string) =>
    checked(text)
      .check.problems.filter(({ code }) => code === 'link-rate-mismatch')
      .map(({ params, line }) => ({ params, line }));
  expect(found(STATED.replace('target: 42', 'target: 60'))).toMatchObject([
    { params: { node: 'mqls', stated: '60', implied: '42' }, line: 8 },
    { params: { node: 'deals', stated: '21', implied: '30' } },
  ]);
  const two = STATED.replace('target: 42', 'target: 62').replace(
    'kpis:\n',
    'kpis:\n  downloads: { target: 200 per month, unit: count of person, supports: [{ to: mqls, rate: 10%, because: 資料を読む }] }\n',
  );
  expect(found(two.replace('rate: 50%, ', ''))).toEqual([]);
});

test('[DES-45] a rate that is no share is refused', () => {
  const { check } = checked(STATED.replace('rate: 30%', 'rate: 130%'));
  expect(check.problems.find(({ severity }) => severity === 'error')).toMatchObject({
    code: 'wrong-value',
    params: { key: 'rate' },
  });
});
