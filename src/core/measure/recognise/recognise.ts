import type { Problem } from '../../problem/problem.ts';
import { problemsOf } from '../../problem/problem.ts';
import type { DateFormat } from '../../text/date-format.ts';
import { inferDateFormat } from '../../text/infer-date-format.ts';
import type { Text } from '../../text/text.ts';
import { decimalMarkOf } from './decimal-mark.ts';
import { lastingName } from './file-name.ts';
import { type FoundHeader, findHeader } from './find-header.ts';
import { findSubtotals } from './find-subtotals.ts';
import { ingestMessages } from './ingest-messages.ts';
import { matchPresets, type PresetMatch } from './match-preset.ts';
import { type Preamble, readPreamble } from './preamble.ts';
import { type ColumnProposal, proposeColumns } from './propose-columns.ts';
import { proposeDataset } from './propose-dataset.ts';
import type { RecogniseContext } from './recognise-context.ts';
import type { SampleRow, TableSample } from './sample.ts';
import { isBlank, isComment } from './sample.ts';
import type { MappingSource, PeriodSource, TableFormat, TableMapping } from './table-mapping.ts';
import { WIDE_COLUMNS } from './table-mapping.ts';
import { findWideColumns } from './wide-columns.ts';

/** What a table was recognised as, and how it would be read. */
export interface Recognition {
  readonly source: MappingSource & { readonly name: Text };
  /** 0 to 1: the share of the headings that are known; 0 for a table of no known source. */
  readonly confidence: number;
  /** Other presets that fit, best first. */
  readonly alternatives: readonly string[];
  readonly mapping: TableMapping;
  readonly columns: readonly ColumnProposal[];
  readonly preamble: Preamble;
  /** Index in the sample of the first row after the headings. */
  readonly next: number;
  readonly problems: readonly Problem[];
}

const problem = problemsOf(ingestMessages);

/** Recognises a table by its first rows. Undefined: there are no headings, so it is no table. [ING-10, ING-11] */
export function recognise(sample: TableSample, context: RecogniseContext): Recognition | undefined {
  const header = findHeader(sample.rows);
  if (!header) return undefined;
  const before = sample.rows.filter(row => row.line < header.place.line);
  const preamble = readPreamble(before);
  const rows = sample.rows.slice(header.next).filter(row => !isBlank(row) && !isComment(row));
  const cells = typicalRows(rows, header);
  const inferredMark = decimalMarkOf(cells, context.format.delimiter);
  const decimalMark = context.said.decimalMark ?? inferredMark ?? 'point';
  const format: TableFormat = { ...context.format, decimalMark };
  const above = { hasComments: preamble.comments > 0, hasTitle: before.some(row => !isBlank(row)) };
  const matches = chosen(matchPresets(header.names, above, context.presets), context.said.preset);
  const best = matches[0];
  const isWhole = sample.complete;
  const problems: Problem[] = [...duplicateHeadings(header)];
  if (context.said.decimalMark === undefined && inferredMark === undefined) problems.push(problem('ask-decimal-mark', {}));
  const shared = { header, preamble, cells, format, context, isWhole };
  const wide = best ? undefined : wideTable(shared);
  const made = wide ?? rowTable(shared, best);
  return {
    ...made,
    alternatives: matches.slice(1).map(match => match.preset.id),
    preamble,
    next: header.next,
    problems: [...problems, ...made.problems],
  };
}

/** Only so much of a cell is looked at. */
const LONGEST_VALUE = 1_000;

/** The rows to learn from: not the remarks and totals, in which most cells are empty. */
function typicalRows(rows: readonly SampleRow[], { names }: FoundHeader): readonly (readonly string[])[] {
  const named = names.filter(name => name !== '').length;
  const filled = rows.filter(row => row.cells.filter(cell => cell.trim() !== '').length >= named / 2);
  return (filled.length > 0 ? filled : rows).map(row => row.cells.map(cell => cell.slice(0, LONGEST_VALUE)));
}

