import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { env, getuid, platform } from 'node:process';

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
];

/** What apt installs: the browser, and a font with Japanese. */
const APT_PACKAGES = ['chromium', 'fonts-noto-cjk'];

/** Told when there is no browser and none can be installed from here. */
export const CHROMIUM_MISSING = `No Chromium was found, and it cannot be installed from here.
Install Chromium, Google Chrome or Microsoft Edge in its usual place, or name the program in the variable CHROMIUM.
  Debian:   sudo apt-get update && sudo apt-get install -y --no-install-recommends ${APT_PACKAGES.join(' ')}
  Others:   npx playwright-core install chromium`;

/**
 * The program of a Chromium that starts: the one CHROMIUM names, else one on the PATH, in the usual places of macOS and Windows,
 * or in Playwright's cache.
 *
 * @returns {string | undefined}
 */
export function findChromium() {
  if (env.CHROMIUM) return env.CHROMIUM;
  return [...onPath(), ...installed(), ...inPlaywrightCache()].find(starts);
}

/**
 * Installs Chromium with apt, where this is a Debian or Ubuntu on which we may; the program it has installed.
 *
 * @returns {string | undefined}
 */
export function installChromium() {
  const asRoot = rootCommand();
  if (!isDebian() || asRoot === undefined) return undefined;
  const apt = args => {
    const [command, ...rest] = [...asRoot, 'apt-get', ...args];
    return spawnSync(command, rest, { stdio: 'inherit', env: { ...env, DEBIAN_FRONTEND: 'noninteractive' } }).status === 0;
  };
  if (!apt(['update', '-q'])) return undefined;
  if (!apt(['install', '-q', '-y', '--no-install-recommends', ...APT_PACKAGES])) return undefined;
  return findChromium();
}

function onPath() {
  const extension = platform === 'win32' ? '.exe' : '';
  const folders = (env.PATH ?? '').split(delimiter).filter(folder => folder !== '');
  const names = [...NAMES, 'chrome', 'msedge'];
  return names.flatMap(name => folders.map(folder => join(folder, `${name}${extension}`)));
}

function installed() {
  if (platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].flatMap(app =>
      ['/Applications', join(homedir(), 'Applications')].map(folder => join(folder, `${app}.app`, 'Contents', 'MacOS', app)),
    );
  }
  if (platform !== 'win32') return ['/snap/bin/chromium', '/opt/google/chrome/chrome'];
  const folders = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(folder => folder !== undefined);
  const programs = [
    ['Google', 'Chrome', 'Application', 'chrome.exe'],
    ['Chromium', 'Application', 'chrome.exe'],
    ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
  ];
  return programs.flatMap(program => folders.map(folder => join(folder, ...program)));
}

function inPlaywrightCache() {
  const usual = {
    darwin: join(homedir(), 'Library', 'Caches', 'ms-playwright'),
    win32: join(env.LOCALAPPDATA ?? homedir(), 'ms-playwright'),
  };
  const cache = env.PLAYWRIGHT_BROWSERS_PATH || (usual[platform] ?? join(homedir(), '.cache', 'ms-playwright'));
  if (!existsSync(cache)) return [];
  const browsers = readdirSync(cache).filter(name => /^chromium-\d+$/.test(name));
  return browsers
    .sort((a, b) => Number(b.slice(9)) - Number(a.slice(9)))
    .flatMap(name => readdirSync(join(cache, name)).map(folder => join(cache, name, folder)))
    .flatMap(folder => [
      join(folder, 'chrome'),
      join(folder, 'chrome.exe'),
      join(folder, 'Google Chrome for Testing.app', 'Contents', 'MacOS', 'Google Chrome for Testing'),
      join(folder, 'Chromium.app', 'Contents', 'MacOS', 'Chromium'),
    ]);
}

/** Some systems have a program of that name that only tells how to install one. On Windows a browser does not tell its version. */
function starts(program) {
  if (!existsSync(program)) return false;
  return platform === 'win32' || spawnSync(program, ['--version'], { timeout: 20_000 }).status === 0;
}

function isDebian() {
  if (platform !== 'linux' || !existsSync('/etc/os-release')) return false;
  return /^ID(?:_LIKE)?=.*\b(?:debian|ubuntu)\b/m.test(readFileSync('/etc/os-release', 'utf8'));
}

/** What to write before a command that only the administrator may run; undefined where we are not and cannot become one. */
function rootCommand() {
  if (getuid?.() === 0) return [];
  return spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0 ? ['sudo', '-n', '-E'] : undefined;
}
