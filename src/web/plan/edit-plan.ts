import { addIgnore, type IgnoreEntry, removeIgnore } from '#core/lint/ignore/edit-ignores.ts';
import { addEntry, applyPatch, removeKey, setSheetCell, setValue } from '#core/plan/edit.ts';
import { setTexts } from '#core/plan/edit-list.ts';
import { setInMap } from '#core/plan/edit-map.ts';
import { setSupport, swapWay } from '#core/plan/edit-support.ts';
import { type Path, readSource } from '#core/plan/source.ts';
import type { Text } from '#core/text/text.ts';
import { type CellChange, changeCells, withoutLines } from './sheet-cells.ts';

export interface PlanTexts {
  readonly yaml: string;
  readonly sheet: string;
}

/** Keys of a goal or KPI that hold one plain value. */
export type PlanField =
  | 'target'
  | 'owner'
  | 'under'
  | 'baseline'
  | 'lag'
  | 'rhythm'
  | 'equals'
  | 'measured-by'
  | 'executive'
  | 'horizon'
  | 'controllability'
  | 'shows'
  | 'within'
  | 'times';

/** Keys of a goal or KPI that hold a text, which may be written in both languages. */
export type PlanWords = 'name' | 'because' | 'population' | 'meaning' | 'audience' | 'decision';

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
      readonly field: PlanWords;
      readonly lang: 'ja' | 'en';
      readonly value: string;
    }
  /** Limits of a light; empty ones are left out, and the usual ones hold. */
  | { readonly kind: 'lights'; readonly role: 'goal' | 'kpi'; readonly node: string; readonly met: string; readonly near: string }
  /** How values come, and the hours a month that takes; empty: not said. */
  | { readonly kind: 'measuring'; readonly node: string; readonly by: string; readonly hours: string }
  /** What a stated influence rests on, how strongly it is believed, which share arrives and when. */
  | {
      readonly kind: 'influence';
      readonly role: 'goal' | 'kpi';
      readonly node: string;
      /** Its place among the node's influences. */
      readonly index: number;
      readonly field: 'because' | 'evidence' | 'belief' | 'rate' | 'lag';
      readonly value: string;
    }
  /** A new success factor over a KPI, which comes to stand under it where it stands under nothing. */
  | {
      readonly kind: 'factor';
      readonly id: string;
      readonly name: Text;
      readonly because: Text;
      readonly goal: string;
      readonly part: string | null;
    }
  | { readonly kind: 'factor-reason'; readonly factor: string; readonly value: string }
  /** How much a factor is worth and how far it can be done, from 1 to 5, or its share of resources; empty takes it out. */
  | {
      readonly kind: 'factor-mark';
      readonly factor: string;
      readonly field: 'impact' | 'feasibility' | 'share';
      readonly value: string;
    }
  /** How far the business has come; empty: not said. */
  | { readonly kind: 'phase'; readonly value: string }
  /** How long customers take to buy; empty: not said. */
  | { readonly kind: 'purchase-cycle'; readonly value: string }
  /** A channel that is at another phase than the business; empty: at the same. */
  | { readonly kind: 'channel-phase'; readonly channel: string; readonly value: string }
  | { readonly kind: 'channels'; readonly values: readonly string[] }
  /** From now on a KPI is only watched: its target and its months go. */
  | { readonly kind: 'watch'; readonly node: string }
  /** Another way to take a goal apart becomes its formula, and the formula one of the other ways. */
  | { readonly kind: 'way'; readonly goal: string; readonly index: number; readonly formula: string; readonly instead: string }
  /** A finding is meant to be so, with the reason. */
  | { readonly kind: 'ignore'; readonly entry: IgnoreEntry }
  /** One of those, by its place, counts again. */
  | { readonly kind: 'unignore'; readonly index: number }
  /** Several changes as one. */
  | { readonly kind: 'several'; readonly edits: readonly PlanEdit[] }
  /** A new KPI; fields that are empty are left out. */
  | { readonly kind: 'add'; readonly node: string; readonly fields: Readonly<Record<string, string>> }
  /** A KPI goes, with its lines of the sheet; those whose partner it is lose it. */
  | { readonly kind: 'remove'; readonly node: string; readonly partners: readonly string[] }
  /** Cells of the sheet, its columns and lines made where they are missing. */
  | { readonly kind: 'cells'; readonly months: readonly string[]; readonly changes: readonly CellChange[] }
  | { readonly kind: 'months'; readonly node: string; readonly months: Readonly<Record<string, string>> };

