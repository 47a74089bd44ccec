import { minorDigits } from '#core/unit/unit.ts';
import type { App } from '../app/app.ts';
import { EngineError } from '../engine-error.ts';
import { listBatches } from '../ledger/batch-store.ts';
import { knownAt } from '../query/knowledge.ts';
import { type Fed, type FedDataset, forgetFed, missingFrom, readFed, writeFed } from './feed/fed.ts';
import { feedEvents } from './feed/feed-events.ts';
import { personColumns } from './feed/person-columns.ts';
import type { PersonDataset } from './feed/person-dataset.ts';
import type { JourneyEngine } from './journey-engine.ts';
import type { JourneyPlace } from './journey-place.ts';

/** The engine of journeys of one workspace, brought up to date when it is asked for. [JNY-01] */
export interface Journeys {
  engine(app: App): Promise<JourneyEngine>;
  /** What somebody wants to know of it. A store that proves damaged only then is made anew, and asked once more. */
  use<T>(app: App, work: (engine: JourneyEngine) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/**
 * Journeys of the workspace's live rows. Rows that came in since are added; when rows went or columns changed, everything is made
 * anew beside and takes the old one's place.
 */
export function createJourneys(placeOf: () => Promise<JourneyPlace>): Journeys {
  let open: { readonly engine: JourneyEngine; readonly fed: Fed; readonly generation: number } | undefined;
  let known: JourneyPlace | undefined;
  let last: Promise<unknown> = Promise.resolve();

  const brought = async (app: App): Promise<JourneyEngine> => {
    const generation = app.cache.generation();
    if (open?.generation === generation) return open.engine;
    const { wanted, sources } = await wantedOf(app);
    known ??= await placeOf();
    const place = known;
    const fed = open?.fed ?? (await readFed(place.folder));
    const missing = fed && missingFrom(fed, wanted);
    if (!missing) return anew(app, place, wanted, sources, generation);
    const engine = open?.engine ?? (await place.open(wanted.valueDigits));
    if (!engine) return anew(app, place, wanted, sources, generation);
    if (missing.length > 0) await added(app, engine, place.folder, missing, sources, wanted);
    open = { engine, fed: wanted, generation };
    return engine;
  };

  const added = async (
    app: App,
    engine: JourneyEngine,
    folder: string,
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

  const anew = async (
    app: App,
    place: JourneyPlace,
    wanted: Fed,
    sources: ReadonlyMap<string, PersonDataset>,
    generation: number,
  ): Promise<JourneyEngine> => {
    const engine = await place.renew({
      fed: wanted,
      fill: store => fill(app, store, wanted.datasets, sources, wanted.valueDigits),
      retire: async () => {
        await open?.engine.close();
        open = undefined;
      },
    });
    open = { engine, fed: wanted, generation };
    return engine;
  };

  const mended = async (app: App, damaged: JourneyEngine): Promise<JourneyEngine> => {
    const place = known;
    if (!place || open?.engine !== damaged) return brought(app);
    const { wanted, sources } = await wantedOf(app);
    return anew(app, place, wanted, sources, open.generation);
  };

  /** One after another, whatever became of the one before. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work, work);
    last = turn.catch(() => undefined);
    return turn;
  };

  return {
    engine: app => inTurn(() => brought(app)),
    async use(app, work) {
      const engine = await inTurn(() => brought(app));
      try {
        return await work(engine);
      } catch (error) {
        if (!(error instanceof EngineError) || error.code !== 'journey-store-damaged') throw error;
        return work(await inTurn(() => mended(app, engine)));
      }
    },
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

/** What the store has to hold now, and where it comes from. */
async function wantedOf(app: App): Promise<{ readonly wanted: Fed; readonly sources: ReadonlyMap<string, PersonDataset> }> {
  const { live, settings } = await knownAt(app);
  const { sources } = await personColumns(app);
  const files = new Map((await listBatches(app.workspace.ledger.db)).map(({ id, fileHash }) => [id, fileHash]));
  const rows = new Map((await app.warehouse.batches()).map(loaded => [loaded.batch, loaded.rows]));
  const datasets = [...sources].map(([id, { dataset, ...rest }]) => ({
    id,
    shape: JSON.stringify([dataset.time, dataset.person, rest]),
    segments: (live.get(id) ?? []).map(segment => ({
      ...segment,
      made: `${files.get(segment.batch) ?? ''} ${rows.get(segment.batch) ?? 0}`,
    })),
  }));
  return { wanted: { format: 2, valueDigits: minorDigits(settings.currency), datasets }, sources };
}
