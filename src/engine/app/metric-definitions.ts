import type { Instant } from '#core/measure/live-segments.ts';
import type { Catalogue } from '#core/metric/catalogue.ts';
import { type Definitions, NO_DEFINITIONS } from '#core/metric/definitions.ts';
import { parseDefinitions } from '#core/metric/definitions-parse.ts';
import { laidOver } from '#core/metric/laid-over.ts';
import type { Problem } from '#core/problem/problem.ts';
import { type Definition, publishDefinition, readDefinition } from '../ledger/definition-store.ts';
import { refused, type Written } from '../ledger/written.ts';
import type { App } from './app.ts';
import { type AppSettings, readAppSettings } from './app-settings.ts';

/** Name under which the ledger keeps a workspace's metrics.yaml. */
export const METRICS = 'metrics';

/** What a workspace measures, with the text it was read from. [APP-03] */
export interface MetricDefinitions {
  /** Undefined while nothing was published. */
  readonly stored: Definition | undefined;
  readonly definitions: Definitions;
  /** The product's catalogue with the workspace's metrics laid over it: what plans are read with. */
  readonly catalogue: Catalogue;
  /** Errors mean that the stored text can no longer be read; then nothing is measured. */
  readonly problems: readonly Problem[];
}

/** The definitions in force, or those known at a moment. */
export async function readMetricDefinitions(app: App, settings: AppSettings, asKnown?: Instant): Promise<MetricDefinitions> {
  const which = asKnown === undefined ? {} : { asKnown };
  const stored = await readDefinition(app.workspace.ledger.db, 'metrics', METRICS, which);
  if (!stored) return { stored, definitions: NO_DEFINITIONS, catalogue: app.catalogue, problems: [] };
  const key = `definitions ${stored.textHash} ${settings.currency}`;
  const read = app.cache.lasting(key, () => parseDefinitions(stored.text, app.catalogue, settings.currency));
  const definitions = read.ok ? read.value : NO_DEFINITIONS;
  return { stored, definitions, catalogue: laidOver(app.catalogue, definitions), problems: read.problems };
}

/** Publishes a new metrics.yaml; refused while it has errors, or contradicts rows that are stored already. */
export async function publishMetricDefinitions(app: App, by: string, text: string, base: number): Promise<Written<Definition>> {
  const { currency } = await readAppSettings(app);
  const read = parseDefinitions(text, app.catalogue, currency);
  if (!read.ok) return refused(read.problems);
  for (const { dataset } of read.value.datasets.values()) {
    const made = await app.warehouse.createDataset(dataset);
    if (!made.ok) return refused(made.problems);
  }
  const written = await app.workspace.ledger.change(by, change =>
    publishDefinition(change, { kind: 'metrics', name: METRICS, text, base }),
  );
  app.cache.forget();
  return written;
}
