import { mkdirSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { rolldown } from 'rolldown';
import { beforeAll, describe, expect, test } from 'vitest';
import { defaultCalendar } from '#core/calendar/calendar-settings.ts';
import { parseDay } from '#core/calendar/day.ts';
import type { ForesightInput } from '#core/foresee/foresight.ts';
import { LOOK_BACK } from '#core/foresee/history-months.ts';
import { EMPTY_CATALOGUE } from '#core/metric/catalogue.ts';
import { prepareArithmetic } from '#core/plan/arithmetic.ts';
import { parsePlan } from '#core/plan/build-plan.ts';
import { foresee } from './foresee-thread.ts';
import { runForesee } from './run-foresee.ts';

/** Sums of ten, over and over: the drivers, their sums, and the goal. */
const DRIVERS = 40;
const ids = (count: number, name: string) => Array.from({ length: count }, (_, i) => `${name}${i}`);

describe('the foreseeing thread', () => {
  let entry = '';
  beforeAll(async () => {
    const root = new URL('../../..', import.meta.url).pathname;
    const folder = `${root}node_modules/.cache/foresee-test-${process.pid}`;
    mkdirSync(folder, { recursive: true });
    const build = await rolldown({ input: `${root}src/engine/foresee/foresee-worker.ts`, cwd: root, platform: 'node' });
    entry = `${folder}/foresee-worker.mjs`;
    await build.write({ file: entry, format: 'esm', codeSplitting: false });
    return async () => (await import('node:fs/promises')).rm(folder, { recursive: true });
  });

  test('[LND-25] a thread gives what working on the spot gives', async () => {
    const input = inputOf();
    const onThread = await foresee({ do: 'landing', input }, () => new Worker(entry));
    expect(onThread).toEqual(await foresee({ do: 'landing', input }, () => null));
    const from = parseDay('2026-01-01');
    if (!from) throw new Error('no day');
    const values = Array.from({ length: 90 }, (_, i) => 100 + (i % 7));
    const asked = { from, values, support: 'nonnegative', calendar: defaultCalendar, horizon: 7 } as const;
    const days = await foresee({ do: 'days', asked }, () => new Worker(entry));
    expect(days).toEqual(await foresee({ do: 'days', asked }, () => null));
  }, 60_000);

  test('[LND-25] where there is no thread, others are answered after every driver and after every few blocks of draws', async () => {
    let pauses = 0;
    const answer = await runForesee({ do: 'landing', input: inputOf() }, async () => {
      pauses += 1;
    });
    expect(answer.did).toBe('landing');
    // One pause per driver, one per four blocks of 128 draws, one before and one after.
    expect(pauses).toBe(DRIVERS + 1 + Math.ceil(2_000 / (4 * 128)) + 1);
  }, 60_000);

  test('[LND-25] no more than two are worked out at a time', async () => {
    let [running, most] = [0, 0];
    const counted = () => {
      running += 1;
      most = Math.max(most, running);
      const worker = new Worker(entry);
      worker.once('exit', () => {
        running -= 1;
      });
      return worker;
    };
    await Promise.all(Array.from({ length: 5 }, () => foresee({ do: 'landing', input: { ...inputOf(), draws: 200 } }, counted)));
    expect(most).toBeLessThanOrEqual(2);
  }, 60_000);
});

function inputOf(): ForesightInput {
  const drivers = ids(DRIVERS, 'd');
  const sums = ids(DRIVERS / 10, 's');
  const yaml = `rashin: 1
plan: large
period: 2026-04-01/2027-03-31
goals:
  total: { target: 50000 per month, equals: ${sums.join(' + ')}, unit: count of lead }
kpis:
${sums.map((id, i) => `  ${id}: { equals: ${drivers.slice(10 * i, 10 * i + 10).join(' + ')}, unit: count of lead }`).join('\n')}
${drivers.map(id => `  ${id}: { target: 100 per month, unit: count of lead }`).join('\n')}
`;
  const parsed = parsePlan({ yaml }, EMPTY_CATALOGUE);
  const to = parseDay('2026-08-31');
  if (!parsed.ok || !to) throw new Error(JSON.stringify(parsed));
  const prepared = prepareArithmetic(parsed.value.plan);
  if (!prepared.ok) throw new Error('a circle');
  const history = new Map(
    drivers.map((id, i) => [
      id,
      {
        closed: Array.from({ length: LOOK_BACK + 5 }, (_, month) => (month < 24 ? null : 100 + ((month * 7 + i * 13) % 29))),
        running: null,
        profile: { kind: 'calendar-days' } as const,
      },
    ]),
  );
  return { arithmetic: prepared.arithmetic, to, history, effects: [], draws: 2_000, seed: 1 };
}
