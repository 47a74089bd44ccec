import { cellAt, type Grid } from './grid.ts';
import type { SheetBlock } from './month-columns.ts';
import { kindIn } from './row-kind.ts';
import { unitIn } from './sheet-unit.ts';

/** What the columns before the months hold. */
export interface LabelColumns {
  /** Names of KPIs and of what they stand under, outermost first. */
  readonly names: readonly number[];
  readonly kind: number | undefined;
  readonly unit: number | undefined;
}

const OTHER =
  /担当|責任者|オーナー|owner|備考|メモ|注記|コメント|note|comment|remark|定義|計算|算出|頻度|ソース|出所|source|^(?:no\.?|#|id|番号)$/i;
const UNIT = /^単位$|^unit$/i;

/** Sorts the columns before the months by what stands in them; columns of numbers, owners and remarks are passed over. [BEG-04] */
export function labelColumns(grid: Grid, { firstColumn, headingRow, firstRow, endRow }: SheetBlock): LabelColumns {
  const names: number[] = [];
  let kind: { readonly column: number; readonly share: number } | undefined;
  let unit: number | undefined;
  for (let column = 0; column < firstColumn; column++) {
    const heads = grid.slice(headingRow, firstRow).map(row => (row[column] ?? '').normalize('NFKC').trim());
    const cells: string[] = [];
    for (let row = firstRow; row < endRow; row++) {
      const text = cellAt(grid, row, column).trim();
      if (text !== '') cells.push(text);
    }
    if (cells.length === 0) continue;
    const share = (test: (text: string) => boolean) => cells.filter(test).length / cells.length;
    const kinds = share(text => kindIn(text) !== undefined);
    if (kinds >= 0.5) {
      if (!kind || kinds >= kind.share) kind = { column, share: kinds };
    } else if (heads.some(head => UNIT.test(head)) || share(text => unitIn(text) !== undefined) >= 0.7) unit ??= column;
    else if (!heads.some(head => OTHER.test(head)) && share(text => !/\p{L}/u.test(text)) < 0.7) names.push(column);
  }
  // A column of 件 and 人 beside nothing else holds what is counted: names.
  if (names.length === 0 && unit !== undefined) return { names: [unit], kind: kind?.column, unit: undefined };
  return { names, kind: kind?.column, unit };
}
