import { readFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import { arch, platform, version } from 'node:process';
import { fileURLToPath } from 'node:url';
import { versionOf } from '../runner/peers.mjs';

const here = path => fileURLToPath(new URL(path, import.meta.url));

/** Kind of machine, versions, and whether it had other work; nothing that names one machine. */
export function machineText(threads) {
  const { version: rashin } = JSON.parse(readFileSync(here('../../package.json'), 'utf8'));
  const root = here('../..');
  const versions = [
    `@duckdb/node-api ${versionOf(root, '@duckdb/node-api')}`,
    `chdb ${versionOf(root, 'chdb')}`,
    `nodejs-polars ${versionOf(here('..'), 'nodejs-polars')}`,
    'PostgreSQL 15',
  ];
  const load = loadavg()[1] ?? 0;
  const busy =
    load > threads + 1
      ? ` It was busy with other work (load ${load.toFixed(0)} with the benchmark's own): times are long, and ratios are rough.`
      : '';
  return `${threads} threads. Machine: ${cpus()[0]?.model.trim() ?? arch}, ${availableParallelism()} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, ${platform} ${arch}, Node ${version}; Rashin ${rashin}, ${versions.join(', ')}.${busy}`;
}
