import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EmbeddedJourneyEngine } from '#engine/journey/embedded-engine.ts';
import type { JourneyEngine } from '#engine/journey/journey-engine.ts';

/**
 * The embedded engine, closed and opened again after every change and put together every now and then, so that answers come from
 * files, from parts of their own, and from parts made of others. `folders` gets what is to be removed.
 */
export async function restlessEngine(folders: string[]): Promise<JourneyEngine> {
  const folder = await mkdtemp(join(tmpdir(), 'rashin-journey-'));
  folders.push(folder);
  let engine = await EmbeddedJourneyEngine.open({ folder, threads: 2 });
  let changes = 0;
  const reopened = async (change: Promise<void>) => {
    await change;
    changes += 1;
    if (changes % 3 === 0) await engine.compact();
    await engine.close();
    engine = await EmbeddedJourneyEngine.open({ folder, threads: 2 });
  };
  return {
    contents: () => engine.contents(),
    append: (batch, signal) => reopened(engine.append(batch, signal)),
    merge: pairs => reopened(engine.merge(pairs)),
    ask: (question, options) => engine.ask(question, options),
    close: () => engine.close(),
  };
}
