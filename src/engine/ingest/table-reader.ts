import { namesOf } from '#core/measure/recognise/find-header.ts';
import { ingestMessages } from '#core/measure/recognise/ingest-messages.ts';
import type { TableStatistics } from '#core/measure/recognise/inspection.ts';
import { isNote } from '#core/measure/recognise/known-notes.ts';
import { isBlank, isComment, type SampleRow } from '#core/measure/recognise/sample.ts';
import type { TableMapping } from '#core/measure/recognise/table-mapping.ts';
import { totalLabel } from '#core/measure/recognise/total-label.ts';
import type { Problem } from '#core/problem/problem.ts';
import { problemsOf } from '#core/problem/problem.ts';
import type { ReadSettings } from './column-plan.ts';
import { excerpt } from './excerpt.ts';
import { hasBracket, joinNumbers } from './join-numbers.ts';
import { JoinedRows } from './joined-rows.ts';
import { mayBeTotalLabel } from './label-filter.ts';
import type { RowBatch } from './row-batch.ts';
import { RowColumns } from './row-columns.ts';
import type { RowSink } from './row-sink.ts';
import { SkipLog } from './skip-log.ts';
import { columnProblems, statisticsOf } from './table-findings.ts';
import { batchOf, UnlabelledRows } from './unlabelled-rows.ts';
import { WideRows } from './wide-rows.ts';

const problem = problemsOf(ingestMessages);

/** A row under a table that may be a remark, until it is known whether data follow. */
interface PendingRow {
  readonly line: number;
  readonly text: string;
  readonly problems: readonly Problem[];
}

const MOST_PENDING = 200;

/**
 * Reads the rows of one table by its mapping: tells data from blank lines, totals, remarks and rows that cannot be read, and counts
 * what it finds. With a sink, the rows of data go into it. [ING-14, ING-15]
 */
export class TableReader {
  /** Whether the last row given was a row of data. */
  wasData = false;
  private readonly mapping: TableMapping;
  private readonly settings: ReadSettings;
  private readonly sink: RowSink | null;
  private readonly skipped = new SkipLog();
  private readonly unlabelled = new UnlabelledRows();
  private readonly joined = new JoinedRows();
  private readonly headingRows: SampleRow[] = [];
  private columns: RowColumns | undefined;
  private wide: WideRows | undefined;
  private labelColumns: readonly number[] = [];
  private subtotals: readonly { readonly index: number; readonly value: string }[] = [];
  private width = 0;
  private pending: PendingRow[] = [];
  private zeroRows: { readonly line: number; readonly problems: readonly Problem[] }[] = [];
  /** The last row was blank, a total or a remark: what follows may be a remark. */
  private afterData = false;

  constructor(mapping: TableMapping, settings: ReadSettings, sink: RowSink | null) {
    this.mapping = mapping;
    this.settings = settings;
    this.sink = sink;
  }

  /** Whether all rows of headings have been given. */
  get hasHeadings(): boolean {
    return this.columns !== undefined || this.wide !== undefined;
  }

  /** The headings, once their rows have been given. */
  get headings(): readonly string[] {
    return namesOf(this.headingRows, this.mapping.header.names);
  }

  accept(batch: RowBatch, row: number): void {
    this.wasData = false;
    if (!this.columns && !this.wide) {
      this.beforeData(batch, row);
      return;
    }
    if (isEmptyRow(batch, row)) {
      this.skipped.skip('blank', batch.line(row), '');
      this.afterData = true;
      return;
    }
    this.join(batch, row);
    if (this.wide) this.acceptWide(this.wide, batch, row);
    else if (this.columns) this.acceptRow(this.columns, batch, row);
  }

  /** Decides what had to wait for the last row; gives the rows that have turned out to be data. */
  finish(): readonly RowBatch[] {
    const { columns } = this;
    const data: RowBatch[] = [];
    for (const { line, text } of this.pending) this.skipped.skip('footer', line, text);
    this.pending = [];
    if (!columns) return data;
    for (const { line, problems } of this.zeroRows) {
      if (columns.rows === 0) this.skipped.skip('no-data', line, '');
      else this.skipped.refuse(line, () => problems);
    }
    const { totals, others } = this.unlabelled.conclude(columns);
    for (const { line, cells } of totals) this.skipped.skip('total', line, cells.join(' '));
    for (const waiting of others) {
      const batch = batchOf(waiting);
      if (columns.read(batch, 0)) {
        columns.take(waiting.line, this.sink);
        data.push(batch);
      } else this.skipped.refuse(waiting.line, () => columns.problems(batch, 0, waiting.line));
    }
    return data;
  }

  get statistics(): TableStatistics {
    return statisticsOf(this.columns, this.wide, this.skipped.result);
  }

