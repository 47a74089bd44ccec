import { isMap, isScalar, isSeq, visit } from 'yaml';
import type { Path, Source } from '../plan/source.ts';
import type { Problem } from '../problem/problem.ts';
import { problemsOf } from '../problem/problem.ts';
import { suggestion } from '../problem/suggest.ts';
import { definitionsMessages } from './definitions-messages.ts';

const problem = problemsOf(definitionsMessages);

/**
 * The document with every scalar as the text it was written as, so that a code 0012 stays 0012; nothing is null.
 * Keys become own properties whatever their name.
 */
export function textTree(source: Source): unknown {
  return plain(source.document.contents);
}

function plain(node: unknown): unknown {
  if (isScalar(node)) {
    if (node.value === null) return null;
    return typeof node.value === 'string' ? node.value : (node.source ?? String(node.value));
  }
  if (isSeq(node)) return node.items.map(plain);
  if (isMap(node))
    return Object.fromEntries(
      node.items.map(({ key, value }) => [isScalar(key) ? (key.source ?? String(key.value)) : '', plain(value)]),
    );
  return null;
}

/** Keys that mean something to JavaScript itself and would be lost on the way. */
export function reservedKeys(source: Source): readonly Problem[] {
  const found: Problem[] = [];
  visit(source.document, {
    Pair(_, { key }) {
      if (!isScalar(key) || key.value !== '__proto__') return;
      const line = source.text.slice(0, key.range?.[0] ?? 0).split('\n').length;
      found.push(problem('metric-id', { id: '__proto__' }, { line }));
    },
  });
  return found;
}

/** What the schema library found, as problems with lines. */
export function shapeProblems(issues: readonly ShapeIssue[], source: Source): readonly Problem[] {
  return issues.flatMap(issue => issueProblems(issue, [], source));
}

export interface ShapeIssue {
  readonly code?: string | undefined;
  readonly path: readonly PropertyKey[];
  readonly keys?: readonly string[];
  readonly values?: readonly unknown[];
  readonly errors?: readonly (readonly ShapeIssue[])[];
}

function issueProblems(issue: ShapeIssue, outer: Path, source: Source): readonly Problem[] {
  const path: Path = [...outer, ...issue.path.map(part => (typeof part === 'symbol' ? String(part) : part))];
  const place = (at: Path) => ({ at, line: source.lineOf(at) });
  const key = String(path.at(-1) ?? 'metrics.yaml');
  if (issue.code === 'unrecognized_keys') {
    return (issue.keys ?? []).map(unknown =>
      problem('definition-unknown-key', { key: unknown, ...suggestion(unknown, keysAt(path)) }, place([...path, unknown])),
    );
  }
  if (!isPresent(path, source)) return [problem('definition-missing-key', { key }, place(path))];
  const values = issue.values?.map(String);
  if (values)
    return [problem('definition-choice', { key, choices: values, ...suggestion(valueAt(path, source), values) }, place(path))];
  const nearest = nearestAlternative(issue.errors ?? []);
  if (nearest) return nearest.flatMap(inner => issueProblems(inner, path, source));
  return [problem('definition-wrong-value', { key }, place(path))];
}

/** Of the alternatives of a union, the one that got furthest into the value: the one the writer meant. */
function nearestAlternative(alternatives: readonly (readonly ShapeIssue[])[]): readonly ShapeIssue[] | undefined {
  const depth = (issues: readonly ShapeIssue[]) =>
    Math.max(...issues.map(issue => issue.path.length + (issue.code === 'unrecognized_keys' || issue.values ? 1 : 0)));
  const [best] = [...alternatives].filter(issues => issues.length > 0).sort((a, b) => depth(b) - depth(a));
  return best && depth(best) > 0 ? best : undefined;
}

const TOP_KEYS = ['rashin', 'things', 'entries', 'lists', 'datasets', 'metrics'];
const THING_KEYS = ['name', 'counter', 'kind-of'];
const ENTRY_KEYS =
  'name meaning aliases unit formula direction aggregation tax recognition kind pair guardrail horizon leading follows lag-days stage domains rhythm may-exceed-one goal recorded-in benchmark'.split(
    ' ',
  );
const DATASET_KEYS = ['kind', 'name', 'time', 'person', 'columns', 'source', 'owner', 'refresh'];
const COLUMN_KEYS = ['type', 'name', 'role', 'currency', 'currency-in', 'additive', 'hashed'];
const BETWEEN_KEYS = ['by', 'from', 'to'];
const METRIC_KEYS =
  'since from sum count distinct repeaters having at-least last mean between in take where equals numerator denominator mode name meaning unit direction aggregation tax recognition deductions'.split(
    ' ',
  );

function keysAt(path: Path): readonly string[] {
  if (path.length === 0) return TOP_KEYS;
  if (path[0] === 'lists') return ['values', 'companies'];
  if (path[0] === 'things') return THING_KEYS;
  if (path[0] === 'entries') return ENTRY_KEYS;
  if (path[0] === 'datasets') return path.includes('columns') ? COLUMN_KEYS : DATASET_KEYS;
  if (path.at(-1) === 'between') return BETWEEN_KEYS;
  return path.includes('where') ? ['one-of', 'none-of', 'less', 'at-most', 'more', 'at-least', 'set', 'in'] : METRIC_KEYS;
}

function isPresent(path: Path, source: Source): boolean {
  return path.length === 0 || source.document.hasIn([...path]);
}

function valueAt(path: Path, source: Source): string {
  return String(source.document.getIn([...path]));
}
