import type { DayRange } from '#core/calendar/day-range.ts';
import { ingestMessages } from '#core/measure/recognise/ingest-messages.ts';
import type { Decision, TableInspection, TableStatistics } from '#core/measure/recognise/inspection.ts';
import type { ColumnProposal } from '#core/measure/recognise/propose-columns.ts';
import type { Recognition } from '#core/measure/recognise/recognise.ts';
import type { TableSample } from '#core/measure/recognise/sample.ts';
import type { TableMapping } from '#core/measure/recognise/table-mapping.ts';
import type { Problem } from '#core/problem/problem.ts';
import { problemsOf } from '#core/problem/problem.ts';
import { WatchingTextReader } from './cell/watching-text-reader.ts';
import type { InspectOptions } from './inspect-options.ts';
import { dateProblems, withSettledDates } from './settle-dates.ts';
import type { TableReader } from './table-reader.ts';

const problem = problemsOf(ingestMessages);
const SAMPLE_SHOWN = 20;

/** A table that was read to its end. */
export interface TableDraft {
  readonly recognition: Recognition;
  readonly sample: TableSample;
  readonly reader: TableReader;
  /** What its part has told while it was read. */
  readonly problems: readonly Problem[];
}

/** Puts together what is shown of a table. `keepsCopy`: something in the file must not be kept, so a copy of the table is. */
export function tableInspection(
  draft: TableDraft,
  options: Pick<InspectOptions, 'said' | 'skipBadRows'>,
  keepsCopy: boolean,
): TableInspection {
  const { recognition, reader } = draft;
  const { mapping, columns } = withoutMails(draft, options);
  const { statistics } = reader;
  const skipBadRows = options.skipBadRows ?? false;
  const { source } = recognition;
  const decision: Decision = { mapping, skipBadRows, keep: keepsCopy || holdsBack(mapping) ? 'rewritten' : 'received' };
  return {
    address: mapping.table,
    recognised: { ...source, confidence: recognition.confidence, alternatives: recognition.alternatives },
    headerLine: mapping.header.line,
    notes: recognition.preamble.notes.map(note => note.slice(0, 200)),
    period: periodOf(mapping, statistics),
    columns,
    sample: draft.sample.rows.slice(recognition.next, recognition.next + SAMPLE_SHOWN),
    statistics,
    decision,
    problems: [
      ...recognition.problems,
      ...dateProblems(reader),
      ...draft.problems,
      ...reader.problems,
      ...rowProblems(statistics, skipBadRows, dateProblems(reader).length > 0),
      ...outsideProblems(mapping, statistics),
      ...personalProblems(columns),
    ],
  };
}

/** Whether a mapping leaves out or hides something that is in the file. */
export function holdsBack(mapping: TableMapping): boolean {
  return mapping.withheld.length > 0 || mapping.columns.some(({ personal }) => personal?.decision === 'hash');
}

/** The days a table is about: what the file says of itself, unless its rows lie outside; else from its first row to its last. */
export function periodOf(
  { period }: Pick<TableMapping, 'period'>,
  { firstDay, lastDay }: Pick<TableStatistics, 'firstDay' | 'lastDay'>,
): DayRange | null {
  if (period.kind === 'fixed') return { from: period.from, to: period.to };
  if (firstDay === null || lastDay === null) return null;
  const whole = period.kind === 'row' ? period.whole : undefined;
  return whole && whole.from <= firstDay && lastDay <= whole.to ? whole : { from: firstDay, to: lastDay };
}

function outsideProblems({ period }: TableMapping, { firstDay, lastDay }: TableStatistics): readonly Problem[] {
  const whole = period.kind === 'row' ? period.whole : undefined;
  if (!whole || firstDay === null || lastDay === null || (whole.from <= firstDay && lastDay <= whole.to)) return [];
  return [problem('period-outside', { from: whole.from, to: whole.to })];
}

function rowProblems({ rows, skipped }: TableStatistics, skipBadRows: boolean, datesAreOpen: boolean): readonly Problem[] {
  const count = skipped.badRows;
  if (count > 0) {
    if (datesAreOpen) return [];
    const found = problem(skipBadRows ? 'bad-rows-skipped' : 'bad-rows', { count });
    return skipBadRows && rows === 0 ? [found, problem('no-rows', {})] : [found];
  }
  if (rows > 0) return [];
  return [skipped.counts['no-data'] > 0 ? problem('source-says-no-data', {}) : problem('no-rows', {})];
}

function personalProblems(columns: readonly ColumnProposal[]): readonly Problem[] {
  const headings = columns.flatMap(({ heading, personal }) => (personal && personal.decision !== 'keep' ? [heading] : []));
  return headings.length > 0 ? [problem('personal-columns', { headings })] : [];
}

/** Leaves out the text columns in which mail addresses have turned up, unless the user wants them, and settles the dates. */
function withoutMails(
  { recognition, reader }: TableDraft,
  { said }: Pick<InspectOptions, 'said'>,
): Pick<Recognition, 'mapping' | 'columns'> {
  const mapping = withSettledDates(recognition.mapping, reader) ?? recognition.mapping;
  const out = new Set(
    (reader.rowColumns?.columns ?? []).flatMap(({ mapping: { header }, reader: cells }) => {
      const wanted = Object.hasOwn(said?.personal ?? {}, header) && said?.personal?.[header] === 'keep';
      return cells instanceof WatchingTextReader && cells.mails > 0 && !wanted ? [header] : [];
    }),
  );
  if (out.size === 0) return { mapping, columns: recognition.columns };
  const ids = new Set(mapping.columns.filter(({ header }) => out.has(header)).map(({ to }) => to));
  return {
    mapping: {
      ...mapping,
      columns: mapping.columns.filter(({ header }) => !out.has(header)),
      withheld: [...mapping.withheld, ...out],
      dataset: { ...mapping.dataset, columns: mapping.dataset.columns.filter(({ id }) => !ids.has(id)) },
    },
    columns: recognition.columns.map(({ heading, samples, ...rest }) =>
      out.has(heading)
        ? {
            heading,
            samples,
            left: 'personal',
            personal: { kind: 'free-text', by: 'values', confidence: 'likely', proposal: 'drop', decision: 'drop' },
          }
        : { heading, samples, ...rest },
    ),
  };
}
