import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { argv, env, execPath } from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { readCatalogue } from './catalogue.mjs';
import { stampFile, stampOf } from './stamp.mjs';
import { readTemplateFiles } from './template.mjs';

const here = path => fileURLToPath(new URL(path, import.meta.url));

/**
 * Builds `dist/`: the command line and server, the thread that reads files, the library, the catalogue as data, and the web app.
 * With `--types`, the library's declarations as well; with `--no-web`, without the web app. In `development` mode React complains about
 * what it ignores in production; the environment's own NODE_ENV does not count.
 *
 * @param {{ types?: boolean, web?: boolean, mode?: 'production' | 'development', tell?: (part: 'node' | 'web' | 'types') => void }} options
 */
export async function build({ types = false, web = true, mode = 'production', tell = () => {} } = {}) {
  const { NODE_ENV } = env;
  env.NODE_ENV = mode;
  try {
    await buildIn({ types, web, mode, tell });
  } finally {
    if (NODE_ENV === undefined) delete env.NODE_ENV;
    else env.NODE_ENV = NODE_ENV;
  }
}

async function buildIn({ types, web, mode, tell }) {
  const { build: vite } = await import('vite');
  const stamp = stampOf(here('..'), mode);
  rmSync(stampFile(here('..')), { force: true });
  tell('node');
  const { nodeConfig } = await import('./node.config.mjs');
  rmSync(here('../dist/chunk'), { recursive: true, force: true });
  await vite(nodeConfig);
  mkdirSync(here('../dist'), { recursive: true });
  writeFileSync(here('../dist/catalogue.json'), `${JSON.stringify(readCatalogue(here('../catalogue')))}\n`);
  writeFileSync(here('../dist/templates.json'), `${JSON.stringify(readTemplateFiles(here('../template')))}\n`);
  if (web && existsSync(here('../src/web/main.tsx'))) {
    tell('web');
    await vite({ configFile: here('./web.config.mjs'), logLevel: 'warn' });
    compress(here('../dist/web'));
  }
  if (types) {
    tell('types');
    execFileSync(execPath, [here('../node_modules/typescript/bin/tsc'), '-b', here('../src/core')], { stdio: 'inherit' });
  }
  writeFileSync(stampFile(here('..')), `${stamp}\n`);
}

/** Lays a compressed copy beside every text that the server sends often; those that do not get smaller stay alone. */
function compress(dir) {
  for (const entry of readdirSync(dir, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (!entry.isFile() || !/\.(?:js|css|html|json|svg)$/.test(entry.name)) continue;
    const plain = readFileSync(path);
    if (plain.length < 1_000) continue;
    writeFileSync(`${path}.br`, brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }));
  }
}

if (argv[1] && import.meta.url === pathToFileURL(argv[1]).href) {
  await build({ types: argv.includes('--types'), web: !argv.includes('--no-web') });
}
