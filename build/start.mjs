import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { argv, env, execPath, exit, stderr, stdout, versions } from 'node:process';
import { fileURLToPath } from 'node:url';
import { install } from './install.mjs';
import { stampFile, stampOf } from './stamp.mjs';

/**
 * `npm start`: installs what running needs, builds what has changed, and runs the server on the demo company's workspace in
 * `./workspace` (or RASHIN_WORKSPACE). Plain Node, without packages: there are none yet when it runs for the first time.
 */
const root = fileURLToPath(new URL('..', import.meta.url));
const lang = languageOf();
const LEAST_NODE = [20, 19];

refuseOldNode();
installWhenNeeded();
await buildWhenChanged();
await serve();

/** The language of the environment, Japanese when it names none. */
function languageOf() {
  const locale = (env.LC_ALL || env.LC_MESSAGES || env.LANG || '').toLowerCase().split(/[_.@-]/)[0];
  return ['', 'c', 'posix', 'ja'].includes(locale) ? 'ja' : 'en';
}

function say(ja, en) {
  stderr.write(`${{ ja, en }[lang]}\n`);
}

function refuseOldNode() {
  const [major = 0, minor = 0] = versions.node.split('.').map(Number);
  if (major > LEAST_NODE[0] || (major === LEAST_NODE[0] && minor >= LEAST_NODE[1])) return;
  say(
    `Node.js ${LEAST_NODE.join('.')} 以降が必要です（今は ${versions.node}）。https://nodejs.org から入れてください。`,
    `Node.js ${LEAST_NODE.join('.')} or later is needed (this is ${versions.node}). Get it from https://nodejs.org.`,
  );
  exit(2);
}

function installWhenNeeded() {
  const isReady = install(root, {
    dev: false,
    onStart: () => say('必要なパッケージを入れています（初回のみ）…', 'Installing packages (the first time only) …'),
  });
  if (isReady) return;
  say(
    'パッケージを入れられませんでした。ネットワークとディスクの空きを確かめて、もう一度実行してください。',
    'The packages could not be installed. Check the network and the disk, then try again.',
  );
  exit(2);
}

async function buildWhenChanged() {
  const file = stampFile(root);
  if (existsSync(file) && readFileSync(file, 'utf8').trim() === stampOf(root)) return;
  say('ビルドしています…', 'Building …');
  try {
    const { build } = await import('./build.mjs');
    await build({
      tell: part => {
        if (part === 'web') say('画面をビルドしています…', 'Building the screens …');
      },
    });
  } catch (error) {
    say('ビルドに失敗しました。', 'The build failed.');
    stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    exit(2);
  }
}

/** Runs the server in a process of its own, which this one steps aside for: signals and the exit code are passed on. */
function serve() {
  const asked = argv.slice(2);
  const workspace = env.RASHIN_WORKSPACE || join(root, 'workspace');
  const open = stdout.isTTY && asked.includes('--open') ? ['--open'] : [];
  const others = asked.filter(word => word !== '--open');
  const child = spawn(
    execPath,
    [join(root, 'bin', 'rashin.mjs'), 'start', workspace, '--demo', '--lang', lang, ...open, ...others],
    {
      stdio: 'inherit',
    },
  );
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  return new Promise(() => {
    child.on('exit', code => exit(code ?? 1));
  });
}
