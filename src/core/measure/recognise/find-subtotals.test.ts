import { describe, expect, test } from 'vitest';
import { findSubtotals } from './find-subtotals.ts';
import type { ColumnProposal } from './propose-columns.ts';

const text = (id: string): ColumnProposal => ({
  heading: id,
  samples: [],
  left: null,
  column: { id, name: { ja: id, en: id }, type: 'text', role: 'dimension' },
});
const number = (id: string, notAdditive?: true): ColumnProposal => ({
  heading: id,
  samples: [],
  left: null,
  column: { id, name: { ja: id, en: id }, type: 'integer', role: 'measure', ...(notAdditive ? { notAdditive } : {}) },
});
const day: ColumnProposal = {
  heading: 'day',
  samples: [],
  left: null,
  isTime: true,
  column: { id: 'day', name: { ja: '日', en: 'Day' }, type: 'date', role: 'time' },
};
const COLUMNS = [day, text('device'), number('clicks'), number('visitors', true)];

function found(rows: readonly string[], isWhole = true) {
  const cells = rows.map(row => row.split(' ').map(cell => (cell === '_' ? '' : cell)));
  return findSubtotals(COLUMNS, cells, isWhole, 'point').map(({ header, value }) => `${header}=${value}`);
}

describe('[ING-47] totals among the days', () => {
  test.each<[string, readonly string[], readonly string[]]>([
    ['a label that adds up its day', ['1 All 30 9', '1 PC 10 5', '1 SP 20 6'], ['device=All']],
    ['an empty name that adds up', ['1 _ 30 9', '1 PC 10 5', '1 SP 20 6'], ['device=']],
    ['numbers with commas', ['1 すべて 1,030 9', '1 PC 1,010 5', '1 SP 20 6'], ['device=すべて']],
    ['a label that does not add up', ['1 All 31 9', '1 PC 10 5', '1 SP 20 6'], []],
    ['one that adds up on one day of two', ['1 All 30 9', '1 PC 30 5', '2 All 9 1', '2 PC 8 1'], []],
    ['one that stands alone', ['1 All 30 9', '2 All 20 5'], []],
    ['zeros only', ['1 All 0 0', '1 PC 0 0'], []],
    ['a day without the others', ['1 All 30 9', '1 PC 30 5', '2 All 20 5'], ['device=All']],
    ['two lines of one day', ['1 All 30 9', '1 All 30 9', '1 PC 30 5'], []],
    ['no label', ['1 PC 30 9', '1 SP 30 5'], []],
  ])('%s', (_, rows, expected) => {
    expect(found(rows)).toEqual(expected);
  });

  test('the last group of a longer table may be cut off and proves nothing', () => {
    expect(found(['1 All 30 9', '1 PC 10 5', '1 SP 20 6', '2 All 30 5', '2 PC 9 1'], false)).toEqual(['device=All']);
    expect(found(['1 All 30 9', '1 PC 10 5', '1 SP 20 6', '2 All 30 5', '2 PC 9 1'])).toEqual([]);
  });

  test('a table without days has no such totals', () => {
    expect(
      findSubtotals(
        COLUMNS.slice(1),
        [
          ['All', '3', '1'],
          ['PC', '3', '1'],
        ],
        true,
        'point',
      ),
    ).toEqual([]);
  });
});