interface Shared {
  readonly header: FoundHeader;
  readonly preamble: Preamble;
  readonly cells: readonly (readonly string[])[];
  readonly format: TableFormat;
  readonly context: RecogniseContext;
  /** Whether the sample is the whole table. */
  readonly isWhole: boolean;
}

type Made = Pick<Recognition, 'source' | 'confidence' | 'mapping' | 'columns' | 'problems'>;

/** A match on few of many headings is chance, unless the user asks for it or has written the mapping. */
const LEAST_CONFIDENCE = 0.5;

function chosen(matches: readonly PresetMatch[], preset: string | undefined): readonly PresetMatch[] {
  if (preset === 'generic') return [];
  if (preset !== undefined) return matches.filter(match => match.preset.id === preset);
  const fitting = matches.filter(
    ({ preset: { isOwn, leastKnown }, confidence }) => isOwn || confidence >= (leastKnown ?? LEAST_CONFIDENCE),
  );
  const fits = (id: string | undefined) => fitting.some(match => match.preset.id === id);
  const others = fitting.filter(match => !match.preset.isOwn && !fits(match.preset.standsBackFor));
  return [...fitting.filter(match => match.preset.isOwn), ...others];
}

function rowTable({ header, preamble, cells, format, context, isWhole }: Shared, match: PresetMatch | undefined): Made {
  const source = sourceOf(match);
  const proposed = proposeColumns({ names: header.names, cells, format, match, said: context.said });
  const dataset = proposeDataset(proposed.columns, match, context);
  const offset = proposed.columns.some(column => column.reads === 'day-offset');
  const period = periodOf(proposed.columns, preamble, context, offset);
  const preset = match?.preset;
  const columns = withDateFormats(proposed.columns, header.names, cells, context.said.dateFormat);
  const problems: Problem[] = [...proposed.problems];
  if (period.kind === 'unknown' && dataset.kind === 'aggregate') problems.push(problem('ask-period', {}));
  if (context.said.preset !== undefined && context.said.preset !== 'generic' && !match) {
    problems.push(problem('preset-does-not-fit', { preset: context.said.preset }));
  }
  const subtotals = dataset.kind === 'event' ? [] : findSubtotals(columns, cells, isWhole, format.decimalMark);
  const mapping: TableMapping = {
    source: { kind: source.kind, id: source.id, version: source.version },
    table: context.table,
    format,
    header: header.place,
    dataset,
    columns: columns.flatMap(column => (column.mapping ? [column.mapping] : [])),
    withheld: columns.filter(column => column.left === 'personal').map(column => column.heading),
    period,
    scope:
      preamble.scope === '' && preset?.scope === 'file' ? lastingName([context.fileName, context.table.part]) : preamble.scope,
    replaces: preset?.replaces ?? (dataset.kind === 'aggregate' ? 'period' : 'nothing'),
    totals: preset?.totals ?? 'empty-first',
    ...(preset?.zeroRowIsNoData ? { zeroRowIsNoData: true } : {}),
    ...(subtotals.length > 0 ? { subtotals } : {}),
  };
  return { source, confidence: match?.confidence ?? 0, mapping, columns, problems };
}

