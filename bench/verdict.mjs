import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { findChromium } from '../build/chromium.mjs';
import { bundled } from './runner/bundled.mjs';
import { interleaved, spreads } from './runner/interleaved.mjs';
import { measured, notRun } from './runner/rows.mjs';

export const title = 'Verdict, repair and schedule';
export const about = `What a reader waits for while a plan is edited: the exact verdict on its goals, with and without delays, on plans of about 1,000 nodes and 12 months; the whole check from the text; a repair; schedules.
In Node, and in Chromium from the same source as the page's. "first" is the first call in a fresh browser after half a second of what the page's worker does while the plan is fetched; "nothing compiled" the same without it. There is no peer that answers these questions.`;

const CASES = new URL('./data/advice-cases.mjs', import.meta.url);
const ROUNDS = 9;
/** As long as the page's worker warms up at most. */
const WARM_UP_MS = 500;
const LIMIT_MS = { 'verdict:': 200, schedules: 1_000 };

/** @param {{ folder: string }} context */
export async function benchmark({ folder }) {
  const { adviceCases } = await bundled(CASES);
  const cases = adviceCases();
  const browser = findChromium();
  const inPage = browser ? await inBrowser(browser, folder) : undefined;
  const rows = [];
  for (const { name, work } of cases) {
    rows.push(...measured(name, await interleaved([{ who: 'Rashin, Node', work }], { rounds: ROUNDS, warmups: 2 }), HOW));
    const times = inPage?.get(name);
    if (!times) rows.push(notRun(name, 'Rashin, Chromium', 'no Chromium found; name it in CHROMIUM'));
    else {
      const { cold, first, later } = times;
      rows.push(
        ...measured(
          name,
          spreads(
            new Map([
              ['Rashin, Chromium, nothing compiled', [cold]],
              ['Rashin, Chromium first', [first]],
              ['Rashin, Chromium', later],
            ]),
          ),
          HOW,
        ),
      );
    }
  }
  for (const { measure, who, value } of rows)
    for (const [begin, most] of Object.entries(LIMIT_MS))
      if (measure.startsWith(begin) && who !== 'Rashin, Chromium, nothing compiled' && value && value.low > most)
        console.error(`${measure}, ${who}: ${value.low} ms, over ${most} ms`);
  return rows;
}

const HOW = { unit: 'ms', better: 'less' };

/** Every case in a page of its own, so that nothing is compiled before it is called first. */
async function inBrowser(executablePath, folder) {
  const file = join(folder, 'advice.js');
  const bundle = await rolldown({ input: fileURLToPath(CASES), platform: 'browser', logLevel: 'silent' });
  await bundle.write({ file, format: 'iife', name: 'advice', codeSplitting: false });
  const script = readFileSync(file, 'utf8');
  const { chromium } = await import('playwright-core');
  const running = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    const found = new Map();
    const names = await inPage(running, script, () => globalThis.advice.adviceCases().map(({ name }) => name));
    for (const name of names) {
      const [cold] = await inPage(running, script, timesOf, [name, 1, 0]);
      const [first, ...later] = await inPage(running, script, timesOf, [name, ROUNDS + 1, WARM_UP_MS]);
      found.set(name, { cold, first, later });
    }
    return found;
  } finally {
    await running.close();
  }
}

/** Runs in the page. */
function timesOf([name, rounds, warmUp]) {
  const { adviceCases, warmed } = globalThis.advice;
  const { work } = adviceCases().find(each => each.name === name);
  const from = performance.now();
  while (performance.now() - from < warmUp) warmed();
  return Array.from({ length: rounds }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
}

async function inPage(running, script, work, argument) {
  const page = await running.newPage();
  try {
    await page.addScriptTag({ content: script });
    return await page.evaluate(work, argument);
  } finally {
    await page.close();
  }
}
