import { describe, expect, test } from 'vitest';
import { blockOf, moved } from './grid-selection.ts';

const SIZE = { rows: 4, columns: 12 };
const at = (row: number, column: number) => ({ from: { row, column }, to: { row, column } });
const press = (key: string, isFar = false, grows = false) => ({ key, isFar, grows });

describe('[PLN-73] moving in a grid', () => {
  test('one step, never over the edge', () => {
    expect(moved(at(1, 1), press('ArrowRight'), SIZE)).toEqual(at(1, 2));
    expect(moved(at(0, 0), press('ArrowUp'), SIZE)).toEqual(at(0, 0));
    expect(moved(at(3, 11), press('ArrowDown'), SIZE)).toEqual(at(3, 11));
  });

  test('to the ends, and with Ctrl to the edges', () => {
    expect(moved(at(2, 5), press('Home'), SIZE)).toEqual(at(2, 0));
    expect(moved(at(2, 5), press('End', true), SIZE)).toEqual(at(3, 11));
    expect(moved(at(2, 5), press('ArrowLeft', true), SIZE)).toEqual(at(2, 0));
  });

  test('with Shift the block grows from where it was begun', () => {
    const grown = moved(at(2, 5), press('ArrowUp', false, true), SIZE);
    expect(grown).toEqual({ from: { row: 2, column: 5 }, to: { row: 1, column: 5 } });
    expect(blockOf(grown ?? at(0, 0))).toEqual({ top: 1, bottom: 2, left: 5, right: 5 });
  });

  test('other keys move nothing', () => {
    expect(moved(at(2, 5), press('a'), SIZE)).toBeUndefined();
  });
});