  /** What is to be said of single columns. */
  get problems(): readonly Problem[] {
    return [...(this.columns ? columnProblems(this.columns, this.mapping) : []), ...this.joined.problems];
  }

  /** The columns being read; undefined before the headings and in wide tables. */
  get rowColumns(): RowColumns | undefined {
    return this.columns;
  }

  private beforeData(batch: RowBatch, row: number): void {
    const { line, rows } = this.mapping.header;
    const sample: SampleRow = { line: batch.line(row), cells: batch.texts(row) };
    const isHeading = sample.line >= line && !(this.headingRows.length > 0 && isBlank(sample));
    if (!isHeading) {
      const reason = isBlank(sample) ? 'blank' : isComment(sample) ? 'comment' : 'preamble';
      this.skipped.skip(reason, sample.line, sample.cells.join(' ').trim());
      return;
    }
    this.headingRows.push(sample);
    if (this.headingRows.length < rows) return;
    const { headings } = this;
    this.width = headings.length;
    if (this.mapping.wide) this.wide = new WideRows(this.mapping, this.mapping.wide, headings);
    else this.columns = new RowColumns(this.mapping, headings, this.settings);
    this.labelColumns = this.columnsWithLabels();
    this.subtotals = (this.mapping.subtotals ?? []).map(({ header, value }) => ({ index: headings.indexOf(header), value }));
  }

  /** Labels of totals stand in text columns, or in the first column whatever it is. */
  private columnsWithLabels(): readonly number[] {
    const texts = this.columns?.columns
      .filter(({ column }) => column.type === 'text' && column.role === 'dimension')
      .map(({ index }) => index);
    return [...new Set([0, ...(texts ?? [])])].sort((a, b) => a - b);
  }

  private acceptRow(columns: RowColumns, batch: RowBatch, row: number): void {
    const good = columns.read(batch, row);
    if (good && (this.isEvent || this.isMachineMade || !this.setAside(columns, batch, row))) {
      this.foundData();
      columns.take(batch.line(row), this.sink);
    } else if (!good) this.acceptOdd(columns, batch, row);
  }

  /** Rows that read like data but are, or may be, totals. */
  private setAside(columns: RowColumns, batch: RowBatch, row: number): boolean {
    const label = this.totalLabelOf(batch, row);
    if (label === 'certain') {
      this.skipTotal(batch, row);
      return true;
    }
    if (this.isSubtotal(batch, row)) {
      this.skipTotal(batch, row);
      return true;
    }
    if (columns.hasTime) return false;
    const unlabelled = this.mapping.totals === 'empty-first' && columns.lacksLabels && columns.hasNumbers;
    return (label === 'likely' || unlabelled) && this.unlabelled.keep(batch, row);
  }

  /** Whether the row adds up others of its day. [ING-47] */
  private isSubtotal(batch: RowBatch, row: number): boolean {
    return this.subtotals.some(({ index, value }) => batch.text(row, index).trim() === value);
  }

  private acceptOdd(columns: RowColumns, batch: RowBatch, row: number): void {
    const line = batch.line(row);
    const cells = batch.texts(row).filter(cell => cell.trim() !== '');
    const label = this.totalLabelOf(batch, row);
    if (this.isMachineMade) {
      this.skipped.refuse(line, () => this.faults(batch, row));
    } else if (label === 'certain' || (label === 'likely' && columns.lacksDay)) {
      this.skipTotal(batch, row);
    } else if (isComment({ line, cells: [batch.text(row, 0)] })) {
      this.skipped.skip('comment', line, cells.join(' '));
    } else if (this.isUnlabelled(columns, batch, row) && this.keepsWithoutDay(columns, batch, row)) {
      this.afterData = true;
    } else if (this.mapping.zeroRowIsNoData && this.zeroRows.length < MOST_PENDING && cells.every(isZero)) {
      this.zeroRows.push({ line, problems: this.faults(batch, row) });
    } else if (this.mayBeRemark(cells)) {
      this.pending.push({ line, text: excerpt(cells.join(' '), 200), problems: this.faults(batch, row) });
    } else {
      this.skipped.refuse(line, () => this.faults(batch, row));
      this.afterData = false;
    }
  }

  private isUnlabelled(columns: RowColumns, batch: RowBatch, row: number): boolean {
    const fits = batch.width(row) <= this.width && (this.settings.padded || batch.width(row) === this.width);
    return (
      this.mapping.totals === 'empty-first' &&
      !this.isEvent &&
      fits &&
      !batch.faults.has(row) &&
      columns.isReadable &&
      columns.lacksLabels &&
      columns.hasNumbers
    );
  }

