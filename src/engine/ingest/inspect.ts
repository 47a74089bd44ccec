import { withDistinctDatasets } from '#core/measure/recognise/distinct-datasets.ts';
import { namesOf } from '#core/measure/recognise/find-header.ts';
import { ingestMessages } from '#core/measure/recognise/ingest-messages.ts';
import type { Inspection, TableInspection } from '#core/measure/recognise/inspection.ts';
import { PRESETS } from '#core/measure/recognise/presets/all-presets.ts';
import { type Recognition, recognise } from '#core/measure/recognise/recognise.ts';
import type { RecogniseContext } from '#core/measure/recognise/recognise-context.ts';
import { isBlank, type TableSample } from '#core/measure/recognise/sample.ts';
import { withSiblingPeriods } from '#core/measure/recognise/sibling-period.ts';
import type { TableMapping } from '#core/measure/recognise/table-mapping.ts';
import type { Problem } from '#core/problem/problem.ts';
import { problemsOf } from '#core/problem/problem.ts';
import type { ReadSettings } from './column-plan.ts';
import type { InspectOptions } from './inspect-options.ts';
import { joinNumbers } from './join-numbers.ts';
import { LIMITS } from './limits.ts';
import { type OpenPart, openReceived, type Part, type Reading } from './received-file.ts';
import { refuse } from './refusal.ts';
import { type HeldRow, Sections } from './sections.ts';
import { withSettledDates } from './settle-dates.ts';
import { holdsBack, type TableDraft, tableInspection } from './table-inspection.ts';
import { TableReader } from './table-reader.ts';

const problem = problemsOf(ingestMessages);

/**
 * Looks at all of a file: what it is, which tables it holds, how each would be read, and what would come out. Nothing is written.
 * [ING-01]
 */
export async function inspect(path: string, options: InspectOptions, reading: Reading): Promise<Inspection> {
  const file = await openReceived(path, options.name, reading);
  try {
    const tables: TableDraft[] = [];
    const problems: Problem[] = file.left.flatMap(({ part, why }) =>
      why === 'hidden-sheet' ? [problem('hidden-sheet', { sheet: part })] : [],
    );
    for (const part of file.parts) {
      if (tables.length >= LIMITS.tables) break;
      const found = await inspectPart(part, options, file.container === 'excel', reading);
      tables.push(...found.slice(0, LIMITS.tables - tables.length));
    }
    if (tables.length === 0) throw refuse('no-headings', {});
    const hidesSomething =
      file.left.some(({ why }) => why === 'hidden-sheet') || tables.some(({ recognition }) => holdsBack(recognition.mapping));
    const { bytes, container } = file;
    const sha256 = file.sha256();
    const made = tables.map(draft => tableInspection(draft, options, hidesSomething));
    const shown = withSiblingPeriods(made);
    const data = container === 'zip' ? shown.filter(table => isData(table, shown)) : shown;
    const left = shown
      .filter(table => !data.includes(table))
      .map(({ address }) => problem('part-not-data', { part: address.part }));
    return { name: options.name, bytes, sha256, container, tables: withDistinctDatasets(data), problems: [...problems, ...left] };
  } finally {
    file.close();
  }
}

/** Beside the tables of a known source, an archive may hold lists that are no data: filters, notes. */
function isData({ recognised, period, statistics }: TableInspection, tables: readonly TableInspection[]): boolean {
  const isKnown = recognised.kind !== 'generic' || !tables.some(table => table.recognised.kind !== 'generic');
  return isKnown || period !== null || statistics.totals.length > 0;
}

/** Reads a part; a second time where the first has settled the order of its dates. */
async function inspectPart(
  part: Part,
  options: InspectOptions,
  isSheet: boolean,
  reading: Reading,
): Promise<readonly TableDraft[]> {
  const opened = await part.open(options.text ?? {});
  const first = await readPart(part, opened, options, isSheet, new Map(), reading);
  const settled = new Map<number, TableMapping>();
  for (const [section, draft] of first) {
    const mapping = withSettledDates(draft.recognition.mapping, draft.reader);
    if (mapping && draft.reader.statistics.skipped.badRows > 0) settled.set(section, mapping);
  }
  const drafts = settled.size === 0 ? first : await readPart(part, opened, options, isSheet, settled, reading);
  return [...drafts.values()];
}

