import { expect, test } from 'vitest';
import { messages } from '#core/problem/problem.ts';
import { EngineError, engineErrorsOf } from './engine-error.ts';

const failure = engineErrorsOf(
  messages({
    'disk-full': {
      severity: 'error',
      ja: (p: { file: string }) => `${p.file}に書き込めません。`,
      en: (p: { file: string }) => `Cannot write ${p.file}.`,
    },
  }),
);

test('[ERR-01] an engine error carries its code, both sentences and its cause', () => {
  const cause = new Error('ENOSPC');
  const error = failure('disk-full', { file: 'a.sqlite' }, cause);
  expect(error).toBeInstanceOf(EngineError);
  expect(error.code).toBe('disk-full');
  expect(error.message).toBe('Cannot write a.sqlite.');
  expect(error.text.ja).toBe('a.sqliteに書き込めません。');
  expect(error.cause).toBe(cause);
});
