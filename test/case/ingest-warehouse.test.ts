import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { defaultCalendar } from '#core/calendar/calendar-settings.ts';
import type { DayRange } from '#core/calendar/day-range.ts';
import type { ColumnId, Dataset } from '#core/measure/dataset.ts';
import type { Said } from '#core/measure/recognise/recognise-context.ts';
import { inspectFile, normaliseFile } from '#engine/ingest/import-file.ts';
import { openDuckdbWarehouse } from '#engine/warehouse/duckdb/duckdb-warehouse.ts';
import type { Warehouse } from '#engine/warehouse/warehouse.ts';
import { granted, hashKey } from './ingest/received.ts';

let dir = '';
let staging = '';
let warehouse: Warehouse;
let count = 0;

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'ingest-warehouse-'));
  staging = join(dir, 'staging');
  warehouse = await openDuckdbWarehouse({ dir, staging, memoryBytes: 512 * 1024 * 1024, threads: 2 });
  mkdirSync(staging, { recursive: true });
});

afterAll(async () => {
  await warehouse.close();
  rmSync(dir, { recursive: true, force: true });
});

/** Reads a text and loads its rows as a dataset of its own. */
async function loaded(text: string, said: Said = {}) {
  count += 1;
  const id = `case-${count}`;
  const path = join(dir, `${id}.csv`);
  writeFileSync(path, text);
  const { tables } = granted(
    await inspectFile(path, { name: `${id}.csv`, calendar: defaultCalendar, said: { ...said, dataset: { id } } }),
  );
  const decision = tables[0]?.decision;
  if (!decision) throw new Error('no table');
  const batch = granted(
    await normaliseFile(path, { name: `${id}.csv`, decision, calendar: defaultCalendar, outDir: staging, outName: id, hashKey }),
  );
  granted(await warehouse.createDataset(batch.dataset));
  const { rows, days } = await warehouse.load({ batch: id, dataset: batch.dataset, file: batch.stagingPath });
  if (!days) throw new Error('no days');
  return { batch, rows, days, dataset: batch.dataset, id };
}

/** Sum of a column over all rows, by the values of another. */
async function sums(dataset: Dataset, id: string, days: DayRange, column: ColumnId, by: ColumnId) {
  const take = { kind: 'sum', expression: { terms: { kind: 'column', id: column }, divisor: '1' } } as const;
  const answer = granted(
    await warehouse.parts({ dataset, take, periods: [days], by: [by], where: [], live: [{ batch: id, ...days }] }),
  );
  if (answer.kind !== 'parts') throw new Error(answer.kind);
  return Object.fromEntries(answer.parts.map(({ slice, figure }) => [slice[0] ?? '', figure.kind === 'sum' ? figure.sum : null]));
}

test('[ING-40] texts of every sort come through the staging file as they were', async () => {
  const texts = [
    'plain',
    ' blanks ',
    'a "quoted" word',
    'two\nlines',
    'with\r\nreturn',
    'comma, semicolon;',
    "'",
    '\\N',
    'null',
    '# hash',
    '=1+1',
    '羅針盤①',
    '😀',
    'x'.repeat(300_000),
  ];
  const rows = texts.map((text, index) => `2026-04-01,"${text.replaceAll('"', '""')}",${2 ** index}`);
  const {
    dataset,
    id,
    days,
    rows: count,
  } = await loaded(`date,campaign,clicks\n${rows.join('\n')}\n2026-04-01,,${2 ** texts.length}\n`);
  expect(count).toBe(texts.length + 1);
  const expected = [...texts.map((text, index) => [text, String(2 ** index)]), ['', String(2 ** texts.length)]];
  expect(await sums(dataset, id, days, 'clicks', 'campaign')).toEqual(Object.fromEntries(expected));
});

test('[ING-40] numbers of every size come through exactly', async () => {
  const values = [
    '0.1',
    '0.2',
    '-0.000000001',
    '12345678901234567890.123456789',
    '99999999999999999999999999999',
    '(1,000)',
    '3億円',
    '12.5%',
  ];
  const text = `date,campaign,cost\n${values.map((value, index) => `2026-04-01,c${index},"${value}"`).join('\n')}\n`;
  const { batch, dataset, id, days } = await loaded(text);
  const seen = await sums(dataset, id, days, 'cost', 'campaign');
  const numbers = Object.fromEntries(Object.entries(seen).map(([key, sum]) => [key, String(sum).replace(/\.?0+$/, '') || '0']));
  expect(numbers).toMatchObject({
    c0: '0.1',
    c2: '-0.000000001',
    c3: '12345678901234567890.123456789',
    c5: '-1',
    c6: '3',
    c7: '0.125',
  });
  expect(batch.statistics.totals[0]?.sum).toBe('100000000012345678901534566889.548456788');
});

test('[ING-40] moments, days, booleans and hashed people come through', async () => {
  const text =
    '注文番号,注文日時,顧客ID,初回,個数\n1,2026-04-01 10:00:00,K1,TRUE,2\n2,2026年4月2日 9:05,K2,FALSE,3\n3,2026-04-02T23:30:00Z,K1,,4\n';
  const { dataset, id, days, rows } = await loaded(text);
  expect(rows).toBe(3);
  expect(days).toEqual({ from: '2026-04-01', to: '2026-04-03' });
  const answer = granted(
    await warehouse.parts({
      dataset,
      take: { kind: 'distinct', column: 'customer-id' },
      periods: [days],
      by: [],
      where: [],
      live: [{ batch: id, ...days }],
    }),
  );
  expect(answer).toMatchObject({ parts: [{ figure: { rows: 3, distinct: 2 } }] });
});

test('[ING-16] metrics by period come through', async () => {
  const { rows, days, dataset, id } = await loaded('指標,2026年4月,2026年5月\n"広告, 合算",100,200\nCVR,2.5%,--\n');
  expect(rows).toBe(3);
  expect(days).toEqual({ from: '2026-04-01', to: '2026-05-31' });
  expect(await sums(dataset, id, days, 'value', 'metric')).toMatchObject({
    '広告, 合算': expect.stringMatching(/^300(?:\.0+)?$/),
  });
});
