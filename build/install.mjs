import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { env, execPath, platform } from 'node:process';

/**
 * Installs the packages of the lockfile unless they are there already: the ones for running and building, and with `dev` those for
 * tests as well. True when they are there in the end.
 *
 * @param {string} root
 * @param {{ dev: boolean, onStart?: () => void }} options
 * @returns {boolean}
 */
export function install(root, { dev, onStart = () => {} }) {
  if (isInstalled(root, dev)) return true;
  onStart();
  const which = dev ? [] : ['--omit=dev'];
  return npm(['ci', ...which, '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: root }) === 0;
}

/**
 * Runs npm, the one that runs this program where there is one; what it says goes to standard error.
 *
 * @param {readonly string[]} args
 * @param {{ cwd: string }} options
 * @returns {number | null}
 */
export function npm(args, { cwd }) {
  const [command, ...first] = env.npm_execpath ? [execPath, env.npm_execpath] : [platform === 'win32' ? 'npm.cmd' : 'npm'];
  const options = { cwd, stdio: ['ignore', 2, 2], shell: platform === 'win32' && first.length === 0 };
  return spawnSync(command, [...first, ...args], options).status;
}

/** npm keeps a copy of the lockfile of what it has installed. Every package of the lockfile that this machine must have is in it. */
function isInstalled(root, withDev) {
  const installed = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installed)) return false;
  const { packages: wanted } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const { packages: found } = JSON.parse(readFileSync(installed, 'utf8'));
  return Object.entries(wanted).every(([path, { version, dev, optional, devOptional, link }]) => {
    if (!path.startsWith('node_modules/') || optional || devOptional || link) return true;
    return (dev && !withDev) || found[path]?.version === version;
  });
}
