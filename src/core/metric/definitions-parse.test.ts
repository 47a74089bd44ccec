import { expect, test } from 'vitest';
import type { Problem } from '../problem/problem.ts';
import { sentenceFrom } from '../problem/problem.ts';
import { unitText } from '../unit/unit-text.ts';
import { type Catalogue, parseCatalogue } from './catalogue.ts';
import { conditionMessages } from './condition-messages.ts';
import type { Definitions } from './definitions.ts';
import { definitionsMessages } from './definitions-messages.ts';
import { parseDefinitions } from './definitions-parse.ts';
import { definitionsJsonSchema } from './definitions-schema.ts';

const SHOP = `
datasets:
  order-lines:
    kind: event
    time: invoice-date
    person: customer-id
    source: { ja: ECカート 受注CSV, en: Shop order export }
    owner: ec/yamada
    refresh: daily
    columns:
      invoice: text
      invoice-date: timestamp
      customer-id: text
      quantity: integer
      unit-price: { type: decimal, currency: GBP }
      tax-paid: { type: decimal, currency: GBP }
      country: text
  sns: { kind: aggregate, columns: { account: text, followers: integer, fee: { type: decimal, currency-in: fee-currency }, fee-currency: text } }
  lead-stages: { kind: event, time: at, columns: { at: timestamp, lead: text, stage: text } }
metrics:
  revenue: { from: order-lines, sum: quantity * unit-price, unit: GBP, tax: included, recognition: ordered, where: { country: [Japan, France], quantity: '> 0' } }
  orders: { from: order-lines, distinct: invoice }
  lines: { from: order-lines, count: rows }
  customers: { from: order-lines, distinct: customer-id, unit: count of customer }
  repeat-customers: { from: order-lines, repeaters: customer-id, having: invoice, at-least: 2, unit: count of customer }
  repeat-rate: { equals: repeat-customers / customers }
  average-order: { equals: revenue / orders }
  followers: { from: sns, last: followers }
  fees: { from: sns, sum: fee }
  days-to-meeting: { from: lead-stages, between: { by: lead, from: { stage: sql }, to: { stage: meeting } }, in: business-days, take: mean, direction: down }
  growth: { equals: followers / previous(followers) - 1, numerator: 増えた数, denominator: 前月のフォロワー数, unit: ratio }
`;

test('[MET-01] a workspace says in one readable file where rows come from and what its metrics mean', () => {
  const { datasets, metrics } = good(SHOP);
  expect([...datasets.keys()]).toEqual(['order-lines', 'sns', 'lead-stages']);
  expect(datasets.get('order-lines')).toMatchObject({
    source: { ja: 'ECカート 受注CSV' },
    owner: 'ec/yamada',
    refresh: 'daily',
    dataset: { kind: 'event', time: 'invoice-date', person: 'customer-id' },
  });
  expect(datasets.get('order-lines')?.dataset.columns.map(({ id, role }) => `${id} ${role}`)).toContain('invoice-date time');
  const kinds = [...metrics].map(
    ([id, { versions }]) => `${id} ${versions[0]?.measurement.kind} ${versions[0]?.metric.aggregation}`,
  );
  expect(kinds).toEqual([
    'revenue sum sum',
    'orders distinct distinct',
    'lines count sum',
    'customers distinct distinct',
    'repeat-customers repeaters distinct',
    'repeat-rate formula ratio',
    'average-order formula ratio',
    'followers last last',
    'fees sum sum',
    'days-to-meeting between mean',
    'growth formula sum',
  ]);
  expect(metrics.get('revenue')?.versions[0]).toMatchObject({
    metric: { basis: { tax: 'included', recognition: 'ordered' }, direction: 'up' },
    measurement: {
      where: [
        { column: 'country', is: 'one-of', values: ['Japan', 'France'] },
        { column: 'quantity', is: 'more', values: ['0'] },
      ],
    },
  });
});

test('[MET-10] units follow from the columns and formulas where they are not stated', () => {
  expect(unitsOf(SHOP)).toMatchObject({
    revenue: 'GBP',
    orders: 'count',
    'repeat-rate': 'ratio',
    'average-order': 'GBP',
    followers: 'count',
    fees: 'JPY',
    'days-to-meeting': 'business-days',
  });
});

