import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { agreeOnRandomCases, JOURNEY_KINDS } from '#test/journey/agree.ts';
import { agreeOnMicroCases } from '#test/journey/micro-cases.ts';
import { EmbeddedJourneyEngine } from './embedded-engine.ts';

const folders: string[] = [];
afterAll(() => Promise.all(folders.map(folder => rm(folder, { recursive: true }))));

async function emptyEngine(options: { readonly memoryBytes?: number } = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'rashin-journey-'));
  folders.push(folder);
  return EmbeddedJourneyEngine.open({ folder, ...options });
}

test('[JRN-01] the cases worked by hand', async () => {
  await agreeOnMicroCases(() => emptyEngine());
}, 60_000);

test.each(JOURNEY_KINDS)(
  '[JRN-01] %s answers what the definition does',
  async kind => {
    const agreement = await agreeOnRandomCases(() => emptyEngine(), { cases: 40, seed: 1, kinds: [kind], alone: 4 });
    expect(agreement.telling).toBeGreaterThan(8);
  },
  120_000,
);

test('[JRN-01] columns for which memory has no room are read again, and answers stay', async () => {
  const agreement = await agreeOnRandomCases(() => emptyEngine({ memoryBytes: 1 }), { cases: 20, seed: 3, alone: 2 });
  expect(agreement.questions).toBeGreaterThan(200);
}, 120_000);

test('columns that the latest questions do not need leave memory when there is no room', async () => {
  const engine = await emptyEngine({ memoryBytes: 1 });
  const codes = new Uint32Array(1_000);
  await engine.append({
    length: 1_000,
    person: { codes, values: ['ann'] },
    time: new Float64Array(1_000),
    name: { codes, values: ['seen'] },
    dimensions: { channel: { codes, values: ['Ads'] } },
  });
  const held = () => engine.heldBytes;
  await engine.ask({ ask: 'series', select: { events: ['seen'] }, edges: [0, 1], by: ['channel'] });
  const withChannel = held();
  await engine.ask({ ask: 'funnel', steps: [{ events: ['seen'] }], window: 1 });
  expect(withChannel - held()).toBeGreaterThanOrEqual(1_000);
  await engine.close();
});

test('[JRN-09] what a question names and the store does not know is a problem', async () => {
  const engine = await emptyEngine();
  const question = { ask: 'rolling', select: { events: ['nothing'] }, edges: [0, 1], length: 1 } as const;
  expect(await engine.ask(question)).toMatchObject({ ok: false, problems: [{ code: 'journey-no-events' }] });
  await engine.close();
});

test('[JRN-41] a person with 200,000 events, half of them conversions, is answered in a bounded time', async () => {
  const engine = await emptyEngine();
  const length = 200_000;
  const codes = new Uint32Array(length);
  await engine.append({
    length,
    person: { codes, values: ['bot'] },
    // A session of its own for each.
    time: Float64Array.from({ length }, (_, row) => row * 1_800_001),
    name: { codes: Uint32Array.from({ length }, (_, row) => row % 2), values: ['visit', 'purchase'] },
    dimensions: { channel: { codes: Uint32Array.from({ length }, (_, row) => row % 3), values: ['a', 'b', null] } },
  });
  const answer = await engine.ask({
    ask: 'attribution',
    convert: { events: ['purchase'] },
    touch: {},
    lookback: 1e13,
    by: ['channel'],
    models: [{ model: 'linear' }, { model: 'decay', halfLife: 1e9 }, { model: 'position', first: 0.4, last: 0.4 }],
  });
  if (!answer.ok) throw new Error(JSON.stringify(answer.problems));
  expect(answer.value.conversions).toBe(length / 2);
  for (const model of [0, 1, 2])
    expect(answer.value.rows.reduce((sum, { credits }) => sum + (credits[model]?.conversions ?? 0), 0)).toBeCloseTo(
      length / 2,
      3,
    );
  await engine.close();
}, 60_000);
