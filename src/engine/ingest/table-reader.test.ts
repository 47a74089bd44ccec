import { describe, expect, test } from 'vitest';
import { batchOf, tableOf } from '#test/case/ingest/received.ts';

const comments = ['# Report', '# Start date: 20260401', '# End date: 20260430'];

/** Lines that were left out, by reason. */
async function leftOut(text: string) {
  const { statistics } = await tableOf(text);
  const lines = statistics.skipped.lines
    .filter(({ reason }) => reason !== 'comment')
    .map(({ line, reason }) => `${line} ${reason}`);
  return { rows: statistics.rows, lines, bad: statistics.skipped.bad.map(({ line }) => line) };
}

describe('totals', () => {
  test('[ING-14] labels of totals in any text column, in the first cell, or in one cell more', async () => {
    const text =
      'date,campaign,clicks\n2026-04-01,a,1\n2026-04-01,合計: キャンペーン,1\n2026-04-02,b,2\nGrand total,,3\n,,3,総計\n合計,2 件\n';
    expect(await leftOut(text)).toEqual({ rows: 2, lines: ['3 total', '5 total', '6 total', '7 total'], bad: [] });
  });

  test('[ING-14] a label that may be a name is a total only when the numbers add up', async () => {
    const total = [...comments, 'Channel,Sessions', 'a,10', 'b,20', 'All,30'].join('\n');
    expect(await leftOut(total)).toEqual({ rows: 2, lines: ['7 total'], bad: [] });
    const name = [...comments, 'Channel,Sessions', 'a,10', 'b,20', 'All,7'].join('\n');
    expect(await leftOut(name)).toEqual({ rows: 3, lines: [], bad: [] });
  });

  test('[ING-14] a row without a label is the total when a number is the sum, or none is smaller; else it is data', async () => {
    const report = (last: string) => [...comments, 'Landing page,Sessions,Key events', '/a,10,1', '/b,20,2', last].join('\n');
    expect(await leftOut(report(',30,99'))).toMatchObject({ rows: 2, lines: ['7 total'] });
    expect(await leftOut(report(',300,40'))).toMatchObject({ rows: 2, lines: ['7 total'] });
    expect(await leftOut(report(',5,1'))).toMatchObject({ rows: 3, lines: [] });
  });

  test('[ING-14] in a table of people, who do not add up, the total is not smaller than any row', async () => {
    const report = (last: string) => [...comments, 'Channel,Active users', 'a,10', 'b,20', last].join('\n');
    expect(await leftOut(report(',25'))).toMatchObject({ rows: 2, lines: ['7 total'] });
    expect(await leftOut(report(',12'))).toMatchObject({ rows: 3, lines: [] });
  });

  test('[ING-14] rows that stand first are decided as those that stand last', async () => {
    const first = [...comments, 'Channel,Sessions', ',30', 'a,10', 'b,20'].join('\n');
    expect(await leftOut(first)).toEqual({ rows: 2, lines: ['5 total'], bad: [] });
  });

  test('[ING-14] a row without a day in a table of days is the total where it adds up, else it cannot be read', async () => {
    const text = (last: string) => `日付,チャネル,売上\n2026-04-01,広告,100\n2026-04-02,広告,200.50\n${last}\n`;
    expect(await leftOut(text(',,300.50'))).toEqual({ rows: 2, lines: ['4 total'], bad: [] });
    expect(await leftOut(text(',,17'))).toEqual({ rows: 2, lines: [], bad: [4] });
    expect(await leftOut(text(',広告,300.50'))).toEqual({ rows: 2, lines: [], bad: [4] });
  });

  test('[ING-14] what happened at a moment is never taken for a total', async () => {
    const text = '注文番号,注文日時,商品コード,商品名,個数\n1,2026-04-01 10:00:00,S1,合計,1\n2,2026-04-01 11:00:00,S2,Total,2\n';
    expect(await leftOut(text)).toEqual({ rows: 2, lines: [], bad: [] });
  });
});

