import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { makeWorkbook, workbookEntries } from '../case/ingest/make-workbook.ts';
import { makeZip } from '../case/ingest/make-zip.ts';
import { accepted, openStage, type Stage } from './api-fixture.ts';

/** What files become from the upload to the stored batch, over the API. */

const SHEET = {
  name: 'Data',
  rows: [
    ['date', 'clicks', 'cost'],
    ['2026-04-01', 3, 1.5],
  ],
};

describe('files that are read', () => {
  test('[ING-63] a corrected file: the sums it replaces stand beside its own', async () => {
    const stage = await openStage();
    const rows = (cost: string) =>
      Buffer.from(`date,campaign,clicks,cost\n2026-03-01,a,1,1.50\n2026-03-02,a,2,${cost}\n2026-03-03,a,4,0.25\n`);
    const first = await imported(stage, 'ads.csv', rows('2.50'));
    expect(first.table?.replaced).toBeNull();
    const { table } = await looked(stage, 'ads.csv', rows('1000000000.000000001'));
    expect(table?.overrules).toMatchObject([{ days: [{ from: '2026-03-01', to: '2026-03-03' }] }]);
    expect(table?.replaced?.rows).toBe(3);
    expect(table?.replaced?.totals.map(({ column, sum }) => [column, Number(sum)])).toEqual([
      ['clicks', 7],
      ['cost', 4.25],
    ]);
    const two = await looked(stage, 'ads.csv', Buffer.from('date,campaign,clicks,cost\n2026-03-02,a,2,3\n2026-03-03,a,4,3\n'));
    expect(two.table?.replaced).toMatchObject({ rows: 2 });
    expect(two.table?.replaced?.totals.map(({ sum }) => Number(sum))).toEqual([6, 2.75]);
    expect((await looked(stage, 'ads.csv', rows('2.50'))).table?.replaced).toBeNull();
  });

  test('[ING-14] an analytics report: remarks and the grand total are left out and counted', async () => {
    const stage = await openStage();
    const text = `\ufeff# ----\n# Traffic\n# Start date: 20260301\n# End date: 20260303\n\nDay,Sessions\n20260301,20\n20260302,22\n20260303,25\n,67,Grand total\n`;
    const { table, batch } = await imported(stage, 'report.csv', Buffer.from(text));
    expect(table).toMatchObject({ rows: 3, skipped: { counts: { comment: 4, total: 1 } } });
    expect(table?.totals).toContainEqual({ column: 'sessions', sum: '67', values: 3 });
    expect(batch).toMatchObject({ rows: 3 });
  });

  test('[ING-01] a European file: encoding, separator, decimal mark and dates are shown before anything is stored', async () => {
    const stage = await openStage();
    const text = 'datum;kampagne;kosten\n31.12.2026;Frühling €;1.234,50\n01.01.2027;München;0,50\n';
    const { upload, table } = await looked(stage, 'werbung.csv', windows1252(text));
    expect(table).toMatchObject({ encoding: 'windows-1252', delimiter: ';', rows: 2 });
    expect(table?.columns[0]).toMatchObject({ heading: 'datum', dateFormat: 'dmy' });
    expect(table?.sample.map(({ cells }) => cells[1])).toEqual(['Frühling €', 'München']);
    expect(accepted(await stage.ask('batches', {})).batches).toEqual([]);
    expect(await committed(stage, upload)).toMatchObject({ rows: 2, from: '2026-12-31', to: '2027-01-01' });
    expect(table?.totals.map(({ sum }) => sum)).toContain('1235.00');
  });

  test('[ING-03] UTF-16 with tabs', async () => {
    const text = '\ufeffdate\tcampaign\tcost\n2026-03-01\tspring\t1.50\n2026-03-02\tspring\t2.50\n';
    const { batch, table } = await imported(await openStage(), 'ads.tsv', Buffer.from(text, 'utf16le'));
    expect(batch).toMatchObject({ rows: 2 });
    expect(table?.totals).toContainEqual({ column: 'cost', sum: '4.00', values: 2 });
  });

  test('[ING-18] dates that can be read in two ways: asked about, then read as told', async () => {
    const stage = await openStage();
    const bytes = Buffer.from('date,clicks\n03/04/2026,1\n04/03/2026,2\n05/06/2026,4\n');
    const { upload, table } = await looked(stage, 'visits.csv', bytes);
    expect(table?.problems).toContainEqual(expect.objectContaining({ code: 'ambiguous-dates', severity: 'error' }));
    expect((await stage.ask('commitUpload', { upload, body: {} })).kind).toBe('problems');
    await ended(stage, accepted(await stage.ask('inspectAgain', { upload, body: { dateFormat: 'dmy' } })).job.id);
    expect(await committed(stage, upload)).toMatchObject({ rows: 3, from: '2026-03-04', to: '2026-06-05' });
  });

  test('[ING-24] a workbook: dates of both epochs, errors as missing values, hidden sheets left out', async () => {
    const cell = (attributes: string, content: string) => ({ attributes, content });
    const rows = [
      ['date', 'clicks', 'cost'],
      [cell('s="1"', '<v>46023</v>'), 20, 1.1],
      [cell('s="1"', '<v>46024</v>'), 15, cell('t="e"', '<v>#DIV/0!</v>')],
    ];
    const bytes = makeWorkbook({
      sheets: [
        { name: 'Data', rows },
        { ...SHEET, name: 'Secret', hidden: true },
      ],
      formats: ['yyyy-mm-dd'],
    });
    const { table, batch, problems } = await imported(await openStage(), 'book.xlsx', bytes);
    expect(batch).toMatchObject({ rows: 2, from: '2026-01-01', to: '2026-01-02' });
    expect(table?.totals).toContainEqual({ column: 'clicks', sum: '35', values: 2 });
    expect(table?.totals).toContainEqual({ column: 'cost', sum: '1.1', values: 1 });
    expect(problems).toEqual(expect.arrayContaining(['hidden-sheet', 'error-cells']));
    const old = makeWorkbook({
      sheets: [
        {
          name: 'Data',
          rows: [
            ['date', 'clicks'],
            [cell('s="1"', '<v>44561</v>'), 1],
          ],
        },
      ],
      formats: ['yyyy-mm-dd'],
      date1904: true,
    });
    expect((await imported(await openStage(), 'old.xlsx', old)).batch).toMatchObject({ from: '2026-01-01' });
  });
});

