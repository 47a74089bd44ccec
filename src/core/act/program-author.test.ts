import { expect, test } from 'vitest';
import { programAuthor, programName } from './program-author.ts';

test('[CON-10] what a program brought in is named after the program', () => {
  expect(programName(programAuthor('connection', 'ga4'))?.ja).toBe('接続「ga4」');
  expect(programName(programAuthor('key', 'nightly: batch'))?.en).toBe('API key “nightly: batch”');
  expect(programName(programAuthor('folder', 'watched'))?.ja).toBe('監視フォルダー');
  expect(programName('sales/sato')).toBeUndefined();
  expect(programName('system')).toBeUndefined();
});
