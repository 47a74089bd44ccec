import { readFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import { arch, platform, version } from 'node:process';
import { fileURLToPath } from 'node:url';
import { versionOf } from './peers.mjs';

const here = path => fileURLToPath(new URL(path, import.meta.url));

/**
 * What the figures were measured with: kind of machine and versions, nothing that names one machine.
 *
 * @returns {string}
 */
export function machineText() {
  const { version: rashin } = JSON.parse(readFileSync(here('../../package.json'), 'utf8'));
  const { dependencies } = JSON.parse(readFileSync(here('../package.json'), 'utf8'));
  const peers = Object.keys(dependencies).map(name => `${name} ${versionOf(here('..'), name) ?? 'not installed'}`);
  const duckdb = `@duckdb/node-api ${versionOf(here('../..'), '@duckdb/node-api')}`;
  const load = Math.round(loadavg()[1] ?? 0);
  const busy =
    load > availableParallelism() ? ` It was busy with other work (load ${load}): times are long, and ratios are rough.` : '';
  return [
    `Machine: ${cpus()[0]?.model.trim() ?? arch}, ${availableParallelism()} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, ${platform} ${arch}, Node ${version}.${busy}`,
    `Rashin ${rashin}; ${[duckdb, ...peers].join(', ')}.`,
  ].join('\n');
}
