import type { Document, Pair, Scalar, YAMLMap, Node as YamlNode } from 'yaml';
import { isAlias, isCollection, isMap, isNode, isPair, isScalar, Lexer, LineCounter, parseDocument } from 'yaml';
import type { Problem, Result } from '../problem/problem.ts';
import { failed, ok, problemsOf } from '../problem/problem.ts';
import { continuesAtComma, type PlainYaml, readPlainYaml } from './plain-yaml.ts';
import { planMessages } from './plan-messages.ts';

export const SOURCE_LIMITS = { bytes: 1_000_000, depth: 24, nodes: 200_000 } as const;

/** A path of keys into the document. */
export type Path = readonly (string | number)[];

/** Half-open range of character offsets in the text. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A YAML text that was read safely, with the place of everything in it. */
export interface Source {
  readonly text: string;
  /** Plain data; numbers and booleans as YAML 1.2 core reads them, everything else text. */
  readonly data: unknown;
  /** 1-based line of a value, or of the nearest enclosing one that exists. */
  lineOf(path: Path): number;
  /** Range of a value's own text, without its key and trailing comment. */
  rangeOf(path: Path): Range | undefined;
  readonly document: Document.Parsed;
}

const problem = problemsOf(planMessages);

/** Problems of syntax that are told at once; behind the first few the rest only follow from them. */
const REPORTED = 20;

/**
 * Reads YAML text that came from outside: limited in size and depth before parsing, no aliases, no merge keys, no tags,
 * no duplicate keys. All problems of syntax are returned, each with its line. [PLN-02]
 */
export function readSource(text: string): Result<Source> {
  const bytes = utf8Length(text);
  if (bytes > SOURCE_LIMITS.bytes) {
    const line = text.slice(0, SOURCE_LIMITS.bytes).split('\n').length;
    return failed([problem('document-too-large', { bytes, limit: SOURCE_LIMITS.bytes }, { line })]);
  }
  const plain = readPlainYaml(text);
  return plain ? ok(plainSource(text, plain)) : readWhole(text);
}

/** What was read the short way; whoever edits the text needs the whole of it. */
function plainSource(text: string, { data, lineOf }: PlainYaml): Source {
  let known: Source | undefined;
  const whole = (): Source => {
    known ??= wholeOf(text);
    return known;
  };
  return {
    text,
    data,
    lineOf,
    rangeOf: path => whole().rangeOf(path),
    get document() {
      return whole().document;
    },
  };
}

function wholeOf(text: string): Source {
  const read = readWhole(text);
  if (!read.ok) throw new Error('read the short way, but not the whole way');
  return read.value;
}

function readWhole(text: string): Result<Source> {
  const unsafe = unsafeShape(text);
  if (unsafe) return failed([unsafe]);
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    version: '1.2',
    schema: 'core',
    merge: false,
    // Both cost quadratic time in documents made to hurt; duplicates are looked for below.
    uniqueKeys: false,
    prettyErrors: false,
  });
  const line = (offset: number) => lines.linePos(offset).line;
  const problems: Problem[] = [...document.errors, ...document.warnings].slice(0, REPORTED).map(error => {
    const [detail, found, place] = [error.code, excerpt(text, error.pos[0]), { line: line(error.pos[0]) }];
    return detail === 'TAG_RESOLVE_FAILED'
      ? problem('tag-not-allowed', { tag: found }, place)
      : problem('yaml-syntax', { detail, excerpt: found }, place);
  });
  if (problems.length === 0) {
    problems.push(...tidied(document, text, line));
  }
  if (problems.length > 0) return failed(problems);
  return ok({
    text,
    data: document.toJS({ maxAliasCount: 0 }),
    document,
    lineOf: path => line(nearest(document, path)?.range?.[0] ?? 0),
    rangeOf: path => {
      const range = nodeAt(document, path)?.range;
      return range ? { start: range[0], end: range[1] } : undefined;
    },
  });
}

