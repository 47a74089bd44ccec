import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeWorkbook, workbookEntries } from '../case/ingest/make-workbook.ts';
import { makeZip } from '../case/ingest/make-zip.ts';

/**
 * The files of the cases. They are made here; where `RASHIN_ACCEPTANCE_DATA` names a folder, a file of the same name there is taken
 * instead, so that the cases can be run on files made by somebody else.
 */
export function fixture(name: FixtureName): Uint8Array {
  const folder = process.env.RASHIN_ACCEPTANCE_DATA;
  if (folder !== undefined && existsSync(join(folder, name))) return readFileSync(join(folder, name));
  const made = MADE[name]();
  return typeof made === 'string' ? new TextEncoder().encode(made) : made;
}

export type FixtureName = keyof typeof MADE;

const days = (first: string, count: number): string[] =>
  Array.from({ length: count }, (_, i) => new Date(Date.parse(first) + i * 86_400_000).toISOString().slice(0, 10));

const lines = (...rows: readonly (readonly (string | number)[])[]): string => `${rows.map(row => row.join(',')).join('\n')}\n`;

const HEAD = 'date,clicks\n2026-03-01,1\n';

const cell = (attributes: string, content: string) => ({ attributes, content });
const SHEET = {
  name: 'Data',
  rows: [
    ['date', 'clicks'],
    ['2026-04-01', 3],
  ],
};

/** A workbook whose first sheet's XML is changed. */
function changedWorkbook(change: (xml: string) => string | Buffer): Buffer {
  const entries = workbookEntries({ sheets: [SHEET] });
  return makeZip(
    entries.map(entry => (String(entry.name).includes('sheet1.xml') ? { ...entry, data: change(entry.data.toString()) } : entry)),
  );
}

/** 64 MB of nothing in a workbook of some kilobytes. */
const INFLATED = 64 * 1024 * 1024;