test('[CNV-03] a rate names its numerator and its denominator, and is refused without them', () => {
  const { metrics } = good(SHOP);
  expect(metrics.get('repeat-rate')?.versions[0]?.ratio).toEqual({
    numerator: { ja: 'repeat-customers', en: 'repeat-customers' },
    denominator: { ja: 'customers', en: 'customers' },
  });
  expect(metrics.get('growth')?.versions[0]?.ratio?.denominator.ja).toBe('前月のフォロワー数');
  expect(codes(`${SHOP}  share: { from: sns, last: followers, unit: ratio }\n`)).toEqual(['metric-ratio-parts']);
  expect(codes(`${SHOP}  share: { from: sns, last: followers, unit: ratio of customer over visitor }\n`)).toEqual([]);
  expect(codes(`${SHOP}  share: { from: sns, sum: followers, unit: ratio of customer over visitor }\n`)).toEqual([
    'metric-ratio-sum',
  ]);
  expect(codes(`${SHOP}  other-rate: { equals: 1 - repeat-rate, unit: ratio }\n`)).toEqual(['metric-ratio-parts']);
});

test('[CNV-12] the way of computing a metric that has several is named with it', () => {
  const { metrics } =
    good(`${SHOP}  roi: { equals: (revenue - fees-gbp) / fees-gbp, mode: { ja: 純利益ベース, en: net }, name: ROI }
  fees-gbp: { from: order-lines, sum: tax-paid }\n`);
  expect(metrics.get('roi')?.versions[0]).toMatchObject({
    mode: { ja: '純利益ベース', en: 'net' },
    metric: { name: { ja: 'ROI' } },
  });
});

test('[MEA-05] a metric may be redefined from a day on; what is not said again stays', () => {
  const cvr = (list: string) => `${SHOP}  visits: { from: sns, sum: followers, unit: count of visitor }
  cvr:
${list}`;
  const text = cvr(`    - { equals: customers / lines, name: { ja: 購入率, en: Purchase rate }, unit: ratio }
    - { since: 2026-04-01, equals: customers / visits }
`);
  const versions = good(text).metrics.get('cvr')?.versions ?? [];
  expect(versions.map(({ since }) => since)).toEqual([undefined, '2026-04-01']);
  expect(versions[1]).toMatchObject({ metric: { name: { ja: '購入率' } }, ratio: { denominator: { en: 'visits' } } });
  expect(codes(cvr('    - { equals: customers / lines }\n    - { equals: customers / visits }\n'))).toEqual(['metric-versions']);
  expect(
    codes(
      cvr('    - { since: 2026-04-01, equals: customers / lines }\n    - { since: 2026-04-01, equals: customers / visits }\n'),
    ),
  ).toEqual(['metric-versions']);
  expect(codes(cvr('    - { since: 4月1日, equals: customers / lines }\n'))).toEqual(['metric-since']);
});

test('[MET-09] catalogue metrics lend their meaning, and formulas may use those that can be measured', () => {
  const { metrics } = good(
    `${SHOP}  spend: { from: order-lines, sum: unit-price, unit: JPY, where: { country: 'x' } }\n`.replaceAll('GBP', 'JPY'),
  );
  expect(metrics.get('spend')?.versions[0]?.metric).toMatchObject({
    name: { ja: '広告費' },
    direction: 'down',
    unit: { currency: 'JPY' },
  });
  const warned = parse(`${SHOP}  cost-share: { equals: cpa / average-order, unit: ratio }\n`);
  expect(warned.ok && warned.problems.map(({ code, severity }) => `${code} ${severity}`)).toEqual([
    'metric-input-unmeasured warning',
  ]);
});

test('[MET-02] a code keeps its zeros: scalars are read as they are written', () => {
  const { metrics } = good(SHOP.replace('[Japan, France]', '[0012, 1_000, NO, 0x1F, 1e3]'));
  const measurement = metrics.get('revenue')?.versions[0]?.measurement;
  expect(measurement?.kind === 'sum' && measurement.where[0]?.values).toEqual(['0012', '1_000', 'NO', '0x1F', '1e3']);
  const codes = good(SHOP.replace('[Japan, France]', '[100,200,~]')).metrics.get('revenue')?.versions[0]?.measurement;
  expect(codes?.kind === 'sum' && codes.where[0]?.values).toEqual(['100', '200', '']);
});

