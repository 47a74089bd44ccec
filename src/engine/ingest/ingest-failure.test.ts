import { expect, test } from 'vitest';
import { EngineError } from '../engine-error.ts';
import { failureOfCode } from './ingest-failure.ts';

test.each([
  ['ENOSPC', 'ingest-disk-full'],
  ['EDQUOT', 'ingest-disk-full'],
  ['EACCES', 'ingest-unreadable'],
  ['ERR_WORKER_OUT_OF_MEMORY', 'ingest-out-of-memory'],
])('[ING-01] the system code %s is the failure %s', (code, failure) => {
  const cause = new Error('from the system');
  const error = failureOfCode(code, cause);
  expect(error).toBeInstanceOf(EngineError);
  expect(error).toMatchObject({ code: failure, cause });
  expect(error?.text.ja).toMatch(/[ぁ-ん].*。$/);
  expect(error?.text.en).toMatch(/\.$/);
});

test('[ING-01] other codes are bugs of ours', () => {
  expect(failureOfCode('ERR_INVALID_ARG_TYPE', undefined)).toBeUndefined();
  expect(failureOfCode('', undefined)).toBeUndefined();
});
