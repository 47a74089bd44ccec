import { describe, expect, test } from 'vitest';
import { changeCells, type SheetLine, withoutLines } from './sheet-cells.ts';

const leads: SheetLine = { kind: 'target', node: 'leads', department: '', medium: '' };
const ads: SheetLine = { kind: 'budget', node: '', department: '', medium: 'Search' };
const MONTHS = ['2026-04', '2026-05', '2026-06'];
const SHEET = 'node,kind,department,medium,2026-04,2026-05\nleads,target,,,10,20\n,budget,,Search,100,\n,budget,,Social,7,8\n';

describe('[PLN-70] cells of the sheet', () => {
  test('only the cell changes, and of two lines of money the right one', () => {
    expect(changeCells(SHEET, MONTHS, [{ line: leads, month: '2026-05', value: '25' }])).toBe(SHEET.replace('10,20', '10,25'));
    expect(changeCells(SHEET, MONTHS, [{ line: ads, month: '2026-05', value: '120' }])).toBe(SHEET.replace('100,', '100,120'));
  });

  test('a month that has no column gets one', () => {
    const after = changeCells(SHEET, MONTHS, [{ line: leads, month: '2026-06', value: '30' }]);
    expect(after.split('\n').slice(0, 2)).toEqual([
      'node,kind,department,medium,2026-04,2026-05,2026-06',
      'leads,target,,,10,20,30',
    ]);
  });

  test('a line that is not there is added, and an empty sheet gets its heading', () => {
    const line = { ...leads, node: 'visits' };
    expect(
      changeCells(SHEET, MONTHS, [{ line, month: '2026-04', value: '5' }])
        .split('\n')
        .at(-2),
    ).toBe('visits,target,,,5,');
    expect(changeCells('', MONTHS, [{ line, month: '2026-05', value: '5' }])).toBe(
      'node,kind,department,medium,2026-04,2026-05,2026-06\nvisits,target,,,,5,\n',
    );
  });

  test('what is emptied goes, line breaks and quotes stay as they are', () => {
    const windows = SHEET.replaceAll('\n', '\r\n');
    expect(changeCells(windows, MONTHS, [{ line: leads, month: '2026-04', value: '' }])).toBe(windows.replace('10,20', ',20'));
    const named = { ...ads, medium: 'Web, print' };
    expect(changeCells(SHEET, MONTHS, [{ line: named, month: '2026-04', value: '1' }])).toContain(',budget,,"Web, print",1,');
  });
});

test('[PLN-81] the lines of a node go as a whole, others stay', () => {
  expect(withoutLines(SHEET, 'leads')).toBe(SHEET.replace('leads,target,,,10,20\n', ''));
  expect(withoutLines(SHEET, 'nobody')).toBe(SHEET);
});
