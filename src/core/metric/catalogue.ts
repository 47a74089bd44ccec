import { z } from 'zod';
import { referencesOf } from '../formula/ast.ts';
import { parseFormula } from '../formula/parse.ts';
import { isName } from '../formula/token.ts';
import type { Problem, Result } from '../problem/problem.ts';
import { failed, ok, problemsOf } from '../problem/problem.ts';
import type { ThingEntry, Things } from '../unit/thing.ts';
import { parseUnit } from '../unit/unit-text.ts';
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

const text = z.strictObject({ ja: z.string().min(1), en: z.string().min(1) });

const thingEntry = z.strictObject({ name: text, counter: z.string(), 'kind-of': z.string().optional() });

const metricEntry = z.strictObject({
  name: text,
  aliases: z.array(z.string()).default([]),
  meaning: text,
  unit: z.string(),
  direction: z.enum(['up', 'down', 'range']),
  goal: z.boolean().optional(),
  aggregation: z.enum(['sum', 'last', 'ratio', 'mean', 'distinct', 'distribution']),
  tax: z.enum(['excluded', 'included']).optional(),
  recognition: z.enum(['ordered', 'shipped', 'accepted', 'paid']).optional(),
  formula: z.string().optional(),
  identities: z.array(z.string()).optional(),
  kind: z.enum(['quantity', 'quality']).optional(),
  pair: z.string().optional(),
  horizon: z.enum(['short', 'mid', 'long']).optional(),
  leading: z.boolean().optional(),
  stage: z.enum(['awareness', 'interest', 'consideration', 'conversion', 'retention', 'advocacy', 'outcome']).optional(),
  domains: z.array(z.string()).optional(),
  rhythm: z.enum(['daily', 'weekly', 'monthly', 'quarterly', 'yearly']).optional(),
  'may-exceed-one': z.boolean().optional(),
  benchmark: z.strictObject({ text, low: z.number().optional(), high: z.number().optional(), source: z.string() }).optional(),
});

const rawCatalogue = z.strictObject({
  metrics: z.record(z.string(), metricEntry),
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
      problems.push(problem('catalogue-unknown', { id: wider }, { at: ['things', id] }));
  }
  const metrics = new Map<MetricId, Metric>();
  for (const [id, entry] of Object.entries(read.data.metrics)) {
    const at = ['metrics', id];
    const unit = parseUnit(entry.unit);
    if (!unit) problems.push(problem('catalogue-unit', { unit: entry.unit }, { at }));
    if (!isName(id)) problems.push(problem('catalogue-id', { id }, { at }));
    for (const thing of unit ? thingsIn(unit) : []) {
      if (thing !== 'money' && !things.has(thing)) problems.push(problem('catalogue-unknown', { id: thing }, { at }));
    }
    const formula = entry.formula === undefined ? undefined : parseFormula(entry.formula);
    if (formula && !formula.ok) problems.push(...formula.problems.map(p => ({ ...p, at })));
    if (entry.pair !== undefined && !read.data.metrics[entry.pair]) {
      problems.push(problem('catalogue-unknown', { id: entry.pair }, { at }));
    }
    if (unit) metrics.set(id, metricOf(id, entry, unit, formula?.ok ? formula.value : undefined));
  }
  problems.push(...unknownReferences(metrics), ...cycles(metrics));
  const guided = read.data.guide && guideOf(read.data.guide, id => metrics.has(id));
  if (guided) problems.push(...guided.problems);
  return problems.length > 0 ? failed(problems) : ok({ metrics, things, ...(guided ? { guide: guided.guide } : {}) });
}

function unknownReferences(metrics: ReadonlyMap<MetricId, Metric>): Problem[] {
  const found: Problem[] = [];
  for (const metric of metrics.values()) {
    const identities = (metric.identities ?? []).flatMap(text => {
      const parsed = parseFormula(text);
      if (!parsed.ok) found.push(...parsed.problems.map(p => ({ ...p, at: ['metrics', metric.id] })));
      return parsed.ok ? [parsed.value] : [];
    });
    for (const formula of metric.formula ? [metric.formula, ...identities] : identities) {
      for (const id of referencesOf(formula)) {
        if (!metrics.has(id)) found.push(problem('catalogue-unknown', { id }, { at: ['metrics', metric.id] }));
      }
    }
  }
  return found;
}

/** Definitions that lead back to themselves within one period; identities may, they are statements, not definitions. */
function cycles(metrics: ReadonlyMap<MetricId, Metric>): Problem[] {
  const done = new Set<MetricId>();
  const found: Problem[] = [];
  const visit = (id: MetricId, path: readonly MetricId[]): void => {
    if (path.includes(id)) {
      found.push(problem('catalogue-cycle', { path: [...path.slice(path.indexOf(id)), id] }, { at: ['metrics', id] }));
      return;
    }
    if (done.has(id)) return;
    const formula = metrics.get(id)?.formula;
    for (const next of formula ? referencesOf(formula, 'same-period') : []) visit(next, [...path, id]);
    done.add(id);
  };
  for (const id of metrics.keys()) visit(id, []);
  return found;
}

function metricOf(id: MetricId, entry: z.output<typeof metricEntry>, unit: Metric['unit'], formula: Metric['formula']): Metric {
  const { tax, recognition } = entry;
  return {
    id,
    name: entry.name,
    aliases: entry.aliases,
    meaning: entry.meaning,
    unit,
    direction: entry.direction,
    aggregation: entry.aggregation,
    ...(tax || recognition ? { basis: { ...(tax ? { tax } : {}), ...(recognition ? { recognition } : {}) } } : {}),
    ...(formula && entry.formula !== undefined ? { formula, formulaText: entry.formula } : {}),
    ...present('identities', entry.identities),
    ...present('kind', entry.kind),
    ...present('pair', entry.pair),
    ...(entry.goal ? { usualGoal: true } : {}),
    ...present('horizon', entry.horizon),
    ...present('leading', entry.leading),
    ...present('stage', entry.stage),
    ...present('domains', entry.domains),
    ...present('rhythm', entry.rhythm),
    ...(entry['may-exceed-one'] ? { mayExceedOne: true } : {}),
    ...(entry.benchmark ? { benchmark: benchmarkOf(entry.benchmark) } : {}),
  };
}

function benchmarkOf(entry: NonNullable<z.output<typeof metricEntry>['benchmark']>): NonNullable<Metric['benchmark']> {
  return { text: entry.text, source: entry.source, ...present('low', entry.low), ...present('high', entry.high) };
}

function present<K extends string, V>(name: K, value: V | undefined): { readonly [P in K]?: V } {
  return value === undefined ? {} : ({ [name]: value } as { readonly [P in K]: V });
}

function thingsIn(unit: Metric['unit']): readonly string[] {
  switch (unit.kind) {
    case 'count':
      return [unit.of, unit.per].filter(thing => thing !== undefined);
    case 'ratio':
      return [unit.of, unit.over].filter(thing => thing !== undefined);
    case 'money':
      return unit.per === undefined ? [] : [unit.per];
    case 'duration':
    case 'score':
    case 'rank':
    case 'multiple':
      return [];
  }
}

function key(part: PropertyKey): string | number {
  return typeof part === 'symbol' ? String(part) : part;
}
