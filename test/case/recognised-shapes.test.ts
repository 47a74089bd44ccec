import Encoding from 'encoding-japanese';
import { describe, expect, test } from 'vitest';
import type { TableInspection } from '#core/measure/recognise/inspection.ts';
import { isError } from '#core/problem/problem.ts';
import { makeWorkbook } from './ingest/make-workbook.ts';
import { batchOf, tableOf } from './ingest/received.ts';
import type { Shape } from './shape/shape.ts';
import { MEDIA_SHAPES } from './shape/shape-media.ts';
import { PEOPLE_SHAPES } from './shape/shape-people.ts';
import { SHOP_SHAPES } from './shape/shape-shop.ts';

const SHAPES = [...MEDIA_SHAPES, ...PEOPLE_SHAPES, ...SHOP_SHAPES];

describe('[ING-10] what tools export is recognised by its shape, and its totals are those worked out by hand', () => {
  test.each(SHAPES.map(shape => [shape.name, shape] as const))('%s', async (_, shape) => {
    const table = await tableOf(shape.text, { name: shape.fileName ?? 'input.csv' });
    expect(summary(table)).toEqual({
      recognised: shape.recognised,
      dataset: shape.dataset,
      days: shape.days,
      rows: shape.rows,
      totals: shape.totals,
      skipped: shape.skipped ?? {},
      withheld: shape.withheld ?? [],
      errors: [],
      bad: 0,
    });
  });
});

describe('[ING-42] the same content is never counted twice, however it is written', () => {
  test.each(SHAPES.map(shape => [shape.name, shape] as const))('%s', async (_, shape) => {
    const plain = await batchOf(shape.text, { name: shape.fileName ?? 'input.csv' });
    for (const [how, bytes, name] of waysToWrite(shape)) {
      const batch = await batchOf(bytes, { name });
      expect(batch.contentHash, how).toBe(plain.contentHash);
      expect(batch.dataset.id, how).toBe(plain.dataset.id);
      expect(totalsOf(batch.statistics), how).toEqual(shape.totals);
    }
  });
});

function summary({ recognised, decision: { mapping }, period, statistics, problems }: TableInspection) {
  const counts = Object.entries(statistics.skipped.counts).filter(([, count]) => count > 0);
  return {
    recognised: recognised.id,
    dataset: mapping.dataset.id,
    days: [period?.from, period?.to],
    rows: statistics.rows,
    totals: totalsOf(statistics),
    skipped: Object.fromEntries(counts),
    withheld: mapping.withheld,
    errors: problems.filter(isError).map(({ code }) => code),
    bad: statistics.skipped.badRows,
  };
}

function totalsOf({ totals }: TableInspection['statistics']) {
  return Object.fromEntries(totals.flatMap(({ column, sum }) => (sum === null ? [] : [[column, sum]])));
}

type Written = readonly [how: string, bytes: string | Uint8Array, name: string];

function waysToWrite({ text, fileName = 'input.csv', onlyText }: Shape): readonly Written[] {
  const base = fileName.replace(/\.csv$/, '');
  const rows = cellsOf(text);
  const tabs = rows.map(row => row.join('\t')).join('\r\n');
  const codes = Encoding.convert(Encoding.stringToCode(text.replaceAll('\n', '\r\n')), { from: 'UNICODE', to: 'SJIS' });
  return [
    ['with a mark and CR LF', `\ufeff${text.replaceAll('\n', '\r\n')}`, fileName],
    ['in UTF-16 with tabs', Buffer.from(`\ufeff${tabs}`, 'utf16le'), `${base}.csv`],
    ['in Shift_JIS', Uint8Array.from(codes), fileName],
    ...(onlyText ? [] : [['as a workbook', makeWorkbook({ sheets: [{ name: 'Sheet1', rows }] }), `${base}.xlsx`] as const]),
  ];
}

/** The cells of a well-formed text without line ends in its fields. */
function cellsOf(text: string): readonly (readonly string[])[] {
  return text
    .trimEnd()
    .split('\n')
    .map(line => line.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/).map(cell => cell.replace(/^"|"$/g, '')));
}
