import { csvRows } from '../plan/csv-cells.ts';
import { applyPatch, setSheetCell } from '../plan/edit.ts';
import type { NodeId } from '../plan/plan.ts';

/**
 * A sheet with monthly targets of some nodes written into it; months it has no column for are added behind its others. [PLA-07]
 * Undefined when it has no columns for node and kind.
 */
export function sheetWith(
  sheet: string,
  amounts: ReadonlyMap<NodeId, readonly number[]>,
  months: readonly string[],
): string | undefined {
  let text = csvRows(sheet).length === 0 ? `${['node', 'kind', ...months].join(',')}\n` : withColumns(sheet, months);
  for (const [node, values] of amounts) {
    for (const [i, month] of months.entries()) {
      const patch = setSheetCell(text, node, 'target', month, amountText(values[i] ?? 0));
      if (!patch) return undefined;
      text = applyPatch(text, patch);
    }
  }
  return text;
}

/** The sheet with a column for every month; its own stay where they are. */
function withColumns(sheet: string, months: readonly string[]): string {
  const header = csvRows(sheet)[0] ?? [];
  const names = new Set(header.map(({ text }) => text.trim()));
  const end = header.at(-1)?.range.end ?? 0;
  const missing = months.filter(month => !names.has(month));
  return applyPatch(sheet, { start: end, end, insert: missing.map(month => `,${month}`).join('') });
}

/** A number in plain digits. */
export function amountText(value: number): string {
  const text = value.toFixed(6);
  return text.replace(/\.?0+$/, '') || '0';
}
