import type { Browser, BrowserContext, Page, Request } from 'playwright-core';
import { expect, onTestFinished } from 'vitest';
import type { Lang } from '#core/text/text.ts';

/** How somebody comes. */
export interface Visit {
  readonly lang?: Lang;
  readonly theme?: 'light' | 'dark';
  /** In whose name they act; the demo's marketing manager unless said otherwise, nobody when null. */
  readonly member?: string | null;
  readonly width?: number;
  readonly height?: number;
  /** Complaints of the browser that the test brings about on purpose. */
  readonly expected?: RegExp;
}

export interface Visitor {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Goes on to another page of the product, once it has all it asks for. */
  readonly go: (path: string) => Promise<void>;
}

const MEMBER = 'marketing/tanaka';

/** Opens a page as somebody, and sees to it that nothing goes wrong behind it while the test runs. */
export async function visit(browser: Browser, address: string, path: string, options: Visit): Promise<Visitor> {
  const { lang = 'ja', theme = 'light', member = MEMBER, width = 1280, height = 800, expected } = options;
  const context = await browser.newContext({
    viewport: { width, height },
    locale: lang === 'ja' ? 'ja-JP' : 'en-GB',
    colorScheme: theme,
    reducedMotion: 'reduce',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  if (member !== null) {
    await context.addInitScript(id => {
      if (localStorage.getItem('rashin.member') === null) localStorage.setItem('rashin.member', id);
    }, member);
  }
  const page = await context.newPage();
  followTraffic(page);
  const complaints = complaintsOf(context, page, address);
  onTestFinished(async () => {
    await context.close();
    expect(complaints.filter(complaint => !expected?.test(complaint))).toEqual([]);
  });
  const go = async (to: string) => {
    await page.goto(new URL(to, address).href);
    await settled(page);
  };
  await go(path);
  return { page, context, go };
}

/** Nothing is on its way any more: no answer, no part of the page that waits for one. */
export async function settled(page: Page): Promise<void> {
  const underWay = traffic.get(page) ?? new Set();
  const until = Date.now() + PATIENCE_MS;
  let quiet = 0;
  while (quiet < QUIET_STEPS) {
    await page.waitForTimeout(STEP_MS);
    const isDone = underWay.size === 0 && (await page.evaluate(isWholePage));
    quiet = isDone ? quiet + 1 : 0;
    if (Date.now() > until) {
      const open = [...underWay].map(request => `${request.method()} ${request.url()}`);
      throw new Error(`${page.url()} is not whole after ${PATIENCE_MS} ms; under way: ${open.join(', ') || 'nothing'}`);
    }
  }
}

const STEP_MS = 100;
const QUIET_STEPS = 3;
const PATIENCE_MS = 60_000;

/** By page: the requests that have not been answered. */
const traffic = new WeakMap<Page, Set<Request>>();

/** Scripts are left out: a page that waits for one says so itself, and the end of a worker's script is not always reported. */
function followTraffic(page: Page): void {
  const underWay = new Set<Request>();
  traffic.set(page, underWay);
  page.on('request', request => {
    if (request.resourceType() !== 'script' && request.resourceType() !== 'other') underWay.add(request);
  });
  page.on('requestfinished', request => underWay.delete(request));
  page.on('requestfailed', request => underWay.delete(request));
}

/** Runs in the page. */
function isWholePage(): boolean {
  const waits = '[aria-busy="true"], [role="status"][aria-label="読み込み中"], [role="status"][aria-label="Loading"]';
  return (
    document.title.includes(' · ') &&
    (document.querySelector('main')?.textContent ?? '') !== '' &&
    document.querySelector(waits) === null &&
    document.querySelector('[role="img"] > [class*="canvas"]:empty') === null
  );
}

function complaintsOf(context: BrowserContext, page: Page, address: string): readonly string[] {
  const complaints: string[] = [];
  page.on('console', message => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', error => complaints.push(`thrown: ${error.message}`));
  context.on('request', request => {
    const { protocol, origin } = new URL(request.url());
    if (protocol !== 'data:' && protocol !== 'blob:' && origin !== address) complaints.push(`asked elsewhere: ${request.url()}`);
  });
  context.on('response', response => {
    if (response.status() >= 400) complaints.push(`${response.status()}: ${response.url()}`);
  });
  return complaints;
}
