import type { Decimal } from '#core/measure/observation.ts';
import { isBad } from '#core/measure/recognise/cell-outcome.ts';
import { headerText } from '#core/measure/recognise/header-text.ts';
import { ingestMessages } from '#core/measure/recognise/ingest-messages.ts';
import type { TableMapping, WideColumns } from '#core/measure/recognise/table-mapping.ts';
import type { Problem } from '#core/problem/problem.ts';
import { problemsOf } from '#core/problem/problem.ts';
import type { ByteWriter } from './byte-writer.ts';
import type { DayKey } from './cell/cell-reader.ts';
import { dayKey } from './cell/day-reader.ts';
import { NumberReader } from './cell/number-reader.ts';
import { ExactTotal } from './exact-total.ts';
import { refuse } from './refusal.ts';
import type { RowBatch } from './row-batch.ts';
import { shown } from './row-columns.ts';
import type { RowSink } from './row-sink.ts';

const problem = problemsOf(ingestMessages);

/** What the rows of one name come to. */
interface NameTotal {
  readonly total: ExactTotal;
  values: number;
  /** Shares, or amounts in several currencies, do not add up. */
  addsUp: boolean;
  unit: string;
}

/** Names beyond these are not added up one by one: they are no list of KPIs. */
const MOST_NAMES = 1000;

interface PeriodColumn {
  readonly index: number;
  readonly header: string;
  readonly from: DayKey;
  readonly to: DayKey;
}

/**
 * Reads rows that are metrics with a column per period: every cell with a value becomes a row of metric, unit, value. [ING-16]
 * A unit in the metric's name (`LTV(円)`, `売上（百万円）`) applies to its plain numbers; a cell's own unit wins.
 */
export class WideRows {
  rows = 0;
  firstDay: DayKey = 0;
  lastDay: DayKey = 0;
  private readonly labelAt: number;
  private readonly label: string;
  private readonly periods: readonly PeriodColumn[];
  private readonly reader: NumberReader;
  private readonly width: number;
  private readonly names = new Map<string, NameTotal>();
  private found: readonly Problem[] = [];

  constructor(mapping: TableMapping, wide: WideColumns, headings: readonly string[]) {
    this.width = headings.length;
    this.label = wide.label;
    this.labelAt = headings.indexOf(wide.label);
    this.periods = wide.periods.map(({ header, from, to }) => ({
      index: headings.indexOf(header),
      header,
      from: dayKey(from),
      to: dayKey(to),
    }));
    const lost = this.periods.find(period => period.index < 0);
    if (lost || this.labelAt < 0) throw refuse('heading-missing', { heading: lost?.header ?? wide.label });
    this.reader = new NumberReader({ reads: 'decimal', decimalMark: mapping.format.decimalMark });
  }

  read(batch: RowBatch, row: number): boolean {
    const line = batch.line(row);
    const name = batch.text(row, this.labelAt).trim();
    this.reader.scale = headerText(name).scale;
    this.found = this.periods.flatMap(({ index, header }) => {
      const outcome = this.readCell(batch, row, index);
      return isBad(outcome) ? [problem(outcome, { heading: header, sample: shown(batch.text(row, index)) }, { line })] : [];
    });
    if (name === '' && this.found.length === 0) this.found = [problem('missing-label', { heading: this.label }, { line })];
    for (let column = this.width; column < batch.width(row); column++) {
      const sample = shown(batch.text(row, column));
      if (sample === '') continue;
      this.found = [
        ...this.found,
        problem('too-many-cells', { cells: batch.width(row), expected: this.width, sample }, { line }),
      ];
      break;
    }
    return this.found.length === 0;
  }

  /** Why the row just read cannot be taken. */
  problems(): readonly Problem[] {
    return this.found;
  }

  take(batch: RowBatch, row: number, sink: RowSink | null): void {
    const line = batch.line(row);
    const name = batch.text(row, this.labelAt).trim();
    const unitOfRow = headerText(name).currency ?? this.currencyOf(batch, row);
    const metric = Buffer.from(/["\n\r,]/.test(name) ? `"${name.replaceAll('"', '""')}"` : name);
    for (const { index, from, to } of this.periods) {
      if (this.readCell(batch, row, index) !== 'value') continue;
      this.rows += 1;
      if (this.firstDay === 0 || from < this.firstDay) this.firstDay = from;
      if (to > this.lastDay) this.lastDay = to;
      const unit = this.reader.isPercent ? '%' : (this.reader.currency ?? unitOfRow);
      this.add(name, unit);
      sink?.wideRow(line, from, to, { metric, unit, value: (out: ByteWriter) => this.reader.write(out) });
    }
  }

  /** By name, in the order of the file. */
  get totals(): readonly { readonly column: string; readonly sum: Decimal | null; readonly values: number }[] {
    return [...this.names].map(([column, { total, values, addsUp }]) => ({ column, sum: addsUp ? total.value : null, values }));
  }

  private add(name: string, unit: string): void {
    const known = this.names.get(name);
    if (!known && this.names.size >= MOST_NAMES) return;
    const of = known ?? { total: new ExactTotal(), values: 0, addsUp: unit !== '%', unit };
    if (!known) this.names.set(name, of);
    of.values += 1;
    if (unit !== of.unit) of.addsUp = false;
    const { value } = this.reader;
    if (value !== null) of.total.addDecimal(value);
  }

  /** The currency that some cells of the row show; those without a sign are taken to be in the same. */
  private currencyOf(batch: RowBatch, row: number): string {
    const seen = new Set<string>();
    for (const { index } of this.periods) {
      if (this.readCell(batch, row, index) === 'value' && this.reader.currency !== undefined) seen.add(this.reader.currency);
    }
    const [only = ''] = seen;
    return seen.size === 1 ? only : '';
  }

  private readCell(batch: RowBatch, row: number, index: number) {
    if (index >= batch.width(row)) return 'missing' as const;
    const cell = batch.firstCell(row) + index;
    return this.reader.read(batch.bytes, batch.starts[cell] ?? 0, batch.ends[cell] ?? 0);
  }
}
