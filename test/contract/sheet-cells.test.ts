import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readKpiSheet } from '#core/begin/read-kpi-sheet.ts';
import { makeWorkbook } from '../case/ingest/make-workbook.ts';
import { openStage } from './api-fixture.ts';

const CONTEXT = { fiscalYearStarts: 4, today: '2026-05-10', titles: [] };

test('[BEG-20] a workbook’s sheet is given back as cells, merged months repeated, and is read as it is', async () => {
  const { ask, dir } = await openStage();
  const bytes = makeWorkbook({
    sheets: [
      {
        name: '2026年度',
        rows: [
          ['', '4月', '', '5月', ''],
          ['KPI', '目標', '実績', '目標', '実績'],
          ['リード数', 100, 96, 110, null],
        ],
        merged: ['B1:C1', 'D1:E1'],
      },
    ],
  });
  const answer = await ask('readSheetCells', { name: 'kpi.xlsx', body: new Uint8Array(bytes) });
  if (answer.kind !== 'value') throw new Error(JSON.stringify(answer));
  const [sheet] = answer.value.sheets;
  expect(sheet?.name).toBe('2026年度');
  const read = readKpiSheet(sheet?.rows ?? [], { ...CONTEXT, titles: [sheet?.name ?? ''] });
  expect(read.ok && read.value.rows.map(({ kind, values }) => [kind, ...values].flat())).toEqual([
    ['target', '2026-04', '100', '2026-05', '110'],
    ['actual', '2026-04', '96'],
  ]);
  expect(readdirSync(join(dir, 'workspace', 'staging')).filter(name => name.endsWith('.upload'))).toEqual([]);
});

test('[BEG-20] what is no table is refused with what to do, and text in the encoding of Windows is read', async () => {
  const { ask } = await openStage();
  const picture = await ask('readSheetCells', { name: 'kpi.png', body: new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]) });
  expect(picture.kind === 'problems' && picture.problems.map(({ code }) => code)).toEqual(['not-a-table-file']);
  const shiftJis = new Uint8Array([
    0x4b, 0x50, 0x49, 0x2c, 0x34, 0x8c, 0x8e, 0x0d, 0x0a, 0x94, 0x84, 0x8f, 0xe3, 0x2c, 0x31, 0x0d, 0x0a,
  ]);
  const text = await ask('readSheetCells', { name: 'kpi.csv', body: shiftJis });
  expect(text.kind === 'value' && text.value.sheets[0]?.rows).toEqual([
    ['KPI', '4月'],
    ['売上', '1'],
  ]);
});
