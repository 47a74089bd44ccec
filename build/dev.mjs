import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { env, execPath } from 'node:process';
import { fileURLToPath } from 'node:url';
import { build } from './build.mjs';

/**
 * `npm run dev`: the screens with live reload on http://127.0.0.1:5173, and the server behind them, which is built and started
 * anew whenever something in `src` changes that is not a screen.
 */
const root = fileURLToPath(new URL('..', import.meta.url));
const PORT = '4870';
const SETTLE_MS = 200;

let server;
let building = Promise.resolve();
let timer;

await rebuild();
const { createServer } = await import('vite');
process.env.RASHIN_URL = `http://127.0.0.1:${PORT}`;
const web = await createServer({ configFile: join(root, 'build', 'web.config.mjs'), server: { host: '127.0.0.1', port: 5173 } });
await web.listen();
web.printUrls();

watch(join(root, 'src'), { recursive: true }, (_, name) => {
  if (name === null || name.startsWith('web') || /\.test\.tsx?$/.test(name)) return;
  clearTimeout(timer);
  timer = setTimeout(() => {
    building = building.then(rebuild);
  }, SETTLE_MS);
});

async function rebuild() {
  try {
    await build({ web: false });
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return;
  }
  await stopped();
  const workspace = env.RASHIN_WORKSPACE || join(root, 'workspace');
  server = spawn(execPath, [join(root, 'bin', 'rashin.mjs'), 'start', workspace, '--demo', '--port', PORT, '--quiet'], {
    stdio: 'inherit',
  });
}

function stopped() {
  if (!server || server.exitCode !== null) return Promise.resolve();
  return new Promise(resolve => {
    server.once('exit', resolve);
    server.kill('SIGTERM');
  });
}

process.on('SIGINT', async () => {
  await stopped();
  process.exit(0);
});
