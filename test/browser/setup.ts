import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { build } from '../../build/build.mjs';
import { CHROMIUM_MISSING, findChromium } from '../../build/chromium.mjs';
import { stampFile, stampOf } from '../../build/stamp.mjs';
import { runCli } from '../contract/built-cli.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The program of the browser. */
    chromium: string;
    /** The command line as it is built. */
    cli: string;
    /** A folder with the demo company's workspace, to be copied. */
    demo: string;
  }
}

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Once for all tests in the browser: the browser is there, the product is built, the demo company's workspace is made. */
export async function setup({ provide }: TestProject): Promise<() => void> {
  const chromium = findChromium();
  if (chromium === undefined) throw new Error(CHROMIUM_MISSING);
  const stamp = stampFile(ROOT);
  // What React complains about in development fails the tests.
  const mode = 'development';
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8').trim() !== stampOf(ROOT, mode)) await build({ mode });
  const cli = join(ROOT, 'dist', 'cli.mjs');
  const home = mkdtempSync(join(tmpdir(), 'rashin-browser-'));
  const demo = join(home, 'demo');
  const { code, err } = await runCli(cli, ['demo', demo]);
  if (code !== 0) throw new Error(`the demo could not be made: ${err}`);
  provide('chromium', chromium);
  provide('cli', cli);
  provide('demo', demo);
  return () => rmSync(home, { recursive: true, force: true });
}
