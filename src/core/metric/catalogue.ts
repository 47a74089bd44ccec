import { z } from 'zod';
import type { Problem, Result } from '../problem/problem.ts';
import { failed, ok, problemsOf } from '../problem/problem.ts';
import type { ThingEntry, Things } from '../unit/thing.ts';
import { bothLanguages, catalogueEntry, readEntry } from './catalogue-entry.ts';
import { linkProblems } from './catalogue-links.ts';
import { catalogueMessages } from './catalogue-messages.ts';
import { type Guide, guideOf, rawGuide } from './guide.ts';
import type { MetricId } from './measurement.ts';
import type { Metric } from './metric.ts';

/** Every metric and counted thing the product knows by itself. */
export interface Catalogue {
  readonly metrics: ReadonlyMap<MetricId, Metric>;
  readonly things: Things;
  /** Absent where the metrics were not read from the product's own files. */
  readonly guide?: Guide;
}

export const EMPTY_CATALOGUE: Catalogue = { metrics: new Map(), things: new Map() };

const thingEntry = z.strictObject({ name: bothLanguages, counter: z.string(), 'kind-of': z.string().optional() });

const rawCatalogue = z.strictObject({
  metrics: z.record(z.string(), catalogueEntry),
  things: z.record(z.string(), thingEntry),
  guide: rawGuide.optional(),
});

const problem = problemsOf(catalogueMessages);

/**
 * Turns the catalogue's files (merged into one object) into metrics. [CAT-F1 … CAT-F4]
 * Refuses unknown keys, units that do not parse, formulas over metrics that do not exist, cycles of definitions and kinds of things.
 */
export function parseCatalogue(raw: unknown): Result<Catalogue> {
  const read = rawCatalogue.safeParse(raw);
  if (!read.success) {
    return failed(
      read.error.issues.map(issue => problem('catalogue-shape', { detail: issue.message }, { at: issue.path.map(key) })),
    );
  }
  const problems: Problem[] = [];
  const things = new Map<string, ThingEntry>();
  for (const [id, entry] of Object.entries(read.data.things)) {
    const wider = entry['kind-of'];
    things.set(id, { id, name: entry.name, counter: entry.counter, ...(wider === undefined ? {} : { kindOf: wider }) });
    if (wider !== undefined && !read.data.things[wider])
      problems.push(problem('catalogue-unknown-thing', { id: wider }, { at: ['things', id] }));
  }
  const metrics = new Map<MetricId, Metric>();
  for (const [id, entry] of Object.entries(read.data.metrics)) {
    const { metric, problems: found } = readEntry(id, entry, things, ['metrics', id]);
    problems.push(...found);
    if (metric) metrics.set(id, metric);
  }
  problems.push(...linkProblems(metrics, metrics, 'metrics'));
  const guided = read.data.guide && guideOf(read.data.guide, id => metrics.has(id));
  if (guided) problems.push(...guided.problems);
  return problems.length > 0 ? failed(problems) : ok({ metrics, things, ...(guided ? { guide: guided.guide } : {}) });
}

function key(part: PropertyKey): string | number {
  return typeof part === 'symbol' ? String(part) : part;
}
