import type { MergedCells } from './merged-cells.ts';

/** Repeats the text of merged cells over all the cells they cover, row by row as the sheet is read. [ING-25] */
export class MergedFill {
  private readonly waiting: readonly MergedCells[];
  private next = 0;
  private active: { readonly cells: MergedCells; text: string | undefined }[] = [];

  constructor(merged: readonly MergedCells[]) {
    this.waiting = [...merged].sort((a, b) => a.firstRow - b.firstRow);
  }

  /** The value of a cell that may be repeated. */
  remember(row: number, column: number, text: string): void {
    if (this.waiting.length === 0) return;
    this.advance(row);
    for (const area of this.active) {
      if (area.cells.firstRow === row && area.cells.firstColumn === column) area.text = text;
    }
  }

  /** Fills the covered cells of a row that is complete. */
  apply(row: number, cells: string[]): void {
    if (this.waiting.length === 0 || cells.length === 0) return;
    this.advance(row);
    for (const { cells: area, text } of this.active) {
      if (text === undefined) continue;
      for (let column = area.firstColumn; column <= Math.min(area.lastColumn, area.firstColumn + 100); column++) {
        if ((cells[column] ?? '') === '') cells[column] = text;
      }
    }
  }

  private advance(row: number): void {
    while (this.next < this.waiting.length) {
      const area = this.waiting[this.next];
      if (!area || area.firstRow > row) break;
      this.active.push({ cells: area, text: undefined });
      this.next += 1;
    }
    if (this.active.some(area => area.cells.lastRow < row)) this.active = this.active.filter(area => area.cells.lastRow >= row);
  }
}
