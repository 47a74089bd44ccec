import { mkdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { rolldown } from 'rolldown';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { agreeOnRandomCases } from '#test/journey/agree.ts';
import { EmbeddedJourneyEngine } from '../embedded-engine.ts';

let entry = '';
const folders: string[] = [];
beforeAll(async () => {
  const root = new URL('../../../..', import.meta.url).pathname;
  const folder = `${root}node_modules/.cache/journey-test-${process.pid}`;
  mkdirSync(folder, { recursive: true });
  folders.push(folder);
  const build = await rolldown({ input: `${root}src/engine/journey/thread/journey-worker.ts`, cwd: root, platform: 'node' });
  entry = `${folder}/journey-worker.mjs`;
  await build.write({ file: entry, format: 'esm', codeSplitting: false });
}, 60_000);
afterAll(() => Promise.all(folders.map(folder => rm(folder, { recursive: true }))));

async function threaded(startThread = () => new Worker(entry)) {
  const folder = await mkdtemp(join(tmpdir(), 'rashin-journey-'));
  folders.push(folder);
  return EmbeddedJourneyEngine.open({ folder, threads: 3, startThread });
}

test('[JRN-01] threads answer what the definition does', async () => {
  const agreement = await agreeOnRandomCases(() => threaded(), { cases: 50, seed: 7, alone: 2 });
  expect(agreement.questions).toBeGreaterThanOrEqual(600);
}, 120_000);

test('a question that nobody waits for any longer ends, and the next one is answered', async () => {
  const engine = await threaded();
  await engine.append(manyEvents(300_000));
  const abort = new AbortController();
  const question = { ask: 'rolling', select: {}, edges: [0, 1_000_000], length: 1 } as const;
  const asked = engine.ask(question, { signal: abort.signal });
  abort.abort(new Error('not any longer'));
  await expect(asked).rejects.toThrow('not any longer');
  const answer = await engine.ask(question);
  expect(answer).toMatchObject({ ok: true, value: { active: [1_000], rolling: [1_000] } });
  await engine.close();
});

test('a thread that dies fails its questions, and is replaced for the next', async () => {
  let started: Worker[] = [];
  const engine = await threaded(() => {
    const worker = new Worker(entry);
    started.push(worker);
    return worker;
  });
  await engine.append(manyEvents(100_000));
  const question = { ask: 'rolling', select: {}, edges: [0, 1_000_000], length: 1 } as const;
  await engine.ask(question);
  const asked = engine.ask(question);
  asked.catch(() => undefined);
  await Promise.all(started.map(worker => worker.terminate()));
  started = [];
  await asked.then(
    answer => expect(answer.ok).toBe(true),
    (error: unknown) => expect(String(error)).toContain('the thread of journeys ended'),
  );
  expect(await engine.ask(question)).toMatchObject({ ok: true, value: { active: [1_000] } });
  expect(started).toHaveLength(3);
  await engine.close();
});

function manyEvents(length: number) {
  const codes = Uint32Array.from({ length }, (_, row) => row % 1_000);
  return {
    length,
    person: { codes, values: Array.from({ length: 1_000 }, (_, i) => `p${i}`) },
    time: Float64Array.from({ length }, (_, row) => row),
    name: { codes: new Uint32Array(length), values: ['seen'] },
    dimensions: {},
  };
}
