import { expect, test } from 'vitest';
import { isPassedOver, SettledFiles } from './settled-files.ts';

const file = (bytes: number, changedAt = 1) => ({ name: 'a.csv', bytes, changedAt });

test('[WAT-02] a file is settled when it has looked the same for long enough', () => {
  const settled = new SettledFiles(2_000);
  expect(settled.look([file(10)], 0)).toEqual([]);
  expect(settled.look([file(10)], 1_999)).toEqual([]);
  expect(settled.look([file(10)], 2_000)).toEqual([file(10)]);
});

test('[WAT-02] growing, being written again and vanishing in between begin anew', () => {
  const settled = new SettledFiles(2_000);
  settled.look([file(10)], 0);
  expect(settled.look([file(11)], 2_000)).toEqual([]);
  expect(settled.look([file(11, 2)], 4_000)).toEqual([]);
  expect(settled.look([], 5_000)).toEqual([]);
  expect(settled.look([file(11, 2)], 6_000)).toEqual([]);
  expect(settled.look([file(11, 2)], 8_000)).toEqual([file(11, 2)]);
});

test('[WAT-01] hidden and half-written files are passed over', () => {
  for (const name of ['.DS_Store', '~$売上.xlsx', 'a.csv.part', 'a.crdownload', 'Thumbs.db', 'a.csv.report.txt', 'A.TMP'])
    expect(isPassedOver(name), name).toBe(true);
  for (const name of ['売上.csv', 'partner.csv', 'a.report.csv', 'tmp.csv']) expect(isPassedOver(name), name).toBe(false);
});
