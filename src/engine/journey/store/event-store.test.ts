import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { EmbeddedJourneyEngine } from '../embedded-engine.ts';
import type { EventBatch } from '../event-batch.ts';
import { EventStore } from './event-store.ts';

const DAY = 86_400_000;
const BEGIN = Date.UTC(2026, 0, 1);
const WHOLE = { ask: 'rolling', select: {}, edges: [BEGIN, BEGIN + 400 * DAY], length: 1 } as const;

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rashin-journey-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('the store of journeys', () => {
  test('[JRN-05] keeps ids over closing: what came before changes nothing', async () => {
    let engine = await EmbeddedJourneyEngine.open({ folder });
    await engine.append(batch(['a', 'b', 'c']));
    await engine.close();
    engine = await EmbeddedJourneyEngine.open({ folder });
    await engine.append(batch(['b', 'd']));
    expect(await engine.contents()).toMatchObject({ events: 4, people: 4 });
    await engine.close();
  });

  test.each(['part', 'ids', 'store.json', 'people.texts'])(
    'tells that %s is damaged, and answers nothing from it',
    async kind => {
      const engine = await EmbeddedJourneyEngine.open({ folder });
      await engine.append(batch(['a', 'b', 'c']));
      await engine.close();
      const file = (await readdir(folder)).find(name => name.startsWith(kind)) ?? '';
      const content = await readFile(join(folder, file));
      for (let at = 0; at < content.length; at += Math.ceil(content.length / 60)) {
        const spoilt = Buffer.from(content);
        spoilt[at] = (spoilt[at] as number) ^ 0x10;
        await writeFile(join(folder, file), spoilt);
        await expect(useAll()).rejects.toMatchObject({ name: 'EngineError' });
      }
      for (const length of [0, 5, Math.floor(content.length / 2), content.length - 1]) {
        await writeFile(join(folder, file), content.subarray(0, length));
        await expect(useAll()).rejects.toMatchObject({ name: 'EngineError' });
      }
      await writeFile(join(folder, file), content);
      await expect(useAll()).resolves.toMatchObject({ ok: true });
    },
  );

  test.each([
    ['an earlier', 1, 'journey-store-older'],
    ['a later', 99, 'journey-store-newer'],
  ])('a store with the layout of %s Rashin is not read', async (_, format, code) => {
    const engine = await EmbeddedJourneyEngine.open({ folder });
    await engine.append(batch(['a']));
    await engine.close();
    const body = JSON.stringify({
      ...JSON.parse((await readFile(join(folder, 'store.json'), 'utf8')).split('\n')[1] ?? ''),
      format,
    });
    await writeFile(join(folder, 'store.json'), `${crc32(body)}\n${body}`);
    await expect(EmbeddedJourneyEngine.open({ folder })).rejects.toMatchObject({ code });
  });

  test('a file that is gone is found when the store is opened', async () => {
    const engine = await EmbeddedJourneyEngine.open({ folder });
    await engine.append(batch(['a']));
    await engine.close();
    await rm(join(folder, (await readdir(folder)).find(name => name.startsWith('part')) ?? ''));
    await expect(EmbeddedJourneyEngine.open({ folder })).rejects.toMatchObject({ code: 'journey-store-damaged' });
  });

  test('parts that an append leaves alone are not read again: their columns stay in memory', async () => {
    const store = await EventStore.open(folder, 0);
    await store.append(batch(['a', 'b']));
    const wanted = { dimensions: [0], value: true, session: false };
    const [before] = await store.load(wanted);
    await store.append({ ...batch(['c']), time: Float64Array.of(BEGIN + 40 * DAY) });
    const [after, added] = await store.load(wanted);
    expect(added?.time.length).toBe(1);
    expect(after?.time).toBe(before?.time);
    expect(after?.dimensions[0]).toBe(before?.dimensions[0]);
    expect(after?.values?.amounts).toBe(before?.values?.amounts);
  });

  test('what a change left half-way is not seen and goes away', async () => {
    let engine = await EmbeddedJourneyEngine.open({ folder });
    await engine.append(batch(['a', 'b']));
    await engine.close();
    await writeFile(join(folder, 'part-99.columns'), 'rubbish');
    await writeFile(
      join(folder, 'people.texts'),
      Buffer.concat([await readFile(join(folder, 'people.texts')), Buffer.from('half')]),
    );
    engine = await EmbeddedJourneyEngine.open({ folder });
    await engine.append(batch(['c']));
    await engine.close();
    expect(await readdir(folder)).not.toContain('part-99.columns');
    engine = await EmbeddedJourneyEngine.open({ folder });
    await engine.append(batch(['a', 'c', 'd']));
    expect(await engine.contents()).toMatchObject({ events: 4, people: 4 });
    await engine.close();
  });

  test('an append that is called off changes nothing', async () => {
    const engine = await EmbeddedJourneyEngine.open({ folder });
    await engine.append(batch(['a']));
    await expect(engine.append(batch(['b', 'c']), AbortSignal.abort(new Error('called off')))).rejects.toThrow('called off');
    expect(await engine.contents()).toMatchObject({ events: 1, people: 1 });
    await engine.append(batch(['b', 'c']));
    expect(await engine.contents()).toMatchObject({ events: 3, people: 3 });
    await engine.close();
  });

  test('many small batches of a month become few parts', async () => {
    const engine = await EmbeddedJourneyEngine.open({ folder });
    for (let i = 0; i < 30; i++) await engine.append(batch([`e${i}`]));
    const parts = (await readdir(folder)).filter(name => name.startsWith('part-'));
    expect(parts.length).toBeLessThanOrEqual(6);
    expect(await engine.ask(WHOLE)).toMatchObject({ ok: true, value: { active: [30] } });
    await engine.close();
  });
});

async function useAll() {
  const engine = await EmbeddedJourneyEngine.open({ folder });
  try {
    await engine.append(batch(['a']));
    const where = [{ dimension: 'kind', in: ['x'] }];
    return await engine.ask({ ...WHOLE, select: { where, value: { min: 0 } } });
  } finally {
    await engine.close();
  }
}

/** One event per id, each of a person of the same name. */
function batch(ids: readonly string[]): EventBatch {
  const codes = Uint32Array.from(ids.keys());
  return {
    length: ids.length,
    person: { codes, values: ids.map(id => `person ${id}`) },
    time: Float64Array.from(ids, (_, i) => BEGIN + i),
    name: { codes: new Uint32Array(ids.length), values: ['seen'] },
    dimensions: { kind: { codes: new Uint32Array(ids.length), values: ['x'] } },
    value: Float64Array.from(ids, () => 7),
    id: { codes, values: ids },
  };
}
