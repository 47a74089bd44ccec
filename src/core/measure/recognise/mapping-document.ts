import { z } from 'zod';
import { readSource, type Source } from '../../plan/source.ts';
import type { Problem, Result } from '../../problem/problem.ts';
import { failed, ok, problemsOf } from '../../problem/problem.ts';
import { suggestion } from '../../problem/suggest.ts';
import { sameText, type Text } from '../../text/text.ts';
import type { Column, ColumnType } from '../dataset.ts';
import { dateFormatIn } from './date-format-text.ts';
import { headerText } from './header-text.ts';
import { ingestMessages } from './ingest-messages.ts';
import type { Preset, PresetColumn } from './preset.ts';

const text = z.union([z.string().min(1), z.strictObject({ ja: z.string().min(1), en: z.string().min(1) })]);
const headings = z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]);

const column = z.strictObject({
  from: headings.optional(),
  name: text.optional(),
  type: z.enum(['text', 'integer', 'decimal', 'date', 'timestamp', 'boolean']).optional(),
  role: z.enum(['dimension', 'measure', 'time', 'person']).optional(),
  optional: z.boolean().optional(),
  written: z.enum(['month', 'duration', 'day-offset', 'period-end', 'company']).optional(),
  scale: z.union([z.string(), z.number()]).optional(),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional(),
  additive: z.boolean().optional(),
  personal: z.enum(['drop', 'hash', 'keep']).optional(),
  format: z.string().optional(),
});

const document = z.strictObject({
  mapping: z.string(),
  version: z.int().min(1).optional(),
  name: text.optional(),
  dataset: z.string(),
  kind: z.enum(['aggregate', 'event']),
  period: z.enum(['row', 'preamble', 'ask']).optional(),
  replaces: z.enum(['period', 'nothing']).optional(),
  others: z.enum(['keep', 'drop']).optional(),
  totals: z.enum(['labelled', 'any-column', 'empty-first']).optional(),
  columns: z.record(z.string(), column),
});

type RawColumn = z.output<typeof column>;

const ID = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
const DECIMAL = /^(?:0|[1-9]\d*)(?:\.\d+)?$/;
const problem = problemsOf(ingestMessages);

/**
 * Reads a workspace's own mapping, written as YAML. [ING-50]
 * Refuses unknown keys, ids that cannot name a table or column, headings that two columns claim, and events without a moment; every
 * problem has its line.
 */
export function parseMapping(yaml: string): Result<Preset> {
  const source = readSource(yaml);
  if (!source.ok) return source;
  const shaped = document.safeParse(source.value.data);
  if (!shaped.success) return failed(shaped.error.issues.flatMap(issue => shapeProblems(issue, source.value)));
  const raw = shaped.data;
  const entries = Object.entries(raw.columns);
  const problems = [
    ...[raw.mapping, raw.dataset].flatMap((id, index) => idProblem(id, [index === 0 ? 'mapping' : 'dataset'], source.value)),
    ...entries.flatMap(([id, each]) => columnProblems(id, each, source.value)),
    ...sharedHeadings(entries, source.value),
  ];
  const columns = entries.map(([id, each]) => presetColumn(id, each));
  if (raw.kind === 'event' && !columns.some(({ role }) => role === 'time')) {
    problems.push(problem('mapping-without-time', {}, { at: ['columns'], line: source.value.lineOf(['columns']) }));
  }
  if (problems.length > 0) return failed(problems);
  const name = toText(raw.name) ?? sameText(raw.mapping);
  return ok({
    id: raw.mapping,
    version: raw.version ?? 1,
    name,
    isOwn: true,
    dataset: { kind: raw.kind, id: raw.dataset, name },
    columns,
    requires: entries.filter(([, each]) => !each.optional).map(([id]) => [id]),
    period: raw.period ?? 'row',
    replaces: raw.replaces ?? (raw.kind === 'aggregate' ? 'period' : 'nothing'),
    others: raw.others ?? 'drop',
    totals: raw.totals ?? 'labelled',
  });
}