describe('[ING-43] files that are refused', () => {
  test('rows that cannot be read, by line, column and reason; without them only when that is asked for', async () => {
    const stage = await openStage();
    const text =
      'date,clicks,cost\n2026-03-01,1,1.00\n2026-03-02,2\n2026-03-03,3,3.00,MORE\n2026-03-04,x,4.00\n2026-13-05,5,5.00\n2026-03-06,6,6.00\n';
    const { upload, table } = await looked(stage, 'ragged.csv', Buffer.from(text));
    const reasons = table?.skipped.bad.flatMap(({ line, problems }) => problems.map(({ code }) => `${line} ${code}`));
    expect(reasons).toEqual(['3 too-few-cells', '4 too-many-cells', '5 not-a-number', '6 no-such-date']);
    expect((await stage.ask('commitUpload', { upload, body: {} })).kind).toBe('problems');
    expect(accepted(await stage.ask('batches', {})).batches).toEqual([]);
    await ended(stage, accepted(await stage.ask('inspectAgain', { upload, body: { skipBadRows: true } })).job.id);
    const batch = await committed(stage, upload);
    expect(batch).toMatchObject({ rows: 2, skipped: { badRows: 4 } });
    expect(batch?.skipped.bad.map(({ line }) => line)).toEqual([3, 4, 5, 6]);
  });

  const head = 'date,clicks\n2026-03-01,1\n';
  const entries = workbookEntries({ sheets: [SHEET] });
  const withDoctype = entries.map(entry =>
    String(entry.name).includes('sheet1.xml')
      ? { ...entry, data: Buffer.from(`<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hosts">]>${entry.data.toString()}`) }
      : entry,
  );
  const refused: readonly (readonly [string, string, Uint8Array])[] = [
    ['unclosed-quote', 'a.csv', Buffer.from(`${head}2026-03-02,"2\n`)],
    ['binary-file', 'a.csv', Buffer.from(`${head}2026-03-02,\u00002\n`)],
    ['empty-file', 'a.csv', Buffer.from('')],
    ['empty-file', 'a.csv', Buffer.from('\ufeff')],
    ['no-rows', 'a.csv', Buffer.from('date,clicks\n')],
    ['duplicate-heading', 'a.csv', Buffer.from('date,clicks,clicks\n2026-03-01,1,2\n')],
    ['binary-file', 'a.csv', Buffer.from(Array.from({ length: 4_000 }, (_, i) => (i * 37) % 256))],
    ['html-file', 'a.xls', Buffer.from('<html><body><table><tr><td>date</td></tr></table></body></html>')],
    ['text-named-excel', 'a.xlsx', Buffer.from(head)],
    ['damaged-archive', 'a.xlsx', makeWorkbook({ sheets: [SHEET] }).subarray(0, 400)],
    [
      'cell-outside-sheet',
      'a.xlsx',
      makeZip(
        entries.map(entry =>
          String(entry.name).includes('sheet1.xml')
            ? { ...entry, data: Buffer.from(entry.data.toString().replace('r="A2"', 'r="XFE2"')) }
            : entry,
        ),
      ),
    ],
    ['too-many-columns', 'a.csv', Buffer.from(`${Array.from({ length: 2_500 }, (_, i) => `c${i}`).join(',')}\n`)],
    ['field-too-long', 'a.csv', Buffer.from(`${head}2026-03-02,"${'x'.repeat(1_200_000)}"\n`)],
    ['xml-doctype', 'a.xlsx', makeZip(withDoctype)],
    ['inflates-too-much', 'a.csv.gz', gzipSync(Buffer.alloc(96 * 1024 * 1024, 'a,b\n'))],
  ];
  test.each(refused)('%s', async (code, name, bytes) => {
    const stage = await openStage();
    const { problems, upload } = await looked(stage, name, bytes);
    expect(problems).toContain(code);
    expect((await stage.ask('commitUpload', { upload, body: {} })).kind).toBe('problems');
    expect(accepted(await stage.ask('batches', {})).batches).toEqual([]);
    // The next good file goes through.
    expect((await imported(stage, 'good.csv', Buffer.from(head))).batch).toMatchObject({ rows: 1 });
  });
});

