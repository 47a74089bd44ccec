import { describe, expect, test } from 'vitest';
import { type Cell, type MadeSheet, makeWorkbook, workbookEntries } from '#test/case/ingest/make-workbook.ts';
import { makeZip } from '#test/case/ingest/make-zip.ts';
import { batchOf, codesOf, granted, inspectBytes, refusalsOf, tableOf } from '#test/case/ingest/received.ts';
import { LIMITS } from '../limits.ts';

const name = 'input.xlsx';

function sheet(rows: readonly (readonly Cell[])[], more: Partial<MadeSheet> = {}): MadeSheet {
  return { name: 'Data', rows, ...more };
}

const small = [
  ['date', 'clicks'],
  ['2026-04-01', 1],
] as const;

describe('workbooks', () => {
  test('[ING-23] shared texts, rich text without readings, inline texts and results of formulas', async () => {
    const strings = [
      '<t>日付</t>',
      '<r><t>クリ</t></r><r><t>ック</t></r><rPh sb="0" eb="1"><t>ヨミ</t></rPh>',
      '<t xml:space="preserve"> 羅 </t>',
    ];
    const shared = (index: number): Cell => ({ attributes: 't="s"', content: `<v>${index}</v>` });
    const rows = [
      [shared(0), shared(1), '媒体', 'メモ'],
      ['2026-04-01', 3, shared(2), { attributes: 't="str"', content: '<f>A1</f><v>式</v>' }],
    ];
    const table = await tableOf(makeWorkbook({ sheets: [sheet(rows)], strings }), { name });
    expect(table.columns.map(column => column.heading)).toEqual(['日付', 'クリック', '媒体', 'メモ']);
    expect(table.sample).toEqual([{ line: 2, cells: ['2026-04-01', '3', ' 羅 ', '式'] }]);
  });

  test('[ING-06] lines are the rows of the sheet, also where rows are missing', async () => {
    const text = (place: string, value: string) => `<c r="${place}" t="inlineStr"><is><t>${value}</t></is></c>`;
    const days = [4, 5, 6, 7].map(
      row => `<row r="${row}">${text(`A${row}`, `2026-04-0${row}`)}<c r="B${row}"><v>1</v></c></row>`,
    );
    const xml =
      `<row r="3">${text('A3', 'date')}${text('B3', 'clicks')}</row>${days.join('')}` +
      `<row r="900000">${text('A900000', '2026-04-08')}${text('B900000', 'many')}</row>`;
    const table = await tableOf(makeWorkbook({ sheets: [sheet([], { xml })] }), { name });
    expect(table.headerLine).toBe(3);
    expect(table.statistics.skipped.bad).toMatchObject([{ line: 900_000, problems: [{ code: 'not-a-number', line: 900_000 }] }]);
  });

  test('[ING-25] texts and dates of merged cells are repeated, numbers are not', async () => {
    const rows = [
      ['日付', '地域', '売上'],
      ['2026-04-01', '東日本', 100],
      [null, '西日本', null],
      ['2026-04-02', '東日本', 50],
    ];
    const table = await tableOf(makeWorkbook({ sheets: [sheet(rows, { merged: ['A2:A3', 'C2:C3'] })] }), { name });
    expect(table.statistics.rows).toBe(3);
    expect(table.statistics.totals).toEqual([{ column: 'revenue', sum: '150', values: 2 }]);
  });

  test('[ING-08] visible sheets are tables of their own; hidden ones are named and their copy is not kept', async () => {
    const inspection = granted(
      await inspectBytes(
        makeWorkbook({ sheets: [sheet(small), sheet(small, { name: '控え', hidden: true }), sheet(small, { name: 'More' })] }),
        { name },
      ),
    );
    expect(inspection.tables.map(({ address }) => address.part)).toEqual(['Data', 'More']);
    expect(inspection.problems).toMatchObject([{ code: 'hidden-sheet', params: { sheet: '控え' } }]);
    expect(inspection.tables.map(({ decision }) => decision.keep)).toEqual(['rewritten', 'rewritten']);
  });

  test('[ING-01] names of sheets are shown without characters that hide or move', async () => {
    const { tables } = granted(
      await inspectBytes(makeWorkbook({ sheets: [sheet(small, { name: 'a\u202eb' }), sheet(small, { name: 'ab' })] }), { name }),
    );
    expect(tables.map(({ address }) => address.part)).toEqual(['ab', 'ab (2)']);
  });

  test('[ING-24] the epoch of 1904 and saved results reach the rows', async () => {
    const rows: readonly (readonly Cell[])[] = [
      ['date', 'clicks'],
      [
        { attributes: 's="1"', content: '<v>44561</v>' },
        { attributes: '', content: '<f>WEBSERVICE("http://127.0.0.1:1/")</f><v>44</v>' },
      ],
    ];
    const batch = await batchOf(makeWorkbook({ sheets: [sheet(rows)], date1904: true, formats: ['m/d/yy'] }), { name });
    expect(batch.statistics).toMatchObject({ firstDay: '2026-01-01', totals: [{ sum: '44' }] });
  });
});

