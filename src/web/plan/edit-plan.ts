import { addEntry, applyPatch, removeKey, setSheetCell, setValue } from '#core/plan/edit.ts';
import { type Path, readSource } from '#core/plan/source.ts';
import { type CellChange, changeCells, withoutLines } from './sheet-cells.ts';

export interface PlanTexts {
  readonly yaml: string;
  readonly sheet: string;
}

/** Keys of a goal or KPI that hold one plain value. */
export type PlanField = 'target' | 'owner' | 'baseline' | 'lag' | 'rhythm' | 'equals';

/** A change of a plan as people make it; each touches only the characters of the value. */
export type PlanEdit =
  | {
      readonly kind: 'field';
      readonly role: 'goal' | 'kpi';
      readonly node: string;
      readonly field: PlanField;
      readonly value: string;
    }
  /** A text that may be written in both languages. */
  | {
      readonly kind: 'words';
      readonly role: 'goal' | 'kpi';
      readonly node: string;
      readonly field: 'name' | 'because';
      readonly lang: 'ja' | 'en';
      readonly value: string;
    }
  /** A new KPI; fields that are empty are left out. */
  | { readonly kind: 'add'; readonly node: string; readonly fields: Readonly<Record<string, string>> }
  /** A KPI goes, with its lines of the sheet; those whose partner it is lose it. */
  | { readonly kind: 'remove'; readonly node: string; readonly partners: readonly string[] }
  /** Cells of the sheet, its columns and lines made where they are missing. */
  | { readonly kind: 'cells'; readonly months: readonly string[]; readonly changes: readonly CellChange[] }
  | { readonly kind: 'months'; readonly node: string; readonly months: Readonly<Record<string, string>> };

/** The texts after an edit; undefined when it cannot be made. An empty value takes the key out. */
export function editPlan({ yaml, sheet }: PlanTexts, edit: PlanEdit): PlanTexts | undefined {
  if (edit.kind === 'cells') return { yaml, sheet: changeCells(sheet, edit.months, edit.changes) };
  if (edit.kind === 'months') {
    let after = sheet;
    for (const [month, value] of Object.entries(edit.months)) {
      const patch = setSheetCell(after, edit.node, 'target', month, value);
      if (!patch) return undefined;
      after = applyPatch(after, patch);
    }
    return { yaml, sheet: after };
  }
  if (edit.kind === 'remove') return withoutNode({ yaml, sheet }, edit.node, edit.partners);
  const source = readSource(yaml);
  if (!source.ok) return undefined;
  if (edit.kind === 'add') {
    const fields = Object.fromEntries(Object.entries(edit.fields).filter(([, value]) => value.trim() !== ''));
    const patch = addEntry(source.value, ['kpis'], edit.node, fields);
    return patch && { yaml: applyPatch(yaml, patch), sheet };
  }
  const node: Path = [edit.role === 'goal' ? 'goals' : 'kpis', edit.node];
  const value = edit.value.trim();
  const set = (path: Path) => {
    const patch = value === '' ? removeKey(source.value, path) : setValue(source.value, path, value);
    return patch && { yaml: applyPatch(yaml, patch), sheet };
  };
  if (edit.kind === 'field') return set([...node, edit.field]);
  // A text in both languages is a map; one in one spelling, or none yet, is plain. What is emptied goes in both.
  return (value === '' ? undefined : set([...node, edit.field, edit.lang])) ?? set([...node, edit.field]);
}

function withoutNode({ yaml, sheet }: PlanTexts, node: string, partners: readonly string[]): PlanTexts | undefined {
  let text = yaml;
  for (const path of [...partners.map(id => ['kpis', id, 'pair']), ['kpis', node]]) {
    const source = readSource(text);
    const patch = source.ok ? removeKey(source.value, path) : undefined;
    if (!patch) return undefined;
    text = applyPatch(text, patch);
  }
  return { yaml: text, sheet: withoutLines(sheet, node) };
}
