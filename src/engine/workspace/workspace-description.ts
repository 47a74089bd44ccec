import { readFileSync } from 'node:fs';
import type { Instant } from '#core/measure/live-segments.ts';
import { restoreCommand } from '../ledger/ledger-messages.ts';
import { writeDurably } from './durable-file.ts';
import type { StandingClock } from './standing-clock.ts';
import { workspaceFailure } from './workspace-messages.ts';
import type { WorkspacePaths } from './workspace-paths.ts';

/** What workspace.json says. [WSP-01] */
export interface WorkspaceDescription {
  readonly name: string;
  readonly createdAt: Instant;
  /** Where the clock stands, if it does. [WSP-11] */
  readonly clock?: StandingClock;
}

/** Form of the folder; a newer one is refused. */
const FORMAT = 1;
const LONGEST_NAME = 255;

export function writeDescription(paths: WorkspacePaths, description: WorkspaceDescription): void {
  writeDurably(paths.description, `${JSON.stringify({ format: FORMAT, ...description }, null, 2)}\n`);
}

/** A name as it can be shown: one line, of a length. */
export function tidiedName(name: string): string {
  const line = name.replace(/[\p{Cc}\p{Surrogate}]+/gu, ' ').trim();
  return [...line].slice(0, LONGEST_NAME).join('');
}

export function readDescription(paths: WorkspacePaths): WorkspaceDescription {
  const { description: file, dir } = paths;
  const { format, name, createdAt, clock } = fieldsOf(file, dir);
  const isNumber = typeof format === 'number' && Number.isInteger(format);
  if (isNumber && format > FORMAT) throw workspaceFailure('workspace-newer', { file, format });
  if (format !== FORMAT || typeof name !== 'string' || typeof createdAt !== 'string') throw damaged(file);
  return { name, createdAt, ...clockFrom(clock, file) };
}

function clockFrom(clock: unknown, file: string): Pick<WorkspaceDescription, 'clock'> {
  if (clock === undefined) return {};
  if (typeof clock !== 'object' || clock === null || !('at' in clock) || !('since' in clock)) throw damaged(file);
  const { at, since } = clock;
  if (!isInstant(at) || !isInstant(since)) throw damaged(file);
  return { clock: { at, since } };
}

function isInstant(value: unknown): value is Instant {
  return typeof value === 'string' && Number.isFinite(Date.parse(value));
}

function fieldsOf(file: string, dir: string): { readonly [K in 'format' | 'name' | 'createdAt' | 'clock']?: unknown } {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
    throw isMissing ? workspaceFailure('workspace-missing', { dir }, error) : damaged(file, error);
  }
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : {};
  } catch (error) {
    throw damaged(file, error);
  }
}

function damaged(file: string, cause?: unknown) {
  return workspaceFailure('workspace-damaged', { file, restore: restoreCommand(file) }, cause);
}