async function looked(stage: Stage, name: string, bytes: Uint8Array) {
  const { upload, job } = accepted(await stage.ask('createUpload', { name, body: new Uint8Array(bytes) }));
  await ended(stage, job.id);
  const { inspection, problems } = accepted(await stage.ask('readUpload', { upload: upload.id })).upload;
  const [table] = inspection?.tables ?? [];
  const all = [...problems, ...(inspection?.problems ?? []), ...(table?.problems ?? [])].map(({ code }) => code);
  return { upload: upload.id, table, problems: all };
}

async function imported(stage: Stage, name: string, bytes: Uint8Array) {
  const seen = await looked(stage, name, bytes);
  return { ...seen, batch: await committed(stage, seen.upload) };
}

async function committed(stage: Stage, upload: string) {
  const result = await ended(stage, accepted(await stage.ask('commitUpload', { upload, body: {} })).job.id);
  return result?.kind === 'imported' ? result.imported[0] : undefined;
}

async function ended(stage: Stage, id: string) {
  for (;;) {
    const { job } = accepted(await stage.ask('readJob', { job: id, wait: 1_000 }));
    if (job.state !== 'waiting' && job.state !== 'running') return job.result;
  }
}

function windows1252(text: string): Uint8Array {
  return Uint8Array.from(text, character => (character === '€' ? 0x80 : character.charCodeAt(0)));
}
