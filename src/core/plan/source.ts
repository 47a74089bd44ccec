import type { Document, YAMLMap, Node as YamlNode } from 'yaml';
import { isAlias, isCollection, isMap, isPair, isScalar, LineCounter, parseDocument, visit } from 'yaml';
import type { Problem, Result } from '../problem/problem.ts';
import { failed, ok, problemsOf } from '../problem/problem.ts';
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

/**
 * Reads YAML text that came from outside: limited in size and depth before parsing, no aliases, no merge keys, no tags,
 * no duplicate keys. All problems of syntax are returned, each with its line. [PLN-02]
 */
export function readSource(text: string): Result<Source> {
  const bytes = utf8Length(text);
  if (bytes > SOURCE_LIMITS.bytes) return failed([problem('document-too-large', { bytes, limit: SOURCE_LIMITS.bytes })]);
  const deep = tooDeep(text);
  if (deep !== undefined) return failed([problem('document-too-deep', { limit: SOURCE_LIMITS.depth }, { line: deep })]);
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    keepSourceTokens: true,
    version: '1.2',
    schema: 'core',
    merge: false,
  });
  const line = (offset: number) => lines.linePos(offset).line;
  const problems: Problem[] = [...document.errors, ...document.warnings].map(error =>
    problem('yaml-syntax', { detail: error.code, excerpt: excerpt(text, error.pos[0]) }, { line: line(error.pos[0]) }),
  );
  if (problems.length === 0) {
    joinThousands(document, text);
    problems.push(...forbidden(document, line));
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

/** Aliases and merge keys can make a small text huge; tags can make it something else. A plan needs neither. */
function forbidden(document: Document.Parsed, line: (offset: number) => number): Problem[] {
  const found: Problem[] = [];
  let nodes = 0;
  visit(document, {
    Node(_key, node) {
      nodes += 1;
      const place = { line: line(node.range?.[0] ?? 0) };
      if (isAlias(node) || ('anchor' in node && node.anchor)) found.push(problem('alias-not-allowed', {}, place));
      else if (isMap(node)) found.push(...duplicates(node, line));
      if (node.tag && !node.tag.startsWith('tag:yaml.org,2002:'))
        found.push(problem('tag-not-allowed', { tag: node.tag }, place));
      return nodes > SOURCE_LIMITS.nodes || found.length > 20 ? visit.BREAK : undefined;
    },
  });
  if (nodes > SOURCE_LIMITS.nodes) found.push(problem('document-too-large', { bytes: nodes, limit: SOURCE_LIMITS.nodes }));
  return found;
}

function duplicates(map: YAMLMap, line: (offset: number) => number): Problem[] {
  const seen = new Set<string>();
  return map.items.flatMap(({ key }) => {
    const name = isScalar(key) ? String(key.value) : '';
    if (!seen.has(name)) {
      seen.add(name);
      return [];
    }
    return [problem('duplicate-key', { key: name }, { line: line((isScalar(key) ? key.range?.[0] : undefined) ?? 0) })];
  });
}

/**
 * `{ target: 15,000円, … }`: in a flow map YAML ends the value at the comma. Where exactly three digits follow a digit and a
 * comma without a space, the comma is a thousands separator and the number is put together again. [PLN-03]
 */
function joinThousands(document: Document.Parsed, text: string): void {
  visit(document, {
    Map(_key, map) {
      if (!map.flow) return;
      for (let i = map.items.length - 1; i > 0; i--) {
        const [before, pair] = [map.items[i - 1], map.items[i]];
        const [value, key] = [before?.value, pair?.key];
        if (!before || !isScalar(key) || !key.range || pair?.value !== null) continue;
        const head = isScalar(value) ? value : value === null && isScalar(before.key) ? before.key : undefined;
        if (head?.type !== 'PLAIN' || !head.range) continue;
        const [start, comma, end] = [head.range[0], head.range[1], key.range[1]];
        const joined = text.slice(start, end);
        if (key.range[0] !== comma + 1 || !/[0-9],[0-9]{3}(?![0-9])[^:]*$/.test(joined)) continue;
        head.value = joined;
        head.range = [start, end, end];
        map.items.splice(i, 1);
      }
    },
  });
}

/** The node at a path; a map's value by key, a sequence's by index. */
export function nodeAt(document: Document.Parsed, path: Path): YamlNode | undefined {
  let node: unknown = document.contents;
  for (const key of path) {
    if (!isCollection(node)) return undefined;
    const item: unknown = isMap(node)
      ? node.items.find(pair => isScalar(pair.key) && String(pair.key.value) === String(key))?.value
      : node.items[Number(key)];
    node = isPair(item) ? item.value : item;
  }
  return isCollection(node) || isScalar(node) ? node : undefined;
}

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
  const pair = parent.items.find(item => isScalar(item.key) && String(item.key.value) === String(path.at(-1)));
  return isScalar(pair?.key) ? pair.key : undefined;
}

/** Line on which brackets or indentation nest deeper than allowed: checked on the text, before the parser walks it. */
function tooDeep(text: string): number | undefined {
  let brackets = 0;
  let line = 1;
  let quote = '';
  for (let i = 0; i < text.length; i++) {
    const character = text[i];
    if (character === '\n') line += 1;
    if (quote) {
      if (character === quote) quote = '';
    } else if (character === '"') quote = character;
    else if (character === '[' || character === '{') brackets += 1;
    else if (character === ']' || character === '}') brackets = Math.max(0, brackets - 1);
    if (brackets > SOURCE_LIMITS.depth) return line;
  }
  const steep = text.split('\n').findIndex(row => indentation(row) > SOURCE_LIMITS.depth * 8 || /^(?:\s*[-?] ){25}/.test(row));
  return steep === -1 ? undefined : steep + 1;
}

/** Bytes of a text in UTF-8. */
function utf8Length(text: string): number {
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
  const end = text.indexOf('\n', offset);
  return text
    .slice(offset, end === -1 ? undefined : end)
    .trim()
    .slice(0, 60);
}