function presetColumn(id: string, raw: RawColumn): PresetColumn {
  const from = raw.from === undefined ? [id] : typeof raw.from === 'string' ? [raw.from] : raw.from;
  const type = raw.type ?? (raw.written === 'duration' ? 'decimal' : raw.written ? 'date' : 'text');
  return {
    from,
    to: id,
    name: toText(raw.name) ?? sameText(from[0] ?? id),
    type,
    role: raw.role ?? roleOf(type),
    ...(raw.written ? { written: raw.written } : {}),
    ...(raw.scale === undefined ? {} : { scale: String(raw.scale) }),
    ...(raw.currency ? { currency: raw.currency, money: true } : {}),
    ...(raw.additive === false ? { notAdditive: true } : {}),
    ...(raw.personal ? { personal: raw.personal } : {}),
    ...(raw.format ? { format: raw.format } : {}),
  };
}

function roleOf(type: ColumnType): Column['role'] {
  switch (type) {
    case 'integer':
    case 'decimal':
      return 'measure';
    case 'date':
    case 'timestamp':
      return 'time';
    case 'text':
    case 'boolean':
      return 'dimension';
  }
}

function columnProblems(id: string, raw: RawColumn, source: Source): readonly Problem[] {
  const at = (key: string) => ({ at: ['columns', id, key], line: source.lineOf(['columns', id, key]) });
  const found: Problem[] = [...idProblem(id, ['columns', id], source)];
  if (raw.format !== undefined && !dateFormatIn(raw.format))
    found.push(problem('mapping-date-format', { format: raw.format }, at('format')));
  if (raw.scale !== undefined && !DECIMAL.test(String(raw.scale)))
    found.push(problem('mapping-wrong-value', { key: 'scale' }, at('scale')));
  return found;
}

function idProblem(id: string, at: readonly string[], source: Source): readonly Problem[] {
  return ID.test(id) && id.length <= 60 ? [] : [problem('mapping-id', { id: id.slice(0, 60) }, { at, line: source.lineOf(at) })];
}

function sharedHeadings(entries: readonly (readonly [string, RawColumn])[], source: Source): readonly Problem[] {
  const owner = new Map<string, string>();
  return entries.flatMap(([id, raw]) =>
    presetColumn(id, raw).from.flatMap(heading => {
      const { key } = headerText(heading);
      const first = owner.get(key);
      owner.set(key, first ?? id);
      if (first === undefined || first === id) return [];
      return [
        problem('mapping-same-heading', { heading, id: first }, { at: ['columns', id], line: source.lineOf(['columns', id]) }),
      ];
    }),
  );
}

function toText(raw: string | Text | undefined): Text | undefined {
  return typeof raw === 'string' ? sameText(raw) : raw;
}

interface ShapeIssue {
  readonly code?: string | undefined;
  readonly path: readonly PropertyKey[];
  readonly keys?: readonly string[];
  readonly values?: readonly unknown[];
}

/** What the schema library found, as problems with lines. */
function shapeProblems(issue: ShapeIssue, source: Source): readonly Problem[] {
  const path = issue.path.map(part => (typeof part === 'symbol' ? String(part) : part));
  const place = (at: readonly (string | number)[]) => ({ at, line: source.lineOf(at) });
  if (issue.code === 'unrecognized_keys') {
    const known = Object.keys(path[0] === 'columns' ? column.shape : document.shape);
    return (issue.keys ?? []).map(key =>
      problem('mapping-unknown-key', { key, ...suggestion(key, known) }, place([...path, key])),
    );
  }
  const key = String(path.at(-1) ?? 'mapping');
  if (path.length > 0 && !source.document.hasIn(path)) return [problem('mapping-missing-key', { key }, place(path))];
  if (issue.values) return [problem('mapping-choice', { key, choices: issue.values.map(String) }, place(path))];
  return [problem('mapping-wrong-value', { key }, place(path))];
}