/** The texts after an edit; undefined when it cannot be made. An empty value takes the key out. */
export function editPlan({ yaml, sheet }: PlanTexts, edit: PlanEdit): PlanTexts | undefined {
  if (edit.kind === 'several')
    return edit.edits.reduce<PlanTexts | undefined>((now, one) => now && editPlan(now, one), { yaml, sheet });
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
  if (edit.kind === 'ignore' || edit.kind === 'unignore') {
    const patch = edit.kind === 'ignore' ? addIgnore(source.value, edit.entry) : removeIgnore(source.value, edit.index);
    return patch && { yaml: applyPatch(yaml, patch), sheet };
  }
  if (edit.kind === 'factor') return withFactor({ yaml, sheet }, edit);
  if (edit.kind === 'factor-reason') {
    const patch = setValue(source.value, ['factors', edit.factor, 'because'], edit.value.trim());
    return patch && { yaml: applyPatch(yaml, patch), sheet };
  }
  if (edit.kind === 'channel-phase') return withChannelPhase({ yaml, sheet }, edit);
  if (edit.kind === 'measuring') {
    const given = { by: edit.by, hours: edit.by === '' ? '' : edit.hours };
    return withMap({ yaml, sheet }, ['kpis', edit.node], 'measuring', given);
  }
  if (edit.kind === 'factor-mark' || edit.kind === 'phase' || edit.kind === 'purchase-cycle') {
    const path: Path = edit.kind === 'factor-mark' ? ['factors', edit.factor, edit.field] : [edit.kind];
    const given = edit.value.trim();
    const patch = given === '' ? removeKey(source.value, path) : setValue(source.value, path, given);
    return patch && { yaml: applyPatch(yaml, patch), sheet };
  }
  if (edit.kind === 'channels') {
    const patch = setTexts(source.value, 'channels', edit.values);
    return patch && { yaml: applyPatch(yaml, patch), sheet };
  }
  if (edit.kind === 'watch') return watchedOnly({ yaml, sheet }, edit.node);
  if (edit.kind === 'way') return withWay({ yaml, sheet }, edit);
  const node: Path = [edit.role === 'goal' ? 'goals' : 'kpis', edit.node];
  if (edit.kind === 'lights') return withMap({ yaml, sheet }, node, 'lights', { met: edit.met, near: edit.near });
  const value = edit.value.trim();
  if (edit.kind === 'influence') {
    const patch = setSupport(source.value, node, edit.index, edit.field, value);
    return patch && { yaml: applyPatch(yaml, patch), sheet };
  }
  const set = (path: Path) => {
    const patch = value === '' ? removeKey(source.value, path) : setValue(source.value, path, value);
    return patch && { yaml: applyPatch(yaml, patch), sheet };
  };
  if (edit.kind === 'field') return set([...node, edit.field]);
  // A text in both languages is a map; one in one spelling, or none yet, is plain. What is emptied goes in both.
  return (value === '' ? undefined : set([...node, edit.field, edit.lang])) ?? set([...node, edit.field]);
}

function withFactor(
  { yaml, sheet }: PlanTexts,
  { id, name, because, goal, part }: Extract<PlanEdit, { kind: 'factor' }>,
): PlanTexts | undefined {
  const source = readSource(yaml);
  const fields = { name: { ...name }, supports: goal, because: { ...because } };
  const patch = source.ok ? addEntry(source.value, ['factors'], id, fields) : undefined;
  if (!patch) return undefined;
  const text = applyPatch(yaml, patch);
  const again = part === null ? undefined : readSource(text);
  const under = again?.ok ? setValue(again.value, ['kpis', part ?? '', 'under'], id) : undefined;
  return { yaml: under ? applyPatch(text, under) : text, sheet };
}

function withWay(
  { yaml, sheet }: PlanTexts,
  { goal, index, formula, instead }: Extract<PlanEdit, { kind: 'way' }>,
): PlanTexts | undefined {
  const source = readSource(yaml);
  const patch = source.ok ? swapWay(source.value, ['goals', goal], index, instead) : undefined;
  const text = patch ? applyPatch(yaml, patch) : yaml;
  const again = readSource(text);
  const own = again.ok && patch ? setValue(again.value, ['goals', goal, 'equals'], formula) : undefined;
  return own && { yaml: applyPatch(text, own), sheet };
}

function watchedOnly({ yaml, sheet }: PlanTexts, node: string): PlanTexts | undefined {
  const source = readSource(yaml);
  const target = source.ok ? removeKey(source.value, ['kpis', node, 'target']) : undefined;
  const text = target ? applyPatch(yaml, target) : yaml;
  const again = readSource(text);
  const patch = again.ok ? setValue(again.value, ['kpis', node, 'watch'], true) : undefined;
  return patch && { yaml: applyPatch(text, patch), sheet: withoutLines(sheet, node) };
}

/** A small map under a key, written anew; fields that are empty are left out, and the key with them when all are. */
function withMap(
  { yaml, sheet }: PlanTexts,
  node: Path,
  key: string,
  given: Readonly<Record<string, string>>,
): PlanTexts | undefined {
  const source = readSource(yaml);
  if (!source.ok) return undefined;
  const removed = removeKey(source.value, [...node, key]);
  const without = removed ? applyPatch(yaml, removed) : yaml;
  const trimmed = Object.entries(given).map(([name, value]) => [name, value.trim()] as const);
  const fields = Object.fromEntries(trimmed.filter(([, value]) => value !== ''));
  if (Object.keys(fields).length === 0) return { yaml: without, sheet };
  const again = readSource(without);
  const patch = again.ok ? addEntry(again.value, node, key, fields) : undefined;
  return patch && { yaml: applyPatch(without, patch), sheet };
}

function withChannelPhase(
  { yaml, sheet }: PlanTexts,
  { channel, value }: Extract<PlanEdit, { kind: 'channel-phase' }>,
): PlanTexts | undefined {
  const source = readSource(yaml);
  if (!source.ok) return undefined;
  const path: Path = ['phases', channel];
  if (value === '') {
    const gone = removeKey(source.value, path);
    return gone && { yaml: applyPatch(yaml, gone), sheet };
  }
  const patch = setInMap(source.value, 'phases', channel, value);
  return patch && { yaml: applyPatch(yaml, patch), sheet };
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
