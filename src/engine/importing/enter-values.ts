import { monthKeyOf } from '#core/calendar/month-key.ts';
import {
  ENTERED,
  type EnteredMetric,
  enteredColumn,
  enteredDatasetFields,
  enteredMetricFields,
} from '#core/measure/entry/entered-dataset.ts';
import { type EntryFacts, type EntryMonth, entryChange, type TypedCell } from '#core/measure/entry/entry-change.ts';
import { entryFile } from '#core/measure/entry/entry-file.ts';
import type { MetricId } from '#core/metric/measurement.ts';
import { failed, ok, type Problem, type Result } from '#core/problem/problem.ts';
import { sameText } from '#core/text/text.ts';
import type { App } from '../app/app.ts';
import { publishMetricDefinitions } from '../app/metric-definitions.ts';
import { enteredValues } from '../query/entered-values.ts';
import { type Known, monthOfKey } from '../query/knowledge.ts';
import { readValueSheet, type SheetRow, sheetMonths } from '../query/value-sheet.ts';
import { importBytes } from './import-bytes.ts';
import { NO_CHOICES } from './uploads.ts';
import { withEntry } from './with-entry.ts';

/** What came of typing values. */
export type Entered =
  | {
      readonly kind: 'stored';
      /** Null when nothing was different. */
      readonly batch: string | null;
      readonly changed: number;
      /** Metrics that have become ones that are typed in. */
      readonly defined: readonly MetricId[];
    }
  | { readonly kind: 'conflict'; readonly cells: readonly TypedCell[] }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

/** Values are worked in one after the other: each sees what the one before it has stored. */
const turns = new WeakMap<App, Promise<unknown>>();

/** Stores typed values as an import of its own, and makes metrics of them where nothing has measured them so far. [MEA-07] */
export async function enterValues(app: App, by: string, plan: string | undefined, cells: readonly TypedCell[]): Promise<Entered> {
  const turn = (turns.get(app) ?? Promise.resolve()).then(() => entered(app, by, plan, cells));
  turns.set(
    app,
    turn.catch(() => {}),
  );
  return turn;
}

async function entered(app: App, by: string, plan: string | undefined, cells: readonly TypedCell[]): Promise<Entered> {
  const sheet = await readValueSheet(app, { plan, metrics: cells.map(({ metric }) => metric) });
  if (!sheet.ok) return { kind: 'refused', problems: sheet.problems };
  const { known, rows } = sheet.value;
  const lines = new Map(rows.map(row => [row.metric.id, row]));
  const months = await monthsTouched(app, known, cells);
  const present = await enteredValues(
    app,
    known,
    [...months.values()].map(month => ({ key: month.key, range: month })),
  );
  if (!present.ok) return { kind: 'refused', problems: present.problems };
  const facts: EntryFacts = {
    present: present.value,
    metrics: new Map(rows.map(({ metric, source }) => [metric.id, source === 'data' ? null : metric])),
    nameOf: id => lines.get(id)?.metric.name ?? sameText(id),
    monthOf: key => months.get(key),
    today: known.today,
    now: app.effects.now(),
  };
  const change = entryChange(cells, facts);
  if (change.kind === 'nothing') return { kind: 'stored', batch: null, changed: 0, defined: [] };
  if (change.kind !== 'change') return change;
  const touched = new Set(change.changed.map(({ metric }) => metric));
  const fresh = rows.filter(({ metric, source }) => source === 'none' && touched.has(metric.id));
  const defined = await define(app, by, known, fresh);
  if (!defined.ok) return { kind: 'refused', problems: defined.problems };
  const metrics = new Map<MetricId, EnteredMetric>(rows.map(({ metric }) => [metric.id, metric]));
  const text = entryFile(
    change.rows,
    key => months.get(key),
    id => enteredColumn(metrics.get(id) ?? UNKNOWN),
  );
  const name = `${ENTERED}-${monthKeyOf(known.today, known.settings.calendar)}.csv`;
  const said = { preset: ENTERED, decimalMark: 'point', dateFormat: 'ymd', currency: known.settings.currency } as const;
  const choices = { ...NO_CHOICES, said, text: { encoding: 'utf-8', delimiter: ',' } as const };
  const imported = await importBytes(app, { name, by, bytes: new TextEncoder().encode(text), choices });
  if (!imported.ok) return { kind: 'refused', problems: imported.problems };
  const [batch = null] = imported.value.kind === 'imported' ? imported.value.imported : [];
  return { kind: 'stored', batch, changed: change.changed.length, defined: fresh.map(({ metric }) => metric.id) };
}

/** Values of a metric that was taken out of metrics.yaml since stay what they are: numbers. */
const UNKNOWN = { unit: { kind: 'count' }, aggregation: 'sum' } as const;

/** All months from the first to the last one touched, for what is stored takes the place of all of them. */
async function monthsTouched(app: App, known: Known, cells: readonly TypedCell[]): Promise<ReadonlyMap<string, EntryMonth>> {
  const { calendar } = known.settings;
  const keys = cells
    .map(({ month }) => month)
    .filter(key => /^\d{4}-(?:0[1-9]|1[0-2])$/.test(key))
    .toSorted();
  const [first, last] = [keys[0], keys.at(-1)];
  const all = first === undefined || last === undefined ? [] : keysBetween(first, last);
  const keyed = all.flatMap(key => {
    const range = monthOfKey(key, calendar);
    return range ? [{ key, range: { from: range.from, to: range.to } }] : [];
  });
  const months = await sheetMonths(app, known, keyed);
  return new Map(months.map(({ key, range, close }) => [key, { key, from: range.from, to: range.to, close }]));
}

const MOST_MONTHS = 240;

function keysBetween(first: string, last: string): readonly string[] {
  const indexOf = (key: string) => Number(key.slice(0, 4)) * 12 + Number(key.slice(5)) - 1;
  const count = Math.min(MOST_MONTHS, indexOf(last) - indexOf(first) + 1);
  return Array.from({ length: count }, (_, place) => {
    const index = indexOf(first) + place;
    return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`;
  });
}

/** Adds what metrics.yaml lacks; everything else in it stays as it was written. */
async function define(app: App, by: string, known: Known, fresh: readonly SheetRow[]): Promise<Result<null>> {
  const { stored, definitions } = known.metrics;
  const before = stored?.text ?? '';
  let text = before;
  if (!definitions.datasets.has(ENTERED))
    text = withEntry(text, ['datasets'], ENTERED, enteredDatasetFields(known.settings.currency));
  for (const { metric, isKnown } of fresh) text = withEntry(text, ['metrics'], metric.id, enteredMetricFields(metric, isKnown));
  if (text === before || (fresh.length === 0 && definitions.datasets.has(ENTERED))) return ok(null);
  const written = await publishMetricDefinitions(app, by, text, stored?.number ?? 0);
  switch (written.kind) {
    case 'written':
      return ok(null);
    case 'refused':
      return failed(written.problems);
    case 'conflict':
    case 'missing':
      throw new Error(`metrics.yaml was changed while values were being stored: ${written.kind}`);
  }
}
