import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { makeZip } from '#test/case/ingest/make-zip.ts';
import { batchOf, codesOf } from '#test/case/ingest/received.ts';

const oldExcel = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0);

test.each<[string, string | Uint8Array, string, string]>([
  ['an empty file', '', 'a.csv', 'empty-file'],
  ['a byte order mark alone', '\ufeff', 'a.csv', 'empty-file'],
  ['an old workbook', oldExcel, 'a.xls', 'old-excel'],
  ['a page', '\n<html><body>date</body></html>', 'a.xls', 'html-file'],
  ['a page in UTF-16', Buffer.from('\ufeff<html><body>date</body></html>', 'utf16le'), 'a.xls', 'html-file'],
  ['text under the name of a workbook', 'date,clicks\n2026-04-01,1\n', 'a.xlsx', 'text-named-excel'],
  ['a PDF', '%PDF-1.7 …', 'a.csv', 'not-a-table-file'],
  ['Parquet', 'PAR1…', 'a.csv', 'not-a-table-file'],
  ['JSON', '{"a": 1}', 'a.csv', 'json-file'],
  ['an archive without tables', makeZip([{ name: 'a.png', data: 'x' }]), 'a.zip', 'archive-without-tables'],
  ['a workbook of another kind', makeZip([{ name: 'xl/workbook.bin', data: 'x' }]), 'a.xlsb', 'other-workbook'],
  ['an archive cut short', makeZip([{ name: 'a.csv', data: 'a,b\n1,2\n' }]).subarray(0, 60), 'a.zip', 'damaged-archive'],
  ['a gzip file cut short', gzipSync('date,clicks\n'.repeat(100)).subarray(0, 30), 'a.csv.gz', 'damaged-archive'],
])('[ING-02] %s is refused', async (_, bytes, name, code) => {
  expect(await codesOf(bytes, { name })).toEqual([code]);
});

test('[ING-02] what a file is called does not matter when its bytes say what it is', async () => {
  const text = 'date,clicks\n2026-04-01,1\n';
  const plain = await batchOf(text);
  expect((await batchOf(gzipSync(text), { name: 'report.csv' })).contentHash).toBe(plain.contentHash);
  expect((await batchOf(text, { name: '../../etc/passwd' })).contentHash).toBe(plain.contentHash);
});

test('[ING-20] an archive of too many files is refused by its list', async () => {
  const many = makeZip(Array.from({ length: 1001 }, (_, index) => ({ name: `${index}.csv`, data: 'a' })));
  expect(await codesOf(many, { name: 'many.zip' })).toEqual(['too-many-entries']);
});

test('[ING-20] a gzip file that grows two-hundredfold is refused', async () => {
  expect(await codesOf(gzipSync(Buffer.alloc(80_000_000, 'a,b\n')), { name: 'a.csv.gz' })).toEqual(['inflates-too-much']);
});

test('[ING-21] an entry that does not have its checksum is damage', async () => {
  const data = 'date,clicks\n2026-04-01,1\n';
  expect(await codesOf(makeZip([{ name: 'a.csv', data, claimedChecksum: 1 }]), { name: 'a.zip' })).toEqual(['damaged-archive']);
});

test('[ING-21] names of entries are never paths; links and hidden files are passed over', async () => {
  const data = 'date,clicks\n2026-04-01,1\n';
  const archive = makeZip([
    { name: '../../../../tmp/ingest-pwn.csv', data },
    { name: 'link.csv', data: '/etc/passwd', mode: 0o120777 },
    { name: '__MACOSX/._a.csv', data: 'x' },
    { name: '/srv/absolute.csv', data },
  ]);
  const batch = await batchOf(archive, { name: 'a.zip' });
  expect(batch.kept.decision.mapping.table.part).toBe('absolute.csv');
  expect(batch.statistics.rows).toBe(1);
});

test('[ING-21] names that were packed in Japan are read', async () => {
  const name = Uint8Array.of(0x83, 0x4e, 0x83, 0x47, 0x83, 0x8a, 0x2e, 0x63, 0x73, 0x76);
  const batch = await batchOf(makeZip([{ name, data: 'date,clicks\n2026-04-01,1\n' }]), { name: 'a.zip' });
  expect(batch.kept.decision.mapping.table.part).toBe('クエリ.csv');
});
