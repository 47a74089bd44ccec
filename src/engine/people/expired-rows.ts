import type { Day } from '#core/calendar/day.ts';
import type { Dataset } from '#core/measure/dataset.ts';
import { cellsOf, records } from './csv-records.ts';

/** The lines of a table, in their order, of which every row is older than a day. */
export interface ExpiredRows {
  /** By place among the lines that became rows. */
  readonly lines: readonly boolean[];
  readonly rows: number;
}

/** Looks through a staging file. A line that became several rows goes when all of them are old. [PPL-05] */
export async function expiredRows(staging: string, dataset: Dataset, before: Day): Promise<ExpiredRows> {
  const lines: boolean[] = [];
  let [lineAt, dayAt] = [0, -1];
  let line: string | undefined;
  let [ofLine, rows, isHead] = [0, 0, true];
  const closeLine = () => {
    if (lines.at(-1)) rows += ofLine;
  };
  for await (const record of records(staging)) {
    const cells = cellsOf(record);
    if (isHead) {
      lineAt = cells.indexOf('_line');
      dayAt = cells.indexOf(dataset.kind === 'event' ? dataset.time : '_to');
      isHead = false;
      continue;
    }
    const isOld = (cells[dayAt] ?? '').slice(0, 10) < before;
    if (cells[lineAt] !== line) {
      closeLine();
      line = cells[lineAt];
      ofLine = 0;
      lines.push(isOld);
    } else if (!isOld) lines[lines.length - 1] = false;
    ofLine += 1;
  }
  closeLine();
  return { lines, rows };
}
