import { ok } from '#core/problem/problem.ts';
import type { App } from '../app/app.ts';
import { readAppSettings } from '../app/app-settings.ts';
import { readMetricDefinitions } from '../app/metric-definitions.ts';
import { inspectFile } from '../ingest/import-file.ts';
import type { Job } from './jobs.ts';
import { knownMappings } from './known-mappings.ts';
import { newId } from './new-id.ts';
import { readingThread } from './reading-thread.ts';
import type { Received } from './receive-upload.ts';
import type { ImportChoices, Upload } from './uploads.ts';

/** Takes a file that has arrived and begins to look at it. [ING-01] */
export function takeUpload(app: App, by: string, name: string, received: Received, choices: ImportChoices): Upload {
  const { uploads } = app.importing;
  const id = newId(app);
  const upload: Upload = {
    id,
    name,
    ...received,
    receivedAt: app.effects.now(),
    receivedBy: by,
    state: 'inspecting',
    job: '',
    choices,
    inspection: null,
    problems: [],
  };
  uploads.put(upload);
  inspectUpload(app, upload, choices);
  return uploads.find(id) ?? upload;
}

/** Looks at an upload as the choices say; what was found before is replaced. */
export function inspectUpload(app: App, { id }: Upload, choices: ImportChoices): Job {
  const { jobs, uploads } = app.importing;
  const job = jobs.start(newId(app), 'inspect', app.effects.now(), async ({ signal, onProgress }) => {
    try {
      const result = await inspected(app, id, choices, signal, onProgress);
      if (result.ok) uploads.change(id, { state: 'ready', inspection: result.value, problems: result.problems });
      else uploads.change(id, { state: 'refused', inspection: null, problems: result.problems });
      return result.ok ? ok({ kind: 'inspected', upload: id }, result.problems) : result;
    } catch (error) {
      uploads.change(id, { state: 'failed' });
      throw error;
    }
  });
  uploads.change(id, { state: 'inspecting', job: job.id, choices });
  return job;
}

async function inspected(
  app: App,
  id: string,
  choices: ImportChoices,
  signal: AbortSignal,
  onProgress: (share: number | null) => void,
) {
  const upload = app.importing.uploads.find(id);
  if (!upload) throw new Error(`an upload that is gone: ${id}`);
  const settings = await readAppSettings(app);
  const metrics = await readMetricDefinitions(app, settings);
  const options = {
    name: upload.name,
    calendar: settings.calendar,
    mappings: choices.as ? [choices.as] : await knownMappings(app, metrics, choices.said),
    said: { currency: settings.currency, ...choices.said, ...(choices.as ? { preset: choices.as.id } : {}) },
    text: choices.text,
    skipBadRows: choices.skipBadRows,
  };
  return inspectFile(upload.path, options, {
    signal,
    onProgress: ({ bytes }) => onProgress(shareOf(bytes / PASSES, upload)),
    startWorker: readingThread(upload.path, upload.bytes),
  });
}

/** A text is read once to find out how it is written, and once for its rows. */
const PASSES = 2;

/** Of compressed files the size of the content is not known beforehand. */
export function shareOf(bytes: number, { name, bytes: size }: Pick<Upload, 'name' | 'bytes'>): number | null {
  return /\.(?:xlsx|xlsm|zip|gz)$/i.test(name) || size === 0 ? null : Math.min(0.99, bytes / size);
}
