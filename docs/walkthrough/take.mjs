import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execPath } from 'node:process';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { findChromium } from '../../build/chromium.mjs';

/**
 * Walks the way of the walk-through in an empty workspace and takes its pictures, as it is after `npm run build`:
 * node docs/walkthrough/take.mjs. A step that no longer goes as it is told ends it.
 */
const here = path => fileURLToPath(new URL(path, import.meta.url));
const MOST_BYTES = 300_000;
const WORDS = {
  ja: {
    locale: 'ja-JP',
    excel: /いまのExcelから/,
    sample: 'サンプルの表で試す',
    mine: '自分を責任者にする',
    name: '山田',
    register: /登録|始める|はじめる/,
    publish: '公開して始める',
    published: /公開し/,
    tree: 'KPIツリー',
    whatIf: '/analysis/what-if',
    toRead: '閲覧用ページ',
  },
  en: {
    locale: 'en-GB',
    excel: /From your Excel|Excel/,
    sample: 'Try it with a sample sheet',
    mine: 'Make me the owner',
    name: 'Yamada',
    register: /Register|Begin|Start/,
    publish: 'Publish and begin',
    published: /published/,
    tree: 'KPI tree',
    whatIf: '/analysis/what-if',
    toRead: 'Page to read',
  },
};

for (const lang of Object.keys(WORDS)) await walk(lang, WORDS[lang]);

async function walk(lang, words) {
  const folder = mkdtempSync(join(tmpdir(), 'rashin-walk-'));
  const args = [here('../../bin/rashin.mjs'), 'start', join(folder, 'workspace'), '--quiet', '--port', '0'];
  const server = spawn(execPath, args, { stdio: ['ignore', 'pipe', 'ignore'] });
  const ended = new Promise(resolve => server.once('exit', resolve));
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error('no Chromium was found; name one in CHROMIUM');
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    const address = await new Promise((resolve, reject) => {
      server.stdout.once('data', piece => resolve(String(piece).trim()));
      server.once('exit', code => reject(new Error(`rashin start ended with ${code}`)));
    });
    const viewport = { width: 1280, height: 820 };
    const page = await browser.newPage({ viewport, locale: words.locale, reducedMotion: 'reduce' });
    page.setDefaultTimeout(120_000);
    page.setDefaultNavigationTimeout(120_000);
    const picture = name => take(page, here(`./${name}.${lang}.png`));
    await page.goto(address, { waitUntil: 'networkidle' });
    await page.getByRole('link', { name: words.excel }).waitFor();
    await picture('1-begin');
    await page.getByRole('link', { name: words.excel }).click();
    await page.getByRole('button', { name: words.sample }).click();
    await page.getByRole('button', { name: words.mine }).waitFor();
    await picture('2-sheet');
    await page.getByRole('button', { name: words.mine }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox').first().fill(words.name);
    await dialog.getByRole('textbox').nth(1).fill('yamada');
    await dialog.getByRole('button', { name: words.register }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: words.publish }).scrollIntoViewIfNeeded();
    await picture('3-verdict');
    await page.getByRole('button', { name: words.publish }).click();
    await page.getByRole('status').getByText(words.published).waitFor();
    await page.goto(`${address}/plan`, { waitUntil: 'networkidle' });
    await picture('4-tree');
    await page.goto(`${address}/progress`, { waitUntil: 'networkidle' });
    await picture('5-progress');
    await page.goto(address + words.whatIf, { waitUntil: 'networkidle' });
    await picture('6-what-if');
    await page.goto(`${address}/plan/versions`, { waitUntil: 'networkidle' });
    await page.getByRole('link', { name: words.toRead }).click();
    await page.locator('main table').first().waitFor();
    await picture('7-published');
  } finally {
    await browser.close();
    server.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  }
}

async function take(page, file) {
  await page.locator('main').waitFor();
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(1_500);
  // What is still being worked out is no picture of the product.
  await page.waitForFunction(() => !/計算中|計算しています|Calculating|Working out/i.test(document.body.innerText), null, {
    timeout: 120_000,
  });
  await page.screenshot({ path: file });
  const { size } = statSync(file);
  console.log(`${file} ${Math.round(size / 1000)} kB`);
  if (size > MOST_BYTES) throw new Error(`${file} is larger than ${MOST_BYTES / 1000} kB`);
}
