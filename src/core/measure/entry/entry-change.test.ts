import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Day, parseDay } from '../../calendar/day.ts';
import { type EnteredMetric, enteredColumn, enteredMetricFields } from './entered-dataset.ts';
import { type EnteredValue, type EntryFacts, type EntryMonth, entryChange, type TypedCell } from './entry-change.ts';
import { entryFile } from './entry-file.ts';

const SEED = 20261121;
const NOW = '2026-11-21T03:00:00.000Z';
const EARLIER = '2026-10-02T03:00:00.000Z';
const MONTHS = ['2026-07', '2026-08', '2026-09', '2026-10', '2026-11', '2026-12'];

const pr: EnteredMetric = {
  id: 'press-mentions',
  name: { ja: 'メディア掲載数', en: 'Press mentions' },
  unit: { kind: 'count' },
  direction: 'up',
  aggregation: 'sum',
};

function day(text: string): Day {
  const found = parseDay(text);
  if (!found) throw new Error(text);
  return found;
}

function monthOf(key: string): EntryMonth | undefined {
  if (!MONTHS.includes(key)) return undefined;
  const close = key === '2026-07' ? 'final' : key === '2026-08' ? 'preliminary' : 'open';
  return { key, from: day(`${key}-01`), to: day(`${key}-28`), close };
}

function facts(present: readonly EnteredValue[] = []): EntryFacts {
  return {
    present,
    metrics: new Map([
      ['press-mentions', pr],
      ['nps', { ...pr, id: 'nps' }],
      ['revenue', null],
    ]),
    nameOf: metric => ({ ja: metric, en: metric }),
    monthOf,
    today: day('2026-11-21'),
    now: NOW,
  };
}

function cell(month: string, value: string | null, before: string | null = null, metric = 'press-mentions'): TypedCell {
  return { metric, month, value, before };
}

function codes(cells: readonly TypedCell[], present: readonly EnteredValue[] = []): readonly string[] {
  const change = entryChange(cells, facts(present));
  return change.kind === 'refused' ? change.problems.map(({ code }) => code) : [change.kind];
}

const september: EnteredValue = { metric: 'press-mentions', month: '2026-09', value: '12', at: EARLIER };
const nps: EnteredValue = { metric: 'nps', month: '2026-09', value: '31.5', at: EARLIER };

test('[MEA-07] a file holds every typed value of the months that change, and each keeps the moment it was typed', () => {
  const change = entryChange([cell('2026-09', '15', '12'), cell('2026-10', '9.50')], facts([september, nps]));
  expect(change).toEqual({
    kind: 'change',
    changed: [cell('2026-09', '15', '12'), cell('2026-10', '9.50')],
    rows: [nps, { ...september, value: '15', at: NOW }, { metric: 'press-mentions', month: '2026-10', value: '9.5', at: NOW }],
  });
});

test('[MEA-07] what has the value already changes nothing, however it is written; a cleared cell is a row without a value', () => {
  expect(codes([cell('2026-09', '12.0', '12')], [september])).toEqual(['nothing']);
  expect(codes([cell('2026-10', null)], [september])).toEqual(['nothing']);
  const cleared = entryChange([cell('2026-09', null, '12')], facts([september]));
  expect(cleared.kind === 'change' && cleared.rows).toEqual([{ ...september, value: null, at: NOW }]);
});

test('[MEA-07] a value that somebody else has changed meanwhile is told, and nothing is stored', () => {
  const change = entryChange([cell('2026-09', '15', '10')], facts([september]));
  expect(change).toEqual({ kind: 'conflict', cells: [cell('2026-09', '15', '12')] });
});

test('[MEA-07] final months, months to come, measured and unknown metrics and too many digits are refused with the reason', () => {
  expect(codes([cell('2026-07', '1')])).toEqual(['entry-month-final']);
  expect(codes([cell('2026-08', '1')])).toEqual(['change']);
  expect(codes([cell('2026-12', '1'), cell('2026-13', '1')])).toEqual(['entry-month-future', 'entry-month-unknown']);
  expect(codes([cell('2026-10', '1', null, 'revenue'), cell('2026-10', '1', null, 'nobody')])).toEqual([
    'entry-metric-measured',
    'entry-metric-unknown',
  ]);
  expect(codes([cell('2026-10', '0.123456789')])).toEqual(['change']);
  expect(codes([cell('2026-10', '0.1234567891')])).toEqual(['entry-too-precise']);
  expect(codes([cell('2026-10', `1${'0'.repeat(28)}`), cell('2026-09', `-1${'0'.repeat(29)}`)])).toEqual(['entry-too-precise']);
});

test('[MEA-07] whatever is typed, the months outside stay and the months inside hold what was typed over what stood', () => {
  const month = fc.constantFrom('2026-08', '2026-09', '2026-10', '2026-11');
  const metric = fc.constantFrom('press-mentions', 'nps');
  const value = fc.option(fc.integer({ min: 0, max: 9 }).map(String), { nil: null });
  const cells = fc.uniqueArray(fc.record({ metric, month, value }), { selector: one => `${one.metric} ${one.month}` });
  fc.assert(
    fc.property(cells, cells, (stood, typed) => {
      const present = stood.map(one => ({ ...one, at: EARLIER }));
      const before = (one: { metric: string; month: string }) =>
        stood.find(each => each.metric === one.metric && each.month === one.month)?.value ?? null;
      const change = entryChange(
        typed.map(one => ({ ...one, before: before(one) })),
        facts(present),
      );
      const differ = typed.filter(one => one.value !== before(one));
      if (differ.length === 0) return change.kind === 'nothing';
      if (change.kind !== 'change') return false;
      const months = differ.map(one => one.month).toSorted();
      const inside = (key: string) => (months[0] ?? '') <= key && key <= (months.at(-1) ?? '');
      const wanted = new Map(
        [...stood, ...differ].filter(one => inside(one.month)).map(one => [`${one.metric} ${one.month}`, one.value]),
      );
      return (
        change.rows.length === wanted.size && change.rows.every(row => wanted.get(`${row.metric} ${row.month}`) === row.value)
      );
    }),
    { seed: SEED },
  );
});

test('[MEA-07] a value stands in the column of its sort, in the days of its month', () => {
  const column = (aggregation: EnteredMetric['aggregation'], unit: EnteredMetric['unit']) => enteredColumn({ aggregation, unit });
  expect(column('sum', { kind: 'money', currency: 'JPY' })).toBe('amount');
  expect(column('last', { kind: 'count' })).toBe('number');
  expect(column('mean', { kind: 'money', currency: 'JPY', per: 'order' })).toBe('price');
  expect(column('ratio', { kind: 'ratio' })).toBe('rate');
  expect(column('distinct', { kind: 'count' })).toBe('rate');
  expect(entryFile([september, { ...nps, value: null }], monthOf, metric => (metric === 'nps' ? 'rate' : 'number'))).toBe(
    `metric,from,to,amount,number,price,rate,entered-at\npress-mentions,2026-09-01,2026-09-28,,12,,,${EARLIER}\nnps,2026-09-01,2026-09-28,,,,,${EARLIER}\n`,
  );
});

test('[MEA-07] a metric of the plan brings its meaning along; one of the catalogue has it already', () => {
  expect(enteredMetricFields(pr, true)).toEqual({ from: 'entered-values', sum: 'number', where: { metric: 'press-mentions' } });
  expect(enteredMetricFields(pr, false)).toMatchObject({ unit: 'count', direction: 'up', aggregation: 'sum' });
  expect(enteredMetricFields({ ...pr, aggregation: 'last' }, false)).toMatchObject({ last: 'number' });
});
