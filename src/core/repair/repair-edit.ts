import { pathOf } from '../plan/check-references.ts';
import { applyPatch, type Patch, setSheetCell, setValue } from '../plan/edit.ts';
import type { NodeId, PlanNode } from '../plan/plan.ts';
import type { Source } from '../plan/source.ts';
import { scaledCell, scaledTarget, writtenAmount, writtenTarget } from '../plan/target-text.ts';

/** One driver's target before and after, with the changes of the two texts that make it so. */
export interface RepairEdit {
  readonly node: NodeId;
  /** Times what was planned. */
  readonly factor: number;
  /** The new target as it is written; absent where the months of the sheet change only. */
  readonly target?: string;
  /** New cells of the sheet by month. */
  readonly cells: ReadonlyMap<string, string>;
}

/** A driver with its target and months times a factor. `most`: how far that may go when the new value is rounded. */
export function scaledNode(node: PlanNode, factor: number, most?: number): PlanNode {
  const target = scaledTarget(node, factor, most);
  const months = new Map([...node.months].map(([month, value]) => [month, scaledCell(node, value, factor, most)]));
  return { ...node, ...(target ? { target } : {}), months };
}

/** How the change of a driver's target is written. */
export function repairEdit(changed: PlanNode, factor: number): RepairEdit {
  const target = writtenTarget(changed);
  const cells = new Map([...changed.months].map(([month, value]) => [month, writtenAmount(changed, value)]));
  return { node: changed.id, factor, ...(target === undefined ? {} : { target }), cells };
}

/** Two texts of a plan with some targets changed; everything else stays to the byte. Undefined where one cannot be edited. */
export function editedTexts(
  source: Source,
  sheet: string,
  nodes: ReadonlyMap<NodeId, PlanNode>,
  edits: readonly RepairEdit[],
): { readonly yaml: string; readonly sheet: string } | undefined {
  const patches: Patch[] = [];
  let sheetText = sheet;
  for (const { node: id, target, cells } of edits) {
    const node = nodes.get(id);
    if (!node) return undefined;
    if (target !== undefined) {
      const patch = setValue(source, [...pathOf(node), 'target'], target);
      if (!patch) return undefined;
      patches.push(patch);
    }
    for (const [month, value] of cells) {
      const patch = setSheetCell(sheetText, id, 'target', month, value);
      if (!patch) return undefined;
      sheetText = applyPatch(sheetText, patch);
    }
  }
  // From the end to the front, so that no change moves the place of another.
  const yaml = patches.sort((a, b) => b.start - a.start).reduce(applyPatch, source.text);
  return { yaml, sheet: sheetText };
}
