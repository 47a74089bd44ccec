import { writeFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

// Loaded before a measured program: writes down the most memory its process has held, in kilobytes.
if (isMainThread)
  process.on('exit', () => writeFileSync(process.env.RASHIN_BENCH_PEAK ?? '', String(process.resourceUsage().maxRSS)));
