import { createReadStream, existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { mkdir, open, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Cursor } from '#core/connect/connector.ts';
import { csvLine } from '#core/connect/csv-line.ts';
import { writeDurably } from '../workspace/durable-file.ts';

const state = z.object({
  asked: z.string(),
  cursor: z.string().nullable(),
  bytes: z.number(),
  rows: z.number(),
  pages: z.number(),
  headings: z.array(z.string()),
});

/**
 * Pages of one slice on the disk until all of them are there. [CON-04]
 * What was asked for is kept with them: pages of another question are thrown away.
 */
export class PageSpool {
  readonly path: string;
  cursor: Cursor | null = null;
  rows = 0;
  pages = 0;
  private bytes = 0;
  private headings: readonly string[] = [];
  private readonly statePath: string;
  private readonly asked: string;

  private constructor(folder: string, connection: string, asked: string) {
    this.path = join(folder, `${connection}.csv`);
    this.statePath = join(folder, `${connection}.json`);
    this.asked = asked;
  }

  /** Opens the spool of a connection where it was left, if the same was asked. */
  static async open(folder: string, connection: string, asked: string): Promise<PageSpool> {
    await mkdir(folder, { recursive: true });
    const spool = new PageSpool(folder, connection, asked);
    await spool.resume();
    return spool;
  }

  async add(headings: readonly string[], rows: readonly (readonly string[])[], next: Cursor | null): Promise<void> {
    const isFirst = this.pages === 0;
    const text = `${isFirst ? csvLine(headings) : ''}${rows.map(csvLine).join('')}`;
    const file = await open(this.path, isFirst ? 'w' : 'a');
    try {
      await file.write(text);
      await file.datasync();
    } finally {
      await file.close();
    }
    this.bytes = (isFirst ? 0 : this.bytes) + Buffer.byteLength(text);
    this.headings = headings;
    this.rows += rows.length;
    this.pages += 1;
    this.cursor = next;
    const { asked, cursor, bytes, pages } = this;
    writeDurably(this.statePath, JSON.stringify({ asked, cursor, bytes, rows: this.rows, pages, headings: this.headings }));
  }

  /** Begins with the first page again. */
  startOver(): void {
    this.discard();
    this.cursor = null;
    this.rows = 0;
    this.pages = 0;
    this.bytes = 0;
  }

  read(): AsyncIterable<Uint8Array> {
    return createReadStream(this.path);
  }

  discard(): void {
    rmSync(this.statePath, { force: true });
    rmSync(this.path, { force: true });
  }

  private async resume(): Promise<void> {
    if (!existsSync(this.statePath) || !existsSync(this.path)) return;
    const found = state.safeParse(jsonOrNothing(readFileSync(this.statePath, 'utf8')));
    if (
      !found.success ||
      found.data.asked !== this.asked ||
      found.data.cursor === null ||
      statSync(this.path).size < found.data.bytes
    ) {
      this.discard();
      return;
    }
    await truncate(this.path, found.data.bytes);
    const { cursor, bytes, rows, pages, headings } = found.data;
    Object.assign(this, { cursor, bytes, rows, pages, headings });
  }
}

function jsonOrNothing(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
