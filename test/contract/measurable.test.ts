import { expect, test } from 'vitest';
import { MEDIA_SHAPES } from '../case/shape/shape-media.ts';
import { PEOPLE_SHAPES } from '../case/shape/shape-people.ts';
import { SHOP_SHAPES } from '../case/shape/shape-shop.ts';
import { accepted, day, importText, openStage, type Stage } from './api-fixture.ts';

const SHAPES = [...MEDIA_SHAPES, ...PEOPLE_SHAPES, ...SHOP_SHAPES];

/** Values of a span, worked out by hand from the rows of the shapes. Months that have not ended are left out of the question. */
const CASES: readonly (readonly [shape: string, from: string, to: string, values: Readonly<Record<string, string>>])[] = [
  [
    'Shopify: what is of the order on its first line, shipping once, cancelled and refunded orders',
    '2026-05-03',
    '2026-05-05',
    // The order of 1,500 was voided: 2×1,200 + 3,000 + 1,200 + 3,000, of three orders.
    { orders: '3', 'items-sold': '5', revenue: '9600', customers: '3', 'points-used': 'not offered' },
  ],
  [
    'order lines of a cart: shipping and points on every line of an order, a cancelled one, blank rows of Excel below',
    '2026-06-01',
    '2026-06-03',
    // 1,980 + 2×550 + 1,100 + 1,100 + 1,100, without the order that was cancelled; M1 is the one known customer.
    { orders: '3', revenue: '6380', customers: '1', 'points-used': '130' },
  ],
  [
    'a list of leads with a column per stage: a row per stage that was reached, the amount on the last',
    '2026-04-01',
    '2026-04-30',
    { leads: '3', mqls: '2', sqls: '1', 'contract-revenue': '0' },
  ],
  [
    'answers to a survey: recommendation 0 to 10 and satisfaction 1 to 5, known by the words of the questions',
    '2026-04-10',
    '2026-04-11',
    // Answers 10, 9, 6 and none; satisfaction 5, 4, 3, 4.
    { 'nps-respondents': '3', promoters: '2', detractors: '1', 'customer-satisfaction': '4' },
  ],
  [
    'attendees of a webinar below the tables about the meeting and its hosts',
    '2026-04-10',
    '2026-04-12',
    { 'webinar-registrations': '3', 'webinar-live-attendees': '2', 'webinar-attendees': '2' },
  ],
  [
    'registrants of a webinar, live and recorded',
    '2026-04-10',
    '2026-04-12',
    { 'webinar-recording-viewers': '2', 'webinar-attendees': '2' },
  ],
  ['badges read at a stand: one visitor on two days', '2026-05-13', '2026-05-14', { 'booth-visitors': '2' }],
  [
    '楽天 RMS: visits × conversion × spend by day and device, with a line that adds the devices up',
    '2026-07-01',
    '2026-07-02',
    { revenue: '460000', orders: '60' },
  ],
  ['a mail tool, Japanese', '2026-04-01', '2026-04-15', { 'emails-sent': '19900', 'emails-opened': '4400', unsubscribes: '20' }],
  ['ranks of keywords, some out of the list', '2026-04-01', '2026-04-01', { 'top-ten-keywords': '1' }],
];

test.each(CASES)('[ING-62] %s can be measured once it is imported', async (name, from, to, values) => {
  const stage = await openStage();
  const dataset = await imported(stage, name);
  const { metrics } = accepted(await stage.ask('measurable', { dataset }));
  expect(metrics.every(({ state }) => state === 'free')).toBe(true);
  const chosen = metrics.map(({ id }) => id);
  accepted(await stage.ask('measureMetrics', { dataset, body: { metrics: chosen } }));
  const again = accepted(await stage.ask('measurable', { dataset }));
  expect(again.metrics.every(({ state }) => state === 'here')).toBe(true);
  for (const [metric, expected] of Object.entries(values)) {
    const seen = chosen.includes(metric) ? await measuredValue(stage, metric, from, to) : 'not offered';
    expect([metric, seen]).toEqual([metric, expected]);
  }
  const repeated = await imported(stage, name);
  expect(repeated, 'the same file again goes the same way').toBe(dataset);
  const first = chosen.find(id => values[id] !== undefined) ?? '';
  expect(await measuredValue(stage, first, from, to), 'and counts nothing twice').toBe(values[first]);
});

test('[ING-62] a dataset that metrics.yaml declares with fewer columns gains those that its rows have', async () => {
  const stage = await openStage();
  const text = `datasets:
  order-lines:
    kind: event
    name: { ja: 店の注文, en: Orders of the shop }
    time: ordered-at
    columns:
      ordered-at: { type: timestamp, name: { ja: 日時, en: At } } # as the shop says
metrics: {}
`;
  accepted(await stage.ask('putDefinitions', { body: { text, base: 0 } }));
  const dataset = await imported(stage, CASES[1]?.[0] ?? '');
  accepted(await stage.ask('measureMetrics', { dataset, body: { metrics: ['orders'] } }));
  expect(await measuredValue(stage, 'orders', '2026-06-01', '2026-06-03')).toBe('3');
  const stored = accepted(await stage.ask('definitions', {}));
  expect(stored.text).toContain('# as the shop says');
  expect(stored.text).toContain('店の注文');
});

async function imported(stage: Stage, name: string): Promise<string> {
  const shape = SHAPES.find(each => each.name === name);
  if (!shape) throw new Error(`no shape: ${name}`);
  const { job } = await importText(stage, shape.fileName ?? 'input.csv', shape.text);
  expect(job?.state).toBe('done');
  return shape.dataset;
}

async function measuredValue({ ask }: Stage, metric: string, from: string, to: string): Promise<string> {
  const { totals } = accepted(await ask('query', { metric, from: day(from), to: day(to) }));
  const [cell] = totals;
  if (!cell) throw new Error(`no value of ${metric}`);
  const { observation } = cell;
  return 'exact' in observation ? observation.exact : observation.state;
}
