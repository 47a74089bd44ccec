import type { Formula } from '../formula/ast.ts';
import type { Source } from '../plan/source.ts';
import type { Problem } from '../problem/problem.ts';
import { problemsOf } from '../problem/problem.ts';
import { normalise } from '../text/normalise.ts';
import { sameText, type Text } from '../text/text.ts';
import { dimensionOf, mismatch } from '../unit/dimension.ts';
import type { ThingEntry, Things } from '../unit/thing.ts';
import type { Aggregation, Currency, Unit } from '../unit/unit.ts';
import { inCurrency, unitText } from '../unit/unit-text.ts';
import type { Catalogue } from './catalogue.ts';
import { type CatalogueEntry, readEntry } from './catalogue-entry.ts';
import { linkProblems } from './catalogue-links.ts';
import { catalogueMessages } from './catalogue-messages.ts';
import type { Read } from './definitions-draft.ts';
import type { RawEntry, RawText, RawThing } from './definitions-schema.ts';
import { describeDimension, formulaDimension, unitFrom } from './definitions-unit.ts';
import type { MetricId } from './measurement.ts';
import type { Metric } from './metric.ts';

interface OwnEntries {
  readonly entries: ReadonlyMap<MetricId, Metric>;
  readonly things: Things;
  /** The catalogue with the workspace's own laid over it. */
  readonly catalogue: Catalogue;
}

interface RawOwn {
  readonly entries?: Readonly<Record<MetricId, RawEntry>> | undefined;
  readonly things?: Readonly<Record<string, RawThing>> | undefined;
}

const problem = problemsOf(catalogueMessages);

/**
 * Reads the metrics a workspace adds to the catalogue, with the same fields as the catalogue's. [CAT-O1]
 * Refused: an id or a name that another metric has, a rate that does not say of what over what, a formula that gives another unit,
 * and what the catalogue's own entries are refused for. Problems have the path of the entry's key and its line.
 */
export function ownEntries(raw: RawOwn, source: Source, catalogue: Catalogue, currency: Currency): Read<OwnEntries> {
  const problems: Problem[] = [];
  const things = new Map<string, ThingEntry>();
  for (const [id, { name, counter, 'kind-of': wider }] of Object.entries(raw.things ?? {})) {
    const at = ['things', id];
    if (catalogue.things.has(id)) problems.push(problem('entry-known', { id }, { at }));
    things.set(id, { id, name: textOf(name), counter, ...(wider === undefined ? {} : { kindOf: wider }) });
  }
  const counted = new Map([...catalogue.things, ...things]);
  for (const { id, kindOf } of things.values()) {
    if (kindOf !== undefined && !counted.has(kindOf)) {
      problems.push(problem('catalogue-unknown-thing', { id: kindOf }, { at: ['things', id, 'kind-of'] }));
    }
  }
  const entries = new Map<MetricId, Metric>();
  for (const [id, entry] of Object.entries(raw.entries ?? {})) {
    const at = ['entries', id];
    if (catalogue.metrics.has(id)) problems.push(problem('entry-known', { id }, { at }));
    const { metric, problems: found } = readEntry(id, asCatalogueEntry(entry), counted, at);
    problems.push(...found);
    if (metric) entries.set(id, { ...metric, unit: inCurrency(metric.unit, currency) });
  }
  const all = new Map([...catalogue.metrics, ...entries]);
  const settled = new Map([...entries].map(([id, metric]) => [id, settledUnit(metric, all, counted, currency)]));
  problems.push(
    ...linkProblems(settled, new Map([...all, ...settled]), 'entries'),
    ...unitProblems(settled, all, counted, currency),
    ...nameProblems(settled, catalogue),
  );
  const metrics = new Map([...catalogue.metrics, ...settled]);
  return {
    value: { entries: settled, things, catalogue: { ...catalogue, metrics, things: counted } },
    problems: problems.map(found => ({ ...found, line: source.lineOf(found.at) })),
  };
}

/** A rate that does not say of what over what takes it from its formula. */
function settledUnit(metric: Metric, all: ReadonlyMap<MetricId, Metric>, things: Things, currency: Currency): Metric {
  if (metric.unit.kind !== 'ratio' || metric.unit.over !== undefined || !metric.formula) return metric;
  const unit = unitFrom(metric.formula, unitsOf(all), currency, things);
  return unit?.kind === 'ratio' ? { ...metric, unit } : metric;
}

