import { readColumnHead, readColumns, writeColumnFile } from './column-file.ts';
import { IdRun } from './id-run.ts';
import type { ManifestIds } from './manifest.ts';
import { overfull } from './overfull.ts';

/** The ids that are in, in a few runs: 6 bytes each on disk, and in memory while events with ids are added. */
export class SeenIds {
  private readonly folder: string;
  private readonly places: readonly ManifestIds[];
  private runs: readonly IdRun[] | null;

  constructor(folder: string, places: readonly ManifestIds[], runs: readonly IdRun[] | null = null) {
    this.folder = folder;
    this.places = places;
    this.runs = runs;
  }

  get files(): readonly ManifestIds[] {
    return this.places;
  }

  async read(): Promise<readonly IdRun[]> {
    this.runs ??= await Promise.all(
      this.places.map(async ({ file }) => {
        const path = `${this.folder}/${file}`;
        return IdRun.from(await readColumns(path, await readColumnHead(path), ['counts', 'middle', 'last']));
      }),
    );
    return this.runs;
  }

  /** These and more, in few runs; with `isThorough` in one. What is new is written to `file`. */
  async with(more: IdRun | null, file: string, isThorough: boolean): Promise<SeenIds> {
    const known = this.places.map((place, at) => ({ place, at, size: place.ids }));
    const added = more && more.size > 0 ? [{ place: null, at: -1, size: more.size }] : [];
    const joined = overfull([...known, ...added], isThorough);
    if (added.length === 0 && joined.length === 0) return this;
    const runs = await this.read();
    const kept = known.filter(({ at }) => !joined.some(piece => piece.at === at));
    const pieces = [...joined.flatMap(({ at }) => runs[at] ?? []), ...(more ? [more] : [])];
    const whole = pieces.sort((a, b) => a.size - b.size).reduce((all, run) => all.with(run));
    const bytes = await writeColumnFile(`${this.folder}/${file}`, {}, whole.columns());
    return new SeenIds(
      this.folder,
      [...kept.map(({ place }) => place), { file, ids: whole.size, bytes }],
      [...kept.flatMap(({ at }) => runs[at] ?? []), whole],
    );
  }
}
