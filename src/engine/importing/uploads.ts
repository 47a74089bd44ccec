import { rmSync } from 'node:fs';
import type { Instant } from '#core/measure/live-segments.ts';
import type { Inspection } from '#core/measure/recognise/inspection.ts';
import type { Preset } from '#core/measure/recognise/preset.ts';
import type { Said } from '#core/measure/recognise/recognise-context.ts';
import type { Problem } from '#core/problem/problem.ts';
import type { InspectOptions } from '../ingest/inspect-options.ts';

/** What the user has said about a file. */
export interface ImportChoices {
  readonly said: Said;
  readonly text: NonNullable<InspectOptions['text']>;
  readonly skipBadRows: boolean;
  /** How to read it, where whoever sends it has said so: nothing is recognised then. */
  readonly as?: Preset;
}

export const NO_CHOICES: ImportChoices = { said: {}, text: {}, skipBadRows: false };

/** A file that was sent and lies in the staging folder until it is imported, discarded or forgotten. */
export interface Upload {
  readonly id: string;
  readonly name: string;
  readonly path: string;
  readonly bytes: number;
  readonly receivedAt: Instant;
  readonly receivedBy: string;
  readonly state: 'inspecting' | 'ready' | 'refused' | 'failed' | 'importing' | 'imported';
  /** The job that works on it, or did last. */
  readonly job: string;
  readonly choices: ImportChoices;
  readonly inspection: Inspection | null;
  readonly problems: readonly Problem[];
}

export interface Uploads {
  find(id: string): Upload | undefined;
  put(upload: Upload): void;
  /** Changes what is known of an upload; one that is gone stays gone. */
  change(id: string, changed: Partial<Upload>): void;
  /** Removes it with its file. */
  discard(id: string): void;
  stop(): void;
}

const FORGOTTEN_AFTER_MS = 24 * 60 * 60 * 1000;

export function createUploads(): Uploads {
  const uploads = new Map<string, { upload: Upload; readonly timer: NodeJS.Timeout }>();
  const discard = (id: string): void => {
    const found = uploads.get(id);
    if (!found) return;
    clearTimeout(found.timer);
    uploads.delete(id);
    rmSync(found.upload.path, { force: true });
  };
  return {
    find: id => uploads.get(id)?.upload,
    put: upload => {
      const timer = setTimeout(() => discard(upload.id), FORGOTTEN_AFTER_MS);
      timer.unref();
      uploads.set(upload.id, { upload, timer });
    },
    change: (id, changed) => {
      const found = uploads.get(id);
      if (found) found.upload = { ...found.upload, ...changed };
    },
    discard,
    stop: () => {
      for (const id of [...uploads.keys()]) discard(id);
    },
  };
}
