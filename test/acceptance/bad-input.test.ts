import { expect, test } from 'vitest';
import { type FixtureName, fixture } from './fixtures.ts';
import { define, given, healthWhile, peakMemory, send, up } from './product.ts';

/** Bad and odd files, from the upload to the store. [BI] */

const MB_MORE = 150;

test('[BI-01] an analytics report: remarks and the grand total are left out, counted, and people are not added up', async () => {
  const bytes = fixture('ga4_export.csv');
  const remarks = Buffer.from(bytes)
    .toString()
    .split('\n')
    .filter(line => /^\ufeff?#/.test(line)).length;
  const receipt = await send(await up(), 'ga4_export.csv', bytes);
  expect(receipt.rows).toBe(3);
  expect(receipt.table?.skipped.counts).toMatchObject({ comment: remarks, total: 1 });
  expect(receipt.table?.totals.find(({ column }) => column === 'sessions')?.sum).toBe('67');
  expect(receipt.table?.totals.map(({ sum }) => sum)).not.toContain('60');
});

test('[BI-02] a European file: encoding, separator and dates are shown before it is stored', async () => {
  const product = await up();
  const { table } = await send(product, 'eu.csv', fixture('eu_win1252.csv'), {}, { onlyLook: true });
  expect(table).toMatchObject({ encoding: 'windows-1252', delimiter: ';', rows: 2 });
  expect(table?.columns[0]).toMatchObject({ dateFormat: 'dmy' });
  expect(table?.sample.map(({ cells }) => cells[1])).toEqual(['Frühling €', 'München']);
  expect(table?.totals.map(({ sum }) => sum)).toEqual(['1235.00']);
  expect(given(await product.ask('batches', {})).batches).toEqual([]);
});

test('[BI-03] UTF-16 with tabs', async () => {
  const { rows, table } = await send(await up(), 'utf16.tsv', fixture('utf16.tsv'));
  expect(rows).toBe(2);
  expect(table?.totals.map(({ sum }) => sum)).toEqual(['4.00']);
});

test('[BI-05] rows that cannot be read: refused with line, column and reason; left out only when that is asked for', async () => {
  const product = await up();
  const refused = await send(product, 'ragged.csv', fixture('ragged.csv'));
  expect(refused.rows).toBeUndefined();
  expect(refused.table?.skipped.bad.map(({ line }) => line)).toEqual([3, 4, 5, 6]);
  for (const { problems } of refused.table?.skipped.bad ?? []) expect(problems.length).toBeGreaterThan(0);
  expect(given(await product.ask('batches', {})).batches).toEqual([]);
  const read = await send(product, 'ragged.csv', fixture('ragged.csv'), { skipBadRows: true });
  expect(read.rows).toBe(2);
  const [batch = ''] = read.batches;
  expect(given(await product.ask('oneBatch', { batch })).batch.skipped.badRows).toBe(4);
});

test('[BI-06] ten files that are none: refused, nothing stored, and the next good one goes through', async () => {
  const product = await up();
  const names: readonly FixtureName[] = [
    'unclosed.csv',
    'nul.csv',
    'empty.csv',
    'bom_only.csv',
    'header_only.csv',
    'dup_header.csv',
    'binary.csv',
    'html.xls',
    'csv_named.xlsx',
    'truncated.xlsx',
  ];
  for (const name of names) {
    const { rows, codes } = await send(product, name, fixture(name));
    expect([name, rows ?? 0, codes.length > 0]).toEqual([name, 0, true]);
  }
  expect(given(await product.ask('batches', {})).batches).toEqual([]);
  expect((await send(product, 'ads_ok.csv', fixture('ads_ok.csv'))).rows).toBe(10);
});

test('[BI-08] dates that can be read in two ways are asked about, then read as told', async () => {
  const product = await up();
  const asked = await send(product, 'dates.csv', fixture('ambig_dates.csv'));
  expect(asked.rows).toBeUndefined();
  expect(asked.codes).toContain('ambiguous-dates');
  const told = await send(product, 'dates.csv', fixture('ambig_dates.csv'), { dateFormat: 'dmy' });
  expect(told.rows).toBe(3);
  expect(told.table?.period).toEqual({ from: '2026-03-04', to: '2026-06-05' });
});

test('[BI-09] workbooks of both epochs: errors are missing values, hidden sheets are left out', async () => {
  const product = await up();
  const { rows, table, codes } = await send(product, 'ok.xlsx', fixture('ok.xlsx'));
  expect(rows).toBe(3);
  expect(table?.period?.from).toBe('2026-01-01');
  expect(table?.totals).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ column: 'clicks', sum: '35' }),
      expect.objectContaining({ column: 'cost', values: 2 }),
    ]),
  );
  expect(Number(table?.totals.find(({ column }) => column === 'cost')?.sum)).toBe(3.3);
  expect(codes).toEqual(expect.arrayContaining(['hidden-sheet', 'error-cells']));
  const old = await send(product, 'ok1904.xlsx', fixture('ok1904.xlsx'));
  expect(old.table?.period?.from).toBe('2026-01-01');
});

