import { expect, test } from 'vitest';
import { define, given, jobEnd, type Product, send, up } from './product.ts';

/** Everything anew from the kept files: every answer is the same, to the byte. */

const METRICS = `datasets:
  ads: { kind: aggregate, columns: { channel: text, clicks: integer, cost: { type: decimal, currency: JPY } } }
  orders: { kind: event, time: at, person: customer, columns: { at: date, order: text, customer: text, amount: { type: decimal, currency: JPY } } }
metrics:
  clicks: { from: ads, sum: clicks, unit: count of click }
  cost: { from: ads, sum: cost }
  per-click: { equals: cost / clicks }
  spent: { from: orders, sum: amount }
  orders: { from: orders, distinct: order, unit: count of order }
  people: { from: orders, distinct: customer, unit: count of person }
`;

const ads = (first: number, last: number, times: number) =>
  `date,channel,clicks,cost\n${days(first, last)
    .flatMap(day =>
      ['search', 'social', ''].map((channel, i) => `${day},${channel},${(day.length + i) * times},${i * times}.5${i}`),
    )
    .join('\n')}\n`;

const orders = (first: number, last: number) =>
  `at,order,customer,amount\n${days(first, last)
    .flatMap((day, d) => Array.from({ length: 20 }, (_, i) => `${day},o${d}-${i},c${(d * 7 + i * 3) % 41},${i * 120}`))
    .join('\n')}\n`;

function days(first: number, last: number): readonly string[] {
  return Array.from({ length: last - first + 1 }, (_, i) => `2026-03-${String(first + i).padStart(2, '0')}`);
}

test('[DAT-06] rebuilt from kept files after overlaps, corrections and undone imports: every answer is the same to the byte', async () => {
  const product = await up();
  await define(product, METRICS);
  const to = (id: string) => ({ dataset: { id } });
  await send(product, 'ads-1.csv', Buffer.from(ads(1, 20, 2)), to('ads'));
  await send(product, 'ads-2.csv', Buffer.from(ads(15, 31, 3)), to('ads'));
  await send(product, 'ads-1-corrected.csv', Buffer.from(ads(5, 9, 5)), to('ads'));
  const { batches } = await send(product, 'ads-wrong.csv', Buffer.from(ads(10, 12, 900)), to('ads'));
  for (const batch of batches) given(await product.ask('undoBatch', { batch }));
  await send(product, 'orders.csv', Buffer.from(orders(1, 31)), to('orders'));
  const before = await everything(product);
  expect(before.length).toBeGreaterThan(20);
  expect(before.join('\n')).toContain('"state":"value"');
  const job = await jobEnd(product.ask, given(await product.ask('rebuildData', {})).job.id);
  expect(job.result).toMatchObject({ kind: 'rebuilt' });
  expect(await everything(product)).toEqual(before);
});

/** The answers to a set of questions as the server sends them. */
async function everything({ address }: Product): Promise<readonly string[]> {
  const metrics = ['clicks', 'cost', 'per-click', 'spent', 'orders', 'people'];
  const forms = ['', '&grain=day', '&grain=week', '&grain=month'];
  const cuts: Readonly<Record<string, string>> = {
    clicks: '&by=channel',
    cost: '&by=channel',
    spent: '&by=customer',
    people: '&by=order',
  };
  const paths = metrics.flatMap(metric =>
    forms.flatMap(form => [`${metric}${form}`, ...(cuts[metric] ? [`${metric}${form}${cuts[metric]}`] : [])]),
  );
  const answers = paths.map(async path => {
    const answer = await fetch(`${address}/api/query?from=2026-03-01&to=2026-03-31&metric=${path}`);
    expect([path, answer.status]).toEqual([path, 200]);
    return answer.text();
  });
  return Promise.all(answers);
}
