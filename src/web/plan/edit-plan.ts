import { applyPatch, removeKey, setSheetCell, setValue } from '#core/plan/edit.ts';
import { type Path, readSource } from '#core/plan/source.ts';

export interface PlanTexts {
  readonly yaml: string;
  readonly sheet: string;
}

/** A change of a plan as people make it; each touches only the characters of the value. */
export type PlanEdit =
  | {
      readonly kind: 'field';
      readonly role: 'goal' | 'kpi';
      readonly node: string;
      readonly field: 'target' | 'owner';
      readonly value: string;
    }
  | {
      readonly kind: 'name';
      readonly role: 'goal' | 'kpi';
      readonly node: string;
      readonly lang: 'ja' | 'en';
      readonly value: string;
    }
  | { readonly kind: 'month'; readonly node: string; readonly month: string; readonly value: string };

/** The texts after an edit; undefined when it cannot be made. An empty value takes the key out. */
export function editPlan({ yaml, sheet }: PlanTexts, edit: PlanEdit): PlanTexts | undefined {
  if (edit.kind === 'month') {
    const patch = setSheetCell(sheet, edit.node, 'target', edit.month, edit.value);
    return patch && { yaml, sheet: applyPatch(sheet, patch) };
  }
  const source = readSource(yaml);
  if (!source.ok) return undefined;
  const node: Path = [edit.role === 'goal' ? 'goals' : 'kpis', edit.node];
  const set = (path: Path) => {
    const value = edit.value.trim();
    const patch = value === '' ? removeKey(source.value, path) : setValue(source.value, path, value);
    return patch && { yaml: applyPatch(yaml, patch), sheet };
  };
  if (edit.kind === 'field') return set([...node, edit.field]);
  // A name in both languages is a map; a name in one spelling, or none yet, is a plain text.
  return set([...node, 'name', edit.lang]) ?? set([...node, 'name']);
}
