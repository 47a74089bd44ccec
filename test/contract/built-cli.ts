import { type ChildProcess, spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { readCatalogue } from '../../build/catalogue.mjs';
import { nodeConfig } from '../../build/node.config.mjs';
import { readTemplateFiles } from '../../build/template.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Builds the command line as it is shipped, into a folder of the test's own, and returns its entry. */
export async function builtCli(name: string): Promise<string> {
  const home = join(ROOT, 'dist', 'test', name);
  const outDir = join(home, 'dist');
  rmSync(home, { recursive: true, force: true });
  mkdirSync(outDir, { recursive: true });
  await build({ ...nodeConfig, logLevel: 'error', build: { ...nodeConfig.build, outDir } });
  writeFileSync(join(outDir, 'catalogue.json'), JSON.stringify(readCatalogue(join(ROOT, 'catalogue'))));
  writeFileSync(join(outDir, 'templates.json'), JSON.stringify(readTemplateFiles(join(ROOT, 'template'))));
  copyFileSync(join(ROOT, 'package.json'), join(home, 'package.json'));
  return join(outDir, 'cli.mjs');
}

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string;
}

/** Runs a command of the built command line to its end. */
export function runCli(cli: string, args: readonly string[], { cwd, env, input }: RunOptions = {}): Promise<Ran> {
  const child = spawn(process.execPath, [cli, ...args], {
    cwd,
    env: { PATH: process.env.PATH ?? '', TZ: 'Asia/Kathmandu', ...env },
  });
  child.stdin.end(input ?? '');
  let [out, err] = ['', ''];
  child.stdout.on('data', piece => (out += String(piece)));
  child.stderr.on('data', piece => (err += String(piece)));
  return new Promise(resolve => child.on('close', code => resolve({ code, out, err })));
}

/** Starts the server on a workspace; resolves with its address. */
export function startServer(
  cli: string,
  workspace: string,
  args: readonly string[] = [],
): Promise<{ readonly child: ChildProcess; readonly address: string; readonly said: () => string }> {
  const child = spawn(process.execPath, [cli, 'start', workspace, '--port', '0', '--quiet', ...args], {
    env: { PATH: process.env.PATH ?? '', TZ: 'Asia/Kathmandu' },
  });
  let said = '';
  child.stderr.on('data', piece => (said += String(piece)));
  return new Promise((resolve, reject) => {
    child.stdout.on('data', piece => {
      const address = /http:\/\/\S+/.exec(String(piece))?.[0];
      if (address) resolve({ child, address, said: () => said });
    });
    child.on('exit', code => reject(new Error(`the server ended with ${code}: ${said}`)));
  });
}

/** Ends a process and waits for it. */
export function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode);
  return new Promise(resolve => {
    child.once('exit', code => resolve(code));
    child.kill(signal);
  });
}
