import { mkdir, readdir } from 'node:fs/promises';
import { setImmediate } from 'node:timers/promises';
import type { EventBatch } from '../event-batch.ts';
import type { JourneyContents } from '../journey-engine.ts';
import type { EventPart, Vocabulary } from '../kernel/event-part.ts';
import type { SessionTexts } from '../kernel/kernel-context.ts';
import { readColumnHead, readColumns, removeFile, writeColumnFile } from './column-file.ts';
import { encodeBatch } from './encode-batch.ts';
import { EncodedNames } from './encoded-names.ts';
import type { StoredColumns } from './event-columns.ts';
import { freshIds } from './fresh-ids.ts';
import { emptyManifest, type Manifest, readManifest, writeManifest } from './manifest.ts';
import { mergedParts } from './merged-parts.ts';
import { MergedPeople } from './merged-people.ts';
import { overfull } from './overfull.ts';
import { SeenIds } from './seen-ids.ts';
import { sortedParts } from './sorted-parts.ts';
import { storeContents } from './store-contents.ts';
import { fileSize, storeFailure, withFile } from './store-failure.ts';
import { columnNames, StoredPart, type WantedColumns } from './stored-part.ts';
import type { TextDictionary } from './text-dictionary.ts';
import { growTexts, readTexts } from './text-file.ts';

/**
 * Events in sorted parts by month on disk, with their dictionaries. A part never changes; a change writes new files and then one manifest that names
 * them. Calls must not overlap.
 */
export class EventStore {
  private readonly folder: string;
  private manifest: Manifest;
  private parts: readonly StoredPart[] = [];
  private encoded: EncodedNames;
  private merged = new MergedPeople();
  private people: TextDictionary | null = null;
  private sessions: TextDictionary | null = null;
  private ids: SeenIds;
  /** Numbers the files; those of a change that failed are not used again. */
  private next: number;
  private known: JourneyContents | null = null;

  private constructor(folder: string, manifest: Manifest) {
    this.folder = folder;
    this.manifest = manifest;
    this.encoded = new EncodedNames(manifest);
    this.ids = new SeenIds(folder, manifest.ids);
    this.next = manifest.next;
  }

  /** `valueDigits` counts for a new store. */
  static async open(folder: string, valueDigits: number): Promise<EventStore> {
    await withFile(folder, () => mkdir(folder, { recursive: true }));
    const manifest = (await readManifest(folder)) ?? emptyManifest(valueDigits);
    const store = new EventStore(folder, manifest);
    await store.take(manifest);
    await store.holdFiles();
    await store.sweep();
    return store;
  }

  get vocabulary(): Vocabulary {
    return this.encoded;
  }

  get valueDigits(): number {
    return this.manifest.valueDigits;
  }

  load(wanted: WantedColumns): Promise<readonly EventPart[]> {
    return Promise.all(this.parts.map(part => part.columns(wanted)));
  }

  /** Bytes of the columns in memory. */
  get held(): number {
    return this.parts.reduce((sum, part) => sum + part.held, 0);
  }

  /** Lets go of columns that none of these wants. */
  keepOnly(wanted: readonly WantedColumns[]): void {
    const names = new Set(wanted.flatMap(columnNames));
    for (const part of this.parts) part.keepOnly(names);
  }

  async sessionTexts(): Promise<SessionTexts> {
    return (await this.sessionDictionary()).shared;
  }

  async contents(): Promise<JourneyContents> {
    this.known ??= { ...(await storeContents(this.parts, this.vocabulary)), valueDigits: this.valueDigits };
    return this.known;
  }

  /** [JRN-04, JRN-05] */
  append(batch: EventBatch, signal?: AbortSignal): Promise<void> {
    return this.change(async () => {
      const [people, sessions] = [await this.personDictionary(), await this.sessionDictionary()];
      const [peopleBefore, sessionsBefore] = [people.size, sessions.size];
      const fresh = batch.id ? freshIds(batch.id, batch.length, await this.ids.read()) : null;
      await setImmediate();
      const rows = encodeBatch(batch, {
        names: this.encoded,
        people,
        sessions,
        merged: this.merged,
        rows: fresh?.rows ?? null,
      });
      signal?.throwIfAborted();
      const { folder, manifest } = this;
      const [grownPeople, grownSessions, parts, ids] = await Promise.all([
        growTexts(folder, manifest.people, people, peopleBefore),
        growTexts(folder, manifest.sessions, sessions, sessionsBefore),
        sortedParts(rows).then(sorted => this.settled(sorted, false)),
        this.ids.with(fresh?.ids ?? null, this.fresh('ids'), false),
      ]);
      await this.commit({ parts, ids, people: grownPeople, sessions: grownSessions });
    });
  }

  /** Puts the parts of each month together. */
  compact(): Promise<void> {
    return this.change(async () => {
      const [parts, ids] = await Promise.all([this.settled([], true), this.ids.with(null, this.fresh('ids'), true)]);
      if (ids !== this.ids || parts.some(part => !this.parts.includes(part))) await this.commit({ parts, ids });
    });
  }