const MADE = {
  'ads_ok.csv': () =>
    lines(
      ['date', 'campaign_id', 'campaign', 'clicks', 'impressions', 'cost', 'revenue'],
      ...days('2026-03-01', 10).map((day, i) => [day, `00${12 + i}`, 'Brand', 10 + i, 1000, '1.10', '2.20']),
    ),
  'ga4_export.csv': () =>
    '\ufeff# ----\n# Traffic by day\n# Account: Example\n# Property: example\n# ----\n#\n# All users\n# Start date: 20260301\n# End date: 20260303\n\nDate,Sessions,Total users\n20260301,20,10\n20260302,22,20\n20260303,25,30\n,67,55,Grand total\n',
  'eu_win1252.csv': () =>
    Uint8Array.from('Datum;Kampagne;Kosten\r\n31.12.2026;Frühling €;1.234,56\r\n01.01.2027;München;0,44\r\n', c =>
      c === '€' ? 0x80 : c.charCodeAt(0),
    ),
  'utf16.tsv': () => Buffer.from('\ufeffdate\tcampaign\tcost\n2026-03-01\tspring\t1.50\n2026-03-02\tspring\t2.50\n', 'utf16le'),
  'ragged.csv': () =>
    'date,clicks,cost\n2026-03-01,1,1.00\n2026-03-02,2\n2026-03-03,3,3.00,MORE\n2026-03-04,x,4.00\n2026-13-05,5,5.00\n2026-03-06,6,6.00\n',
  'unclosed.csv': () => `${HEAD}2026-03-02,"2\n`,
  'nul.csv': () => `${HEAD}2026-03-02,\u00002\n`,
  'empty.csv': () => '',
  'bom_only.csv': () => '\ufeff',
  'header_only.csv': () => 'date,clicks\n',
  'dup_header.csv': () => 'date,clicks,clicks\n2026-03-01,1,2\n',
  'binary.csv': () => Uint8Array.from({ length: 4_000 }, (_, i) => (i * 37) % 256),
  'html.xls': () => '<html><body><table><tr><td>date</td><td>clicks</td></tr></table></body></html>',
  'csv_named.xlsx': () => HEAD,
  'truncated.xlsx': () => makeWorkbook({ sheets: [SHEET] }).subarray(0, 400),
  'ambig_dates.csv': () => 'date,clicks\n03/04/2026,1\n04/03/2026,2\n05/06/2026,4\n',
  'ok.xlsx': () =>
    makeWorkbook({
      sheets: [
        {
          name: 'Data',
          rows: [
            ['date', 'clicks', 'cost'],
            [cell('s="1"', '<v>46023</v>'), 20, 1.1],
            [cell('s="1"', '<v>46024</v>'), 10, 2.2],
            [cell('s="1"', '<v>46025</v>'), 5, cell('t="e"', '<v>#DIV/0!</v>')],
          ],
        },
        { ...SHEET, name: 'Secret', hidden: true },
      ],
      formats: ['yyyy-mm-dd'],
    }),
  'ok1904.xlsx': () =>
    makeWorkbook({
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
    }),
  'bomb.xlsx': () => changedWorkbook(xml => Buffer.concat([Buffer.from(xml), Buffer.alloc(INFLATED * 4, ' ')])),
  'liar.xlsx': () => {
    const entries = workbookEntries({ sheets: [SHEET] });
    return makeZip(
      entries.map(entry =>
        String(entry.name).includes('sheet1.xml')
          ? { ...entry, data: Buffer.concat([Buffer.from(entry.data), Buffer.alloc(INFLATED * 4, ' ')]), claimedSize: 512 }
          : entry,
      ),
    );
  },
  'farcell.xlsx': () => changedWorkbook(xml => xml.replace('r="A2"', 'r="XFE2"')),
  'many.zip': () => makeZip(Array.from({ length: 12_000 }, (_, i) => ({ name: `${i}.csv`, data: HEAD }))),
  'wide.csv': () => `${Array.from({ length: 20_000 }, (_, i) => `c${i}`).join(',')}\n`,
  'longfield.csv': () => `${HEAD}2026-03-02,"${'x'.repeat(12_000_000)}"\n`,
  'xxe.xlsx': () =>
    changedWorkbook(xml => xml.replace(/^(<\?xml[^>]*\?>)?/, '$1<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>')),
  'traversal.zip': () => makeZip([{ name: '../../outside.csv', data: HEAD }]),
  'bomb.yaml': () =>
    `a: &a [x, x, x, x, x, x, x, x, x]\n${[...'bcdefgh'].map((n, i) => `${n}: &${n} [${Array(9).fill(`*${'abcdefg'[i]}`).join(', ')}]`).join('\n')}\n`,
  'merge.yaml': () => `a: &a { k: 1 }\n${Array.from({ length: 2_500 }, (_, i) => `b${i}: { <<: *a, x${i}: 1 }`).join('\n')}\n`,
  'deep.yaml': () => `${'['.repeat(100_000)}${']'.repeat(100_000)}\n`,
  'crlf_mix.csv': () => 'date,campaign,clicks\r\n2026-03-01,"two\nlines",1\r2026-03-02,b,2\n',
  'gaps.csv': () => lines(['date', 'clicks'], ['2026-03-01', 4], ['2026-03-02', 6], ['2026-03-04', 0], ['2026-03-07', 10]),
  'ratio.csv': () =>
    lines(
      ['date', 'campaign', 'clicks', 'impressions', 'cost', 'revenue'],
      ['2026-03-01', 'A', 10, 1000, '100.00', '200.00'],
      ['2026-03-01', 'B', 5, 5000, '10.00', '40.00'],
      ['2026-03-01', 'C', 10, 500, '0.00', '7.00'],
      ['2026-03-01', 'D', 0, 0, '0.00', '0.00'],
    ),
  'users.csv': () =>
    lines(
      ['date', 'user_id'],
      ...['01 u1', '01 u2', '02 u1', '02 u3', '03 u1', '03 u2', '03 u3'].map(row => [`2026-03-${row.slice(0, 2)}`, row.slice(3)]),
    ),
  'dimes.csv': () =>
    lines(
      ['date', 'amount'],
      ...Array.from({ length: 100_000 }, (_, i) => [`2026-03-${String((i % 31) + 1).padStart(2, '0')}`, '0.10']),
    ),
  'micros.csv': () =>
    lines(
      ['date', 'campaign', 'cost_micros'],
      ...[130_319_306, 1_005_000, 2_675_000, 1, 499_999, 500_000].map((cost, i) => ['2026-03-01', `c${i}`, cost]),
    ),
  'currency.csv': () =>
    lines(
      ['date', 'currency', 'cost'],
      ['2026-03-01', 'EUR', '10.00'],
      ['2026-03-01', 'USD', '10.00'],
      ['2026-03-01', 'JPY', 1000],
      ['2026-03-01', 'KWD', '1.234'],
    ),
  'weeks.csv': () => lines(['date', 'clicks'], ...days('2026-12-28', 14).map(day => [day, 1])),
  'periods.csv': () =>
    lines(
      ['date', 'clicks'],
      ...[...days('2024-02-01', 29), ...days('2025-02-01', 28), ...days('2026-01-01', 59)].map(day => [day, 1]),
    ),
  'prev0.csv': () =>
    lines(
      ['date', 'channel', 'conversions'],
      ['2026-02-01', 'new', 0],
      ['2026-03-01', 'new', 5],
      ['2026-02-01', 'old', 10],
      ['2026-03-01', 'old', 5],
      ['2026-03-01', 'brandnew', 3],
    ),
  'orders.csv': () =>
    lines(['order_id', 'date', 'total'], [1, '2026-03-01', '50.36'], [2, '2026-03-02', '24.12'], [3, '2026-03-02', '50.36']),
  'order_items.csv': () => lines(['order_id', 'sku'], [1, 'a'], [1, 'b'], [2, 'a'], [3, 'a'], [3, 'b'], [3, 'c']),
  'dims.csv': () =>
    lines(
      ['date', 'source', 'clicks'],
      ...['', '(not set)', '(other)', 'google', 'Google', 'google ', 'null'].map((source, i) => ['2026-03-01', source, 2 ** i]),
    ),
} satisfies Readonly<Record<string, () => string | Uint8Array>>;
