import { expect, test } from 'vitest';
import type { Observation } from '../measure/observation.ts';
import { categoryBars, comparableColumns } from './category-chart.ts';

const value = (number: number): Observation => ({ state: 'value', value: number, exact: String(number) });

test('[SCR-18] channels stand from the largest to the smallest, against a line to compare with', () => {
  const chart = categoryBars(
    [
      { name: 'organic', observation: value(0.015) },
      { name: 'sns', observation: value(0.01) },
      { name: 'ads', observation: value(0.02) },
      { name: 'mail', observation: { state: 'no-data' } },
    ],
    0.025,
  );
  expect(chart.bars.map(({ name, length }) => `${name} ${length.toFixed(2)}`)).toEqual(['ads 0.80', 'organic 0.60', 'sns 0.40']);
  expect(chart.line).toBe(1);
  expect(chart.left).toBe(0);
});

test('[SCR-18] shares are told of what adds up; zeros and nothing at all draw no bar, never NaN', () => {
  expect(
    categoryBars([
      { name: 'a', observation: value(30) },
      { name: 'b', observation: value(10) },
    ]).bars.map(({ share }) => share),
  ).toEqual([0.75, 0.25]);
  expect(categoryBars([{ name: 'a', observation: value(0) }]).bars).toEqual([
    { name: 'a', value: 0, length: 0, share: undefined },
  ]);
  expect(
    categoryBars([
      { name: 'a', observation: value(-2) },
      { name: 'b', observation: value(4) },
    ]).bars.at(-1),
  ).toEqual({
    name: 'a',
    value: -2,
    length: 0,
    share: undefined,
  });
  expect(categoryBars([], 3)).toEqual({ bars: [], left: 0, line: 1 });
  const many = Array.from({ length: 20 }, (_, at) => ({ name: `c${at}`, observation: value(at + 1) }));
  expect(categoryBars(many)).toMatchObject({ left: 8 });
});

test('[SCR-18] channels are compared first, and nothing by what names one thing only', () => {
  const columns = ['lead-id', 'company-code', 'stage', 'device', 'channel'].map(id => ({ id }));
  expect(comparableColumns(columns).map(({ id }) => id)).toEqual(['channel', 'device', 'stage']);
});
