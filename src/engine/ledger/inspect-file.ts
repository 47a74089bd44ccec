import { copyFileSync, lstatSync, mkdtempSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'libsql';
import { copyHeldFile, readHeldFile } from './held-file.ts';
import { ledgerFailure, restoreCommand } from './ledger-messages.ts';

/** Written into the header of every ledger: "Rshn". */
export const APPLICATION_ID = 0x5273686e;

const HEADER_BYTES = 100;
const MAGIC = 'SQLite format 3\0';

/**
 * Looks at a whole ledger file without changing a byte of it. [LED-03]
 *
 * Throws  when it is missing, empty, no file, another application's, or damaged; the message names the file and the command
 *         that restores it
 * How     header and application id first; then SQLite's integrity check over all pages. When a write-ahead log is left from
 *         a process that was killed, a copy of both is checked, because closing the original would write the log into it.
 */
export function inspectLedgerFile(path: string): void {
  const place = { file: path, restore: restoreCommand(path) };
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (!stats) throw ledgerFailure('ledger-missing', place);
  if (!stats.isFile()) throw ledgerFailure('ledger-not-a-file', place);
  if (stats.size === 0) throw ledgerFailure('ledger-empty', place);
  const header = readHeldFile(path, HEADER_BYTES);
  const isOurs = header.toString('latin1', 0, MAGIC.length) === MAGIC && header.readUInt32BE(68) === APPLICATION_ID;
  if (!isOurs) throw ledgerFailure('ledger-foreign', place);
  const log = lstatSync(`${path}-wal`, { throwIfNoEntry: false });
  if (log && log.size > 0) checkCopy(path);
  else checkPages(path, path);
}

function checkCopy(path: string): void {
  const folder = mkdtempSync(join(dirname(path), 'checking-'));
  try {
    const copy = join(folder, 'ledger.sqlite');
    copyHeldFile(path, copy);
    copyFileSync(`${path}-wal`, `${copy}-wal`);
    checkPages(copy, path);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Checks the file at `path`, naming `original` in messages. Nothing is read through a prepared statement: the driver keeps the
 * file open as long as one lives, and this file must be closed again. So the check's answer goes where only 'ok' may stand.
 */
function checkPages(path: string, original: string): void {
  const database = opened(path, original);
  try {
    database.exec(`
      PRAGMA temp_store = MEMORY;
      CREATE TEMP TABLE verdict (text CHECK (text = 'ok'));
      INSERT INTO verdict SELECT integrity_check FROM pragma_integrity_check(1);`);
  } catch (error) {
    throw ledgerFailure('ledger-damaged', { file: original, restore: restoreCommand(original) }, error);
  } finally {
    database.close();
  }
}

function opened(path: string, original: string): Database.Database {
  try {
    return new Database(path);
  } catch (error) {
    throw ledgerFailure('not-writable', { file: original }, error);
  }
}