/**
 * One walk over everything, because walks are most of the time that large plans take: puts values together at their commas, keeps
 * long numbers as they were written, and finds what a plan must not contain. Aliases and merge keys can make a small text huge;
 * tags can make it something else. A plan needs neither.
 */
function tidied(document: Document.Parsed, text: string, line: (offset: number) => number): Problem[] {
  const found: Problem[] = [];
  let nodes = 0;
  const isEnough = () => nodes > SOURCE_LIMITS.nodes || found.length > REPORTED;
  const walk = (node: unknown, depth: number): void => {
    if (!isNode(node) || isEnough()) return;
    nodes += 1;
    const place = () => ({ line: line(node.range?.[0] ?? 0) });
    if (isAlias(node) || ('anchor' in node && node.anchor)) {
      // A line that is full of them is one mistake.
      const last = found.at(-1);
      if (last?.code !== 'alias-not-allowed' || last.line !== place().line) found.push(problem('alias-not-allowed', {}, place()));
    } else if (isMap(node)) {
      if (node.flow) joinAtCommas(node, text);
      found.push(...wrongKeys(node, line));
    }
    if (node.tag) found.push(problem('tag-not-allowed', { tag: node.tag }, place()));
    if (isScalar(node)) keepLongNumber(node);
    if (!isCollection(node)) return;
    if (depth >= SOURCE_LIMITS.depth) {
      found.push(problem('document-too-deep', { limit: SOURCE_LIMITS.depth }, place()));
      return;
    }
    for (const item of node.items) {
      if (isPair(item)) walk(item.key, depth + 1);
      walk(isPair(item) ? item.value : item, depth + 1);
    }
  };
  walk(document.contents, 0);
  if (nodes > SOURCE_LIMITS.nodes) found.push(problem('document-too-long', { limit: SOURCE_LIMITS.nodes }));
  return found;
}

/** Keys written twice, keys that are no names, and the one name JavaScript would lose without a word. */
function wrongKeys(map: YAMLMap, line: (offset: number) => number): Problem[] {
  const seen = new Set<string>();
  return map.items.flatMap(({ key }) => {
    const place = { line: line((isScalar(key) || isCollection(key) ? key.range?.[0] : undefined) ?? map.range?.[0] ?? 0) };
    if (!isScalar(key) || key.value === null) return [problem('bad-id', { id: String(key ?? '').slice(0, 40) }, place)];
    const name = String(key.value);
    if (name === '__proto__') return [problem('bad-id', { id: name }, place)];
    if (seen.has(name)) return [problem('duplicate-key', { key: name }, place)];
    seen.add(name);
    return [];
  });
}

/**
 * In a flow map YAML ends a plain value at a comma: `{ target: 15,000円, equals: min(a, b) }`. Where exactly three digits follow
 * a digit and a comma without a space, or the value has an open bracket, the comma belongs to it and the parts are put together
 * again. [PLN-03]
 */
function joinAtCommas(map: YAMLMap, text: string): void {
  for (const [i, { value: head }] of map.items.entries()) {
    if (!isScalar(head) || head.type !== 'PLAIN' || !head.range) continue;
    const start = head.range[0];
    let end = head.range[1];
    for (let next = map.items[i + 1]; next?.value === null && isScalar(next.key); next = map.items[i + 1]) {
      const after = next.key.type === 'PLAIN' ? next.key.range?.[1] : undefined;
      if (after === undefined || !continuesAtComma(text.slice(start, end), text.slice(end, after))) break;
      end = after;
      map.items.splice(i + 1, 1);
    }
    if (end === head.range[1]) continue;
    head.value = text.slice(start, end);
    head.range = [start, end, end];
  }
}

