import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { env, execPath, platform } from 'node:process';

/**
 * Installs the packages of bench/package.json into bench/node_modules, unless they are there. One that cannot be installed is left out;
 * the rest go on.
 *
 * @param {string} folder
 * @returns {[name: string, reason: string][]} what could not be installed
 */
export function installPeers(folder) {
  const wanted = Object.entries(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).dependencies);
  const absent = () => wanted.filter(([name, version]) => versionOf(folder, name) !== version);
  if (absent().length === 0) return [];
  install(folder, []);
  const failures = new Map();
  for (const [name, version] of absent()) failures.set(name, install(folder, ['--no-save', `${name}@${version}`]));
  return absent().map(([name]) => [name, failures.get(name) || 'could not be installed']);
}

/** The reason when it failed, in npm's words; empty when all went well. */
function install(folder, packages) {
  const args = ['install', ...packages, '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const [command, ...first] = env.npm_execpath ? [execPath, env.npm_execpath] : [platform === 'win32' ? 'npm.cmd' : 'npm'];
  const { status, stderr } = spawnSync(command, [...first, ...args], {
    cwd: folder,
    encoding: 'utf8',
    shell: platform === 'win32' && first.length === 0,
  });
  if (status === 0) return '';
  const said = stderr.split('\n').find(line => /notarget|404|E[A-Z]{4,}/.test(line)) ?? '';
  return said.replace(/^npm (?:error|ERR!)\s*/, '').slice(0, 120) || `npm ended with ${status}`;
}

/** The version of an installed package; undefined when it is not there. */
export function versionOf(folder, name) {
  const file = join(folder, 'node_modules', name, 'package.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).version : undefined;
}
