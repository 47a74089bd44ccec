import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { staticFiles } from './static-files.ts';

const SCRIPT = `console.log('${'a'.repeat(2_000)}');\n`;

function served() {
  const dir = mkdtempSync(join(tmpdir(), 'rashin-web-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  mkdirSync(join(dir, 'assets'));
  writeFileSync(join(dir, 'index.html'), '<!doctype html>');
  writeFileSync(join(dir, 'assets', 'index-AbCd1234.js'), SCRIPT);
  writeFileSync(join(dir, 'assets', 'index-AbCd1234.js.br'), brotliCompressSync(SCRIPT));
  const files = staticFiles(dir);
  return async (path: string, accepted: string) => {
    const response = files.answer(new Request(`http://127.0.0.1${path}`, { headers: { 'accept-encoding': accepted } }));
    const bytes = response && Buffer.from(await response.arrayBuffer());
    return { encoding: response?.headers.get('content-encoding') ?? null, bytes };
  };
}

test('[API-40] a file comes in the encoding the browser takes, always with the same content', async () => {
  const ask = served();
  const script = '/assets/index-AbCd1234.js';
  const brotli = await ask(script, 'gzip, deflate, br');
  expect([brotli.encoding, String(brotliDecompressSync(brotli.bytes ?? ''))]).toEqual(['br', SCRIPT]);
  for (const _ of ['made', 'kept']) {
    const gzip = await ask(script, 'gzip, deflate');
    expect([gzip.encoding, String(gunzipSync(gzip.bytes ?? ''))]).toEqual(['gzip', SCRIPT]);
  }
  expect(await ask(script, '')).toEqual({ encoding: null, bytes: Buffer.from(SCRIPT) });
  expect(await ask('/index.html', 'gzip')).toEqual({ encoding: null, bytes: Buffer.from('<!doctype html>') });
});

test('[API-40] a compressed copy has no address of its own', async () => {
  expect((await served()('/assets/index-AbCd1234.js.br', 'br')).bytes).toBeUndefined();
});