/** Whole numbers beyond what a double holds stay the text they were written as. */
function keepLongNumber(node: Scalar): void {
  if (typeof node.value === 'number' && Math.abs(node.value) > Number.MAX_SAFE_INTEGER && /^-?[0-9]+$/.test(node.source ?? ''))
    node.value = node.source;
}

/** The node at a path; a map's value by key, a sequence's by index. */
export function nodeAt(document: Document.Parsed, path: Path): YamlNode | undefined {
  let node: unknown = document.contents;
  for (const key of path) {
    if (!isCollection(node)) return undefined;
    const item: unknown = isMap(node) ? pairOf(node, key)?.value : node.items[Number(key)];
    node = isPair(item) ? item.value : item;
  }
  return isCollection(node) || isScalar(node) ? node : undefined;
}

/** The pair of a key in a map. */
export function pairOf(map: YAMLMap, key: string | number): Pair | undefined {
  let index = PAIRS.get(map);
  if (!index) {
    index = new Map(map.items.flatMap(pair => (isScalar(pair.key) ? [[String(pair.key.value), pair] as const] : [])));
    PAIRS.set(map, index);
  }
  return index.get(String(key));
}

/** Pairs by key, so that finding every line of a plan with thousands of nodes takes no longer than reading it. */
const PAIRS = new WeakMap<YAMLMap, ReadonlyMap<string, Pair>>();

function nearest(document: Document.Parsed, path: Path): YamlNode | undefined {
  for (let length = path.length; length >= 0; length--) {
    const found = keyNode(document, path.slice(0, length)) ?? nodeAt(document, path.slice(0, length));
    if (found) return found;
  }
  return undefined;
}

/** The key of the last step of a path, so that a problem points at the line the key is on. */
function keyNode(document: Document.Parsed, path: Path): YamlNode | undefined {
  const parent = path.length > 0 ? nodeAt(document, path.slice(0, -1)) : undefined;
  if (!isMap(parent)) return undefined;
  const pair = pairOf(parent, path.at(-1) ?? '');
  return isScalar(pair?.key) ? pair.key : undefined;
}

/**
 * Nesting and length that would make the parser itself slow or overflow, found on the tokens before anything walks them.
 * Brackets are counted exactly (not those inside texts and comments), indentation roughly.
 */
function unsafeShape(text: string): Problem | undefined {
  const limit = SOURCE_LIMITS.depth;
  const steep = text.split('\n').findIndex(row => indentation(row) > limit * 8 || /^(?:\s*[-?] ){25}/.test(row));
  if (steep !== -1) return problem('document-too-deep', { limit }, { line: steep + 1 });
  let [brackets, separators, line] = [0, 0, 1];
  let isScalarText = false;
  for (const token of new Lexer().lex(text)) {
    if (!isScalarText && token.length === 1) {
      if (token === '[' || token === '{') brackets += 1;
      else if (token === ']' || token === '}') brackets -= 1;
    }
    if (!isScalarText && /^[-,:?!&*"']/.test(token)) separators += 1;
    if (brackets > limit) return problem('document-too-deep', { limit }, { line });
    if (separators > SOURCE_LIMITS.nodes) return problem('document-too-long', { limit: SOURCE_LIMITS.nodes }, { line });
    isScalarText = token === SCALAR_FOLLOWS;
    if (token.includes('\n')) line += token.split('\n').length - 1;
  }
  return undefined;
}

/** What the lexer puts before a plain or block scalar. */
const SCALAR_FOLLOWS = '\u001f';

/** Bytes of a text in UTF-8. */
export function utf8Length(text: string): number {
  let bytes = text.length;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit > 0x7f) bytes += unit > 0x7ff && (unit < 0xd800 || unit > 0xdfff) ? 2 : 1;
  }
  return bytes;
}

function indentation(row: string): number {
  return row.length - row.trimStart().length;
}

function excerpt(text: string, offset: number): string {
  const [row = ''] = text.slice(offset, offset + 100).split(/[\r\n]/);
  return row.trim().slice(0, 60);
}
