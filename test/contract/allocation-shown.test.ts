import { expect, test } from 'vitest';
import { accepted, importText, openStage } from './api-fixture.ts';

const PLAN = `rashin: 1
plan: leads
period: 2026-04-01/2027-03-31
goals:
  leads: { target: 1000 by 2027-03-31, unit: count of lead, owner: sales/sato }
kpis:
  cost-per-lead: { name: { ja: リード単価, en: Cost per lead }, target: 10000, unit: JPY per lead, direction: down, owner: sales/sato, supports: [{ to: leads, because: Cheaper leads are more leads }] }
`;
const METRICS = `
datasets:
  media: { kind: aggregate, columns: { channel: { type: text, name: { ja: チャネル, en: Channel } }, spend: { type: decimal, currency: JPY }, leads: integer } }
  fees: { kind: aggregate, columns: { item: text, amount: { type: decimal, currency: JPY } } }
metrics:
  leads: { from: media, sum: leads, unit: count of lead }
  media-spend: { name: { ja: 広告費, en: Media spend }, from: media, sum: spend }
  agency-fee: { name: { ja: 代理店手数料, en: Agency fee }, from: fees, sum: amount, allocate: { to: channel, by: media-spend } }
  cost-per-lead: { equals: (media-spend + agency-fee) / leads, unit: JPY per lead }
`;

test('[ALC-04] the page of a KPI says how much of it was allocated, by what rule, and cuts by the columns of the rule', async () => {
  const stage = await openStage();
  accepted(await stage.ask('createPlan', { body: { yaml: PLAN } }));
  accepted(await stage.ask('publishPlan', { plan: 'leads', body: { reason: 'First' } }));
  accepted(await stage.ask('putDefinitions', { body: { text: METRICS, base: 0 } }));
  await importText(stage, 'media.csv', 'date,channel,spend,leads\n2026-11-01,search,1000,3\n2026-11-02,social,3000,1\n');
  await importText(stage, 'fees.csv', '月,item,amount\n2026-11,agency,1200\n');
  const page = accepted(await stage.ask('kpiPage', { plan: 'leads', node: 'cost-per-lead', to: '2026-11-02' as never }));
  // Two of thirty days of 1,200: 40 of 300 for search, 60 of 900 for social; 80 ÷ 4 leads.
  expect(page.allocation).toEqual({
    part: '20',
    rules: [
      {
        metric: { ja: '代理店手数料', en: 'Agency fee' },
        rule: {
          ja: '広告費の割合で「チャネル」に按分、期間の中は日割り',
          en: 'to Channel by Media spend, equally over the days',
        },
      },
    ],
    to: [{ dataset: 'fees', id: 'channel', name: { ja: 'チャネル', en: 'Channel' } }],
  });
  expect(page.progress?.month.actual).toMatchObject({ exact: '1020' });
  const cut = accepted(
    await stage.ask('query', {
      metric: 'cost-per-lead',
      from: '2026-11-01' as never,
      to: '2026-11-02' as never,
      by: ['channel'],
    }),
  );
  expect(cut.cells.map(({ slice, allocated }) => [slice.channel, allocated])).toEqual([
    ['search', '6.66666666666666667'],
    ['social', '60'],
  ]);
});
