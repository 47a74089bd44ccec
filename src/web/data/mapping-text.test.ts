import { expect, test } from 'vitest';
import { parseMapping } from '#core/measure/recognise/mapping-document.ts';
import { idFrom, type MappedColumn, mappingText } from './mapping-text.ts';

const column = (heading: string, role: MappedColumn['role'], to: string, more: Partial<MappedColumn> = {}): MappedColumn => ({
  heading,
  role,
  to,
  isPeriod: false,
  ...more,
});

const form = {
  id: 'shop-sales',
  dataset: 'sales',
  kind: 'event' as const,
  replaces: 'period' as const,
  name: '店舗「本店」: 売上 #1',
  currency: 'JPY',
  columns: [
    column('売上日時', 'moment', 'sold-at'),
    column('金額: "税込"', 'money', 'amount'),
    column('利益率', 'rate', 'margin'),
    column('会員No', 'person', 'member'),
    column('店舗', 'text', 'shop'),
    column('備考', 'off', 'note'),
  ],
};

test('[ING-52] what the form says is read back as the same mapping', () => {
  const read = parseMapping(mappingText(form));
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const { id, dataset, replaces, period, others, columns } = read.value;
  expect({ id, dataset, replaces, period, others }).toEqual({
    id: 'shop-sales',
    dataset: { kind: 'event', id: 'sales', name: { ja: form.name, en: form.name } },
    replaces: 'period',
    period: 'row',
    others: 'drop',
  });
  expect(columns.map(({ from, to, type, role }) => [from[0], to, type, role])).toEqual([
    ['売上日時', 'sold-at', 'timestamp', 'time'],
    ['金額: "税込"', 'amount', 'decimal', 'measure'],
    ['利益率', 'margin', 'decimal', 'measure'],
    ['会員No', 'member', 'text', 'person'],
    ['店舗', 'shop', 'text', 'dimension'],
  ]);
  expect(columns[1]).toMatchObject({ currency: 'JPY', money: true });
  expect(columns[2]).toMatchObject({ notAdditive: true });
  expect(columns[3]).toMatchObject({ personal: 'hash' });
});

test('[ING-52] without a column of days the period comes from the lines before the headings', () => {
  const read = parseMapping(mappingText({ ...form, kind: 'aggregate', columns: [column('店舗', 'text', 'shop')] }));
  expect(read.ok && read.value.period).toBe('preamble');
  const months = parseMapping(
    mappingText({ ...form, kind: 'aggregate', columns: [column('月', 'day', 'month', { isPeriod: true })] }),
  );
  expect(months.ok && months.value.columns[0]).toMatchObject({ written: 'month', role: 'time', type: 'date' });
});

test('[ING-52] ids keep what is ASCII of a name', () => {
  expect([idFrom('Shop Sales 2026', 'x'), idFrom('店舗の売上', 'own'), idFrom('１号店 Shop', 'x')]).toEqual([
    'shop-sales-2026',
    'own',
    'shop',
  ]);
});
