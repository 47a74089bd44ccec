import type { ChildProcess } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, inject } from 'vitest';
import { ended, startServer } from '../contract/built-cli.ts';
import { type Visit, type Visitor, visit } from './visitor.ts';

/** The product as people have it: the built server on a copy of the demo company's workspace, and a browser. */
export interface Product {
  readonly address: () => string;
  /** Opens a page in a browser of its own; what goes wrong behind it fails the test. */
  readonly visit: (path: string, visit?: Visit) => Promise<Visitor>;
  readonly stopServer: () => Promise<void>;
  readonly startServer: () => Promise<void>;
}

/** Is there as long as the tests of the file run. With `empty`, on a workspace in which nothing is yet. */
export function product({ empty = false }: { readonly empty?: boolean } = {}): Product {
  const home = mkdtempSync(join(tmpdir(), 'rashin-browser-'));
  const workspace = join(home, 'workspace');
  let browser: Browser | undefined;
  let server: ChildProcess | undefined;
  let address = '';
  const start = async () => {
    const port = address === '' ? [] : ['--port', new URL(address).port];
    ({ child: server, address } = await startServer(inject('cli'), workspace, port));
  };
  const stop = async () => {
    if (server) await ended(server, 'SIGTERM');
  };
  beforeAll(async () => {
    if (!empty) cpSync(inject('demo'), workspace, { recursive: true });
    const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    browser = await chromium.launch({ executablePath: inject('chromium'), args: [...sandbox, '--force-color-profile=srgb'] });
    await start();
  });
  afterAll(async () => {
    await browser?.close();
    await stop();
    rmSync(home, { recursive: true, force: true });
  });
  return {
    address: () => address,
    visit: (path, options = {}) => {
      if (!browser) throw new Error('the browser has not been started');
      return visit(browser, address, path, options);
    },
    startServer: start,
    stopServer: stop,
  };
}
