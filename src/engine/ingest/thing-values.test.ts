import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { batchOf, tableOf } from '#test/case/ingest/received.ts';

const HEAD = '注文番号,注文日時,商品コード,個数,単価,送料,注文ステータス';

async function shippingOf(rows: readonly string[]) {
  const { statistics, problems } = await tableOf(`${[HEAD, ...rows].join('\n')}\n`);
  const [shipping] = statistics.totals.filter(({ column }) => column === 'shipping');
  const warned = problems.flatMap(({ code, line, params }) => (code === 'differs-within-thing' ? [[line, params.count]] : []));
  return { sum: shipping?.sum, values: shipping?.values, warned };
}

describe('[ING-45] an amount of the order on its lines', () => {
  test.each<[string, readonly string[], string, number]>([
    ['on every line', ['A,2026/6/1,S,1,100,500,', 'A,2026/6/1,T,1,100,500,', 'B,2026/6/1,S,1,100,300,'], '800', 2],
    ['on the first only', ['A,2026/6/1,S,1,100,500,', 'A,2026/6/1,T,1,100,,', 'B,2026/6/1,S,1,100,300,'], '800', 2],
    ['on the last only', ['A,2026/6/1,S,1,100,,', 'A,2026/6/1,T,1,100,500,', 'B,2026/6/1,S,1,100,300,'], '800', 2],
    ['on lines that stand apart', ['A,2026/6/1,S,1,100,500,', 'B,2026/6/1,S,1,100,300,', 'A,2026/6/1,T,1,100,500,'], '800', 2],
    ['with 0 on the further lines', ['A,2026/6/1,S,1,100,500,', 'A,2026/6/1,T,1,100,0,', 'B,2026/6/1,S,1,100,300,'], '800', 2],
    ['without a number of the order', [',2026/6/1,S,1,100,500,', ',2026/6/1,T,1,100,500,'], '1000', 2],
  ])('%s counts once', async (_, rows, sum, values) => {
    expect(await shippingOf(rows)).toEqual({ sum, values, warned: [] });
  });

  test('lines that say something else are told, and the first of the order counts', async () => {
    const rows = ['A,2026/6/1,S,1,100,500,', 'A,2026/6/1,T,1,100,300,', 'A,2026/6/1,U,1,100,200,', 'B,2026/6/1,S,1,100,300,'];
    expect(await shippingOf(rows)).toEqual({ sum: '800', values: 2, warned: [[3, 2]] });
  });

  test('what is no number holds on the lines below, within the order only', async () => {
    const rows = ['A,2026/6/1,S,1,100,,発送済み', 'A,2026/6/1,T,1,100,,', 'B,2026/6/1,S,1,100,,', 'A,2026/6/1,U,1,100,,'];
    const { stagingPath } = await batchOf(`${[HEAD, ...rows].join('\n')}\n`);
    const [head = '', ...lines] = readFileSync(stagingPath, 'utf8').trimEnd().split('\n');
    const at = head.split(',').indexOf('status');
    expect(lines.map(line => line.split(',')[at])).toEqual(['発送済み', '発送済み', '', '']);
  });

  test('numbers that the source does not know are kept and not summed', async () => {
    const table = await tableOf(`${HEAD},謎の金額\nA,2026/6/1,S,1,100,500,,70\nA,2026/6/1,T,1,100,500,,70\n`);
    const id = table.columns.find(({ heading }) => heading === '謎の金額')?.column?.id;
    expect(table.statistics.totals.find(({ column }) => column === id)).toEqual({ column: id, sum: null, values: 2 });
  });
});