describe('hostile workbooks', () => {
  test('[ING-22] a document type is refused unread, wherever it stands', async () => {
    const doctype =
      '<?xml version="1.0"?><!DOCTYPE sst [<!ENTITY x SYSTEM "file:///etc/hostname">]><sst><si><t>&x;</t></si></sst>';
    expect(await codesOf(makeWorkbook({ sheets: [sheet(small)], strings: doctype }), { name })).toEqual(['xml-doctype']);
    const late = `<sst>${'<!-- -->'.repeat(20)}<!DOCTYPE x></sst>`;
    expect(await codesOf(makeWorkbook({ sheets: [sheet(small)], strings: late }), { name })).not.toEqual([]);
  });

  test('[ING-22] entities are not expanded', async () => {
    expect(await codesOf(makeWorkbook({ sheets: [sheet(small)], strings: '<sst><si><t>&x;</t></si></sst>' }), { name })).toEqual([
      'damaged-workbook',
    ]);
  });

  test('[ING-20] cells far away are refused by name, and nothing is allocated for them', async () => {
    const far = '<row r="1"><c r="A1"><v>1</v></c></row><row r="99999999"><c r="A99999999"><v>2</v></c></row>';
    expect(await refusalsOf(makeWorkbook({ sheets: [sheet([], { xml: far })] }), { name })).toMatchObject([
      { code: 'cell-outside-sheet', params: { limit: LIMITS.sheetRows } },
    ]);
    const wide = '<row r="1"><c r="A1"><v>1</v></c><c r="XFD1"><v>2</v></c></row>';
    expect(await refusalsOf(makeWorkbook({ sheets: [sheet([], { xml: wide })] }), { name })).toMatchObject([
      { code: 'too-many-columns', params: { limit: LIMITS.columns } },
    ]);
  });

  test('[ING-20] what promises to grow too much is refused before it does', async () => {
    const bomb = makeWorkbook({ sheets: [sheet([], { xml: ' '.repeat(80_000_000) })] });
    expect(bomb.length).toBeLessThan(200_000);
    expect(await codesOf(bomb, { name })).toEqual(['inflates-too-much']);
  });

  test('[ING-21] what promises little and grows is refused at the first byte too many', async () => {
    const entries = workbookEntries({ sheets: [sheet([], { xml: ' '.repeat(20_000_000) })] });
    const liar = makeZip(
      entries.map(entry => (String(entry.name).endsWith('sheet1.xml') ? { ...entry, claimedSize: 1000 } : entry)),
    );
    expect(await codesOf(liar, { name })).toEqual(['damaged-archive']);
  });

  test('[ING-20] a cell of more than a megabyte is refused', async () => {
    const cell: Cell = 'x'.repeat(LIMITS.fieldBytes + 1);
    expect(
      await codesOf(
        makeWorkbook({
          sheets: [
            sheet([
              ['a', 'b'],
              [cell, 1],
            ]),
          ],
        }),
        { name },
      ),
    ).toEqual(['field-too-long']);
    const strings = [`<t>${'x'.repeat(LIMITS.fieldBytes + 1)}</t>`];
    expect(await codesOf(makeWorkbook({ sheets: [sheet(small)], strings }), { name })).toEqual(['field-too-long']);
  });

  test('[ING-21] damage of any kind is one clean refusal', async () => {
    const whole = makeWorkbook({ sheets: [sheet(small)] });
    expect(await codesOf(whole.subarray(0, whole.length - 30), { name })).toEqual(['damaged-archive']);
    const flipped = Buffer.from(whole);
    const at = flipped.indexOf('xl/worksheets/sheet1.xml') + 40;
    flipped[at] = (flipped[at] ?? 0) ^ 0xff;
    expect(await codesOf(flipped, { name })).toEqual(['damaged-archive']);
    expect(await codesOf(makeWorkbook({ sheets: [sheet([], { xml: '<row><c><v>1</row>' })] }), { name })).toEqual([
      'damaged-workbook',
    ]);
  });

  test('[ING-22] names that mean something to the language are plain text', async () => {
    const rows = [
      ['date', '__proto__', 'constructor', 'clicks'],
      ['2026-04-01', '{"polluted":1}', 'x', 7],
    ];
    const batch = await batchOf(makeWorkbook({ sheets: [sheet(rows, { name: '__proto__' })] }), { name });
    expect(batch.dataset.columns.map(column => column.id)).toEqual(['date', 'proto', 'c-constructor', 'clicks']);
    expect('polluted' in {}).toBe(false);
  });
});
