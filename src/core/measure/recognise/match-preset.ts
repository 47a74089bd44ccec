import { headerKey, headerText } from './header-text.ts';
import type { Preset, PresetColumn } from './preset.ts';

/** A preset laid over the headings of a file. */
export interface PresetMatch {
  readonly preset: Preset;
  /** For every heading, the column of the preset it is. */
  readonly columns: readonly (PresetColumn | undefined)[];
  /** 0 to 1: the share of the headings that the preset knows. */
  readonly confidence: number;
}

/**
 * The presets that headings fit, best first. [ING-10]
 * All required columns must be there. Of several, the one that knows most of the headings wins, then the one that stands first.
 */
export function matchPresets(
  names: readonly string[],
  above: { readonly hasComments: boolean; readonly hasTitle: boolean },
  presets: readonly Preset[],
): readonly PresetMatch[] {
  const keys = names.map(name => headerText(name).key);
  return presets
    .filter(preset => (!preset.comments || above.hasComments) && (!preset.untitled || !above.hasTitle))
    .flatMap(preset => matchOf(preset, keys))
    .sort((a, b) => b.confidence - a.confidence);
}

function matchOf(preset: Preset, keys: readonly string[]): readonly PresetMatch[] {
  const byKey = new Map(
    preset.columns.flatMap(column => column.from.map(alias => [headerText(alias).key, column] as const)).toReversed(),
  );
  const taken = new Set<PresetColumn>();
  const columns = keys.map(key => {
    const column = key === '' ? undefined : byKey.get(key);
    if (!column || taken.has(column)) return undefined;
    taken.add(column);
    return column;
  });
  for (const column of preset.columns) {
    if (!column.words || taken.has(column)) continue;
    const words = column.words.map(headerKey);
    const at = keys.findIndex((key, place) => !columns[place] && words.some(word => key.includes(word)));
    if (at >= 0) columns[at] = column;
  }
  const ids = new Set(columns.map(column => column?.to));
  if (!preset.requires.every(group => group.some(id => ids.has(id)))) return [];
  const named = keys.filter(key => key !== '').length;
  return [{ preset, columns, confidence: columns.filter(column => column !== undefined).length / Math.max(1, named) }];
}
