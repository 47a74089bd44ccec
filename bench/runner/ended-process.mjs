import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { execPath } from 'node:process';
import { fileURLToPath } from 'node:url';

const TELL_USED = new URL('./tell-used.mjs', import.meta.url).href;
export const RASHIN = fileURLToPath(new URL('../../bin/rashin.mjs', import.meta.url));

/**
 * Runs a Node program to its end: how long that took from start to exit, the processor time of all its threads, the most memory it
 * has held, and what it printed.
 * Throws when its exit code is not one of the `expected`.
 *
 * @param {readonly string[]} args program and arguments
 * @param {{ folder: string, expected?: readonly number[] }} options
 * @returns {Promise<{ milliseconds: number, cpuMilliseconds: number, megabytes: number, out: string }>}
 */
export async function endedProcess(args, { folder, expected = [0] }) {
  const usedFile = join(folder, 'used.json');
  rmSync(usedFile, { force: true });
  const start = performance.now();
  const child = spawn(execPath, ['--import', TELL_USED, ...args], {
    env: { ...process.env, RASHIN_BENCH_USED: usedFile },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [out, err] = ['', ''];
  child.stdout.on('data', piece => {
    out += piece;
  });
  child.stderr.on('data', piece => {
    err += piece;
  });
  const code = await new Promise(resolve => child.on('close', resolve));
  const milliseconds = performance.now() - start;
  if (!expected.includes(code)) throw new Error(`${args.join(' ')} ended with ${code}\n${err}\n${out.slice(0, 2_000)}`);
  const used = existsSync(usedFile)
    ? JSON.parse(readFileSync(usedFile, 'utf8'))
    : { megabytes: Number.NaN, cpuMilliseconds: Number.NaN };
  return { milliseconds, ...used, out };
}