function wideTable({ header, preamble, cells, format, context }: Shared): Made | undefined {
  if (context.said.preset !== undefined && context.said.preset !== 'wide') return undefined;
  const wide = findWideColumns(header.names, cells.slice(0, 50), preamble.notes, context.calendar);
  if (!wide) return undefined;
  const name: Text = { ja: '横持ちの表（行が指標、列が期間）', en: 'Table of metrics by period' };
  const { metric, unit, value } = WIDE_COLUMNS;
  const mapping: TableMapping = {
    source: { kind: 'generic', id: 'wide', version: 1 },
    table: context.table,
    format,
    header: header.place,
    dataset: {
      kind: 'aggregate',
      id: context.said.dataset?.id ?? 'kpi-table',
      name: context.said.dataset?.name ?? { ja: 'KPI表', en: 'KPI table' },
      columns: [
        { id: metric, name: { ja: '指標', en: 'Metric' }, type: 'text', role: 'dimension' },
        { id: unit, name: { ja: '単位', en: 'Unit' }, type: 'text', role: 'dimension' },
        { id: value, name: { ja: '値', en: 'Value' }, type: 'decimal', role: 'measure' },
      ],
    },
    columns: [{ header: wide.label, to: metric, reads: 'text' }],
    withheld: [],
    wide,
    period: { kind: 'columns' },
    scope: lastingName([context.fileName, context.table.part]),
    replaces: 'period',
    totals: 'labelled',
  };
  const isPeriod = new Set(wide.periods.map(period => period.header));
  const columns = header.names.map((heading, index): ColumnProposal => {
    const samples = cells.slice(0, 3).map(row => row[index] ?? '');
    const isLabel = heading === wide.label;
    return {
      heading,
      samples,
      ...(isLabel && mapping.columns[0]
        ? { mapping: mapping.columns[0], reads: 'text' as const, role: 'dimension' as const }
        : {}),
      left: isLabel || isPeriod.has(heading) ? null : 'not-a-period',
    };
  });
  return { source: { kind: 'generic', id: 'wide', version: 1, name }, confidence: 0, mapping, columns, problems: [] };
}

function sourceOf(match: PresetMatch | undefined): Recognition['source'] {
  if (!match) return { kind: 'generic', id: 'generic', version: 1, name: { ja: '一般の表', en: 'Table of no known source' } };
  const { preset } = match;
  return { kind: preset.isOwn ? 'mapping' : 'preset', id: preset.id, version: preset.version, name: preset.name };
}

function periodOf(
  columns: readonly ColumnProposal[],
  preamble: Preamble,
  context: RecogniseContext,
  needsStart: boolean,
): PeriodSource {
  const fixed = context.said.period
    ? { ...context.said.period, said: 'user' as const }
    : preamble.period
      ? { ...preamble.period, said: 'preamble' as const }
      : undefined;
  const time = columns.find(column => column.isTime)?.mapping?.to;
  const end = columns.find(column => column.isPeriodEnd)?.mapping?.to;
  if (time !== undefined) {
    if (needsStart && !fixed) return { kind: 'unknown' };
    return {
      kind: 'row',
      time,
      ...(end === undefined ? {} : { end }),
      ...(fixed ? { whole: { from: fixed.from, to: fixed.to } } : {}),
    };
  }
  return fixed ? { kind: 'fixed', ...fixed } : { kind: 'unknown' };
}

/** Sets the order of dates where the sample shows it; the whole column is asked when the file is read. */
function withDateFormats(
  columns: readonly ColumnProposal[],
  names: readonly string[],
  cells: readonly (readonly string[])[],
  said: DateFormat | undefined,
): readonly ColumnProposal[] {
  return columns.map(column => {
    if (!column.mapping || !isDateReading(column.reads) || column.mapping.dateFormat) return column;
    const index = names.indexOf(column.heading);
    const inferred = inferDateFormat(cells.map(row => row[index] ?? ''));
    const format = said ?? (inferred.kind === 'decided' ? inferred.format : undefined);
    return format === undefined ? column : { ...column, mapping: { ...column.mapping, dateFormat: format } };
  });
}

function isDateReading(reads: ColumnProposal['reads']): boolean {
  return reads === 'day' || reads === 'timestamp' || reads === 'period';
}

function duplicateHeadings({ names, place }: FoundHeader): readonly Problem[] {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const name of names) {
    if (name !== '' && seen.has(name)) twice.add(name);
    seen.add(name);
  }
  return [...twice].map(heading => problem('duplicate-heading', { heading }, { line: place.line }));
}
