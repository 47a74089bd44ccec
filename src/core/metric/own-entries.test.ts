import { describe, expect, test } from 'vitest';
import type { Catalogue } from './catalogue.ts';
import { parseCatalogue } from './catalogue.ts';
import { parseDefinitions } from './definitions-parse.ts';
import { editOwnEntry } from './edit-own-entry.ts';
import { laidOver } from './laid-over.ts';

const KNOWN = catalogue();

const TEXT = `# what we measure ourselves
things:
  kit: { name: { ja: 体験キット, en: trial kit }, counter: 個 }
entries:
  trial-kits: { name: 体験キットの発送数, meaning: 発送した体験キットの数です。, unit: count of kit, pair: kit-order-rate, leading: yes, follows: orders, lag-days: 7..30 }
  kit-order-rate:
    name: { ja: 体験後の注文率, en: Orders after a kit }
    meaning: { ja: 体験した人の注文の割合です。, en: Kits that led to an order. }
    unit: ratio
    formula: orders / trial-kits
    aliases: お試し転換率、kit CVR
    benchmark: { text: 1割が目安です。, low: 0.1, source: 自社の実績 }
`;

describe('[CAT-O1] metrics of the workspace’s own', () => {
  test('[CAT-O1] have the fields of the catalogue, and plans read with them', () => {
    const read = parseDefinitions(TEXT, KNOWN, 'JPY');
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    const all = laidOver(KNOWN, read.value);
    expect(all.metrics.get('trial-kits')).toMatchObject({
      name: { ja: '体験キットの発送数', en: '体験キットの発送数' },
      unit: { kind: 'count', of: 'kit' },
      aggregation: 'sum',
      direction: 'up',
      leading: true,
      follows: { metric: 'orders', days: [7, 30] },
    });
    expect(all.metrics.get('kit-order-rate')).toMatchObject({
      unit: { kind: 'ratio', of: 'order', over: 'kit' },
      aggregation: 'ratio',
      aliases: ['お試し転換率', 'kit CVR'],
      benchmark: { low: 0.1 },
    });
    expect(all.things.get('kit')?.counter).toBe('個');
    expect(all.metrics.get('orders')).toBe(KNOWN.metrics.get('orders'));
  });

  test('[CAT-O1] data measure them like any other metric', () => {
    const data =
      'datasets:\n  kits: { kind: aggregate, columns: { sent: integer } }\nmetrics:\n  trial-kits: { from: kits, sum: sent }\n';
    const read = parseDefinitions(TEXT + data, KNOWN, 'JPY');
    expect(read.problems).toEqual([]);
    expect(read.ok && read.value.metrics.get('trial-kits')?.versions[0]?.metric).toMatchObject({
      name: { ja: '体験キットの発送数' },
      unit: { kind: 'count', of: 'kit' },
    });
  });

  test.each([
    ['orders: { name: うちの注文, meaning: 意味, unit: count of order }', 'entry-known', 'orders'],
    ['mine: { name: 注文数, meaning: 意味, unit: count of order }', 'entry-name-taken', 'mine.name'],
    ['mine: { name: 注文率, meaning: 意味, unit: ratio }', 'entry-denominator', 'mine.unit'],
    ['mine: { name: 注文額, meaning: 意味, unit: count, formula: revenue / orders }', 'entry-formula-unit', 'mine.formula'],
    [
      'mine: { name: 注文率, meaning: 意味, unit: count of order, formula: revenue / orders }',
      'entry-formula-unit',
      'mine.formula',
    ],
    ['mine: { name: 注文率, meaning: 意味, unit: ratio, formula: orders / visits }', 'catalogue-unknown', 'mine.formula'],
    ['mine: { name: 数, meaning: 意味, unit: count of sheep }', 'catalogue-unknown-thing', 'mine.unit'],
    ['mine: { name: 数, meaning: 意味, unit: count, lag-days: soon }', 'catalogue-lag', 'mine.lag-days'],
    ['mine: { name: 数, meaning: 意味, unit: count, formula: mine + orders }', 'catalogue-cycle', 'mine'],
    ['mine: { name: 数, meaning: 意味, unit: count, colour: red }', 'definition-unknown-key', 'mine.colour'],
  ])('[CAT-O1] %s is refused', (line, code, at) => {
    const read = parseDefinitions(`entries:\n  ${line}\n`, KNOWN, 'JPY');
    expect(read.problems.map(problem => [problem.code, problem.at.join('.'), problem.line])).toContainEqual([
      code,
      `entries.${at}`,
      2,
    ]);
  });
});

describe('[CAT-O2] changing one', () => {
  const fields = { name: '返品数', meaning: '返品の件数です。', unit: 'count of order', aliases: 'リターン、返送' };

  test('[CAT-O2] everything else stays to the byte', () => {
    const added = edited(TEXT, 'returns', fields);
    expect(added.startsWith(TEXT.slice(0, TEXT.indexOf('  kit-order-rate')))).toBe(true);
    expect(parseDefinitions(added, KNOWN, 'JPY')).toMatchObject({ ok: true });
    expect(edited(added, 'returns', undefined)).toBe(TEXT);
    const changed = edited(added, 'returns', { ...fields, direction: 'down' });
    expect(edited(changed, 'returns', undefined)).toBe(TEXT);
  });

  test('[CAT-O2] an empty text gets its first one, with the thing it counts', () => {
    const text = edited('', 'kits', { name: '発送数', meaning: '発送です。', unit: 'count of kit' }, 'kit');
    const read = parseDefinitions(text, KNOWN, 'JPY');
    expect(read.ok && [...read.value.entries.keys(), ...read.value.things.keys()]).toEqual(['kits', 'kit']);
    expect(parseDefinitions(edited(text, 'kits', undefined), KNOWN, 'JPY')).toMatchObject({ ok: true });
  });

  test('[CAT-O2] a text that cannot be read is left alone', () => {
    expect(editOwnEntry('entries: [', 'kits', fields).ok).toBe(false);
    expect(editOwnEntry('entries: 3\n', 'kits', fields).ok).toBe(false);
  });
});

function edited(text: string, id: string, fields: Parameters<typeof editOwnEntry>[2], thing?: string): string {
  const result = editOwnEntry(
    text,
    id,
    fields,
    thing === undefined ? undefined : { id: thing, fields: { name: '体験キット', counter: '個' } },
  );
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

function catalogue(): Catalogue {
  const entry = (ja: string, en: string, unit: string) => ({
    name: { ja, en },
    meaning: { ja: `${ja}です。`, en: `${en}.` },
    unit,
    direction: 'up',
    aggregation: 'sum',
  });
  const read = parseCatalogue({
    things: { order: { name: { ja: '注文', en: 'order' }, counter: '件' } },
    metrics: { orders: entry('注文数', 'Orders', 'count of order'), revenue: entry('売上', 'Revenue', 'money') },
  });
  if (!read.ok) throw new Error('the small catalogue cannot be read');
  return read.value;
}
