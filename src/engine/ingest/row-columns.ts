import { type BadRow, type CellOutcome, isBad } from '#core/measure/recognise/cell-outcome.ts';
import { ingestMessages } from '#core/measure/recognise/ingest-messages.ts';
import type { TableMapping } from '#core/measure/recognise/table-mapping.ts';
import type { Problem } from '#core/problem/problem.ts';
import { problemsOf } from '#core/problem/problem.ts';
import type { CellReader, DayKey, DayReader } from './cell/cell-reader.ts';
import { dayKey } from './cell/day-reader.ts';
import { WatchingTextReader } from './cell/watching-text-reader.ts';
import { isDayReader, type PlannedColumn, planColumns, type ReadSettings } from './column-plan.ts';
import { excerpt } from './excerpt.ts';
import type { RowBatch } from './row-batch.ts';
import type { RowSink } from './row-sink.ts';
import { StageRows } from './stage-rows.ts';
import { ThingValues } from './thing-values.ts';

const problem = problemsOf(ingestMessages);
const NOTHING = new Uint8Array(0);

/** Reads one row at a time through the readers of its columns, and counts what it has taken. */
export class RowColumns {
  /** The columns that are read, in the order of their ids. */
  readonly columns: readonly PlannedColumn[];
  /** Values that stand on several lines of one thing. */
  readonly things: ThingValues | undefined;
  rows = 0;
  firstDay: DayKey = 0;
  lastDay: DayKey = 0;
  readonly currencies = new Set<string>();
  /** For every watched text column, the first line on which a number turned up. */
  readonly strayLines = new Map<string, number>();
  private readonly stages: StageRows | undefined;
  private readonly outcomes: CellOutcome[];
  private readonly counted: readonly CellReader[];
  private readonly time: DayReader | undefined;
  private readonly timeAt: number;
  private readonly end: DayReader | undefined;
  private readonly endAt: number;
  private readonly currency: PlannedColumn | undefined;
  private readonly labels: readonly number[];
  private readonly watched: readonly { readonly header: string; readonly reader: WatchingTextReader }[];
  private readonly headings: readonly string[];
  private readonly padded: boolean;
  private readonly hidesSamples: boolean;
  private from: DayKey = 0;
  private to: DayKey = 0;
  private currencyText = '';

  constructor(mapping: TableMapping, headings: readonly string[], settings: ReadSettings) {
    this.headings = headings;
    this.padded = settings.padded;
    this.hidesSamples = mapping.withheld.length > 0;
    this.columns = planColumns(mapping, headings, settings);
    this.things = ThingValues.of(this.columns, headings);
    this.stages = StageRows.of(this.columns);
    this.outcomes = this.columns.map(() => 'missing');
    this.counted = this.columns.map(({ reader }) => reader).filter(reader => reader.commit !== undefined);
    const { period } = mapping;
    const at = (id: string | undefined) => this.columns.findIndex(({ column }) => column.id === id);
    this.timeAt = period.kind === 'row' && !this.stages ? at(period.time) : -1;
    this.endAt = period.kind === 'row' && period.end !== undefined ? at(period.end) : -1;
    this.time = dayReaderAt(this.columns, this.timeAt);
    this.end = dayReaderAt(this.columns, this.endAt);
    if (period.kind === 'fixed') [this.from, this.to] = [dayKey(period.from), dayKey(period.to)];
    this.labels = this.columns.flatMap(({ column }, i) => (column.role === 'dimension' && column.id !== 'currency' ? [i] : []));
    this.currency = this.columns.find(({ mapping: { isCurrency } }) => isCurrency);
    this.watched = this.columns.flatMap(({ mapping: { header }, reader }) =>
      reader instanceof WatchingTextReader ? [{ header, reader }] : [],
    );
  }

  /** The columns of the rows that are written, in the order of their ids. */
  get written(): readonly PlannedColumn[] {
    return this.stages?.columns ?? this.columns;
  }

  /** Whether rows have days of their own. */
  get hasTime(): boolean {
    return this.time !== undefined || this.stages !== undefined;
  }

  /** Whether the row just read lacks its day. */
  get lacksDay(): boolean {
    if (this.stages) return !this.stages.hasAny(this.hasValue);
    return this.time !== undefined && this.outcomes[this.timeAt] !== 'value';
  }

  /** Whether the row just read has dimensions, and all of them are empty. */
  get lacksLabels(): boolean {
    const { labels, outcomes } = this;
    if (this.time && !this.lacksDay) return false;
    for (let i = 0; i < labels.length; i++) if (outcomes[labels[i] ?? 0] !== 'missing') return false;
    return labels.length > 0 || this.time !== undefined;
  }

  /** Whether the row just read has a number. */
  get hasNumbers(): boolean {
    return this.columns.some(({ column }, i) => column.role === 'measure' && this.outcomes[i] === 'value');
  }

  /** Whether every cell of the row just read is as it should be, but for its day. */
  get isReadable(): boolean {
    return this.outcomes.every(outcome => !isBad(outcome));
  }

