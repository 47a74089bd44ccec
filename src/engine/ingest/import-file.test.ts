import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { gzipSync } from 'node:zlib';
import { rolldown } from 'rolldown';
import { beforeAll, describe, expect, test } from 'vitest';
import { defaultCalendar } from '#core/calendar/calendar-settings.ts';
import { makeWorkbook } from '#test/case/ingest/make-workbook.ts';
import { batchOf, granted, hashKey, inspectBytes, scratchFile, scratchFolder, tableOf } from '#test/case/ingest/received.ts';
import { EngineError } from '../engine-error.ts';
import { inspectFile, normaliseFile } from './import-file.ts';

const header = 'date,campaign_id,campaign,clicks,cost,revenue';
const rows = Array.from(
  { length: 10 },
  (_, day) => `2026-03-${String(day + 1).padStart(2, '0')},00${day + 12},Brand,${day + 10},1.10,2.20`,
);
const csv = `${[header, ...rows].join('\n')}\n`;

async function normalised(bytes: string | Uint8Array, keep: 'received' | 'rewritten' = 'received') {
  const path = scratchFile(bytes);
  const outDir = scratchFolder();
  const inspection = granted(await inspectFile(path, { name: 'input.csv', calendar: defaultCalendar }));
  const decision = inspection.tables[0]?.decision;
  if (!decision) throw new Error('no table');
  const result = await normaliseFile(path, {
    name: 'input.csv',
    decision: { ...decision, keep },
    calendar: defaultCalendar,
    outDir,
    outName: 'batch',
    hashKey,
  });
  return { result, outDir };
}