async function readPart(
  part: Part,
  opened: OpenPart,
  options: InspectOptions,
  isSheet: boolean,
  settled: ReadonlyMap<number, TableMapping>,
  reading: Reading,
): Promise<ReadonlyMap<number, TableDraft>> {
  const drafts = new Map<number, TableDraft>();
  const settings: ReadSettings = { calendar: options.calendar, padded: opened.padded, isInspection: true };
  const { encoding, delimiter } = opened;
  let scope = '';
  let period: FixedPeriod | undefined;
  const sections = new Sections((written, section, held) => {
    reading.advance(0);
    const context: RecogniseContext = {
      table: { part: part.name, section },
      fileName: options.name,
      format: isSheet ? {} : { ...(encoding ? { encoding } : {}), ...(delimiter ? { delimiter } : {}) },
      presets: [...(options.mappings ?? []), ...PRESETS],
      calendar: options.calendar,
      said: options.said ?? {},
    };
    const { recognition, sample } = recogniseJoined(written, held, context);
    if (!recognition) return null;
    scope = recognition.mapping.scope === '' ? scope : recognition.mapping.scope;
    const { found, inherited } = withPeriodAbove(recognition, period);
    period = inherited;
    const mapping = settled.get(section) ?? { ...found.mapping, scope };
    const reader = new TableReader(mapping, settings, null);
    drafts.set(section, { recognition: { ...found, mapping }, sample, reader, problems: [] });
    return reader;
  });
  const problems: Problem[] = [];
  for await (const batch of opened.rows(found => problems.push(found))) sections.push(batch);
  sections.end();
  if (sections.unclear !== undefined) problems.push(problem('table-below-unclear', { line: sections.unclear }));
  return new Map([...drafts].map(([section, draft]) => [section, { ...draft, problems }]));
}

type FixedPeriod = Extract<TableMapping['period'], { kind: 'fixed' }>;

/** A table without days and without a period of its own is of the period that was named above an earlier one. [ING-09] */
function withPeriodAbove(
  recognition: Recognition,
  above: FixedPeriod | undefined,
): { readonly found: Recognition; readonly inherited: FixedPeriod | undefined } {
  const { mapping, problems } = recognition;
  const { period } = mapping;
  if (period.kind !== 'unknown' || !above) return { found: recognition, inherited: namedPeriod(period) ?? above };
  const found: Recognition = {
    ...recognition,
    mapping: { ...mapping, period: { ...above, said: 'sibling' } },
    problems: problems.filter(({ code }) => code !== 'ask-period'),
  };
  return { found, inherited: above };
}

function namedPeriod(period: TableMapping['period']): FixedPeriod | undefined {
  if (period.kind === 'fixed') return period;
  return period.kind === 'row' && period.whole ? { kind: 'fixed', ...period.whole, said: 'preamble' } : undefined;
}

/**
 * Recognises a table; where numbers in its first rows were cut apart by their own commas, puts them together and looks again, because
 * every cell after them stood under the wrong heading. [ING-07]
 */
function recogniseJoined(
  sample: TableSample,
  held: readonly HeldRow[],
  context: RecogniseContext,
): { readonly recognition: Recognition | undefined; readonly sample: TableSample } {
  const recognition = recognise(sample, context);
  if (!recognition || context.format.delimiter !== ',') return { recognition, sample };
  const { header, wide } = recognition.mapping;
  const headings = sample.rows.filter(row => row.line >= header.line && !isBlank(row)).slice(0, header.rows);
  const width = namesOf(headings, header.names).length;
  const rows = held.map(({ batch, row, sample: each }) => {
    const isTried = each.line > header.line && each.cells.length > width;
    const { kind } = isTried ? joinNumbers(batch, row, width, wide !== undefined) : { kind: 'none' };
    return kind === 'joined' ? { ...each, cells: batch.texts(row) } : each;
  });
  if (rows.every((row, i) => row === held[i]?.sample)) return { recognition, sample };
  const joined = { ...sample, rows };
  return { recognition: recognise(joined, context), sample: joined };
}