test.each(['bomb.xlsx', 'liar.xlsx'] as const)(
  '[BI-10] %s: refused in bounded memory, while the server goes on answering',
  async name => {
    const product = await up();
    await send(product, 'good.csv', fixture('ads_ok.csv'));
    const bytes = fixture(name);
    const before = peakMemory(product);
    const { value, p95 } = await healthWhile(product, () => send(product, name, bytes));
    expect(value.rows).toBeUndefined();
    expect(value.codes.length).toBeGreaterThan(0);
    const after = peakMemory(product);
    if (before !== undefined && after !== undefined) expect(after - before).toBeLessThan(MB_MORE);
    console.log(
      `${name}: health answered within ${p95.toFixed(0)} ms in 95 of 100 cases; ${((after ?? 0) - (before ?? 0)).toFixed(0)} MB more`,
    );
  },
);

test.each(['farcell.xlsx', 'many.zip', 'wide.csv', 'longfield.csv'] as const)(
  '[BI-11] %s: refused by a named limit',
  async name => {
    // Made first: a server does not wait for the next request as long as that may take.
    const bytes = fixture(name);
    const product = await up();
    await send(product, 'good.csv', fixture('ads_ok.csv'));
    const before = peakMemory(product) ?? 0;
    const { rows, problems } = await send(product, name, bytes);
    expect(rows).toBeUndefined();
    expect(problems.filter(({ severity }) => severity === 'error').length).toBeGreaterThan(0);
    expect((peakMemory(product) ?? 0) - before).toBeLessThan(MB_MORE);
  },
);

test('[BI-12] an external entity in a workbook is never looked up', async () => {
  const product = await up();
  const { rows, codes } = await send(product, 'xxe.xlsx', fixture('xxe.xlsx'));
  expect(rows).toBeUndefined();
  expect(codes).toContain('xml-doctype');
});

test.each(['bomb.yaml', 'merge.yaml', 'deep.yaml'] as const)(
  '[BI-13] %s as metrics and as a plan: problems, not an outage',
  async name => {
    const product = await up();
    const text = Buffer.from(fixture(name)).toString();
    const checked = await product.ask('checkDefinitions', { body: { text } });
    if (checked.kind === 'value') {
      expect(checked.value.publishable).toBe(false);
    } else {
      expect(checked.kind).toBe('problems');
    }
    const stored = await product.ask('putDefinitions', { body: { text, base: 0 } });
    expect(stored.kind).toBe('problems');
    const plan = await product.ask('checkTexts', { body: { yaml: text } });
    if (plan.kind === 'value') expect(plan.value.check.problems.length).toBeGreaterThan(0);
    else expect(plan.kind).toBe('problems');
    await define(
      product,
      'datasets:\n  a: { kind: aggregate, columns: { n: integer } }\nmetrics:\n  a: { from: a, sum: n, unit: count of hit }\n',
    );
  },
);
