import { join } from 'node:path';

/** Where everything of a workspace lies. [WSP-01] */
export interface WorkspacePaths {
  readonly dir: string;
  readonly description: string;
  readonly ledger: string;
  /** Folder of the warehouse's file; the workspace itself. */
  readonly warehouse: string;
  /** Received files, each under the hash of its bytes. */
  readonly files: string;
  /** Things on their way in; emptied whenever the workspace is opened. */
  readonly staging: string;
  /** Events by person, made from the warehouse; may be deleted. */
  readonly journeys: string;
  /** Says where journeys are kept instead, if it is there. */
  readonly journeySetting: string;
  /** Who owns the workspace at the moment, for people and for the command line. */
  readonly server: string;
  /**
   * Held locked by the owner. No other code may open this file in the owner's process: closing it again would give the lock
   * away (POSIX). Backups leave it out.
   */
  readonly lock: string;
  readonly key: string;
  /** Present while the workspace is being made. */
  readonly unfinished: string;
}

export function workspacePaths(dir: string): WorkspacePaths {
  return {
    dir,
    description: join(dir, 'workspace.json'),
    ledger: join(dir, 'ledger.sqlite'),
    warehouse: dir,
    files: join(dir, 'files'),
    staging: join(dir, 'staging'),
    journeys: join(dir, 'journeys'),
    journeySetting: join(dir, 'journeys.json'),
    server: join(dir, 'server.json'),
    lock: join(dir, 'lock'),
    key: join(dir, 'key'),
    unfinished: join(dir, 'unfinished'),
  };
}
