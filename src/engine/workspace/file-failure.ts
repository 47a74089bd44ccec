import { EngineError } from '../engine-error.ts';
import { ledgerFailure } from '../ledger/ledger-messages.ts';

/** Does work on a file; what the file system refuses becomes an `EngineError` that names the file. */
export function guardFile<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw fileFailure(file, error);
  }
}

/** The same for work that takes its time. */
export async function guardFileWork<T>(file: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw fileFailure(file, error);
  }
}

function fileFailure(file: string, error: unknown): unknown {
  if (error instanceof EngineError || !(error instanceof Error) || !('code' in error)) return error;
  switch (error.code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return ledgerFailure('disk-full', { file }, error);
    case 'EROFS':
    case 'EACCES':
    case 'EPERM':
    case 'ENOTDIR':
    case 'EISDIR':
      return ledgerFailure('not-writable', { file }, error);
    case 'EIO':
    case 'EMFILE':
    case 'ENFILE':
      return ledgerFailure('ledger-io', { file, detail: error.message }, error);
    default:
      return error;
  }
}
