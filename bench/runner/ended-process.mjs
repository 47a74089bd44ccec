import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { execPath } from 'node:process';
import { fileURLToPath } from 'node:url';

const TELL_PEAK = new URL('./tell-peak.mjs', import.meta.url).href;
export const RASHIN = fileURLToPath(new URL('../../bin/rashin.mjs', import.meta.url));

/**
 * Runs a Node program to its end: how long that took from start to exit, what it printed, and the most memory it has held.
 * Throws when its exit code is not one of the `expected`.
 *
 * @param {readonly string[]} args program and arguments
 * @param {{ folder: string, expected?: readonly number[] }} options
 * @returns {Promise<{ milliseconds: number, megabytes: number, out: string }>}
 */
export async function endedProcess(args, { folder, expected = [0] }) {
  const peakFile = join(folder, 'peak');
  rmSync(peakFile, { force: true });
  const start = performance.now();
  const child = spawn(execPath, ['--import', TELL_PEAK, ...args], {
    env: { ...process.env, RASHIN_BENCH_PEAK: peakFile },
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
  const megabytes = existsSync(peakFile) ? Number(readFileSync(peakFile, 'utf8')) / 1024 : Number.NaN;
  return { milliseconds, megabytes, out };
}
