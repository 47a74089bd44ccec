import { GRID_LIMITS } from '#core/begin/grid.ts';
import type { Problem } from '#core/problem/problem.ts';
import { openReceived, type Reading } from './received-file.ts';

/** One sheet of a file as rows of texts. */
export interface SheetCells {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
  /** There is more than a sheet of KPIs holds. */
  readonly isCut: boolean;
}

export interface FileCells {
  readonly sheets: readonly SheetCells[];
  readonly problems: readonly Problem[];
}

/** Sheets beyond these are not offered. */
const MOST_SHEETS = 20;

/** The cells of a file's visible sheets, with merged names repeated and blank rows kept, as far as a sheet of KPIs goes. [BEG-20] */
export async function sheetCells(path: string, name: string, reading: Reading): Promise<FileCells> {
  const file = await openReceived(path, name, reading);
  try {
    const sheets: SheetCells[] = [];
    const problems: Problem[] = [];
    for (const part of file.parts.slice(0, MOST_SHEETS)) {
      const opened = await part.open({});
      const rows: (readonly string[])[] = [];
      let isCut = false;
      for await (const batch of opened.rows(found => problems.push(found))) {
        for (let row = 0; row < batch.rows && !isCut; row++) {
          isCut = rows.length >= GRID_LIMITS.rows;
          if (!isCut)
            rows.push(
              batch
                .texts(row)
                .slice(0, GRID_LIMITS.columns)
                .map(cell => cell.slice(0, GRID_LIMITS.cellLength)),
            );
        }
        if (isCut) break;
      }
      sheets.push({ name: part.name, rows, isCut });
    }
    return { sheets, problems };
  } finally {
    file.close();
  }
}
