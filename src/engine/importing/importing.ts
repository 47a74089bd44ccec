import { createJobs, type Jobs } from './jobs.ts';
import { createUploads, type Uploads } from './uploads.ts';

/** What is on its way in: files that were sent, and the jobs that work on them. */
export interface Importing {
  readonly jobs: Jobs;
  readonly uploads: Uploads;
  stop(): Promise<void>;
}

export function createImporting(): Importing {
  const jobs = createJobs();
  const uploads = createUploads();
  return {
    jobs,
    uploads,
    stop: async () => {
      await jobs.stop();
      uploads.stop();
    },
  };
}