  /** In a report of a known source, a row without a day is its total; elsewhere only when the numbers add up. */
  private keepsWithoutDay(columns: RowColumns, batch: RowBatch, row: number): boolean {
    if (this.mapping.source.kind !== 'preset' || !columns.hasTime) return this.unlabelled.keep(batch, row);
    this.skipTotal(batch, row);
    return true;
  }

  private acceptWide(wide: WideRows, batch: RowBatch, row: number): void {
    const good = wide.read(batch, row);
    const cells = batch.texts(row).filter(cell => cell.trim() !== '');
    if (this.totalLabelOf(batch, row) !== undefined) this.skipTotal(batch, row);
    else if (good && !isNote(cells[0] ?? '')) {
      this.foundData();
      wide.take(batch, row, this.sink);
    } else if (this.mayBeRemark(cells)) {
      this.pending.push({ line: batch.line(row), text: excerpt(cells.join(' '), 200), problems: this.faults(batch, row) });
    } else this.skipped.refuse(batch.line(row), () => this.faults(batch, row));
  }

  /** Puts numbers together that their own commas have cut apart, or notes where that was done before. [ING-07] */
  private join(batch: RowBatch, row: number): void {
    const isTried = this.mayJoin(batch, row) && (this.wide !== undefined || hasBracket(batch, row));
    if (isTried) joinNumbers(batch, row, this.width, this.wide !== undefined);
    const sample = batch.joined.get(row);
    if (sample !== undefined) this.joined.add(batch.line(row), sample);
  }

  private mayJoin(batch: RowBatch, row: number): boolean {
    return batch.width(row) > this.width && this.mapping.format.delimiter === ',' && !batch.joined.has(row);
  }

  /** Why the row just read cannot be taken. */
  private faults(batch: RowBatch, row: number): readonly Problem[] {
    const line = batch.line(row);
    if (this.mayJoin(batch, row) && joinNumbers(batch, row, this.width, this.wide !== undefined).kind === 'undecided')
      return [problem('number-cut', { cells: batch.width(row), expected: this.width }, { line })];
    return this.columns?.problems(batch, row, line) ?? this.wide?.problems() ?? [];
  }

  private get isEvent(): boolean {
    return this.mapping.dataset.kind === 'event';
  }

  /** Nobody has put totals and remarks between the rows. [PSH-04] */
  private get isMachineMade(): boolean {
    return this.mapping.totals === 'none';
  }

  private skipTotal(batch: RowBatch, row: number): void {
    this.skipped.skip(
      'total',
      batch.line(row),
      batch
        .texts(row)
        .filter(cell => cell !== '')
        .join(' '),
    );
    this.afterData = true;
  }

  private foundData(): void {
    this.wasData = true;
    this.afterData = false;
    if (this.pending.length === 0) return;
    for (const { line, problems } of this.pending) this.skipped.refuse(line, () => problems);
    this.pending = [];
  }

  /** The label of a total in the row: in a text column, in the first cell, or in one cell more than there are headings. */
  private totalLabelOf(batch: RowBatch, row: number): 'certain' | 'likely' | undefined {
    const { bytes, starts, ends } = batch;
    const first = batch.firstCell(row);
    const width = batch.width(row);
    const labels = this.labelColumns;
    let likely = false;
    for (let i = 0; i <= labels.length; i++) {
      const index = i < labels.length ? (labels[i] ?? 0) : this.width;
      if (index >= width || (i === labels.length && width !== this.width + 1)) continue;
      const cell = first + index;
      if (!mayBeTotalLabel(bytes, starts[cell] ?? 0, ends[cell] ?? 0)) continue;
      const label = totalLabel(batch.text(row, index));
      if (label === 'certain' || (label === 'likely' && index === this.width)) return 'certain';
      if (label === 'likely') likely = true;
    }
    return likely ? 'likely' : undefined;
  }

  /** A short row in a wider table, after data have ended or with the words of a remark. */
  private mayBeRemark(cells: readonly string[]): boolean {
    const isShort = this.width >= 3 && cells.length <= 2;
    return this.pending.length < MOST_PENDING && isShort && (this.afterData || this.pending.length > 0 || isNote(cells[0] ?? ''));
  }
}

function isZero(cell: string): boolean {
  return /^\s*(?:0(?:\.0+)?|--)\s*$/.test(cell);
}

/** Whether no cell of a row holds anything but blanks; the first cell that does answers it for nearly every row. */
function isEmptyRow(batch: RowBatch, row: number): boolean {
  const { bytes, starts, ends } = batch;
  const first = batch.firstCell(row);
  const last = first + batch.width(row);
  for (let cell = first; cell < last; cell++) {
    const end = ends[cell] ?? 0;
    for (let at = starts[cell] ?? 0; at < end; at++) if (bytes[at] !== 0x20 && bytes[at] !== 0x09) return false;
  }
  return true;
}
