import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { argv, env, execPath, exit, versions } from 'node:process';
import { fileURLToPath } from 'node:url';
import { SUITES } from '../test/suites.mjs';
import { CHROMIUM_MISSING, findChromium, installChromium } from './chromium.mjs';
import { install } from './install.mjs';

/**
 * `npm test`: everything that has to hold, on a fresh clone of a fresh machine. Goes on after a failure, so that one run shows
 * everything. `npm test -- --only unit,case` runs some of it.
 */
const root = fileURLToPath(new URL('..', import.meta.url));
const tool = (...path) => join(root, 'node_modules', ...path);

/** In this order: what fails fast comes first, and what needs the build after it. */
const STEPS = [
  { name: 'types', run: () => node(tool('typescript', 'bin', 'tsc'), '-b') },
  { name: 'lint', run: () => node(tool('@biomejs', 'biome', 'bin', 'biome'), 'check', '.') },
  { name: 'unused', run: () => node(tool('knip', 'bin', 'knip.js'), '--no-progress') },
  { name: 'build', run: () => node(join(root, 'build', 'build.mjs')) },
  ...Object.keys(SUITES).map(name => ({ name, run: name === 'browser' ? inBrowser : () => suite(name) })),
];

const results = [];
const steps = chosenSteps();
refuseOldNode();
heading('install');
step('install', () => install(root, { dev: true, onStart: () => console.log('npm ci') }));
if (results[0]?.isOk) {
  for (const { name, run } of steps) {
    heading(name);
    step(name, run);
  }
}
tellResults();
exit(results.every(({ isOk }) => isOk) ? 0 : 1);

function chosenSteps() {
  const words = argv.slice(2);
  if (words.length === 0) return STEPS;
  const names = words[0] === '--only' ? words.slice(1).flatMap(word => word.split(',')) : [];
  const unknown = names.filter(name => !STEPS.some(known => known.name === name));
  if (names.length === 0 || unknown.length > 0) {
    console.error(`usage: npm test -- --only ${STEPS.map(({ name }) => name).join(',')}`);
    exit(2);
  }
  return STEPS.filter(({ name }) => names.includes(name));
}

function refuseOldNode() {
  const [major = 0, minor = 0] = versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(`Node.js 20.19 or later is needed (this is ${versions.node}). Get it from https://nodejs.org.`);
  exit(2);
}

function node(...args) {
  return spawnSync(execPath, args, { cwd: root, stdio: 'inherit' }).status === 0;
}

function suite(name) {
  return node(tool('vitest', 'vitest.mjs'), 'run', '--config', join(root, 'test', 'vitest.config.ts'), '--project', name);
}

function inBrowser() {
  const chromium = findChromium() ?? installChromium();
  if (chromium === undefined) {
    console.error(CHROMIUM_MISSING);
    return false;
  }
  console.log(chromium);
  env.CHROMIUM = chromium;
  return suite('browser');
}

function step(name, run) {
  const started = performance.now();
  const isOk = run();
  results.push({ name, isOk, seconds: (performance.now() - started) / 1000 });
}

function heading(name) {
  console.log(`\n${'─'.repeat(4)} ${name} ${'─'.repeat(Math.max(0, 74 - name.length))}`);
}

function tellResults() {
  heading('results');
  for (const { name, isOk, seconds } of results) {
    console.log(`${name.padEnd(14)}${isOk ? 'ok  ' : 'FAIL'}${seconds.toFixed(1).padStart(9)} s`);
  }
  const total = results.reduce((sum, { seconds }) => sum + seconds, 0);
  console.log(`${'all'.padEnd(14)}${results.every(({ isOk }) => isOk) ? 'ok  ' : 'FAIL'}${total.toFixed(1).padStart(9)} s`);
}