test.each<readonly [string, string, readonly string[], Readonly<Record<string, unknown>>]>([
  ['kind: event\n', 'kind: evnt\n', ['definition-choice'], { suggestion: 'event' }],
  ['refresh: daily', 'refesh: daily', ['definition-unknown-key'], { key: 'refesh', suggestion: 'refresh' }],
  ['quantity: integer', 'quantity: number', ['definition-choice'], { key: 'quantity' }],
  ['    kind: event\n', '', ['definition-missing-key'], { key: 'kind' }],
  ['    time: invoice-date\n', '', ['dataset-time'], {}],
  ['time: invoice-date', 'time: invoice-dat', ['dataset-column'], { suggestion: 'invoice-date' }],
  ['time: invoice-date', 'time: quantity', ['dataset-column-type'], { wanted: 'time' }],
  ['currency: GBP', 'currency: pounds', ['dataset-currency'], {}],
  ['currency-in: fee-currency', 'currency-in: account2', ['dataset-column'], {}],
  ['sns: { kind: aggregate', 'sns: { time: at, kind: aggregate', ['dataset-aggregate-time'], {}],
  ['  sns: {', '  SNS: {', ['definition-id', 'metric-dataset', 'metric-dataset'], { id: 'SNS' }],
  ['distinct: invoice', 'distinct: invoce', ['dataset-column'], { column: 'invoce', suggestion: 'invoice' }],
  ['sum: quantity * unit-price', 'sum: quantity * unit-prise', ['dataset-column'], { suggestion: 'unit-price' }],
  ['sum: quantity * unit-price', 'sum: quantity * country', ['metric-column-number'], { column: 'country' }],
  ['sum: quantity * unit-price', 'sum: unit-price / quantity', ['row-division'], {}],
  ['sum: quantity * unit-price', 'sum: unit-price * unit-price', ['metric-money-squared'], {}],
  ['sum: quantity * unit-price', 'sum: quantity *', ['formula-ends'], {}],
  ['unit: GBP', 'unit: USD', ['metric-unit-clash'], { found: 'GBP', expected: 'USD' }],
  ['unit: GBP', 'unit: pounds', ['metric-unit'], {}],
  ['distinct: invoice }', 'distinct: invoice, unit: GBP }', ['metric-unit-clash'], {}],
  ['distinct: invoice }', 'distinct: invoice, aggregation: sum }', ['metric-aggregation'], { wanted: 'distinct' }],
  ['distinct: invoice }', 'distinct: invoice, count: rows }', ['metric-how'], { given: ['count', 'distinct'] }],
  ['{ from: order-lines, distinct: invoice }', '{ from: order-lines }', ['metric-how'], { given: [] }],
  ['from: order-lines, count', 'from: order-line, count', ['metric-dataset'], { suggestion: 'order-lines' }],
  ['{ from: order-lines, count', '{ count', ['metric-from'], {}],
  ['at-least: 2', 'at-least: 1', ['metric-number'], {}],
  ['count: rows }', 'count: rows, take: mean }', ['metric-key-without'], { key: 'take' }],
  ['from: sns, last: followers', 'from: order-lines, last: quantity', ['metric-needs'], { kind: 'aggregate' }],
  ['from: lead-stages, between: { by: lead', 'from: sns, between: { by: account', ['metric-needs'], { kind: 'event' }],
  ['country: [Japan, France]', 'contry: [Japan, France]', ['condition-column'], { suggestion: 'country' }],
  ["quantity: '> 0'", "quantity: '> none'", ['condition-value'], {}],
  ["quantity: '> 0'", 'quantity: { over: 0 }', ['definition-unknown-key'], { key: 'over' }],
  [
    'equals: repeat-customers / customers',
    'equals: repeat-customers / custommers',
    ['metric-unknown'],
    { suggestion: 'customers' },
  ],
  ['equals: revenue / orders', 'equals: revenue + orders, unit: GBP', ['metric-cannot-add'], {}],
  ['equals: revenue / orders', 'equals: revenue / orders, unit: count of customer', ['metric-unit-clash'], {}],
  ['equals: revenue / orders', 'equals: revenue * revenue', ['metric-unit-needed'], {}],
  ['equals: revenue / orders', 'equals: average-order / orders', ['metric-cycle'], { path: ['average-order', 'average-order'] }],
  ['equals: revenue / orders', 'equals: previous(average-order) + 1', ['metric-cycle'], {}],
])('[MET-11] %s → %s is named with its line', (was, is, expected, params) => {
  const text = SHOP.replace(was, is);
  expect(text).not.toBe(SHOP);
  const { problems } = parse(text);
  expect(problems.map(({ code }) => code)).toEqual(expected);
  expect(problems[0]?.params).toMatchObject(params);
  const line = SHOP.split('\n').findIndex((row, index) => row !== text.split('\n')[index]) + 1;
  expect(Math.abs((problems[0]?.line ?? 0) - line)).toBeLessThanOrEqual(is === '' ? 4 : 0);
  for (const problem of problems) expectSentences(problem);
});

