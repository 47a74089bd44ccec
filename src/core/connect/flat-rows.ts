import { isDecimal, shiftPoint } from '../number/decimal.ts';
import { failed, ok, type Problem, problemsOf, type Result } from '../problem/problem.ts';
import { pushMessages } from './push-messages.ts';

/** A row as it was sent: keys with their values as text; what is missing is not there. */
export type FlatRow = ReadonlyMap<string, string>;

const problem = problemsOf(pushMessages);

/**
 * Rows from JSON: an array of flat objects, or one object. [PSH-02]
 * Numbers keep their digits: 12345678901234567890.12 stays what it is, 1.5e3 becomes 1500. null and empty text are no value.
 */
export function rowsOfJson(text: string): Result<readonly FlatRow[]> {
  const reader = new Reader(text);
  reader.blank();
  const rows: FlatRow[] = [];
  try {
    if (reader.take('[')) {
      for (reader.blank(); !reader.take(']'); reader.blank()) {
        if (rows.length > 0) reader.need(',');
        reader.blank();
        rows.push(reader.row(rows.length + 1));
      }
    } else rows.push(reader.row(1));
    reader.blank();
    if (!reader.atEnd) reader.fail();
  } catch (error) {
    if (error instanceof Unreadable) return failed([error.at(rows.length + 1)]);
    throw error;
  }
  return ok(rows);
}

/** The row on one line of NDJSON; undefined for a blank line. `number`: its place, for problems. [PSH-02] */
export function rowOfLine(line: string, number: number): Result<FlatRow | undefined> {
  const reader = new Reader(line);
  reader.blank();
  if (reader.atEnd) return ok(undefined);
  try {
    const row = reader.row(number);
    reader.blank();
    if (!reader.atEnd) reader.fail();
    return ok(row);
  } catch (error) {
    if (error instanceof Unreadable) return failed([error.at(number)]);
    throw error;
  }
}

const MOST_KEYS = 2_000;

/** The headings of rows: every key, in the order in which they first appear. */
export class Headings {
  private readonly found = new Set<string>();

  /** A problem when there are too many. */
  add(row: FlatRow): Problem | undefined {
    for (const key of row.keys()) this.found.add(key);
    return this.found.size > MOST_KEYS ? problem('push-keys-many', { limit: MOST_KEYS }) : undefined;
  }

  get list(): readonly string[] {
    return [...this.found];
  }
}

const NUMBER = /(-?)(0|[1-9]\d*)(?:\.(\d+))?(?:[eE]([+-]?\d{1,3}))?/y;
const STRING = /"(?:[^"\\]+|\\.)*"/sy;
const WORD = /(?:true|false|null)\b/y;
const BLANK = /[ \t\r\n]*/y;

class Reader {
  private readonly text: string;
  private place = 0;

  constructor(text: string) {
    this.text = text;
  }

  get atEnd(): boolean {
    return this.place >= this.text.length;
  }

  blank(): void {
    this.match(BLANK);
  }

  take(sign: string): boolean {
    if (this.text[this.place] !== sign) return false;
    this.place += 1;
    return true;
  }

  need(sign: string): void {
    if (!this.take(sign)) this.fail();
  }

  row(number: number): FlatRow {
    const row = new Map<string, string>();
    const seen = new Set<string>();
    this.need('{');
    for (this.blank(); !this.take('}'); this.blank()) {
      if (seen.size > 0) {
        this.need(',');
        this.blank();
      }
      const key = this.string();
      if (seen.has(key)) throw new Unreadable(problem('push-key-twice', { row: number, key: key.slice(0, 100) }));
      seen.add(key);
      this.blank();
      this.need(':');
      this.blank();
      const value = this.value(key, number);
      if (value !== '') row.set(key, value);
    }
    return row;
  }

  fail(): never {
    throw new Unreadable(this.text.slice(this.place, this.place + 20));
  }

  private string(): string {
    const literal = this.match(STRING);
    if (literal === undefined) return this.fail();
    try {
      return String(JSON.parse(literal));
    } catch {
      this.place -= literal.length;
      return this.fail();
    }
  }

  private value(key: string, row: number): string {
    const next = this.text[this.place];
    if (next === '"') return this.string();
    if (next === '{' || next === '[') throw new Unreadable(problem('push-nested', { row, key: key.slice(0, 100) }));
    const word = this.match(WORD);
    if (word !== undefined) return word === 'null' ? '' : word;
    const number = this.match(NUMBER);
    if (number === undefined || /[\w.]/.test(this.text[this.place] ?? '')) return this.fail();
    return plainNumber(number);
  }

  private match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.place;
    const found = pattern.exec(this.text)?.[0];
    if (found !== undefined) this.place += found.length;
    return found;
  }
}

function plainNumber(written: string): string {
  const [digits = '', exponent] = written.split(/[eE]/);
  return exponent === undefined || !isDecimal(digits) ? written : shiftPoint(digits, Number(exponent));
}

class Unreadable extends Error {
  private readonly found: string | Problem;

  constructor(found: string | Problem) {
    super('a row that cannot be read');
    this.found = found;
  }

  at(row: number): Problem {
    return typeof this.found === 'string' ? problem('push-json', { row, found: this.found }) : this.found;
  }
}
