import type { MetricEntry } from '#contract/catalogue.ts';
import { counterOf } from '#contract/counter.ts';
import { referencesOf } from '#core/formula/ast.ts';
import { unmeasuredInputs } from '#core/measure/definition-in-force.ts';
import type { Guide } from '#core/metric/guide.ts';
import type { Metric } from '#core/metric/metric.ts';
import { unitText } from '#core/unit/unit-text.ts';
import { type Known, knownAt } from '#engine/query/knowledge.ts';
import type { HandlersOf } from '../handler.ts';
import { missing, value } from '../reply.ts';

export const catalogueHandlers: HandlersOf<'catalogue' | 'catalogueEntry'> = {
  catalogue: async (_, { app }) => {
    const known = await knownAt(app);
    const { metrics, things } = known.metrics.catalogue;
    return value({
      metrics: [...metrics.values()].map(metric => metricEntryOf(metric, known)),
      things: [...things.values()].map(({ id, name, counter, kindOf }) => ({ id, name, counter, kindOf: kindOf ?? null })),
      homonyms: app.catalogue.guide?.homonyms ?? [],
    });
  },

  catalogueEntry: async ({ metric: id }, { app }) => {
    const known = await knownAt(app);
    const { metrics } = known.metrics.catalogue;
    const metric = metrics.get(id);
    if (!metric) return missing(id);
    const { guide } = app.catalogue;
    return value({
      metric: metricEntryOf(metric, known),
      basis: metric.basis ?? {},
      mayExceedOne: metric.mayExceedOne ?? false,
      own: known.metrics.definitions.entries.has(id),
      guardrail: metric.guardrail ?? null,
      follows: metric.follows
        ? { metric: metric.follows.metric, low: metric.follows.days[0], high: metric.follows.days[1] }
        : null,
      recordedIn: metric.recordedIn ?? null,
      identities: metric.identities ?? [],
      usedBy: [...metrics.values()].filter(({ formula }) => formula && referencesOf(formula).includes(id)).map(other => other.id),
      homonyms: guide?.homonyms.filter(homonym => homonym.metrics.includes(id)) ?? [],
      sources: (guide?.sources.get(id) ?? []).flatMap(({ tool, shown }) => {
        const found = guide?.tools.get(tool);
        return found ? [{ tool: found.name, shown }] : [];
      }),
      causes: guide ? causesOf(metric, metrics, guide) : [],
    });
  },
};

/** Causes of the metric itself; where none is known, those of the metrics it is made of or judged with. [CAT-G2] */
function causesOf(metric: Metric, metrics: ReadonlyMap<string, Metric>, { causes }: Guide) {
  const seenAt = (id: string) => causes.filter(({ seenIn }) => seenIn.includes(id)).map(cause => ({ cause, via: id }));
  const own = seenAt(metric.id);
  const partner = metric.pair === undefined ? undefined : metrics.get(metric.pair);
  const near = [metric, partner].flatMap(one => [...(one?.formula ? referencesOf(one.formula) : []), one?.pair ?? '']);
  const found = own.length > 0 ? own : near.filter(id => id !== metric.id).flatMap(seenAt);
  const once = [...new Map(found.map(one => [one.cause.id, one])).values()];
  return once.slice(0, own.length > 0 ? once.length : MOST_NEAR).map(({ cause: { id, cause, measures }, via }) => ({
    id,
    via: via === metric.id ? null : via,
    cause,
    measures,
  }));
}

/** So many causes are borrowed from metrics nearby. */
const MOST_NEAR = 3;

export function metricEntryOf(metric: Metric, { metrics }: Pick<Known, 'metrics'>): MetricEntry {
  const { id, name, aliases, meaning, unit, direction, aggregation, benchmark } = metric;
  return {
    id,
    from: metrics.definitions.metrics.has(id) || metrics.definitions.entries.has(id) ? 'workspace' : 'catalogue',
    name,
    aliases,
    meaning,
    unit,
    unitText: unitText(unit),
    counter: counterOf(unit, metrics.catalogue.things),
    direction,
    aggregation,
    formula: metric.formulaText ?? null,
    kind: metric.kind ?? null,
    pair: metric.pair ?? null,
    horizon: metric.horizon ?? null,
    leading: metric.leading ?? false,
    stage: metric.stage ?? null,
    domains: metric.domains ?? [],
    rhythm: metric.rhythm ?? null,
    usualGoal: metric.usualGoal ?? false,
    benchmark: benchmark
      ? {
          text: benchmark.text,
          low: benchmark.low ?? null,
          high: benchmark.high ?? null,
          ranges: (benchmark.ranges ?? []).map(one => ({ for: one.for, low: one.low ?? null, high: one.high ?? null })),
          source: benchmark.source,
        }
      : null,
    measured: unmeasuredInputs(id, metrics).length === 0,
  };
}
