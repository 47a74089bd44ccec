import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { findChromium } from '../build/chromium.mjs';
import { CHANNELS, madeEvents, NAMES } from './journey/made-events.mjs';
import { rashin, started } from './runner/product.mjs';
import { notRun, single } from './runner/rows.mjs';

export const title = 'Questions about journeys, in the browser';
export const about = `Events of a made web site are imported into the demo company's workspace as a file of its tag tool (\`--rows\` events), and asked about in Chromium: from the change of a choice on the page until its answer stands there.
Each choice is one that was not asked before. The longest gap is the longest time between two frames while an answer is under way.`;

const SEED = 7;
const LINES_AT_ONCE = 20_000;
const QUIET_MS = 500;
const step = name => `site-log:action=${name}`;

/** What is changed on each page, once to warm up and then for the figures. */
const QUESTIONS = [
  {
    measure: 'funnel of five steps',
    path: `/analysis/leaving?steps=${encodeURIComponent(NAMES.slice(0, 5).map(step).join('~'))}&window=365`,
    label: 'Time allowed from the first step',
    values: ['180', '90', '60', '30', '14', '7'],
  },
  {
    measure: 'cohorts and repeat rate',
    path: `/analysis/returning?began=${encodeURIComponent(step('page_view'))}`,
    label: 'Came back with',
    values: ['view_item', 'cart', 'checkout', 'purchase', 'signup', 'noise_1'].map(step),
  },
  {
    measure: 'attribution, all models',
    path: `/analysis/channels?goal=${encodeURIComponent(step('purchase'))}&touch=${encodeURIComponent(step('page_view'))}&by=channel&window=365`,
    label: 'Looking back',
    values: ['180', '90', '60', '30', '14', '7'],
  },
];

/** @param {{ folder: string, rows: number, tell: (text: string) => void }} context */
export async function benchmark({ folder, rows, tell }) {
  const browser = findChromium();
  if (!browser) return QUESTIONS.map(({ measure }) => notRun(measure, 'Rashin', 'no Chromium found; name it in CHROMIUM'));
  const workspace = join(folder, 'workspace');
  const file = join(folder, 'site-log_20250101-20251231.csv');
  tell('making the company and the events');
  rashin('demo', workspace);
  await writeLog(file, rows);
  tell('importing');
  const imported = timed(() =>
    rashin('import', file, '--workspace', workspace, '--dataset', 'site-log', '--member', 'marketing/kobayashi'),
  );
  const server = await started(workspace);
  const { chromium } = await import('playwright-core');
  const running = await chromium.launch({ executablePath: browser, args: ['--no-sandbox'] });
  try {
    const context = await running.newContext({ locale: 'en-US', viewport: { width: 1440, height: 900 } });
    const page = await context.newPage();
    page.setDefaultTimeout(600_000);
    const found = [single('import', 'Rashin', imported / 1000, { unit: 's', better: 'less' })];
    for (const [index, { measure, path, label, values }] of QUESTIONS.entries()) {
      tell(measure);
      const opened = performance.now();
      await page.goto(`${server.address}${path}`);
      await page.getByLabel(label).waitFor();
      await page.waitForFunction(isAnswered);
      if (index === 0) {
        const first = (performance.now() - opened) / 1000;
        found.push(
          single('first question, with bringing the events into the store', 'Rashin', first, { unit: 's', better: 'less' }),
        );
      }
      const taken = [];
      for (const value of values) {
        taken.push(await page.getByLabel(label).evaluate(answerTo, [value, QUIET_MS]));
        await page.waitForFunction(isAnswered);
      }
      const warm = taken.slice(1);
      found.push({
        ...spread(
          measure,
          warm.map(({ milliseconds }) => milliseconds),
        ),
      });
      found.push({
        ...spread(
          `${measure}: longest gap between frames`,
          warm.map(({ gap }) => gap),
        ),
      });
    }
    return found;
  } finally {
    await running.close();
    await server.stop();
  }
}

/** The answer stands: something is shown, and nothing is waited for. A page that tells of a failure ends the benchmark. */
function isAnswered() {
  const failure = document.querySelector('main [role="alert"]');
  if (failure) throw new Error(failure.textContent ?? 'the page tells of a failure');
  return document.querySelector('main table') !== null && document.querySelector('main [aria-busy="true"]') === null;
}

/**
 * Chooses, and waits in the page until an answer has come and nothing has changed any more for QUIET_MS: milliseconds from the choice
 * to the last change, and the longest gap between frames till then.
 */
function answerTo(select, [value, quiet]) {
  return new Promise(resolve => {
    const isWaited = () => document.querySelector('main [aria-busy="true"]') !== null;
    const start = performance.now();
    let [changed, hasCome] = [start, false];
    const changes = new MutationObserver(() => {
      changed = performance.now();
    });
    changes.observe(document.querySelector('main'), { subtree: true, childList: true, characterData: true, attributes: true });
    const answers = new PerformanceObserver(list => {
      hasCome ||= list.getEntries().some(({ name }) => name.includes('/api/journeys/ask'));
    });
    answers.observe({ type: 'resource' });
    let [last, gap] = [start, 0];
    const frame = now => {
      if (last <= changed || !hasCome) gap = Math.max(gap, now - last);
      last = now;
      if (!hasCome || isWaited() || now - changed < quiet) return requestAnimationFrame(frame);
      changes.disconnect();
      answers.disconnect();
      resolve({ milliseconds: changed - start, gap });
    };
    select.value = value;
    select.dispatchEvent(new Event('change', { bubbles: true }));
    requestAnimationFrame(frame);
  });
}

function spread(measure, values) {
  const sorted = values.toSorted((a, b) => a - b);
  const value = { median: sorted[sorted.length >> 1], low: sorted[0], high: sorted.at(-1), rounds: sorted.length };
  return { measure, who: 'Rashin', unit: 'ms', better: 'less', value };
}

function timed(work) {
  const start = performance.now();
  work();
  return performance.now() - start;
}

async function writeLog(file, count) {
  const { columns } = madeEvents(count, SEED);
  await pipeline(Readable.from(lines(columns, count)), createWriteStream(file));
}

function* lines({ person, time, session, name, channel }, count) {
  yield 'occurred_at,visitor_id,session_id,action,channel\n';
  for (let from = 0; from < count; from += LINES_AT_ONCE) {
    const piece = [];
    for (let row = from; row < Math.min(count, from + LINES_AT_ONCE); row++) {
      const at = new Date(time[row]).toISOString();
      piece.push(
        `${at.slice(0, 10)} ${at.slice(11, 23)},v${person[row]},s${session[row]},${NAMES[name[row]]},${CHANNELS[channel[row]]}\n`,
      );
    }
    yield piece.join('');
  }
}
