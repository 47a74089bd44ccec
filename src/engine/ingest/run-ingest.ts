import { failed, ok, type Result } from '#core/problem/problem.ts';
import type { IngestAnswer, IngestProgress, IngestRequest } from './ingest-message.ts';
import { inspect } from './inspect.ts';
import { normalise } from './normalise.ts';
import type { Reading } from './received-file.ts';
import { Refusal } from './refusal.ts';
import { sheetCells } from './sheet-cells.ts';

/** What the reading may do to the world outside. */
export interface IngestEffects {
  onProgress(progress: IngestProgress): void;
  /** Whether the user has cancelled. */
  isCancelled(): boolean;
}

/** Thrown when the user has cancelled. */
class IngestCancelled extends Error {
  override readonly name = 'AbortError';
}

const PROGRESS_BYTES = 4 * 1024 * 1024;

/** Does one piece of reading, on whatever thread it is called. Files that cannot be used give a failed result. */
export async function runIngest(request: IngestRequest, effects: IngestEffects): Promise<IngestAnswer> {
  const reading = readingOf(effects);
  switch (request.do) {
    case 'inspect':
      return { did: 'inspect', result: await refusable(async () => ok(await inspect(request.path, request.options, reading))) };
    case 'normalise':
      return { did: 'normalise', result: await refusable(() => normalise(request.path, request.options, reading)) };
    case 'cells': {
      const { path, options } = request;
      return { did: 'cells', result: await refusable(async () => ok(await sheetCells(path, options.name, reading))) };
    }
  }
}

async function refusable<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refusal) return failed([error.problem]);
    throw error;
  }
}

function readingOf(effects: IngestEffects): Reading {
  let bytes = 0;
  let reported = 0;
  return {
    advance(more) {
      if (effects.isCancelled()) throw new IngestCancelled('cancelled');
      bytes += more;
      if (bytes - reported < PROGRESS_BYTES) return;
      reported = bytes;
      effects.onProgress({ bytes });
    },
  };
}
