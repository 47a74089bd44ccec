import { ingestMessages } from '#core/measure/recognise/ingest-messages.ts';
import type { Problem } from '#core/problem/problem.ts';
import { problemsOf } from '#core/problem/problem.ts';
import { LIMITS } from '../limits.ts';
import { refuse } from '../refusal.ts';
import type { RowBatch } from '../row-batch.ts';
import { TextBatch } from '../text-batch.ts';
import { columnOf } from './cell-reference.ts';
import { numberText } from './cell-text.ts';
import type { MergedCells } from './merged-cells.ts';
import { MergedFill } from './merged-fill.ts';
import { unescaped } from './shared-strings.ts';
import type { Sheet, Workbook } from './workbook.ts';
import { readXml } from './xml-events.ts';

const problem = problemsOf(ingestMessages);

/**
 * The rows of one sheet, in order, as the texts a person sees; their lines are the row numbers of the sheet. [ING-23, ING-24]
 * Rows without a value are left out, but a gap between rows gives one empty row. Nothing is allocated for cells that are not there.
 * Cells that show an error are empty and counted; of formulas, the value saved with the file is taken, nothing is computed.
 */
export async function* sheetRows(
  workbook: Workbook,
  sheet: Sheet,
  merged: readonly MergedCells[],
  report: (problem: Problem) => void,
): AsyncGenerator<RowBatch> {
  const reader = new SheetReader(workbook, new MergedFill(merged));
  for await (const _ of readXml(sheet.entry.open(), reader)) {
    if (reader.isFull) yield reader.take();
  }
  yield reader.take();
  for (const found of reader.problems(sheet.name)) report(found);
}

class SheetReader {
  private readonly workbook: Workbook;
  private readonly fill: MergedFill;
  private batch = new TextBatch();
  private cells: string[] = [];
  private lastRow = 0;
  private row = 0;
  private column = -1;
  private type = '';
  private style = 0;
  private value = '';
  private reading = 0;
  private capture = false;
  private formula = false;
  private inRow = false;
  private errors = 0;
  private firstError: { cell: string; error: string } | undefined;
  private withoutValue = 0;

  constructor(workbook: Workbook, fill: MergedFill) {
    this.workbook = workbook;
    this.fill = fill;
  }

  /** Whether enough rows have gathered to be worth handing on. */
  get isFull(): boolean {
    return this.batch.isFull;
  }

  take(): RowBatch {
    const { batch } = this;
    this.batch = new TextBatch();
    return batch.finish();
  }

  problems(sheet: string): Problem[] {
    const found: Problem[] = [];
    if (this.firstError) found.push(problem('error-cells', { sheet, count: this.errors, ...this.firstError }));
    if (this.withoutValue > 0) found.push(problem('formulas-without-value', { sheet, count: this.withoutValue }));
    return found;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    switch (name) {
      case 'row':
        this.row = attributes.r === undefined ? this.lastRow + 1 : Number(attributes.r);
        if (!(this.row <= LIMITS.sheetRows)) {
          throw refuse('cell-outside-sheet', { cell: `${this.row}`, limit: LIMITS.sheetRows });
        }
        this.column = -1;
        this.cells = [];
        this.inRow = true;
        break;
      case 'c':
        this.column = attributes.r === undefined ? this.column + 1 : columnOf(attributes.r);
        this.type = attributes.t ?? 'n';
        this.style = Number(attributes.s ?? 0);
        this.value = '';
        this.formula = false;
        break;
      case 'f':
        this.formula = true;
        break;
      case 'rPh':
        this.reading += 1;
        break;
      case 'v':
      case 't':
        this.capture = this.inRow && this.reading === 0;
        break;
    }
  }

  text(text: string): void {
    if (!this.capture) return;
    this.value += text;
    if (this.value.length > LIMITS.fieldBytes) {
      throw refuse('field-too-long', { column: this.column + 1, limit: LIMITS.fieldBytes }, { line: this.row });
    }
  }

  close(name: string): void {
    switch (name) {
      case 'v':
      case 't':
        this.capture = false;
        break;
      case 'rPh':
        this.reading -= 1;
        break;
      case 'c':
        this.endCell();
        break;
      case 'row':
        this.endRow();
        break;
    }
  }

  private endCell(): void {
    if (this.value === '') {
      if (this.formula && this.type !== 'str') this.withoutValue += 1;
      return;
    }
    const text = this.cellText();
    if (text === '') return;
    if (this.column >= LIMITS.columns) throw refuse('too-many-columns', { limit: LIMITS.columns }, { line: this.row });
    this.cells[this.column] = text;
  }

  private cellText(): string {
    const { type, value, workbook } = this;
    switch (type) {
      case 's': {
        const text = workbook.strings.get(Number(value));
        if (text === undefined) throw refuse('damaged-workbook', {});
        return this.remember(text);
      }
      case 'inlineStr':
      case 'str':
        return this.remember(unescaped(value));
      case 'b':
        return value === '1' ? 'TRUE' : 'FALSE';
      case 'e':
        this.errors += 1;
        this.firstError ??= { cell: `${columnLetters(this.column)}${this.row}`, error: value.slice(0, 20) };
        return '';
      case 'd':
        return this.remember(value.replace('T', ' '));
      default: {
        const meaning = workbook.meanings[this.style] ?? 'number';
        const text = numberText(value, meaning, workbook.epoch);
        return meaning === 'date' ? this.remember(text) : text;
      }
    }
  }

  /** Texts and dates are repeated over merged cells; numbers are not, because their sum would grow. */
  private remember(text: string): string {
    this.fill.remember(this.row, this.column, text);
    return text;
  }

  private endRow(): void {
    this.inRow = false;
    this.fill.apply(this.row, this.cells);
    if (this.cells.length === 0) return;
    if (this.row > this.lastRow + 1 && this.lastRow > 0) this.batch.row(this.lastRow + 1, []);
    this.batch.row(this.row, this.cells);
    this.lastRow = this.row;
  }
}

function columnLetters(column: number): string {
  const rest = Math.floor(column / 26);
  return `${rest > 0 ? columnLetters(rest - 1) : ''}${String.fromCharCode(65 + (column % 26))}`;
}