function unitProblems(
  entries: ReadonlyMap<MetricId, Metric>,
  all: ReadonlyMap<MetricId, Metric>,
  things: Things,
  currency: Currency,
): readonly Problem[] {
  return [...entries.values()].flatMap(({ id, unit, formula }) => {
    if (unit.kind === 'ratio' && unit.over === undefined) {
      return [problem('entry-denominator', {}, { at: ['entries', id, formula ? 'formula' : 'unit'] })];
    }
    const clash = formula && unitClash(formula, unit, all, things, currency);
    if (!clash) return [];
    return [problem('entry-formula-unit', { unit: unitText(unit), found: clash }, { at: ['entries', id, 'formula'] })];
  });
}

/** The unit a formula gives, where it is not the one stated. */
function unitClash(
  formula: Formula,
  unit: Unit,
  all: ReadonlyMap<MetricId, Metric>,
  things: Things,
  currency: Currency,
): string | undefined {
  const { dimension } = formulaDimension(formula, unitsOf(all), currency, things);
  // A number of nothing in particular fits every count, and no amount of money.
  const isMoney =
    unit.kind === 'count' && !dimension.open && [...dimension.powers.keys()].some(base => base.startsWith('money:'));
  const fits = mismatch(dimension, dimensionOf(unit), things).kind === 'none' && !isMoney;
  return fits ? undefined : describeDimension(dimension);
}

function unitsOf(all: ReadonlyMap<MetricId, Metric>): (id: MetricId) => Unit | undefined {
  return id => all.get(id)?.unit;
}

/** Two metrics of one name cannot be told apart on a screen. [CNV-03] */
function nameProblems(entries: ReadonlyMap<MetricId, Metric>, catalogue: Catalogue): readonly Problem[] {
  const taken = new Map<string, MetricId>();
  for (const { id, name } of catalogue.metrics.values()) for (const one of [name.ja, name.en]) taken.set(normalise(one), id);
  return [...entries.values()].flatMap(({ id, name }) => {
    const other = [name.ja, name.en].map(one => taken.get(normalise(one))).find(owner => owner !== undefined && owner !== id);
    for (const one of [name.ja, name.en]) taken.set(normalise(one), id);
    return other === undefined
      ? []
      : [problem('entry-name-taken', { name: name.ja, id: other }, { at: ['entries', id, 'name'] })];
  });
}

function asCatalogueEntry(raw: RawEntry): CatalogueEntry {
  const { aliases, domains, leading, goal, benchmark, meaning } = raw;
  const recorded = raw['recorded-in'];
  return {
    ...given({
      formula: raw.formula,
      tax: raw.tax,
      recognition: raw.recognition,
      kind: raw.kind,
      pair: raw.pair,
      guardrail: raw.guardrail,
      horizon: raw.horizon,
      follows: raw.follows,
      'lag-days': raw['lag-days'],
      stage: raw.stage,
      rhythm: raw.rhythm,
    }),
    name: textOf(raw.name),
    meaning: textOf(meaning),
    aliases: listOf(aliases),
    domains: listOf(domains),
    unit: raw.unit,
    direction: raw.direction ?? 'up',
    aggregation: raw.aggregation ?? usualAggregation(raw),
    leading: isYes(leading),
    goal: isYes(goal),
    'may-exceed-one': isYes(raw['may-exceed-one']),
    ...(recorded === undefined ? {} : { 'recorded-in': textOf(recorded) }),
    ...(benchmark
      ? {
          benchmark: {
            text: textOf(benchmark.text),
            source: benchmark.source,
            ...given({ low: numberOf(benchmark.low), high: numberOf(benchmark.high) }),
          },
        }
      : {}),
  };
}

/** Rates and prices are divided anew for every period, counts and amounts are added, everything else is averaged. */
function usualAggregation({ unit, formula }: RawEntry): Aggregation {
  if (/^ratio|per /.test(unit) || formula?.includes('/')) return 'ratio';
  return /^(count|money|[A-Z]{3}$)/.test(unit) ? 'sum' : 'mean';
}

function given<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const present = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(present) as { [K in keyof T]?: Exclude<T[K], undefined> };
}

function listOf(raw: string | readonly string[] | undefined): string[] {
  const words = typeof raw === 'string' ? raw.split(/[,、，]/) : (raw ?? []);
  return words.map(word => word.trim()).filter(Boolean);
}

function numberOf(text: string | undefined): number | undefined {
  const number = text === undefined ? Number.NaN : Number(text);
  return Number.isFinite(number) ? number : undefined;
}

function isYes(flag: string | undefined): boolean {
  return flag === 'yes' || flag === 'true';
}

function textOf(raw: RawText): Text {
  return typeof raw === 'string' ? sameText(raw) : raw;
}
