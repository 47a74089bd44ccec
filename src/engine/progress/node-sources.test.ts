import { expect, test } from 'vitest';
import { EMPTY_CATALOGUE } from '#core/metric/catalogue.ts';
import { parseDefinitions } from '#core/metric/definitions-parse.ts';
import { parsePlan } from '#core/plan/build-plan.ts';
import { nodeSources } from './node-sources.ts';

const PLAN = `
rashin: 1
plan: sources
period: 2026-04-01/2027-03-31
goals:
  deals: { target: 120 by 2027-03-31, unit: count of deal, equals: opportunities * win-rate }
kpis:
  opportunities: { target: 40 per month, unit: count of opportunity }
  opportunity-rate: { target: 20%, unit: ratio }
  win-rate: { target: 25%, unit: ratio }
`;

const METRICS = `
datasets:
  ma: { kind: aggregate, source: { ja: MA リード一覧, en: Marketing automation leads }, owner: marketing/ito, refresh: daily, columns: { leads: integer } }
  crm: { kind: aggregate, source: { ja: CRM 商談一覧, en: CRM opportunities }, columns: { opportunities: integer } }
metrics:
  leads: { from: ma, sum: leads }
  opportunities: { from: crm, sum: opportunities }
  opportunity-rate: { equals: opportunities / leads }
`;

test('[MEA-01] the opportunity rate names both its sources; a KPI that nobody measures says which metric is missing', () => {
  const plan = parsePlan({ yaml: PLAN }, EMPTY_CATALOGUE);
  const definitions = parseDefinitions(METRICS, EMPTY_CATALOGUE, 'JPY');
  if (!plan.ok || !definitions.ok) throw new Error('bad texts');
  const { byNode } = nodeSources(plan.value.plan, definitions.value, EMPTY_CATALOGUE);
  const rate = byNode.get('opportunity-rate');
  expect([rate?.by, rate?.datasets.toSorted()]).toEqual(['workspace', ['crm', 'ma']]);
  expect(rate?.datasets.map(id => definitions.value.datasets.get(id)?.source?.en).toSorted()).toEqual([
    'CRM opportunities',
    'Marketing automation leads',
  ]);
  expect(byNode.get('win-rate')).toMatchObject({ by: 'none', missing: ['win-rate'], datasets: [] });
  expect(byNode.get('deals')).toMatchObject({ by: 'none' });
});
