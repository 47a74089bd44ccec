import { mkdir, rename, rm } from 'node:fs/promises';
import { EngineError } from '../engine-error.ts';
import { EmbeddedJourneyEngine } from './embedded-engine.ts';
import { type Fed, writeFed } from './feed/fed.ts';
import type { JourneyEngine } from './journey-engine.ts';

/** Where the journeys of a workspace are kept. */
export interface JourneyPlace {
  /** Folder of the note of what the store was fed with. */
  readonly folder: string;
  /** The store in use; undefined where there is none, or none that is sound: it can be made anew. */
  open(valueDigits: number): Promise<JourneyEngine | undefined>;
  /** Fills a new store beside the one in use, which goes when the new one is complete. */
  renew(work: Renewal): Promise<JourneyEngine>;
}

export interface Renewal {
  readonly fed: Fed;
  readonly fill: (engine: JourneyEngine) => Promise<void>;
  /** Closes the store in use. */
  readonly retire: () => Promise<void>;
}

/** In files of the workspace, which is where journeys are unless somebody decides otherwise. */
export function embeddedPlace(folder: string): JourneyPlace {
  const opened = (dir: string, valueDigits: number) => EmbeddedJourneyEngine.open({ folder: dir, valueDigits });
  return {
    folder,
    async open(valueDigits) {
      try {
        return await opened(folder, valueDigits);
      } catch (error) {
        if (error instanceof EngineError && RENEWED.has(error.code)) return undefined;
        throw error;
      }
    },
    async renew({ fed, fill, retire }) {
      const making = `${folder}.making`;
      await rm(making, { recursive: true, force: true });
      await mkdir(making, { recursive: true });
      const engine = await opened(making, fed.valueDigits);
      try {
        await fill(engine);
        await engine.compact();
      } finally {
        await engine.close();
      }
      await writeFed(making, fed);
      await retire();
      await rm(folder, { recursive: true, force: true });
      await rename(making, folder);
      return opened(folder, fed.valueDigits);
    },
  };
}

/** What is wrong with a store that is made anew without a word. */
const RENEWED = new Set(['journey-store-damaged', 'journey-store-older']);
