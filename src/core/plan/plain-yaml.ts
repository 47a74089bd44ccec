/** What a plain document says: its data, and the line of everything in it. */
export interface PlainYaml {
  readonly data: unknown;
  lineOf(path: readonly (string | number)[]): number;
}

/**
 * Reads the YAML most plans are written in, many times faster than a whole YAML parser: maps by indentation, lists of single
 * values, and on one line texts, numbers, quotes without escapes, `{ … }` and `[ … ]`. [PLN-04]
 *
 * Undefined for everything else, and for everything that may be wrong: then the whole parser reads it. What is read is what the
 * whole parser reads.
 */
export function readPlainYaml(text: string): PlainYaml | undefined {
  return UNUSUAL.test(text) ? undefined : new Reader(text).read();
}

/** Whether what follows a comma continues the value before it. */
export function continuesAtComma(value: string, rest: string): boolean {
  if (/[0-9]$/.test(value) && /^,[0-9]{3}(?![0-9])[^:]*$/.test(rest)) return true;
  return value.split('(').length > value.split(')').length && /^ *, *[^\r\n#]*$/.test(rest);
}

/** Line breaks of other systems, tabs, control characters: seldom, and with rules of their own. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const UNUSUAL = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff]/;

const KEY = /([\p{L}\p{N}_][\p{L}\p{N}_.-]*):(?= |$)/uy;
/** Keys that are no texts. */
const NO_NAME = /^(?:[\d.]+(?:e[\d-]*)?|0x[\da-f]*|0o[0-7]*|null|true|false|__proto__)$/i;
/** What may begin a text without quotes. */
const BEGINS = /^(?:[^\s\-?:,[\]{}#&*!|>'"%@`]|-[\d.])/u;
const WHOLE = /^[-+]?\d+$/;
const DECIMALS = /^[-+]?\d+\.\d+$/;
/** Numbers in other notations, and words that are no texts. */
const OTHER_VALUE = /^(?:[-+.]?[\d.]+e[-+\d]*|[-+]?\.\d*|[-+]?\d+\.|0x[\da-f]*|0o[0-7]*|[-+]?\.inf|\.nan|~|null|true|false)$/i;
const LONGEST_KEY = 200;
const DEEPEST = 8;
const FURTHEST_IN = 100;
const MOST_VALUES = 40_000;

interface Row {
  readonly indent: number;
  readonly content: string;
  readonly line: number;
}

interface Lines {
  readonly line: number;
  readonly inner?: ReadonlyMap<string, Lines>;
}

interface Read {
  readonly value: unknown;
  readonly lines: Lines;
}

/** Nothing that is read here is undefined, so undefined says: not plain. */
class Reader {
  private readonly rows: readonly Row[];
  private next = 0;
  private values = 0;
  /** The line that is read, and how far. */
  private content = '';
  private at = 0;

  constructor(text: string) {
    this.rows = rowsOf(text);
  }

  read(): PlainYaml | undefined {
    if (this.rows[0]?.indent !== 0) return undefined;
    const map = this.map(0, 0);
    if (!map || this.next < this.rows.length) return undefined;
    const { value, lines } = map;
    return {
      data: value,
      lineOf: path => {
        let found = lines;
        for (const key of path) {
          const inner = found.inner?.get(String(key));
          if (!inner) break;
          found = inner;
        }
        return found.line;
      },
    };
  }

  private map(indent: number, depth: number): Read | undefined {
    const value: Record<string, unknown> = {};
    const inner = new Map<string, Lines>();
    const first = this.rows[this.next];
    if (!first || depth > DEEPEST || indent > FURTHEST_IN) return undefined;
    for (let row = this.rows[this.next]; row && row.indent >= indent; row = this.rows[this.next]) {
      if (row.indent > indent) return undefined;
      this.content = row.content;
      this.at = 0;
      const key = this.key();
      if (key === undefined || inner.has(key)) return undefined;
      this.next += 1;
      this.skipSpaces();
      const found = this.isOver() ? this.nested(indent, row.line, depth) : this.onOneLine(row, depth);
      if (!found || this.values > MOST_VALUES) return undefined;
      value[key] = found.value;
      inner.set(key, found.lines);
    }
    return { value, lines: { line: first.line, inner } };
  }

  /** What stands in the lines below a key. */
  private nested(indent: number, line: number, depth: number): Read | undefined {
    const below = this.rows[this.next];
    if (!below) return undefined;
    const isList = below.content.startsWith('- ');
    if (below.indent < indent || (below.indent === indent && !isList)) return undefined;
    const found = isList ? this.list(below.indent, depth + 1) : this.map(below.indent, depth + 1);
    return found && { value: found.value, lines: { ...found.lines, line } };
  }

  private list(indent: number, depth: number): Read | undefined {
    const items: unknown[] = [];
    const inner = new Map<string, Lines>();
    const first = this.rows[this.next];
    if (!first || depth > DEEPEST) return undefined;
    for (let row = this.rows[this.next]; row && row.indent >= indent; row = this.rows[this.next]) {
      if (row.indent > indent) return undefined;
      if (!row.content.startsWith('- ')) break;
      this.content = row.content;
      this.at = 2;
      this.next += 1;
      this.skipSpaces();
      const found = this.isOver() ? undefined : this.onOneLine(row, depth);
      if (!found) return undefined;
      inner.set(String(items.length), found.lines);
      items.push(found.value);
    }
    return { value: items, lines: { line: first.line, inner } };
  }

  /** A value that ends with its line; lines below that go in further would continue it. */
  private onOneLine(row: Row, depth: number): Read | undefined {
    const value = this.value(depth + 1, false);
    this.skipSpaces();
    const below = this.rows[this.next];
    if (value === undefined || !this.isOver() || (below && below.indent > row.indent)) return undefined;
    return { value, lines: { line: row.line } };
  }

  private value(depth: number, isInside: boolean): unknown {
    this.values += 1;
    switch (this.content[this.at]) {
      case '{':
        return this.flowMap(depth);
      case '[':
        return this.flowList(depth);
      case '"':
        return this.quoted('"');
      case "'":
        return this.quoted("'");
      default: {
        const text = this.plain(isInside);
        return text === undefined ? undefined : resolved(text);
      }
    }
  }

  private flowMap(depth: number): unknown {
    if (depth > DEEPEST) return undefined;
    const map: Record<string, unknown> = {};
    this.at += 1;
    this.skipSpaces();
    if (this.take('}')) return map;
    let last: { readonly key: string; readonly start: number; end: number } | undefined;
    for (;;) {
      const before = this.at;
      const key = this.key();
      if (key === undefined) {
        this.at = before;
        if (!last || !this.joined(map, last)) return undefined;
      } else {
        if (Object.hasOwn(map, key)) return undefined;
        if (!this.take(' ')) return undefined;
        this.skipSpaces();
        const start = this.at;
        const isPlain = !/["'{[]/.test(this.content[start] ?? '');
        const value = this.value(depth + 1, true);
        if (value === undefined) return undefined;
        map[key] = value;
        last = isPlain ? { key, start, end: this.at } : undefined;
      }
      this.skipSpaces();
      if (this.take('}')) return map;
      if (!this.take(',')) return undefined;
      this.skipSpaces();
    }
  }

  /** Puts text behind a comma to the value before it. */
  private joined(map: Record<string, unknown>, last: { readonly key: string; readonly start: number; end: number }): boolean {
    if (this.plain(true) === undefined) return false;
    const value = this.content.slice(last.start, last.end);
    if (!continuesAtComma(value, this.content.slice(last.end, this.at))) return false;
    last.end = this.at;
    map[last.key] = this.content.slice(last.start, last.end);
    return true;
  }

  private flowList(depth: number): unknown {
    if (depth > DEEPEST) return undefined;
    const items: unknown[] = [];
    this.at += 1;
    this.skipSpaces();
    if (this.take(']')) return items;
    for (;;) {
      const value = this.value(depth + 1, true);
      if (value === undefined) return undefined;
      items.push(value);
      this.skipSpaces();
      if (this.take(']')) return items;
      if (!this.take(',')) return undefined;
      this.skipSpaces();
    }
  }

  private quoted(mark: '"' | "'"): string | undefined {
    const end = this.content.indexOf(mark, this.at + 1);
    if (end < 0 || this.content[end + 1] === mark || this.content[end + 1] === ':') return undefined;
    const text = this.content.slice(this.at + 1, end);
    this.at = end + 1;
    return mark === '"' && text.includes('\\') ? undefined : text;
  }

  /** A text without quotes, up to its last character that is no space. */
  private plain(isInside: boolean): string | undefined {
    const { content, at } = this;
    if (!BEGINS.test(content.slice(at, at + 2))) return undefined;
    let end = content.length;
    if (isInside) {
      ENDS.lastIndex = at;
      end = ENDS.exec(content)?.index ?? content.length;
    } else {
      const comment = content.indexOf(' #', at);
      if (comment >= 0) end = comment;
    }
    const text = content.slice(at, end).replace(/ +$/, '');
    if (text.includes(': ') || text.endsWith(':') || text.includes(' #')) return undefined;
    this.at = at + text.length;
    return text;
  }

  private key(): string | undefined {
    KEY.lastIndex = this.at;
    const key = KEY.exec(this.content)?.[1];
    if (key === undefined || key.length > LONGEST_KEY || NO_NAME.test(key)) return undefined;
    this.at += key.length + 1;
    return key;
  }

  private take(character: string): boolean {
    if (this.content[this.at] !== character) return false;
    this.at += 1;
    return true;
  }

  private skipSpaces(): void {
    while (this.content[this.at] === ' ') this.at += 1;
  }

  /** Whether nothing but a comment follows. */
  private isOver(): boolean {
    const rest = this.content[this.at];
    return rest === undefined || (rest === '#' && this.content[this.at - 1] === ' ');
  }
}

const ENDS = /[,[\]{}]/g;

function rowsOf(text: string): readonly Row[] {
  const rows: Row[] = [];
  for (const [i, whole] of text.split('\n').entries()) {
    let indent = 0;
    while (whole[indent] === ' ') indent += 1;
    if (indent === whole.length || whole[indent] === '#') continue;
    rows.push({ indent, content: whole.slice(indent).replace(/ +$/, ''), line: i + 1 });
  }
  return rows;
}

/** The value of a text without quotes, by the core schema of YAML 1.2. Whole numbers beyond what a double holds stay texts. */
function resolved(text: string): string | number | undefined {
  if (WHOLE.test(text)) {
    const value = Number(text);
    if (Number.isSafeInteger(value)) return value;
    return text.startsWith('+') ? undefined : text;
  }
  if (DECIMALS.test(text)) return Number(text);
  return OTHER_VALUE.test(text) ? undefined : text;
}
