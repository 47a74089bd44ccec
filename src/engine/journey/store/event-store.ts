import { mkdir, readdir } from 'node:fs/promises';
import type { EventBatch } from '../event-batch.ts';
import type { JourneyContents } from '../journey-engine.ts';
import type { EventPart, Vocabulary } from '../kernel/event-part.ts';
import type { SessionTexts } from '../kernel/kernel-context.ts';
import { readColumnHead, readColumns, removeFile, writeColumnFile } from './column-file.ts';
import { encodeBatch } from './encode-batch.ts';
import { EncodedNames } from './encoded-names.ts';
import type { StoredColumns } from './event-columns.ts';
import { growFile, readGrown } from './growing-file.ts';
import { IdSet } from './id-set.ts';
import { emptyManifest, type Manifest, readManifest, writeManifest } from './manifest.ts';
import { mergedParts } from './merged-parts.ts';
import { MergedPeople } from './merged-people.ts';
import { sortedParts } from './sorted-parts.ts';
import { storeContents } from './store-contents.ts';
import { withFile } from './store-failure.ts';
import { StoredPart, type WantedColumns } from './stored-part.ts';
import { TextDictionary } from './text-dictionary.ts';

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
  private ids: IdSet | null = null;
  private known: JourneyContents | null = null;

  private constructor(folder: string, manifest: Manifest) {
    this.folder = folder;
    this.manifest = manifest;
    this.encoded = new EncodedNames(manifest);
  }

  /** `valueDigits` counts for a new store. */
  static async open(folder: string, valueDigits: number): Promise<EventStore> {
    await withFile(folder, () => mkdir(folder, { recursive: true }));
    const manifest = (await readManifest(folder)) ?? emptyManifest(valueDigits);
    const store = new EventStore(folder, manifest);
    await store.take(manifest);
    await store.sweep();
    return store;
  }

  get vocabulary(): Vocabulary {
    return this.encoded;
  }

  get valueDigits(): number {
    return this.manifest.valueDigits;
  }

  async load(wanted: WantedColumns): Promise<readonly EventPart[]> {
    const loaded: EventPart[] = [];
    for (const part of this.parts) loaded.push(await part.columns(wanted));
    return loaded;
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
      const ids = batch.id ? await this.idSet() : null;
      const rows = encodeBatch(batch, { names: this.encoded, people, sessions, merged: this.merged, ids });
      signal?.throwIfAborted();
      const { folder, manifest } = this;
      const grown = {
        people: await growFile(folder, manifest.people, people.bytesFrom(peopleBefore)),
        sessions: await growFile(folder, manifest.sessions, sessions.bytesFrom(sessionsBefore)),
      };
      const fresh = await this.write(sortedParts(rows));
      await this.commit([...this.parts, ...fresh], grown);
      await this.settle(new Set(fresh.map(({ place }) => place.base)), false);
    });
  }

  /** Puts the parts of each month together. */
  compact(): Promise<void> {
    return this.change(() => this.settle(new Set(this.parts.map(({ place }) => place.base)), true));
  }

  /** [JRN-06] */
  merge(pairs: readonly { readonly from: string; readonly to: string }[]): Promise<void> {
    return this.change(async () => {
      const people = await this.personDictionary();
      const before = people.size;
      const { merged, folder, manifest } = this;
      for (const { from, to } of pairs) merged.unite(people.number(from), people.number(to));
      const grown = { people: await growFile(folder, manifest.people, people.bytesFrom(before)) };
      const kept: StoredPart[] = [];
      const rewritten: StoredColumns[] = [];
      for (const part of this.parts) {
        const { people: own } = await part.columns({ dimensions: [], value: false, session: false });
        if (own.some(person => merged.of(person) !== person))
          rewritten.push(mergedParts([await part.all()], person => merged.of(person)));
        else kept.push(part);
      }
      const fresh = await this.write(rewritten);
      const file = `merged-${manifest.next + fresh.length}.columns`;
      await writeColumnFile(`${folder}/${file}`, {}, merged.columns());
      await this.commit([...kept, ...fresh], { ...grown, merged: file, next: manifest.next + fresh.length + 1 });
    });
  }

  /** What fails half-way leaves the store as its manifest says. */
  private async change(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      [this.people, this.sessions, this.ids] = [null, null, null];
      await this.take(this.manifest);
      throw error;
    }
  }

  private async take(manifest: Manifest): Promise<void> {
    const known = new Map(this.parts.map(part => [part.place.file, part]));
    this.parts = manifest.parts.map(place => known.get(place.file) ?? new StoredPart(this.folder, place));
    this.encoded = new EncodedNames(manifest);
    this.merged = new MergedPeople();
    this.known = null;
    if (!manifest.merged) return;
    const path = `${this.folder}/${manifest.merged}`;
    this.merged = MergedPeople.from(await readColumns(path, await readColumnHead(path), ['from', 'to']));
  }

  private async write(parts: readonly StoredColumns[]): Promise<readonly StoredPart[]> {
    const written: StoredPart[] = [];
    for (const part of parts)
      written.push(await StoredPart.write(this.folder, `part-${this.manifest.next + written.length}.columns`, part));
    return written;
  }

  private async commit(parts: readonly StoredPart[], change: Partial<Manifest>): Promise<void> {
    const before = new Set(this.parts);
    const fresh = parts.filter(part => !before.has(part)).length;
    const sorted = parts.toSorted((a, b) => a.place.base - b.place.base);
    const manifest: Manifest = {
      ...this.manifest,
      next: this.manifest.next + fresh,
      names: this.encoded.names,
      dimensions: this.encoded.dimensions,
      ...change,
      parts: sorted.map(({ place }) => place),
    };
    writeManifest(this.folder, manifest);
    const gone = this.parts.filter(part => !parts.includes(part)).map(({ place }) => place.file);
    if (this.manifest.merged && this.manifest.merged !== manifest.merged) gone.push(this.manifest.merged);
    this.manifest = manifest;
    this.parts = sorted;
    this.known = null;
    for (const file of gone) await removeFile(`${this.folder}/${file}`);
  }

  /** Puts parts of a month together where many small ones, or much beside the largest, have gathered. */
  private async settle(months: ReadonlySet<number>, isThorough: boolean): Promise<void> {
    for (const month of months) {
      const own = this.parts.filter(({ place }) => place.base === month);
      const bySize = own.toSorted((a, b) => b.place.rows - a.place.rows);
      const [largest, ...others] = bySize;
      if (!largest || others.length === 0 || (!isThorough && own.length <= MOST_PARTS)) continue;
      const beside = others.reduce((sum, { place }) => sum + place.rows, 0);
      const chosen = new Set(isThorough || beside * 4 > largest.place.rows ? own : others);
      const columns: StoredColumns[] = [];
      for (const part of own) if (chosen.has(part)) columns.push(await part.all());
      const fresh = await this.write([mergedParts(columns)]);
      await this.commit([...this.parts.filter(part => !chosen.has(part)), ...fresh], {});
    }
  }

  private async personDictionary(): Promise<TextDictionary> {
    if (this.people) return this.people;
    const people = new TextDictionary();
    people.read(await readGrown(this.folder, this.manifest.people));
    this.people = people;
    return people;
  }

  private async sessionDictionary(): Promise<TextDictionary> {
    if (this.sessions) return this.sessions;
    const sessions = new TextDictionary();
    sessions.read(await readGrown(this.folder, this.manifest.sessions));
    this.sessions = sessions;
    return sessions;
  }

  private async idSet(): Promise<IdSet> {
    if (this.ids) return this.ids;
    const ids = new IdSet();
    for (const part of this.parts) {
      const own = await part.ids();
      if (own) for (let i = 0; i < own.length; i += 2) if (own[i] || own[i + 1]) ids.add(own[i] as number, own[i + 1] as number);
    }
    this.ids = ids;
    return ids;
  }

  /** Files of changes that never came to be. */
  private async sweep(): Promise<void> {
    const { people, sessions, merged, parts } = this.manifest;
    const named = new Set(['store.json', people.file, sessions.file, merged, ...parts.map(({ file }) => file)]);
    const files = await withFile(this.folder, () => readdir(this.folder));
    for (const file of files)
      if (/\.(?:columns|new|part)$/.test(file) && !named.has(file)) await removeFile(`${this.folder}/${file}`);
  }
}

const MOST_PARTS = 6;
