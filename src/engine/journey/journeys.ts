import { mkdir, rename, rm } from 'node:fs/promises';
import { minorDigits } from '#core/unit/unit.ts';
import type { App } from '../app/app.ts';
import { EngineError } from '../engine-error.ts';
import { knownAt } from '../query/knowledge.ts';
import { EmbeddedJourneyEngine } from './embedded-engine.ts';
import { type Fed, type FedDataset, forgetFed, missingFrom, readFed, writeFed } from './feed/fed.ts';
import { feedEvents } from './feed/feed-events.ts';
import { personColumns } from './feed/person-columns.ts';
import type { PersonDataset } from './feed/person-dataset.ts';
import type { JourneyEngine } from './journey-engine.ts';

/** The engine of journeys of one workspace, brought up to date when it is asked for. [JNY-01] */
export interface Journeys {
  engine(app: App): Promise<JourneyEngine>;
  close(): Promise<void>;
}

/**
 * Journeys of the workspace's live rows. Rows that came in since are added; when rows went or columns changed, everything is made
 * anew beside and takes the old one's place.
 */
export function createJourneys(folder: string): Journeys {
  let open: { readonly engine: EmbeddedJourneyEngine; readonly fed: Fed } | undefined;
  let last: Promise<unknown> = Promise.resolve();

  const brought = async (app: App): Promise<JourneyEngine> => {
    const { wanted, sources } = await wantedOf(app);
    const fed = open?.fed ?? (await readFed(folder));
    const missing = fed && missingFrom(fed, wanted);
    if (!missing) return anew(app, wanted, sources);
    const engine = open?.engine ?? (await openedIfSound(folder, wanted.valueDigits));
    if (!engine) return anew(app, wanted, sources);
    if (missing.length > 0) await added(app, engine, missing, sources, wanted);
    open = { engine, fed: wanted };
    return engine;
  };

  const added = async (
    app: App,
    engine: EmbeddedJourneyEngine,
    missing: readonly FedDataset[],
    sources: ReadonlyMap<string, PersonDataset>,
    wanted: Fed,
  ): Promise<void> => {
    await forgetFed(folder);
    try {
      await fill(app, engine, missing, sources, wanted.valueDigits);
      await writeFed(folder, wanted);
    } catch (error) {
      open = undefined;
      await engine.close();
      throw error;
    }
  };

  const anew = async (app: App, wanted: Fed, sources: ReadonlyMap<string, PersonDataset>): Promise<JourneyEngine> => {
    const making = `${folder}.making`;
    await rm(making, { recursive: true, force: true });
    await mkdir(making, { recursive: true });
    const engine = await opened(making, wanted.valueDigits);
    try {
      await fill(app, engine, wanted.datasets, sources, wanted.valueDigits);
      await engine.compact();
    } finally {
      await engine.close();
    }
    await writeFed(making, wanted);
    await open?.engine.close();
    open = undefined;
    await rm(folder, { recursive: true, force: true });
    await rename(making, folder);
    open = { engine: await opened(folder, wanted.valueDigits), fed: wanted };
    return open.engine;
  };

  /** One after another, whatever became of the one before. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work, work);
    last = turn.catch(() => undefined);
    return turn;
  };

  return {
    engine: app => inTurn(() => brought(app)),
    close: () =>
      inTurn(async () => {
        await open?.engine.close();
        open = undefined;
      }),
  };
}

async function fill(
  app: App,
  engine: JourneyEngine,
  datasets: readonly FedDataset[],
  sources: ReadonlyMap<string, PersonDataset>,
  digits: number,
): Promise<void> {
  for (const { id, segments } of datasets) {
    const source = sources.get(id);
    if (source) await feedEvents(app.warehouse, engine, source, segments, digits);
  }
}

function opened(folder: string, valueDigits: number): Promise<EmbeddedJourneyEngine> {
  return EmbeddedJourneyEngine.open({ folder, valueDigits });
}

/** Undefined where the store's files are damaged: it can be made anew. */
async function openedIfSound(folder: string, valueDigits: number): Promise<EmbeddedJourneyEngine | undefined> {
  try {
    return await opened(folder, valueDigits);
  } catch (error) {
    if (error instanceof EngineError && error.code === 'journey-store-damaged') return undefined;
    throw error;
  }
}

/** What the store has to hold now, and where it comes from. */
async function wantedOf(app: App): Promise<{ readonly wanted: Fed; readonly sources: ReadonlyMap<string, PersonDataset> }> {
  const { live, settings } = await knownAt(app);
  const { sources } = await personColumns(app);
  const datasets = [...sources].map(([id, { dataset, ...rest }]) => ({
    id,
    shape: JSON.stringify([dataset.time, dataset.person, rest]),
    segments: live.get(id) ?? [],
  }));
  return { wanted: { format: 1, valueDigits: minorDigits(settings.currency), datasets }, sources };
}
