import { type Day, parseDay } from '#core/calendar/day.ts';
import type { NewBatch } from '#engine/ledger/batch.ts';

/** A batch of advertising data of April 2026, as an importer describes it. */
export function sampleNewBatch(change: Partial<NewBatch> = {}): NewBatch {
  return {
    dataset: 'ads',
    fileName: 'ads.csv',
    receivedHash: '00',
    fileHash: '01',
    contentHash: '02',
    encoding: 'shift_jis',
    from: day('2026-04-01'),
    to: day('2026-04-30'),
    rows: 0,
    skipped: {
      counts: { comment: 0, preamble: 0, blank: 0, total: 1, footer: 0, 'no-data': 0, bad: 0 },
      lines: [{ line: 33, reason: 'total', sample: '合計' }],
      badRows: 0,
      bad: [],
    },
    totals: [{ column: 'cost', sum: '1234.50', values: 30 }],
    decision: {
      skipBadRows: false,
      keep: 'received',
      mapping: {
        source: { kind: 'preset', id: 'google-ads', version: 3 },
        table: { part: '', section: 0 },
        format: { encoding: 'shift_jis', delimiter: ',', decimalMark: 'point' },
        header: { line: 1, rows: 1, names: 'last' },
        dataset: { kind: 'aggregate', id: 'ads', name: { ja: '広告', en: 'Ads' }, columns: [] },
        columns: [],
        withheld: ['氏名'],
        period: { kind: 'unknown' },
        scope: 'account-1',
        replaces: 'period',
        totals: 'labelled',
      },
    },
    scope: 'account-1',
    replaces: 'period',
    ...change,
  };
}

function day(text: string): Day {
  const parsed = parseDay(text);
  if (!parsed) throw new Error(`no such day: ${text}`);
  return parsed;
}