describe('a text that was inspected', () => {
  test.each([
    ['a byte that is no UTF-8', Buffer.from([0xff]), 'bytes-not-in-encoding'],
    ['a character that is cut off', Buffer.from([0xe7, 0xbe]), 'bytes-not-in-encoding'],
    ['a NUL', Buffer.from([0x00]), 'binary-file'],
  ])('[ING-65] is refused with the line where it holds %s since', async (_what, damage, code) => {
    const path = scratchFile(csv);
    const outDir = scratchFolder();
    const options = { name: 'input.csv', calendar: defaultCalendar };
    const decision = granted(await inspectFile(path, options)).tables[0]?.decision;
    if (!decision) throw new Error('no table');
    // Far behind the first piece that is read.
    const filler = `${rows[0]}\n`.repeat(20_000);
    writeFileSync(path, Buffer.concat([Buffer.from(`${header}\n${filler}2026-03-01,0012,Brand`), damage]));
    const result = await normaliseFile(path, { ...options, decision, outDir, outName: 'batch', hashKey });
    expect(result.ok ? [] : result.problems.map(found => [found.code, found.line])).toEqual([[code, 20_002]]);
    expect(readdirSync(outDir)).toEqual([]);
  });

  test('[ING-34] [ING-65] the hash of what is kept is that of its bytes, received or rewritten', async () => {
    for (const keep of ['received', 'rewritten'] as const) {
      const { result } = await normalised(csv, keep);
      const batch = granted(result);
      const bytes = batch.kept.path === null ? Buffer.from(csv) : readFileSync(batch.kept.path);
      expect(batch.kept.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
      expect(batch.sha256).toBe(createHash('sha256').update(csv).digest('hex'));
    }
  });
});

describe('the same content', () => {
  const reordered = (order: readonly number[]) =>
    csv
      .trim()
      .split('\n')
      .map(line => order.map(at => line.split(',')[at]).join(','))
      .join('\n');
  const workbook = makeWorkbook({
    sheets: [
      {
        name: 'Sheet1',
        rows: csv
          .trim()
          .split('\n')
          .map((line, row) => line.split(',').map((cell, at) => (row > 0 && at > 2 ? Number(cell) : cell))),
      },
    ],
  });
  test.each<[string, string | Uint8Array, string]>([
    ['again', csv, 'input.csv'],
    ['under another name', csv, 'other.csv'],
    ['with CR LF', csv.replaceAll('\n', '\r\n'), 'input.csv'],
    ['with its rows in another order', `${[header, ...rows.toReversed()].join('\n')}\n`, 'input.csv'],
    ['compressed', gzipSync(csv), 'input.csv.gz'],
    ['with a byte order mark', `\ufeff${csv}`, 'input.csv'],
    ['with its columns in another order', reordered([5, 2, 0, 3, 1, 4]), 'input.csv'],
    ['in UTF-16 with tabs', Buffer.from(`\ufeff${csv.replaceAll(',', '\t')}`, 'utf16le'), 'input.csv'],
    ['as a workbook', workbook, 'input.xlsx'],
    ['with numbers written otherwise', csv.replaceAll('1.10', '"¥1.1"').replaceAll('2.20', '2.2'), 'input.csv'],
    ['with quotes around everything', csv.replaceAll(/[^,\n]+/g, '"$&"'), 'input.csv'],
  ])('[ING-42] %s has the same hash and totals', async (_, bytes, name) => {
    const plain = await batchOf(csv);
    const batch = await batchOf(bytes, { name });
    expect(batch.contentHash).toBe(plain.contentHash);
    const totals = Object.fromEntries(batch.statistics.totals.map(({ column, sum }) => [column, Number(sum)]));
    expect(totals).toEqual({ clicks: 145, cost: 11, revenue: 22 });
  });

  test('[ING-42] other content has another hash', async () => {
    const plain = await batchOf(csv);
    expect((await batchOf(csv.replace('Brand', 'brand'))).contentHash).not.toBe(plain.contentHash);
    expect((await batchOf(`${csv}2026-03-11,0022,Brand,1,0,0\n`)).contentHash).not.toBe(plain.contentHash);
  });
});

describe('what is written', () => {
  test('[ING-40] the staging file holds canonical rows, and the received file is kept as it is', async () => {
    const batch = await batchOf(csv);
    expect(batch).toMatchObject({ replaces: 'period', period: { from: '2026-03-01', to: '2026-03-10' }, kept: { path: null } });
    expect(readFileSync(batch.stagingPath, 'utf8').split('\n').slice(0, 2)).toEqual([
      '_line,_from,_to,campaign,campaign-id,clicks,cost,date,revenue',
      '2,2026-03-01,2026-03-01,Brand,0012,10,1.1,2026-03-01,2.2',
    ]);
  });

  test('[ING-43] a file with rows that cannot be read leaves nothing behind', async () => {
    const { result, outDir } = await normalised(`${csv}2026-03-11,0022\n`, 'rewritten');
    expect(result).toMatchObject({ ok: false, problems: [{ code: 'bad-rows' }, { code: 'too-few-cells', line: 12 }] });
    expect(readdirSync(outDir)).toEqual([]);
  });

  test('[ING-34] personal columns are neither in the staging file nor in the kept copy, also of rows that are skipped', async () => {
    const people =
      'date,name,mail,phone,amount\n2026-04-01,見本 太郎,taro@mihon.example,090-0000-0001,5\n2026-04-02,例 花子,hanako@rei.example,oops\n2026-04-03,例 花子,hanako@rei.example,03-0000-0002,x,y@rei.example\n';
    const batch = await batchOf(people.replaceAll('name', '氏名'), { skipBadRows: true });
    const written =
      [batch.stagingPath, batch.kept.path ?? ''].map(path => readFileSync(path, 'utf8')).join('') + JSON.stringify(batch);
    for (const secret of ['見本', '花子', 'taro', 'rei.example', '0000']) expect(written).not.toContain(secret);
    expect(batch.statistics).toMatchObject({ rows: 1, skipped: { badRows: 2 } });
    expect(batch.dataset.columns.find(column => column.id === 'mail')).toMatchObject({ hashed: true, role: 'person' });
  });

  test('[ING-33] the same person has the same hash in every file, and another key gives another', async () => {
    const hashIn = async (bytes: string) =>
      readFileSync((await batchOf(bytes)).stagingPath, 'utf8')
        .split('\n')[1]
        ?.split(',')
        .find(cell => cell.length === 32);
    const first = await hashIn('date,mail\n2026-04-01,Taro@Mihon.example\n');
    expect(first).toMatch(/^[0-9a-f]{32}$/);
    expect(await hashIn('mail;date\n taro@mihon.example;2026-05-01\n')).toBe(first);
  });

  test('[ING-32] the user may keep a personal column', async () => {
    const text = 'date,user_id\n2026-04-01,u1\n';
    const batch = await batchOf(text, { said: { personal: { user_id: 'keep' } } });
    expect(batch.kept.path).toBeNull();
    expect(readFileSync(batch.stagingPath, 'utf8')).toContain('u1');
    expect((await tableOf(text, { said: { personal: { user_id: 'drop' } } })).columns[1]?.left).toBe('personal');
  });
});

describe('the reading thread', () => {
  let entry = '';
  const startWorker = () => new Worker(entry, { resourceLimits: { maxOldGenerationSizeMb: 256 } });

  beforeAll(async () => {
    const root = new URL('../../..', import.meta.url).pathname;
    const folder = `${root}node_modules/.cache/ingest-test-${process.pid}`;
    mkdirSync(folder, { recursive: true });
    const build = await rolldown({
      input: `${root}src/engine/ingest/ingest-worker.ts`,
      cwd: root,
      platform: 'node',
      external: [/^node:/, /^[^./#]/],
    });
    entry = `${folder}/ingest-worker.mjs`;
    await build.write({ file: entry, format: 'esm' });
    return async () => (await import('node:fs/promises')).rm(folder, { recursive: true });
  });

  test('[ING-01] a thread gives what reading on the spot gives, and tells how far it is', async () => {
    const long = `${header}\n${`${rows.join('\n')}\n`.repeat(30_000)}`;
    const path = scratchFile(long);
    const options = { name: 'input.csv', calendar: defaultCalendar };
    const seen: number[] = [];
    const onThread = await inspectFile(path, options, { startWorker, onProgress: ({ bytes }) => seen.push(bytes) });
    expect(onThread).toEqual(await inspectFile(path, options, { startWorker: () => null }));
    expect(seen.length).toBeGreaterThan(3);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
  });

  test('[ING-20] a large workbook is read row by row, in little memory', async () => {
    const count = 60_000;
    const line = (row: number) =>
      `<row r="${row}"><c r="A${row}"><v>${536_000 + (row % 900)}</v></c><c r="B${row}" t="s"><v>${8 + (row % 3000)}</v></c><c r="C${row}" t="s"><v>${3008 + (row % 4000)}</v></c><c r="D${row}"><v>${row % 13}</v></c><c r="E${row}" s="1"><v>${40_513.35138888889 + (row % 370)}</v></c><c r="F${row}"><v>2.5499999999999998</v></c><c r="G${row}"><v>${12_000 + (row % 4372)}</v></c><c r="H${row}" t="s"><v>${7}</v></c></row>`;
    const names = ['InvoiceNo', 'StockCode', 'Description', 'Quantity', 'InvoiceDate', 'UnitPrice', 'CustomerID', 'Country'];
    const strings = Array.from({ length: 8000 }, (_, index) => `<t>${names[index] ?? `ARTICLE ${index}`}</t>`);
    const first = `<row r="1">${names.map((_, at) => `<c r="${'ABCDEFGH'[at]}1" t="s"><v>${at}</v></c>`).join('')}</row>`;
    const xml = first + Array.from({ length: count }, (_, index) => line(index + 2)).join('');
    const path = scratchFile(makeWorkbook({ sheets: [{ name: 'Sheet1', rows: [], xml }], strings, formats: ['m/d/yyyy h:mm'] }));
    const before = process.memoryUsage.rss();
    let peak = before;
    const watch = setInterval(() => {
      peak = Math.max(peak, process.memoryUsage.rss());
    }, 20);
    const result = await inspectFile(path, { name: 'input.xlsx', calendar: defaultCalendar }, { startWorker });
    clearInterval(watch);
    expect(granted(result).tables[0]).toMatchObject({
      recognised: { id: 'order-lines' },
      statistics: { rows: count, firstDay: '2010-12-01' },
    });
    expect(peak - before).toBeLessThan(300 * 1024 ** 2);
  });

  test('[ING-44] cancelling ends the reading and removes what was written', async () => {
    const path = scratchFile(`${header}\n${`${rows.join('\n')}\n`.repeat(40_000)}`);
    const decision = granted(await inspectFile(path, { name: 'input.csv', calendar: defaultCalendar })).tables[0]?.decision;
    if (!decision) throw new Error('no table');
    for (const start of [startWorker, () => null]) {
      const outDir = scratchFolder();
      const cancel = new AbortController();
      const reason = new Error('the user has cancelled');
      const result = normaliseFile(
        path,
        { name: 'input.csv', decision, calendar: defaultCalendar, outDir, outName: 'batch', hashKey },
        { startWorker: start, signal: cancel.signal, onProgress: () => cancel.abort(reason) },
      );
      await expect(result).rejects.toBe(reason);
      expect(readdirSync(outDir)).toEqual([]);
    }
  });

  test('[ING-44] an aborted signal starts nothing', async () => {
    const result = inspectBytes(
      csv,
      {},
      { signal: AbortSignal.abort(new Error('too late')), startWorker: () => expect.unreachable() },
    );
    await expect(result).rejects.toThrow('too late');
  });

  test('[ING-01] failures of the environment are no problems of the file', async () => {
    const options = { name: 'input.csv', calendar: defaultCalendar };
    for (const start of [startWorker, () => null]) {
      await expect(inspectFile('/nowhere/at/all', options, { startWorker: start })).rejects.toBeInstanceOf(EngineError);
    }
    const decision = (await tableOf(csv)).decision;
    const path = scratchFile(csv);
    const outDir = scratchFolder();
    writeFileSync(`${outDir}/batch.staging.csv`, 'of somebody else');
    await expect(normaliseFile(path, { ...options, decision, outDir, outName: 'batch', hashKey })).rejects.toBeInstanceOf(
      EngineError,
    );
    expect(readFileSync(`${outDir}/batch.staging.csv`, 'utf8')).toBe('of somebody else');
    expect(existsSync(path) && statSync(path).size).toBe(csv.length);
  });
});
