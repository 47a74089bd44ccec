import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { argv, execPath } from 'node:process';
import { fileURLToPath } from 'node:url';

const RASHIN = fileURLToPath(new URL('../bin/rashin.mjs', import.meta.url));

/**
 * The folder that follows `--data`; undefined when it was not given or is not there.
 *
 * @returns {string | undefined}
 */
export function dataFolder() {
  const at = argv.indexOf('--data');
  const folder = at === -1 ? undefined : argv[at + 1];
  return folder !== undefined && existsSync(folder) ? folder : undefined;
}

/**
 * Runs Rashin on an empty workspace of its own, works with it and removes it again.
 *
 * @template T
 * @param {(product: Product) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withProduct(work) {
  const folder = mkdtempSync(join(tmpdir(), 'rashin-example-'));
  const workspace = join(folder, 'workspace');
  const server = spawn(execPath, [RASHIN, 'start', workspace, '--quiet', '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    await new Promise((resolve, reject) => {
      server.stdout.once('data', resolve);
      server.once('exit', code => reject(new Error(`rashin start ended with ${code}`)));
    });
    return await work(new Product(workspace, server.pid ?? 0));
  } finally {
    const ended = new Promise(resolve => server.once('exit', resolve));
    if (server.kill('SIGTERM')) await ended;
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Rashin at work on one workspace. */
export class Product {
  /** @param {string} workspace @param {number} pid */
  constructor(workspace, pid) {
    this.workspace = workspace;
    this.pid = pid;
  }

  /**
   * Runs a command in the workspace and gives what it prints; throws when it fails.
   *
   * @param {readonly string[]} args
   * @returns {string}
   */
  rashin(...args) {
    const { status, stdout, stderr } = this.run(args);
    if (status !== 0) throw new Error(`rashin ${args.join(' ')} (${status})\n${stdout}\n${stderr}`);
    return stdout;
  }

  /** @param {readonly string[]} args */
  json(...args) {
    return JSON.parse(this.rashin(...args, '--json'));
  }

  /**
   * The report of an import, also of one that was refused: its problems say why.
   *
   * @param {string} file
   * @param {readonly string[]} options
   */
  importFile(file, ...options) {
    const { status, stdout, stderr } = this.run(['import', file, ...options, '--json']);
    if (status !== 0 && status !== 1) throw new Error(`rashin import ${file} (${status})\n${stderr}`);
    return JSON.parse(stdout);
  }

  /** @param {readonly string[]} args */
  run(args) {
    const command = [...args, '--workspace', this.workspace];
    return spawnSync(execPath, [RASHIN, ...command], { encoding: 'utf8', maxBuffer: 1 << 28 });
  }

  /**
   * The most memory the server has held so far, in MB, where the system says so (Linux).
   *
   * @returns {number | undefined}
   */
  peakMegabytes() {
    const file = `/proc/${this.pid}/status`;
    const kilobytes = existsSync(file) ? /VmHWM:\s+(\d+) kB/.exec(readFileSync(file, 'utf8'))?.[1] : undefined;
    return kilobytes === undefined ? undefined : Math.round(Number(kilobytes) / 1024);
  }
}
