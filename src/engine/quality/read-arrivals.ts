import type { Period } from '#core/calendar/period.ts';
import { ENTERED } from '#core/measure/entry/entered-dataset.ts';
import { numberOf } from '#core/measure/observation.ts';
import type { Metric } from '#core/metric/metric.ts';
import { type Arrived, arrivalsOf, type Completeness, completenessOf } from '#core/quality/completeness.ts';
import type { QualityDecision, TicketFinding, TicketSubject } from '#core/quality/quality-ticket.ts';
import type { Text } from '#core/text/text.ts';
import type { App } from '../app/app.ts';
import type { Freshness } from '../app/freshness.ts';
import { ask } from '../query/ask.ts';
import { type Known, knowledgeOf } from '../query/knowledge.ts';
import { expectedPeriods } from './expected-periods.ts';

/** How complete a source is, and what is missing of it. [QUA-01, QUA-02] */
export interface SourceArrivals {
  readonly completeness: Completeness;
  /** By metric that the source gives, with the periods looked at. */
  readonly metrics: readonly { readonly metric: string; readonly name: Text; readonly completeness: Completeness }[];
  readonly findings: readonly TicketFinding[];
}

/**
 * Holds the values of a source's metrics against what its rhythm promises. A period in which none of them has a value is missing for
 * the source; one in which only some have none is missing for each of those. Metrics over some of the rows only (with conditions) may
 * rightly be without rows and are not looked at; those that are typed in are looked at one by one.
 * Undefined where the source promises nothing, has no rows, or nothing is measured over it.
 */
export async function readArrivals(
  app: App,
  known: Known,
  source: Freshness,
  decisions: readonly QualityDecision[],
): Promise<SourceArrivals | undefined> {
  const metrics = metricsOver(known, source.dataset);
  const { from } = source;
  const periods =
    from === null
      ? []
      : expectedPeriods(source.refresh, known.today, known.settings.calendar).filter(period => period.from >= from);
  if (metrics.length === 0 || periods.length === 0) return undefined;
  const values = await readValues(app, known, metrics, periods);
  const dataset: TicketSubject = { kind: 'dataset', id: source.dataset };
  if (source.dataset === ENTERED) return ofTypedValues(metrics, values, decisions, dataset);
  const together = periods.map(({ from: first, to }, place) => ({
    from: first,
    to,
    value: values.map(row => row[place]?.value ?? null).find(value => value !== null) ?? null,
  }));
  const arrived = arrivalsOf(together, decisions, [dataset]);
  const perMetric = metrics.map((metric, at) => {
    const subject: TicketSubject = { kind: 'metric', id: metric.id };
    return { metric, subject, arrived: arrivalsOf(values[at] ?? [], decisions, [subject, dataset]) };
  });
  const findings = findingsOf(arrived, dataset, source.name);
  // What is missing for the whole source is said once; a metric that rarely has a value at all promises none.
  const gone = new Set(arrived.filter(({ value }) => value === null).map(({ from: first }) => first));
  for (const { metric, subject, arrived: own } of perMetric) {
    if (2 * completenessOf(own).present < own.length) continue;
    findings.push(
      ...findingsOf(
        own.filter(period => !gone.has(period.from)),
        subject,
        metric.name,
      ),
    );
  }
  return {
    completeness: completenessOf(arrived),
    metrics: perMetric.map(each => ({
      metric: each.metric.id,
      name: each.metric.name,
      completeness: completenessOf(each.arrived),
    })),
    findings,
  };
}

function ofTypedValues(
  metrics: readonly Metric[],
  values: Values,
  decisions: readonly QualityDecision[],
  dataset: TicketSubject,
): SourceArrivals {
  const perMetric = metrics.map((metric, at) => {
    const row = values[at] ?? [];
    // Before its first value a metric was not typed in yet.
    const first = row.findIndex(({ value }) => value !== null);
    const subject: TicketSubject = { kind: 'metric', id: metric.id };
    return { metric, subject, arrived: arrivalsOf(first < 0 ? [] : row.slice(first), decisions, [subject, dataset]) };
  });
  return {
    completeness: completenessOf(perMetric.flatMap(({ arrived }) => arrived)),
    metrics: perMetric.map(({ metric, arrived }) => ({
      metric: metric.id,
      name: metric.name,
      completeness: completenessOf(arrived),
    })),
    findings: perMetric.flatMap(({ metric, subject, arrived }) => findingsOf(arrived, subject, metric.name)),
  };
}

/** One per missing period; what is late is one, however long it is. */
function findingsOf(arrived: readonly Arrived[], subject: TicketSubject, name: Text): TicketFinding[] {
  const missing = arrived
    .filter(({ arrival }) => arrival === 'missing')
    .map(({ from, to }): TicketFinding => ({ kind: 'missing', subject, name, days: { from, to } }));
  const late = arrived.filter(({ arrival }) => arrival === 'late');
  const [first] = late;
  const last = late.at(-1);
  return first && last ? [...missing, { kind: 'late', subject, name, days: { from: first.from, to: last.to } }] : missing;
}

/** The metrics that a source's rows give directly. */
function metricsOver({ metrics: { definitions } }: Known, dataset: string): readonly Metric[] {
  return [...definitions.metrics.values()].flatMap(({ versions }) => {
    const newest = versions.at(-1);
    if (!newest || newest.measurement.kind === 'formula' || newest.measurement.dataset !== dataset) return [];
    return dataset === ENTERED || newest.measurement.where.length === 0 ? [newest.metric] : [];
  });
}

type Values = readonly (readonly { readonly from: Period['from']; readonly to: Period['to']; readonly value: number | null }[])[];

async function readValues(app: App, known: Known, metrics: readonly Metric[], periods: readonly Period[]): Promise<Values> {
  const question = { metrics: metrics.map(({ id }) => id), periods, by: [], where: [] };
  const answered = await ask(app, question, knowledgeOf(known), known.key);
  const answers = answered.ok ? answered.value : [];
  return metrics.map(({ id }) => {
    const totals = answers.find(({ metric }) => metric === id)?.totals ?? [];
    return periods.map(({ from, to }) => {
      const cell = totals.find(one => one.from === from && one.to === to);
      return { from, to, value: (cell && numberOf(cell.observation)) ?? null };
    });
  });
}
