import { STAGE_COLUMNS } from '#core/measure/recognise/table-mapping.ts';
import type { ByteWriter } from './byte-writer.ts';
import type { CellReader, DayKey } from './cell/cell-reader.ts';
import { writeDay } from './cell/day-reader.ts';
import { isDayReader, type PlannedColumn } from './column-plan.ts';

/**
 * Makes a row per stage that a line of a list has reached: `獲得日`, `MQL日`, `受注日` side by side become three rows, each of its day. [ING-46]
 * What is said of the lead stands on all of its rows; its numbers on the row of the last stage it has reached, so that they add up to
 * what the file says.
 */
export class StageRows {
  /** The columns of the dataset, in the order of their ids. */
  readonly columns: readonly PlannedColumn[];
  /** The day of the stage that stands. */
  day: DayKey = 0;
  private readonly stages: readonly { readonly stage: string; readonly planned: PlannedColumn }[];
  private stage = '';
  private isLast = false;

  private constructor(planned: readonly PlannedColumn[]) {
    this.stages = planned
      .flatMap(each => (each.mapping.stage === undefined ? [] : [{ stage: each.mapping.stage, planned: each }]))
      .sort((a, b) => a.planned.index - b.planned.index);
    const [first] = this.stages;
    if (!first) throw new Error('a list without stages');
    const own: readonly PlannedColumn[] = [
      { ...first.planned, reader: this.reader(12, out => writeDay(out, this.day)) },
      {
        ...first.planned,
        column: { ...first.planned.column, id: STAGE_COLUMNS.stage },
        reader: this.reader(80, out => out.ascii(this.stage)),
      },
    ];
    const others = planned.filter(({ mapping }) => mapping.stage === undefined).map(each => this.onLastRow(each));
    this.columns = [...own, ...others].sort((a, b) => (a.column.id < b.column.id ? -1 : 1));
  }

  /** Undefined when no column is a stage. */
  static of(planned: readonly PlannedColumn[]): StageRows | undefined {
    return planned.some(({ mapping }) => mapping.stage !== undefined) ? new StageRows(planned) : undefined;
  }

  /** Whether the line just read has reached a stage. `isReached`: whether a column that was read has a value. */
  hasAny(isReached: (planned: PlannedColumn) => boolean): boolean {
    return this.stages.some(({ planned }) => isReached(planned));
  }

  /** Calls `take` once for every stage that the line just read has reached, in the order of the columns. */
  each(isReached: (planned: PlannedColumn) => boolean, take: () => void): void {
    const reached = this.stages.filter(({ planned }) => isReached(planned));
    reached.forEach(({ stage, planned: { reader } }, place) => {
      this.stage = stage;
      this.day = isDayReader(reader) ? reader.from : 0;
      this.isLast = place === reached.length - 1;
      take();
    });
  }

  private onLastRow(planned: PlannedColumn): PlannedColumn {
    if (planned.column.role !== 'measure') return planned;
    const { reader } = planned;
    const write = (out: ByteWriter) => {
      if (this.isLast) reader.write(out);
    };
    return {
      ...planned,
      reader: {
        read: reader.read.bind(reader),
        write,
        get size() {
          return reader.size;
        },
      },
    };
  }

  private reader(size: number, write: (out: ByteWriter) => void): CellReader {
    return { size, read: () => 'value', write };
  }
}
