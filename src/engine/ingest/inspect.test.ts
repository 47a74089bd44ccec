import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Day, parseDay } from '#core/calendar/day.ts';
import { makeWorkbook } from '#test/case/ingest/make-workbook.ts';
import { granted, inspectBytes, tableOf } from '#test/case/ingest/received.ts';

describe('whatever is received', () => {
  const piece = fc.constantFrom<string | Uint8Array>(
    'date,clicks\n',
    '日付,クリック数\n',
    '# 開始日: 20260401\n',
    '2026-04-01,1\n',
    '03/04/2026;1,5\n',
    '合計,,\n',
    ',,\n',
    '\n',
    '"',
    '\t',
    '\0',
    '\ufeff',
    '=1+1',
    '2026年4月,1億2千万円\n',
    'a@mihon.example,090-0000-0000\n',
    Uint8Array.of(0x93, 0xfa, 0x95, 0x74, 0x0a),
    Uint8Array.of(0xff, 0xfe),
    Uint8Array.of(0x50, 0x4b, 0x03, 0x04),
    Uint8Array.of(0x1f, 0x8b, 0x08),
  );

  test('[ING-01] any pieces put together are read or refused, never a failure of ours', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 14 }), async pieces => {
        const result = await inspectBytes(Buffer.concat(pieces.map(each => Buffer.from(each))));
        expect(result.ok || result.problems.length > 0).toBe(true);
      }),
      { seed: 20260409, numRuns: 100 },
    );
  });

  test('[ING-21] a workbook with any byte changed is read or refused, never a failure of ours', async () => {
    const whole = makeWorkbook({
      sheets: [
        {
          name: 'Data',
          rows: [
            ['date', 'clicks'],
            ['2026-04-01', 1],
          ],
          merged: ['A1:A2'],
        },
      ],
      strings: ['<t>x</t>'],
      formats: ['0%'],
    });
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
        const bytes = Buffer.from(whole);
        bytes[at] = (bytes[at] ?? 0) ^ change;
        const result = await inspectBytes(bytes, { name: 'input.xlsx' });
        expect(result.ok || result.problems.length > 0).toBe(true);
      }),
      { seed: 20260410, numRuns: 100 },
    );
  });
});

describe('very long cells', () => {
  const runs = [
    'x',
    '1',
    ' ',
    '_',
    '@',
    'a@',
    '%40',
    '(',
    '[',
    '-',
    '.',
    '0.',
    ',0',
    '#',
    '羅',
    '　',
    '月',
    '合計',
    '"',
    '\\',
    'sep=',
  ];
  const long = (run: string) =>
    `"${run
      .repeat(Math.floor(900_000 / run.length))
      .replaceAll('"', '""')
      .slice(0, 900_000)}"`;
  test.each(runs)('[ING-20] made of "%s" take time in proportion to their length, wherever they stand', async run => {
    const cell = long(run);
    const rows = '2026-04-01,a,1\n2026-04-02,b,2\n';
    const files = [
      `date,text,clicks\n${rows}2026-04-03,${cell},3\n`,
      `date,text,clicks\n${rows}2026-04-03,c,${cell}\n`,
      `date,text,clicks\n${rows}${cell},c,3\n`,
      `date,${cell},clicks\n${rows}`,
      `${cell}\ndate,text,clicks\n${rows}`,
      `date,text,clicks\n${rows}\n${cell}\n`,
      `指標,2026年4月,2026年5月\n${cell},1,2\n広告費,${cell},3\n`,
    ];
    for (const file of files) {
      const result = await inspectBytes(file);
      expect(result.ok || result.problems.length > 0).toBe(true);
    }
    const japanese = Buffer.concat([Buffer.from([0x93, 0xfa, 0x95, 0x74, 0x2c]), Buffer.from(cell), Buffer.from('\n1,2\n')]);
    expect((await inspectBytes(japanese)).ok).toBeDefined();
  });
});

describe('what the user has said', () => {
  test('[ING-10] a preset may be asked for, or none', async () => {
    const text = 'Campaign,Impressions,Clicks,Cost,Conversions,More,And,Other,Columns\na,1,1,1,1,x,x,x,x\n';
    expect((await tableOf(text, { said: { preset: 'generic' } })).recognised.id).toBe('generic');
    expect((await tableOf(text, { said: { preset: 'google-ads' } })).recognised.id).toBe('google-ads');
    const wrong = await tableOf(text, { said: { preset: 'ga4' } });
    expect(wrong.problems.map(({ code }) => code)).toContain('preset-does-not-fit');
  });

  test('[ING-12] a period for a file that names none', async () => {
    const text = 'sku,units\na,1\nb,2\n';
    expect((await tableOf(text)).problems.map(({ code }) => code)).toEqual(['ask-period']);
    const told = granted(await inspectBytes(text, { said: { period: { from: day('2026-04-01'), to: day('2026-04-30') } } }));
    expect(told.tables[0]).toMatchObject({ period: { from: '2026-04-01', to: '2026-04-30' }, problems: [] });
  });

  test('[ING-13] the dataset, and the currency of amounts that name none', async () => {
    const table = await tableOf('date,cost,clicks\n2026-04-01,1,2\n', { said: { dataset: { id: 'own' }, currency: 'JPY' } });
    const { dataset } = table.decision.mapping;
    expect(dataset.id).toBe('own');
    expect(dataset.columns.map(({ id, currency }) => [id, currency])).toEqual([
      ['date', undefined],
      ['cost', 'JPY'],
      ['clicks', undefined],
    ]);
  });

  test('[ING-13] the dataset of a file of no known source is named after it, without dates', async () => {
    const id = async (name: string) => (await tableOf('date,clicks\n2026-04-01,2\n', { name })).decision.mapping.dataset.id;
    expect(await id('Shop report 2026-04-01 (2).csv')).toBe('shop-report');
    expect(await id('shop_report_202605.csv')).toBe('shop-report');
    expect(await id('2026.csv')).toBe('data');
    expect(await id('店舗別_202604.csv')).toBe(await id('店舗別_202605.csv'));
    expect(await id('店舗別.csv')).not.toBe(await id('商品別.csv'));
  });
});

function day(text: string): Day {
  const parsed = parseDay(text);
  if (!parsed) throw new Error(`no day: ${text}`);
  return parsed;
}
