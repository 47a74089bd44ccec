import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findChromium } from '../build/chromium.mjs';
import { MEMBER, rashin, shopWorkspace, started } from './runner/product.mjs';
import { notRun, single } from './runner/rows.mjs';

export const title = 'A plan of 500 nodes in the tree editor';
export const about = `Formulas of two to four parts, every leaf with a target and an owner; Chromium, window of 1440 × 900, all branches open. The time is from the key, click or
wheel to the end of the next frame after it, the worst of ten; beside it the longest stretch in which the page answered nothing. There is no peer: other tools do not have this tree.`;

const NODES = 500;
const TIMES = 10;

/** @param {{ folder: string }} context */
export async function benchmark({ folder }) {
  const browser = findChromium();
  if (!browser) return [notRun('typing into a field', 'Rashin', 'no Chromium found; name it in CHROMIUM')];
  const workspace = join(folder, 'workspace');
  await shopWorkspace(workspace);
  const file = join(folder, 'large.yaml');
  writeFileSync(file, planText());
  rashin('plan', 'apply', file, '--workspace', workspace, '--member', MEMBER, '--publish', '--reason', 'bench');
  const server = await started(workspace);
  const { chromium } = await import('playwright-core');
  const running = await chromium.launch({ executablePath: browser, args: ['--no-sandbox'] });
  try {
    const context = await running.newContext({ viewport: { width: 1440, height: 900 }, locale: 'ja-JP' });
    await context.addInitScript(member => localStorage.setItem('rashin.member', member), MEMBER);
    const page = await context.newPage();
    await page.goto(`${server.address}/plan?plan=large`);
    await page.locator('[data-key="n0"]').waitFor();
    await page.getByRole('button', { name: 'すべて開く' }).click();
    await page.waitForTimeout(3_000);
    await page.evaluate(watch);
    return await measures(page);
  } finally {
    await running.close();
    await server.stop();
  }
}

async function measures(page) {
  const rows = [];
  const take = async (measure, act) => {
    await page.evaluate(() => globalThis.benchReset());
    for (let i = 0; i < TIMES; i++) {
      await act(i);
      await page.evaluate(() => new Promise(done => requestAnimationFrame(() => setTimeout(done, 0))));
      await page.waitForTimeout(150);
    }
    const { worst, blocked } = await page.evaluate(() => globalThis.benchRead());
    rows.push(
      single(`${measure}: to the next frame, worst of ${TIMES}`, 'Rashin', worst, { unit: 'ms', better: 'less' }),
      single(`${measure}: longest block`, 'Rashin', blocked, { unit: 'ms', better: 'less' }),
    );
  };
  const goal = page.locator('[data-key="n0"]');
  await goal.focus();
  await page.keyboard.press('F2');
  const field = page.getByRole('group', { name: /編集/ }).locator('input').first();
  await field.focus();
  await take('typing into a field on a card', () => page.keyboard.press('a'));
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  const fold = page.getByRole('button', { name: /^(?:折りたたむ|開く) KPI 1$/ });
  await take('folding and unfolding a branch', () => fold.click());
  const frame = page.locator('section').filter({ has: goal }).last();
  const box = await frame.boundingBox();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.keyboard.down('Control');
  await take('zooming', i => page.mouse.wheel(0, i % 2 ? -120 : 120));
  await page.keyboard.up('Control');
  await take('panning', i => page.mouse.wheel(i % 2 ? -700 : 900, 200));
  return rows;
}

/** Runs in the page: how long the browser says that events took, and how long nothing could be answered. */
function watch() {
  let worst = 0;
  let blocked = 0;
  new PerformanceObserver(list => {
    for (const { duration, name } of list.getEntries())
      if (!/^pointer(?:enter|leave|over|out)|^mouse(?:enter|leave|over|out)/.test(name)) worst = Math.max(worst, duration);
  }).observe({ type: 'event', durationThreshold: 16 });
  new PerformanceObserver(list => {
    for (const { duration } of list.getEntries()) blocked = Math.max(blocked, duration);
  }).observe({ type: 'longtask' });
  const onWheel = () => {
    const start = performance.now();
    requestAnimationFrame(() =>
      setTimeout(() => {
        worst = Math.max(worst, performance.now() - start);
      }, 0),
    );
  };
  addEventListener('wheel', onWheel, { capture: true, passive: true });
  globalThis.benchReset = () => {
    worst = 0;
    blocked = 0;
  };
  globalThis.benchRead = () => ({ worst, blocked });
}

/** A goal over a tree of sums and products, three parts each, in a file as people write it. */
function planText() {
  const lines = [];
  for (let i = 1; i < NODES; i++) {
    const parts = [1, 2, 3].map(k => 3 * i + k).filter(k => k < NODES);
    const name = `name: { ja: "KPI ${i}", en: "KPI no. ${i}" }`;
    lines.push(
      parts.length > 0
        ? `  n${i}: { ${name}, unit: count, equals: ${parts.map(k => `n${k}`).join(' + ')} }`
        : `  n${i}: { ${name}, unit: count, target: ${100 + i} per month, owner: ${MEMBER} }`,
    );
  }
  return `rashin: 1
plan: large
name: { ja: 大きな計画, en: A large plan }
period: 2026-04-01/2027-03-31
goals:
  n0: { name: { ja: 総数, en: Total }, unit: count, target: 100,000 by 2027-03-31, equals: n1 + n2 + n3, owner: ${MEMBER} }
kpis:
${lines.join('\n')}
`;
}
