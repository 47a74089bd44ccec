import type { EngineError } from '../../engine-error.ts';
import { engineErrorsOf } from '../../engine-error.ts';
import { warehouseMessages } from '../warehouse-messages.ts';

const failure = engineErrorsOf(warehouseMessages);

export type Doing = 'opening' | 'reading' | 'writing';

/**
 * What an error of DuckDB means for the person running the store. DuckDB has no error codes; the texts are those of
 * 1.5.5, pinned in package.json and held by `failure.test.ts`.
 */
export function failureOf(error: unknown, doing: Doing, file: string): EngineError {
  const text = messageOf(error);
  if (/Could not set lock on file/.test(text)) {
    const holder = /PID (\d+)/.exec(text)?.[1];
    return failure('warehouse-locked', holder === undefined ? {} : { holder }, error);
  }
  if (/No space left on device|database or disk is full|max_temp_directory_size/i.test(text))
    return failure('warehouse-full', {}, error);
  if (/Read-only file system|Permission denied|attached in read-only mode/i.test(text))
    return failure('warehouse-read-only', {}, error);
  if (/Out of Memory Error|failed to (?:allocate|pin block)/i.test(text)) return failure('warehouse-memory', {}, error);
  if (/version number|newer version of DuckDB|storage version/i.test(text)) return failure('warehouse-newer', { file }, error);
  if (isDamage(text) || (doing === 'opening' && /Loading external extensions/.test(text)))
    return failure('warehouse-damaged', { file }, error);
  return failure('warehouse-failed', { doing }, error);
}

/** Whether an error is the environment's; the others (an unknown column, a wrong statement) are bugs of ours. */
export function isEnvironment(error: unknown): boolean {
  return /^(?:IO|FATAL|Permission|Out of Memory|TransactionContext|INTERNAL|Connection) Error/.test(messageOf(error));
}

/** The log of writes since the last checkpoint does not replay; without it the file opens as of the checkpoint. */
export function isLogDamage(error: unknown): boolean {
  return /WAL/.test(messageOf(error));
}

/** After these the in-process instance refuses everything, reads too, until the file is opened again. */
export function isFatal(error: unknown): boolean {
  return /FATAL Error|has been invalidated/i.test(messageOf(error));
}

export function isInterrupt(error: unknown): boolean {
  return /INTERRUPT Error/.test(messageOf(error));
}

/** Arithmetic beyond 38 digits. */
export function isOverflow(error: unknown): boolean {
  return /Out of Range Error|Overflow in (?:multiplication|addition|subtraction)|could not be cast|Could not cast value/i.test(
    messageOf(error),
  );
}

function isDamage(text: string): boolean {
  return /Corrupt database file|not a valid DuckDB database|Could not read enough bytes|Serialization Error/.test(text);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
