import { messages } from '#core/problem/problem.ts';
import { type EngineError, engineErrorsOf } from '../engine-error.ts';

/** Failures of the environment while files are read. */
const ingestFailures = messages({
  'ingest-disk-full': {
    severity: 'error',
    ja: () => 'ディスクの空きがないため、取り込めませんでした。空きを増やして、もう一度お試しください。',
    en: () => 'The disk is full, so the file could not be imported. Free some space and try again.',
  },
  'ingest-unreadable': {
    severity: 'error',
    ja: (p: { code: string }) => `ファイルを読み書きできませんでした（${p.code}）。権限とディスクの状態を確かめてください。`,
    en: (p: { code: string }) => `The file could not be read or written (${p.code}). Check permissions and the disk.`,
  },
  'ingest-out-of-memory': {
    severity: 'error',
    ja: () => 'メモリーが足りず、ファイルを読めませんでした。期間を分けるか、CSVで保存して取り込んでください。',
    en: () => 'There was not enough memory to read the file. Import it in several periods, or saved as CSV.',
  },
});

const failure = engineErrorsOf(ingestFailures);

/** The failure that a system code stands for; undefined when the code is none of the environment's. */
export function failureOfCode(code: string, cause: unknown): EngineError | undefined {
  if (code === 'ENOSPC' || code === 'EDQUOT') return failure('ingest-disk-full', {}, cause);
  if (code === 'ERR_WORKER_OUT_OF_MEMORY') return failure('ingest-out-of-memory', {}, cause);
  return /^E[A-Z]+$/.test(code) ? failure('ingest-unreadable', { code }, cause) : undefined;
}
