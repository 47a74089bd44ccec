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
In Node, and in Chromium from the same source as the page's. "first" is the first call in a fresh browser, with nothing compiled yet. There is no peer that answers these questions.`;

const CASES = new URL('./data/advice-cases.mjs', import.meta.url);
const ROUNDS = 9;
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
      const { first, later } = times;
      rows.push(
        ...measured(
          name,
          spreads(
            new Map([
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
      if (measure.startsWith(begin) && value && value.low > most)
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
      const times = await inPage(
        running,
        script,
        ([name, rounds]) => {
          const { work } = globalThis.advice.adviceCases().find(each => each.name === name);
          return Array.from({ length: rounds + 1 }, () => {
            const start = performance.now();
            work();
            return performance.now() - start;
          });
        },
        [name, ROUNDS],
      );
      found.set(name, { first: times[0], later: times.slice(1) });
    }
    return found;
  } finally {
    await running.close();
  }
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
