import { readFileSync, rmSync } from 'node:fs';
import type { Instant } from '#core/measure/live-segments.ts';
import { writeDurably } from './durable-file.ts';
import type { WorkspacePaths } from './workspace-paths.ts';

/** Who owns the workspace: written by the owner, for people and for the command line. It may be stale; the lock is what counts. */
export interface ServerNote {
  readonly pid: number;
  readonly host: string;
  /** Where the server answers, such as `http://127.0.0.1:4747`; null while, or when, nothing listens. */
  readonly address: string | null;
  /** What programs of the same user show to the server; only they can read this file. */
  readonly token: string | null;
  readonly since: Instant;
}

export function writeServerNote(paths: WorkspacePaths, note: ServerNote): void {
  writeDurably(paths.server, `${JSON.stringify(note, null, 2)}\n`, 0o600);
}

export function removeServerNote(paths: WorkspacePaths): void {
  rmSync(paths.server, { force: true });
}

/** What the note says; undefined when there is none or it cannot be read. */
export function readServerNote(paths: WorkspacePaths): ServerNote | undefined {
  try {
    const note: Partial<Record<keyof ServerNote, unknown>> = JSON.parse(readFileSync(paths.server, 'utf8'));
    const { pid, host, address, token, since } = note;
    if (typeof pid !== 'number' || typeof host !== 'string' || typeof since !== 'string') return undefined;
    return { pid, host, since, address: textOrNull(address), token: textOrNull(token) };
  } catch {
    return undefined;
  }
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
