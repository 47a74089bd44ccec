import fc from 'fast-check';
import { expect, test } from 'vitest';
import { granted, inspectBytes } from '#test/case/ingest/received.ts';

const TITLES = ['', '広告費\n', '広告費\n\n'] as const;

/** A table of days with a title above and a total below. */
function table(title: string, headings: string, rows: readonly (readonly [number, number])[]): string {
  const lines = rows.map(([cost, clicks], at) => `${day(at)},媒体${at % 3},${cost},${clicks}`);
  const [cost, clicks] = [0, 1].map(column => rows.reduce((sum, row) => sum + (row[column] ?? 0), 0));
  return `${title}${headings}\n${lines.join('\n')}\n合計,,${cost},${clicks}\n`;
}

function day(at: number): string {
  return new Date(Date.UTC(2026, 0, 1 + at)).toISOString().slice(0, 10);
}

test('[ING-09] tables below each other are all found, with all their rows and exact totals, however long they are', async () => {
  const size = fc.constantFrom(5, 30, 180, 195, 196, 197, 198, 199, 200, 201, 230, 900);
  const part = fc.tuple(fc.constantFrom(...TITLES), size, fc.integer({ min: 0, max: 999_999 }));
  await fc.assert(
    fc.asyncProperty(
      fc.array(part, { minLength: 2, maxLength: 4 }),
      fc.constantFrom('\n', ',,,\n', '\n\n'),
      async (parts, between) => {
        const rows = parts.map(([, count, seed]) =>
          Array.from({ length: count }, (_, at) => [(seed * (at + 7)) % 10_007, (seed + at * 31) % 101] as const),
        );
        const text = parts
          .map(([title], at) => table(title, `日付,媒体,費用${at},クリック数${at}`, rows[at] ?? []))
          .join(between);
        const { tables } = granted(await inspectBytes(Buffer.from(text)));
        const sum = (at: number, column: 0 | 1) => String((rows[at] ?? []).reduce((total, row) => total + row[column], 0));
        expect(tables.map(({ statistics }) => [statistics.rows, statistics.skipped.badRows])).toEqual(
          rows.map(each => [each.length, 0]),
        );
        expect(tables.map(({ statistics }) => statistics.totals.map(({ sum: total }) => total))).toEqual(
          rows.map((_, at) => [sum(at, 0), sum(at, 1)]),
        );
        expect(new Set(tables.map(({ decision }) => decision.mapping.dataset.id)).size).toBe(parts.length);
      },
    ),
    { seed: 20260902, numRuns: 25 },
  );
});

test('[ING-09] labels above a table are no table', async () => {
  const labels = '店舗,全店\n対象,2026年4月\n件数,2\n\n';
  const { tables } = granted(
    await inspectBytes(Buffer.from(`${labels}日付,費用,クリック数\n2026-04-01,100,3\n2026-04-02,200,4\n`)),
  );
  expect(tables.map(({ statistics }) => statistics.rows)).toEqual([2]);
});
