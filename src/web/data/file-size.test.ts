import { expect, test } from 'vitest';
import { fileSize } from './file-size.ts';

test('[SCR-50] file sizes are written with at most one decimal', () => {
  expect([0, 652, 1_000, 1_049, 7_502_942, 123_456_789, 2_000_000_000].map(fileSize)).toEqual([
    '0 B',
    '652 B',
    '1.0 KB',
    '1.0 KB',
    '7.5 MB',
    '123 MB',
    '2.0 GB',
  ]);
});
