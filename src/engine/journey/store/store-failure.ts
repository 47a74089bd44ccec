import { stat } from 'node:fs/promises';
import { EngineError, engineErrorsOf } from '../../engine-error.ts';
import { journeyStoreMessages } from './journey-store-messages.ts';

export const storeFailure = engineErrorsOf(journeyStoreMessages);

/** Does something with a file; what goes wrong with it becomes an `EngineError`. */
export async function withFile<Value>(file: string, work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof EngineError || !isSystemError(error)) throw error;
    throw storeFailure('journey-store-failed', { file, why: error.code }, error);
  }
}

/** 0 where there is none. */
export function fileSize(file: string): Promise<number> {
  return withFile(file, async () => {
    try {
      return (await stat(file)).size;
    } catch (error) {
      if (isSystemError(error) && error.code === 'ENOENT') return 0;
      throw error;
    }
  });
}

export function isSystemError(error: unknown): error is Error & { readonly code: string } {
  return error instanceof Error && 'code' in error && typeof error.code === 'string';
}
