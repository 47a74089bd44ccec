import { z } from 'zod';
import { parseFormula } from '../formula/parse.ts';
import { isName } from '../formula/token.ts';
import type { Problem } from '../problem/problem.ts';
import { problemsOf } from '../problem/problem.ts';
import type { Things } from '../unit/thing.ts';
import { parseUnit } from '../unit/unit-text.ts';
import { catalogueMessages } from './catalogue-messages.ts';
import type { MetricId } from './measurement.ts';
import type { Metric } from './metric.ts';

export const bothLanguages = z.strictObject({ ja: z.string().min(1), en: z.string().min(1) });

export const DIRECTIONS = ['up', 'down', 'range'] as const;
export const AGGREGATIONS = ['sum', 'last', 'ratio', 'mean', 'distinct', 'distribution'] as const;
export const KINDS = ['quantity', 'quality'] as const;
export const HORIZONS = ['short', 'mid', 'long'] as const;
export const STAGES = ['awareness', 'interest', 'consideration', 'conversion', 'retention', 'advocacy', 'outcome'] as const;
export const RHYTHMS = ['daily', 'weekly', 'monthly', 'quarterly', 'yearly'] as const;
export const TAXES = ['excluded', 'included'] as const;
export const RECOGNITIONS = ['ordered', 'shipped', 'accepted', 'paid'] as const;

/** An entry of the catalogue as its files write it. [CAT-F11] */
export const catalogueEntry = z.strictObject({
  name: bothLanguages,
  aliases: z.array(z.string()).default([]),
  meaning: bothLanguages,
  unit: z.string(),
  direction: z.enum(DIRECTIONS),
  goal: z.boolean().optional(),
  aggregation: z.enum(AGGREGATIONS),
  tax: z.enum(TAXES).optional(),
  recognition: z.enum(RECOGNITIONS).optional(),
  formula: z.string().optional(),
  identities: z.array(z.string()).optional(),
  kind: z.enum(KINDS).optional(),
  pair: z.string().optional(),
  guardrail: z.string().optional(),
  horizon: z.enum(HORIZONS).optional(),
  leading: z.boolean().optional(),
  follows: z.string().optional(),
  'lag-days': z.string().optional(),
  stage: z.enum(STAGES).optional(),
  domains: z.array(z.string()).optional(),
  rhythm: z.enum(RHYTHMS).optional(),
  'may-exceed-one': z.boolean().optional(),
  'recorded-in': bothLanguages.optional(),
  benchmark: z
    .strictObject({
      text: bothLanguages,
      low: z.number().optional(),
      high: z.number().optional(),
      /** Where it differs by kind of site or trade; low and high above span them all. */
      ranges: z
        .array(z.strictObject({ for: bothLanguages, low: z.number().optional(), high: z.number().optional() }))
        .min(2)
        .optional(),
      source: z.string(),
    })
    .optional(),
});

export type CatalogueEntry = z.output<typeof catalogueEntry>;

const problem = problemsOf(catalogueMessages);

/**
 * Reads one entry by itself; whether the metrics it names exist is asked when all are read (`linkProblems`).
 * Undefined without a unit. Problems carry `at`, followed by the key they are about.
 */
export function readEntry(
  id: MetricId,
  entry: CatalogueEntry,
  things: Things,
  at: readonly string[],
): { readonly metric: Metric | undefined; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const unit = parseUnit(entry.unit);
  if (!isName(id)) problems.push(problem('catalogue-id', { id }, { at }));
  if (!unit) problems.push(problem('catalogue-unit', { unit: entry.unit }, { at: [...at, 'unit'] }));
  for (const thing of unit ? thingsIn(unit) : []) {
    if (thing !== 'money' && !things.has(thing)) {
      problems.push(problem('catalogue-unknown-thing', { id: thing }, { at: [...at, 'unit'] }));
    }
  }
  const formula = entry.formula === undefined ? undefined : parseFormula(entry.formula);
  if (formula && !formula.ok) problems.push(...formula.problems.map(p => ({ ...p, at: [...at, 'formula'] })));
  const days = entry['lag-days'] === undefined ? undefined : lagDays(entry['lag-days']);
  if (entry['lag-days'] !== undefined && !days) {
    problems.push(problem('catalogue-lag', { text: entry['lag-days'] }, { at: [...at, 'lag-days'] }));
  }
  if (!unit) return { metric: undefined, problems };
  return { metric: metricOf(id, entry, unit, formula?.ok ? formula.value : undefined, days), problems };
}

/** `30..180`, in days, the shorter first; `14` alone is both. */
function lagDays(text: string): readonly [number, number] | undefined {
  const [, low, high] = /^\s*([0-9]{1,4})\s*(?:\.\.\s*([0-9]{1,4})\s*)?$/.exec(text) ?? [];
  if (low === undefined) return undefined;
  const range = [Number(low), Number(high ?? low)] as const;
  return range[0] <= range[1] ? range : undefined;
}

function metricOf(
  id: MetricId,
  entry: CatalogueEntry,
  unit: Metric['unit'],
  formula: Metric['formula'],
  days: readonly [number, number] | undefined,
): Metric {
  const { tax, recognition, follows } = entry;
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
    ...present('guardrail', entry.guardrail),
    ...(entry.goal ? { usualGoal: true } : {}),
    ...present('horizon', entry.horizon),
    ...present('leading', entry.leading),
    ...(follows !== undefined && days ? { follows: { metric: follows, days } } : {}),
    ...present('stage', entry.stage),
    ...present('domains', entry.domains),
    ...present('rhythm', entry.rhythm),
    ...(entry['may-exceed-one'] ? { mayExceedOne: true } : {}),
    ...present('recordedIn', entry['recorded-in']),
    ...(entry.benchmark ? { benchmark: benchmarkOf(entry.benchmark) } : {}),
  };
}

function benchmarkOf(entry: NonNullable<CatalogueEntry['benchmark']>): NonNullable<Metric['benchmark']> {
  const { text, source, low, high, ranges } = entry;
  return {
    text,
    source,
    ...present('low', low),
    ...present('high', high),
    ...(ranges
      ? { ranges: ranges.map(one => ({ for: one.for, ...present('low', one.low), ...present('high', one.high) })) }
      : {}),
  };
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
