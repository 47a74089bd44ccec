import type { Result } from '#core/problem/problem.ts';
import type { App } from '../app/app.ts';
import { importBytes } from '../importing/import-bytes.ts';
import type { JobResult } from '../importing/jobs.ts';
import type { DemoFile } from './file/demo-file.ts';

/** Files that are on their way at one time: while one is stored, the next is read. */
const LANES = 2;

/** Brings in files of one day, all of different sources. */
export async function importDemoFiles(app: App, files: readonly DemoFile[], onShare: (share: number) => void): Promise<void> {
  const waiting = [...files];
  let done = 0;
  const lane = async (): Promise<void> => {
    for (let file = waiting.shift(); file; file = waiting.shift()) {
      const imported = await importDemoFile(app, file);
      if (!imported.ok) throw new Error(`${file.name} was refused: ${JSON.stringify(imported.problems)}`);
      done += 1;
      onShare(done / files.length);
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
}

/** Brings a file in on the road that every file takes. */
export async function importDemoFile(app: App, { name, bytes, by }: DemoFile): Promise<Result<JobResult>> {
  return importBytes(app, { name, bytes, by });
}
