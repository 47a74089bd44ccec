import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execPath } from 'node:process';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { findChromium } from '../../build/chromium.mjs';

/**
 * Takes the READMEs' pictures from the demo company, as it is after `npm run build`: node docs/picture/take.mjs
 * The demo's day stands still, so the same product gives the same pictures.
 */
const here = path => fileURLToPath(new URL(path, import.meta.url));
const PICTURES = [
  { name: 'progress', path: '/progress', height: 860 },
  { name: 'tree', path: '/plan', height: 860 },
];
const LOCALES = { ja: 'ja-JP', en: 'en-GB' };
const MOST_BYTES = 300_000;

const folder = mkdtempSync(join(tmpdir(), 'rashin-picture-'));
const server = spawn(
  execPath,
  [here('../../bin/rashin.mjs'), 'start', join(folder, 'workspace'), '--demo', '--quiet', '--port', '0'],
  { stdio: ['ignore', 'pipe', 'ignore'] },
);
const ended = new Promise(resolve => server.once('exit', resolve));
try {
  const address = await new Promise((resolve, reject) => {
    server.stdout.once('data', piece => resolve(String(piece).trim()));
    server.once('exit', code => reject(new Error(`rashin start ended with ${code}`)));
  });
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error('no Chromium was found; name one in CHROMIUM');
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  for (const [lang, locale] of Object.entries(LOCALES)) {
    for (const { name, path, height } of PICTURES)
      await take(browser, address + path, height, locale, here(`./${name}.${lang}.png`));
  }
  await browser.close();
} finally {
  server.kill('SIGTERM');
  await ended;
  rmSync(folder, { recursive: true, force: true });
}

async function take(browser, address, height, locale, file) {
  const page = await browser.newPage({ viewport: { width: 1360, height }, locale, reducedMotion: 'reduce' });
  await page.goto(address, { waitUntil: 'networkidle' });
  await page.locator('main').waitFor();
  await page.waitForFunction(
    () =>
      ![...document.querySelectorAll('main *')].some(
        ({ children, textContent }) => children.length === 0 && textContent.trim() === '…',
      ),
  );
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(1_000);
  await page.screenshot({ path: file });
  await page.close();
  const { size } = statSync(file);
  console.log(`${file} ${Math.round(size / 1000)} kB`);
  if (size > MOST_BYTES) throw new Error(`${file} is larger than ${MOST_BYTES / 1000} kB`);
}
