/** The cells of a sheet as the texts a person sees, row by row; rows may be of different lengths. */
export type Grid = readonly (readonly string[])[];

/** Sheets of KPIs are pages that people look at; what is larger is a table of data. [BEG-02] */
export const GRID_LIMITS = { rows: 2_000, columns: 400, cells: 200_000, cellLength: 500 } as const;

/** Whether a grid is larger than a sheet of KPIs can be. */
export function isTooLarge(grid: Grid): boolean {
  const width = widthOf(grid);
  return grid.length > GRID_LIMITS.rows || width > GRID_LIMITS.columns || grid.length * width > GRID_LIMITS.cells;
}

export function widthOf(grid: Grid): number {
  return grid.reduce((widest, row) => Math.max(widest, row.length), 0);
}

/** A cell; empty beyond the edge. */
export function cellAt(grid: Grid, row: number, column: number): string {
  return grid[row]?.[column] ?? '';
}

/** Rows become columns, so that a sheet whose months run downwards is read as one whose months run across. */
export function turned(grid: Grid): Grid {
  return Array.from({ length: widthOf(grid) }, (_, column) => grid.map(row => row[column] ?? ''));
}