describe('remarks', () => {
  const table = '年月,地域,世帯数\n2026年4月,東京,1000\n2026年5月,東京,1100\n';

  test('[ING-15] short rows after a blank line or with the words of a remark end the table', async () => {
    expect(await leftOut(`${table}\n表1 世帯数\n資料：みほん統計\n`)).toEqual({
      rows: 2,
      lines: ['5 footer', '6 footer'],
      bad: [],
    });
    expect(await leftOut(`${table}※ 速報値,,\n`)).toEqual({ rows: 2, lines: ['4 footer'], bad: [] });
  });

  test('[ING-15] when data follow, they are rows that cannot be read', async () => {
    expect(await leftOut(`${table}\n表1 世帯数\n2026年6月,東京,1200\n`)).toEqual({ rows: 3, lines: [], bad: [5] });
  });

  test('[ING-15] a row cut short at the end of a file is no remark', async () => {
    expect(await leftOut(`${table}2026年6月,東`)).toEqual({ rows: 2, lines: [], bad: [4] });
    expect(await leftOut(`${table}2026年`)).toEqual({ rows: 2, lines: [], bad: [4] });
  });
});

describe('what is reported of columns', () => {
  test('[ING-19] fields that have shifted are reported with the first line, and not put right', async () => {
    const day = (index: number) => `2026-04-${String((index % 28) + 1).padStart(2, '0')}`;
    const rows = Array.from({ length: 250 }, (_, index) => `${day(index)},campaign ${index % 9},${index}`);
    const shifted = Array.from({ length: 4 }, (_, index) => `${day(index)},${index * 7},${index}`);
    const { problems } = await tableOf(['date,campaign,clicks', ...rows, ...shifted].join('\n'));
    expect(problems).toMatchObject([{ code: 'column-drift', line: 252, params: { heading: 'campaign', count: 4 } }]);
    const single = await tableOf(['date,campaign,clicks', ...rows, ...shifted.slice(0, 2)].join('\n'));
    expect(single.problems).toEqual([]);
  });

  test('[ING-17] limits, spreadsheet errors and rounding are counted by column', async () => {
    const { problems, statistics } = await tableOf(
      'date,cost,clicks\n2026-04-01,<1,#DIV/0!\n2026-04-02,2,1\n2026-04-03,0.12345678912,2\n2026-04-04,3,4\n',
    );
    expect(problems.map(({ code, params }) => `${code} ${params.heading} ${params.count}`)).toEqual([
      'error-values clicks 1',
      'bounded-values cost 1',
      'rounded-values cost 1',
    ]);
    expect(statistics.totals).toEqual([
      { column: 'clicks', sum: '7', values: 3 },
      { column: 'cost', sum: '5.123456789', values: 3 },
    ]);
  });

  test('[ING-41] amounts in several currencies are not summed, counts are', async () => {
    const { statistics, problems } = await tableOf('date,currency,cost,clicks\n2026-04-01,EUR,10.00,1\n2026-04-01,JPY,1000,2\n');
    expect(statistics.currencies).toEqual(['EUR', 'JPY']);
    expect(statistics.totals).toEqual([
      { column: 'clicks', sum: '3', values: 2 },
      { column: 'cost', sum: null, values: 2 },
    ]);
    expect(problems.map(({ code }) => code)).toEqual(['several-currencies']);
  });

  test('[ING-12] rows outside the period that the file names are told, and widen the period', async () => {
    const table = await tableOf(
      ['# r', '# Start date: 20260401', '# End date: 20260402', 'Date,Sessions', '20260401,1', '20260405,2'].join('\n'),
    );
    expect(table.problems.map(({ code }) => code)).toEqual(['period-outside']);
    expect(table.period).toEqual({ from: '2026-04-01', to: '2026-04-05' });
  });

  test('[ING-12] a file of days speaks for all days that it names, also those without a row', async () => {
    const batch = await batchOf(
      ['# r', '# Start date: 20260401', '# End date: 20260430', 'Date,Sessions', '20260405,2'].join('\n'),
    );
    expect(batch.period).toEqual({ from: '2026-04-01', to: '2026-04-30' });
  });

  test('[ING-11] columns without a heading are left out and named when they hold something', async () => {
    const table = await tableOf('date,,clicks\n2026-04-01,x,1\n2026-04-02,y,2\n');
    expect(table.problems).toMatchObject([{ code: 'unnamed-column', params: { column: 2 } }]);
    expect(table.columns.map(column => column.left)).toEqual([null, 'unnamed', null]);
  });
});
