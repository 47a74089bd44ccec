import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { execPath } from 'node:process';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { nodeConfig } from '../../build/node.config.mjs';
import { RASHIN } from './ended-process.mjs';

const here = path => fileURLToPath(new URL(path, import.meta.url));

/** The library as it is published, and the catalogue it is given. */
export async function core() {
  const library = await import(new URL('../../dist/core.mjs', import.meta.url).href);
  const parsed = library.parseCatalogue(JSON.parse(readFileSync(here('../../dist/catalogue.json'), 'utf8')));
  if (!parsed.ok) throw new Error('the catalogue has errors');
  return { ...library, catalogue: parsed.value };
}

/** The engine inside this process, bundled like the product. */
export async function engine() {
  const outDir = here('../../dist/bench');
  const input = { product: here('./product-entry.mjs') };
  const { output } = nodeConfig.build.rollupOptions;
  const rollupOptions = { ...nodeConfig.build.rollupOptions, input, output: { ...output, entryFileNames: '[name].mjs' } };
  await build({ ...nodeConfig, plugins: [], build: { ...nodeConfig.build, outDir, emptyOutDir: true, rollupOptions } });
  return import(new URL('../../dist/bench/product.mjs', import.meta.url).href);
}

/** Runs a command of the product to its end and gives what it printed. */
export function rashin(...args) {
  const { status, stdout, stderr } = spawnSync(execPath, [RASHIN, ...args], { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (status !== 0) throw new Error(`rashin ${args.join(' ')} ended with ${status}\n${stdout}\n${stderr}`);
  return stdout;
}

/** Starts the server on a workspace; resolves when it says its address. */
export function started(workspace) {
  const child = spawn(execPath, [RASHIN, 'start', workspace, '--quiet', '--port', '0'], { stdio: ['ignore', 'pipe', 'ignore'] });
  return new Promise((resolve, reject) => {
    child.stdout.once('data', piece => resolve({ address: String(piece).trim(), stop: () => stopped(child) }));
    child.once('exit', code => reject(new Error(`rashin start ended with ${code}`)));
  });
}

export function stopped(child) {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise(resolve => {
    child.once('exit', resolve);
    child.kill('SIGTERM');
  });
}

const EXAMPLE = here('../../examples/online-retail');
export const MAPPING = join(EXAMPLE, 'mapping.yaml');
export const MEMBER = 'bench/lead';

/** Makes a workspace that knows the order lines of a shop and has none yet. */
export async function shopWorkspace(workspace) {
  const server = await started(workspace);
  try {
    rashin('members', 'add', MEMBER, '--name', 'Lead', '--role', 'manager', '--workspace', workspace);
    rashin('metrics', 'apply', join(EXAMPLE, 'metrics.yaml'), '--workspace', workspace, '--member', MEMBER);
  } finally {
    await server.stop();
  }
}