  /** [JRN-06] */
  merge(pairs: readonly { readonly from: string; readonly to: string }[]): Promise<void> {
    return this.change(async () => {
      const people = await this.personDictionary();
      const before = people.size;
      const { merged, folder, manifest } = this;
      const numbers = people.numbers(pairs.flatMap(({ from, to }) => [from, to]));
      for (let i = 0; i < numbers.length; i += 2) merged.unite(numbers[i] as number, numbers[i + 1] as number);
      const file = this.fresh('merged');
      const [grown, parts] = await Promise.all([
        growTexts(folder, manifest.people, people, before),
        Promise.all(this.parts.map(part => this.withMerged(part))),
        writeColumnFile(`${folder}/${file}`, {}, merged.columns()),
      ]);
      await this.commit({ parts, people: grown, merged: file });
    });
  }

  private async withMerged(part: StoredPart): Promise<StoredPart> {
    const { people } = await part.columns({ dimensions: [], value: false, session: false });
    if (people.every(person => this.merged.of(person) === person)) return part;
    return this.write(mergedParts([await part.all()], person => this.merged.of(person)));
  }

  /** What fails half-way leaves the store as its manifest says. */
  private async change(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      [this.people, this.sessions] = [null, null];
      await this.take(this.manifest);
      throw error;
    }
  }

  private async take(manifest: Manifest): Promise<void> {
    const known = new Map(this.parts.map(part => [part.place.file, part]));
    this.parts = manifest.parts.map(place => known.get(place.file) ?? new StoredPart(this.folder, place));
    this.encoded = new EncodedNames(manifest);
    this.merged = new MergedPeople();
    this.ids = new SeenIds(this.folder, manifest.ids);
    this.known = null;
    if (!manifest.merged) return;
    const path = `${this.folder}/${manifest.merged}`;
    this.merged = MergedPeople.from(await readColumns(path, await readColumnHead(path), ['from', 'to']));
  }

  /** A name that no file has had. */
  private fresh(kind: string): string {
    return `${kind}-${this.next++}.columns`;
  }

  private write(part: StoredColumns): Promise<StoredPart> {
    return StoredPart.write(this.folder, this.fresh('part'), part);
  }

  private async commit({ parts, ids = this.ids, ...change }: Change): Promise<void> {
    const sorted = parts.toSorted((a, b) => a.place.base - b.place.base);
    const before = filesOf(this.manifest);
    const manifest: Manifest = {
      ...this.manifest,
      ...change,
      next: this.next,
      names: this.encoded.names,
      dimensions: this.encoded.dimensions,
      ids: ids.files,
      parts: sorted.map(({ place }) => place),
    };
    writeManifest(this.folder, manifest);
    [this.manifest, this.parts, this.ids, this.known] = [manifest, sorted, ids, null];
    const named = new Set(filesOf(manifest));
    await Promise.all(before.filter(file => !named.has(file)).map(file => removeFile(`${this.folder}/${file}`)));
  }

  /** The parts that there are and fresh ones; those of a month put together where they have become many. */
  private async settled(fresh: readonly StoredColumns[], isThorough: boolean): Promise<readonly StoredPart[]> {
    const months = new Set([...this.parts.map(({ place }) => place.base), ...fresh.map(({ base }) => base)]);
    const settled = await Promise.all(
      [...months].map(async month => {
        const stored = this.parts.filter(({ place }) => place.base === month);
        const added = fresh.filter(({ base }) => base === month);
        if (added.length === 0 && !isThorough) return stored;
        const pieces = [
          ...stored.map(part => ({ size: part.place.rows, part, columns: null })),
          ...added.map(columns => ({ size: columns.time.length, part: null, columns })),
        ];
        const joined = overfull(pieces, isThorough);
        const columns = await Promise.all(joined.map(piece => piece.columns ?? piece.part.all()));
        const alone = added.filter(columns => !joined.some(piece => piece.columns === columns));
        return [
          ...stored.filter(part => !joined.some(piece => piece.part === part)),
          ...(await Promise.all(alone.map(part => this.write(part)))),
          ...(columns.length > 0 ? [await this.write(mergedParts(columns))] : []),
        ];
      }),
    );
    return settled.flat();
  }

  private async personDictionary(): Promise<TextDictionary> {
    this.people ??= await readTexts(this.folder, this.manifest.people);
    return this.people;
  }

  private async sessionDictionary(): Promise<TextDictionary> {
    this.sessions ??= await readTexts(this.folder, this.manifest.sessions);
    return this.sessions;
  }

  /** Finds out when opening, not with the first question, that files are gone or cut short, as after a power cut. */
  private async holdFiles(): Promise<void> {
    const { people, sessions, ids, parts } = this.manifest;
    await Promise.all(
      [people, sessions, ...ids, ...parts].map(async ({ file, bytes }) => {
        if ((await fileSize(`${this.folder}/${file}`)) < bytes) throw storeFailure('journey-store-damaged', { file });
      }),
    );
  }

  /** Files of changes that never came to be. */
  private async sweep(): Promise<void> {
    const { people, sessions } = this.manifest;
    const named = new Set(['store.json', people.file, sessions.file, ...filesOf(this.manifest)]);
    const files = await withFile(this.folder, () => readdir(this.folder));
    for (const file of files)
      if (/\.(?:columns|new|part)$/.test(file) && !named.has(file)) await removeFile(`${this.folder}/${file}`);
  }
}

interface Change extends Partial<Pick<Manifest, 'people' | 'sessions' | 'merged'>> {
  readonly parts: readonly StoredPart[];
  readonly ids?: SeenIds;
}

/** Files that are written once. */
function filesOf({ merged, ids, parts }: Manifest): readonly string[] {
  return [...(merged ? [merged] : []), ...[...ids, ...parts].map(({ file }) => file)];
}
