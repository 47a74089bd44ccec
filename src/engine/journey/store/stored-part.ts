import type { Codes, EventPart, RowValues } from '../kernel/event-part.ts';
import { type Column, type ColumnHead, readColumnHead, readColumns, writeColumnFile } from './column-file.ts';
import type { StoredColumns } from './event-columns.ts';
import type { ManifestPart } from './manifest.ts';

/** Which columns are wanted beside people, time and name. */
export interface WantedColumns {
  readonly dimensions: readonly number[];
  readonly value: boolean;
  readonly session: boolean;
}

/** One part on disk with those of its columns that have been needed so far. */
export class StoredPart {
  readonly place: ManifestPart;
  private readonly path: string;
  private head: ColumnHead | null = null;
  private readonly loaded = new Map<string, Column>();
  private lacking: boolean | null = null;

  constructor(folder: string, place: ManifestPart) {
    this.path = `${folder}/${place.file}`;
    this.place = place;
  }

  /** Writes a part; its columns stay at hand. */
  static async write(folder: string, file: string, part: StoredColumns): Promise<StoredPart> {
    const columns = columnsOf(part);
    const { first, last } = spanOf(part);
    const rows = part.time.length;
    const bytes = await writeColumnFile(`${folder}/${file}`, { rows, first, last, dimensions: part.dimensions.length }, columns);
    const stored = new StoredPart(folder, { file, base: part.base, rows, bytes });
    for (const [name, column] of Object.entries(columns)) stored.loaded.set(name, column);
    return stored;
  }

  async columns(wanted: WantedColumns): Promise<EventPart> {
    await this.load(columnNames(wanted));
    const { dimensions, value, session } = wanted;
    const sessions = session ? this.optional('session') : null;
    const isWanted = new Set(dimensions);
    const last = Math.max(-1, ...dimensions);
    return {
      base: this.place.base,
      people: this.numbers('people'),
      starts: this.numbers('starts'),
      time: this.numbers('time'),
      name: this.codes('name') ?? new Uint8Array(0),
      dimensions: Array.from({ length: last + 1 }, (_, d) => (isWanted.has(d) ? this.codes(`d${d}`) : null)),
      values: value ? this.values() : null,
      session: sessions,
      lacksSession: session && this.lacksSession(sessions),
    };
  }

  /** Bytes of the columns in memory. */
  get held(): number {
    return [...this.loaded.values()].reduce((sum, { byteLength }) => sum + byteLength, 0);
  }

  /** Lets go of the columns that are none of these; they are read again when they are needed. */
  keepOnly(names: ReadonlySet<string>): void {
    for (const name of this.loaded.keys()) if (!names.has(name) && !name.startsWith('count ')) this.loaded.delete(name);
  }

  /** Everything, for making another part of it. */
  async all(): Promise<StoredColumns> {
    const head = await this.readHead();
    const dimensions = Array.from({ length: head.about.dimensions ?? 0 }, (_, d) => d);
    return this.columns({ dimensions, value: true, session: true });
  }

  /** Events per code of the name, or of a dimension; null where none of its values occurs. */
  async counts(column: string): Promise<Uint32Array | null> {
    const name = `count ${column}`;
    await this.load([name]);
    return this.optional(name);
  }

  async span(): Promise<{ readonly first: number; readonly last: number }> {
    const { about } = await this.readHead();
    return { first: about.first ?? 0, last: about.last ?? 0 };
  }

  private async readHead(): Promise<ColumnHead> {
    this.head ??= await readColumnHead(this.path);
    return this.head;
  }

  private async load(names: readonly string[]): Promise<void> {
    const missing = names.filter(name => !this.loaded.has(name));
    if (missing.length === 0) return;
    const head = await this.readHead();
    const present = missing.filter(name => Object.hasOwn(head.columns, name));
    if (present.length === 0) return;
    const found = await readColumns(this.path, head, present);
    for (const [name, column] of found) this.loaded.set(name, column);
  }

  private lacksSession(session: Uint32Array | null): boolean {
    this.lacking ??= session === null || session.includes(0);
    return this.lacking;
  }

  private values(): RowValues | null {
    const [rows, amounts] = [this.optional('value rows'), this.loaded.get('value amounts')];
    return rows && amounts instanceof Float64Array ? { rows, amounts } : null;
  }

  private numbers(name: string): Uint32Array {
    return this.optional(name) ?? new Uint32Array(0);
  }

  private optional(name: string): Uint32Array | null {
    const column = this.loaded.get(name);
    return column instanceof Uint32Array ? column : null;
  }

  private codes(name: string): Codes | null {
    const column = this.loaded.get(name);
    return !column || column instanceof Float64Array ? null : column;
  }
}

/** As they are called in the file. */
export function columnNames({ dimensions, value, session }: WantedColumns): readonly string[] {
  return [
    'people',
    'starts',
    'time',
    'name',
    ...dimensions.map(d => `d${d}`),
    ...(value ? ['value rows', 'value amounts'] : []),
    ...(session ? ['session'] : []),
  ];
}

function columnsOf(part: StoredColumns): Record<string, Column> {
  const columns: Record<string, Column> = {
    people: part.people,
    starts: part.starts,
    time: part.time,
    name: part.name,
    'count name': countsOf(part.name),
  };
  for (const [d, codes] of part.dimensions.entries())
    if (codes) {
      columns[`d${d}`] = codes;
      columns[`count d${d}`] = countsOf(codes);
    }
  if (part.values) Object.assign(columns, { 'value rows': part.values.rows, 'value amounts': part.values.amounts });
  if (part.session) columns.session = part.session;
  return columns;
}

function countsOf(codes: Codes): Uint32Array {
  let counts = new Uint32Array(256);
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row] as number;
    if (code >= counts.length) {
      const longer = new Uint32Array(Math.max(code + 1, counts.length * 2));
      longer.set(counts);
      counts = longer;
    }
    counts[code] = (counts[code] as number) + 1;
  }
  return counts;
}

function spanOf({ base, time }: StoredColumns): { readonly first: number; readonly last: number } {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let row = 0; row < time.length; row++) {
    const moment = base + (time[row] as number);
    if (moment < first) first = moment;
    if (moment > last) last = moment;
  }
  return { first, last };
}