  /** Reads a row; false when it cannot be taken as it is. */
  read(batch: RowBatch, row: number): boolean {
    const { columns, outcomes } = this;
    const { bytes, starts, ends } = batch;
    const first = batch.firstCell(row);
    const width = batch.width(row);
    let good = width === this.headings.length || this.hasFittingWidth(batch, row);
    for (let i = 0; i < columns.length; i++) {
      const planned = columns[i];
      if (!planned) continue;
      const { index, reader } = planned;
      const cell = first + index;
      const outcome = index < width ? reader.read(bytes, starts[cell] ?? 0, ends[cell] ?? 0) : reader.read(NOTHING, 0, 0);
      outcomes[i] = outcome;
      if (outcome !== 'value' && outcome !== 'missing' && outcome !== 'bounded') good = false;
    }
    this.things?.correct(batch, row, outcomes);
    if (this.stages && this.lacksDay) return false;
    if (this.time) {
      if (outcomes[this.timeAt] !== 'value') return false;
      this.from = this.time.from;
      this.to = this.end && outcomes[this.endAt] === 'value' ? this.end.to : this.time.to;
      if (this.to < this.from) return false;
    }
    if (batch.faults.size > 0 && batch.faults.has(row)) return false;
    if (this.currency) this.currencyText = batch.text(row, this.currency.index);
    return good;
  }

  /** Takes the row just read. */
  take(line: number, sink: RowSink | null): void {
    const { counted } = this;
    for (let i = 0; i < counted.length; i++) counted[i]?.commit?.();
    this.things?.take(line);
    if (this.currencyText !== '' && this.currencyText.length <= 20 && this.currencies.size < 50)
      this.currencies.add(this.currencyText);
    for (const { header, reader } of this.watched) {
      if (reader.isStray && !this.strayLines.has(header)) this.strayLines.set(header, line);
    }
    const { stages } = this;
    if (!stages) this.add(line, sink);
    else
      stages.each(this.hasValue, () => {
        this.from = stages.day;
        this.to = stages.day;
        this.add(line, sink);
      });
  }

  /** Adds a row of the dataset. */
  private add(line: number, sink: RowSink | null): void {
    this.rows += 1;
    if (this.from !== 0) {
      if (this.firstDay === 0 || this.from < this.firstDay) this.firstDay = this.from;
      if (this.to > this.lastDay) this.lastDay = this.to;
    }
    sink?.row(line, this.from, this.to, this.written);
  }

  private readonly hasValue = (planned: PlannedColumn): boolean => this.outcomes[this.columns.indexOf(planned)] === 'value';

  /** Why the row just read cannot be taken: all its faults, column by column in the order of the file. */
  problems(batch: RowBatch, row: number, line: number): readonly Problem[] {
    const width = batch.width(row);
    const expected = this.headings.length;
    const place = { line };
    const found: { readonly index: number; readonly problem: Problem }[] = [];
    const fault = batch.faults.get(row);
    if (fault)
      found.push({ index: fault.column, problem: problem('text-after-quote', { heading: this.heading(fault.column) }, place) });
    if (width < expected && !this.padded) {
      found.push({
        index: width,
        problem: problem('too-few-cells', { heading: this.heading(width), cells: width, expected }, place),
      });
    }
    if (width > expected && !this.hasFittingWidth(batch, row)) {
      const sample = this.hidesSamples ? '…' : shown(batch.text(row, expected));
      found.push({ index: expected, problem: problem('too-many-cells', { cells: width, expected, sample }, place) });
    }
    this.columns.forEach(({ index, mapping: { header } }, i) => {
      if (index >= width && !this.padded) return;
      const reason = this.reasonAt(i);
      if (!reason) return;
      const sample = this.hidesSamples && fault ? '…' : shown(batch.text(row, index));
      found.push({ index, problem: problem(reason, { heading: header, sample }, place) });
    });
    return found.sort((a, b) => a.index - b.index).map(each => each.problem);
  }

  private reasonAt(i: number): Exclude<BadRow, 'too-few-cells' | 'too-many-cells' | 'text-after-quote'> | undefined {
    const outcome = this.outcomes[i];
    if (outcome !== undefined && isBad(outcome)) return outcome;
    if (i === this.timeAt && outcome !== 'value') return 'missing-date';
    if (this.columns[i]?.mapping.stage !== undefined && this.lacksDay) return 'missing-date';
    if (i === this.endAt && this.outcomes[this.timeAt] === 'value' && this.to < this.from) return 'period-backwards';
    return undefined;
  }

  private heading(column: number): string {
    return this.headings[column] ?? String(column + 1);
  }

  /** Empty fields after the last heading do no harm; rows of sheets end where their cells do. */
  private hasFittingWidth(batch: RowBatch, row: number): boolean {
    const width = batch.width(row);
    if (width < this.headings.length) return this.padded;
    const first = batch.firstCell(row);
    for (let cell = first + this.headings.length; cell < first + width; cell++) {
      if (batch.starts[cell] !== batch.ends[cell]) return false;
    }
    return true;
  }
}

function dayReaderAt(columns: readonly PlannedColumn[], at: number): DayReader | undefined {
  const reader = columns[at]?.reader;
  return reader && isDayReader(reader) ? reader : undefined;
}

/** A cell as it is quoted in a message. */
export function shown(text: string): string {
  const line = excerpt(text, 200).replace(/\s+/g, ' ').trim();
  return line.length > 40 ? `${line.slice(0, 40)}…` : line;
}
