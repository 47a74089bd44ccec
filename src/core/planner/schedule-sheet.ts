import { csvRows } from '../plan/csv-cells.ts';
import { applyPatch, setSheetCell } from '../plan/edit.ts';
import type { NodeId } from '../plan/plan.ts';

/** A sheet with monthly targets of some nodes written into it; undefined when it has no column for one of the months. [PLA-07] */
export function sheetWith(
  sheet: string,
  amounts: ReadonlyMap<NodeId, readonly number[]>,
  months: readonly string[],
): string | undefined {
  let text = csvRows(sheet).length === 0 ? `${['node', 'kind', ...months].join(',')}\n` : sheet;
  for (const [node, values] of amounts) {
    for (const [i, month] of months.entries()) {
      const patch = setSheetCell(text, node, 'target', month, amountText(values[i] ?? 0));
      if (!patch) return undefined;
      text = applyPatch(text, patch);
    }
  }
  return text;
}

/** A number in plain digits. */
export function amountText(value: number): string {
  const text = value.toFixed(6);
  return text.replace(/\.?0+$/, '') || '0';
}