test('[MET-11] excluding and including tax do not meet in one formula', () => {
  const { problems } = parse(
    `${SHOP}  net: { from: order-lines, sum: unit-price, tax: excluded }\n  mixed: { equals: revenue - net, unit: GBP }\n`,
  );
  expect(problems).toMatchObject([{ code: 'metric-tax', params: { first: 'net', second: 'revenue' } }]);
});

test('[MET-11] hostile texts are refused quickly and harm nothing', () => {
  for (const text of [
    'datasets: [1, 2]',
    'metrics: { a: 1 }',
    'metrics:\n  __proto__: { from: x, count: rows }',
    'metrics:\n  constructor: { from: x, count: rows }',
    'datasets: &a { x: *a }',
    '<<: { metrics: {} }',
    `metrics:\n${'  '.repeat(300)}a: 1`,
    `${'['.repeat(5_000)}`,
    'metrics: { a: { equals: "process.exit()" } }',
    '',
  ]) {
    const { problems } = parse(text);
    if (text !== '') expect(problems.length).toBeGreaterThan(0);
  }
  expect(({} as Record<string, unknown>).from).toBeUndefined();
});

test('[MET-12] editors get a JSON Schema that names every key', () => {
  const schema = JSON.stringify(definitionsJsonSchema());
  for (const key of ['datasets', 'metrics', 'order-lines'].slice(0, 2)) expect(schema).toContain(key);
  for (const key of ['repeaters', 'between', 'currency-in', 'since', 'denominator']) expect(schema).toContain(`"${key}"`);
});

function parse(text: string) {
  return parseDefinitions(text, CATALOGUE, 'JPY');
}

function good(text: string): Definitions {
  const read = parse(text);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  expect(read.problems).toEqual([]);
  return read.value;
}

function codes(text: string): readonly string[] {
  return parse(text).problems.map(({ code }) => code);
}

function unitsOf(text: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...good(text).metrics].map(([id, { versions }]) => [id, versions[0] ? unitText(versions[0].metric.unit) : '']),
  );
}

function expectSentences(problem: Problem): void {
  const table = problem.code in definitionsMessages ? definitionsMessages : conditionMessages;
  if (!(problem.code in table)) return;
  for (const lang of ['ja', 'en'] as const) {
    const sentence = sentenceFrom(table, problem, lang);
    expect(sentence.length).toBeGreaterThan(10);
    expect(sentence).not.toMatch(/undefined|\[object/);
  }
}

const CATALOGUE: Catalogue = (() => {
  const text = (ja: string, en: string) => ({ ja, en });
  const metric = (ja: string, en: string, unit: string, more: object) => ({
    name: text(ja, en),
    meaning: text(`${ja}です。`, `The ${en}.`),
    unit,
    direction: 'up' as const,
    aggregation: 'sum' as const,
    ...more,
  });
  const read = parseCatalogue({
    things: {
      customer: { name: text('顧客', 'customers'), counter: '人' },
      visitor: { name: text('訪問者', 'visitors'), counter: '人' },
    },
    metrics: {
      spend: metric('広告費', 'Ad spend', 'money', { direction: 'down' }),
      acquisitions: metric('獲得数', 'Acquisitions', 'count of customer', {}),
      cpa: metric('獲得単価', 'CPA', 'money per customer', {
        direction: 'down',
        aggregation: 'ratio',
        formula: 'spend / acquisitions',
      }),
    },
  });
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.value;
})();
