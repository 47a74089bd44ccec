import type { ColumnId } from '../dataset.ts';
import type { PresetColumn } from './preset.ts';

/** A column by which rows are told apart. */
export function dimension(to: ColumnId, ja: string, en: string, from: readonly string[] = []): PresetColumn {
  return { to, name: { ja, en }, from: [ja, en, ...from], type: 'text', role: 'dimension' };
}

/** A whole number that adds up. */
export function count(to: ColumnId, ja: string, en: string, from: readonly string[] = []): PresetColumn {
  return { to, name: { ja, en }, from: [ja, en, ...from], type: 'integer', role: 'measure' };
}

/** A number with decimals that adds up: conversions shared out by a model. */
export function amount(to: ColumnId, ja: string, en: string, from: readonly string[] = []): PresetColumn {
  return { to, name: { ja, en }, from: [ja, en, ...from], type: 'decimal', role: 'measure' };
}

export function money(to: ColumnId, ja: string, en: string, from: readonly string[] = []): PresetColumn {
  return { ...amount(to, ja, en, from), money: true };
}

/** A rate, average or distinct count that the source worked out: kept to compare, never summed. */
export function given(to: ColumnId, ja: string, en: string, from: readonly string[] = []): PresetColumn {
  return { ...amount(to, ja, en, from), notAdditive: true };
}

/** A share written without its sign: 4.54 for 4.54%. */
export function percentage(to: ColumnId, ja: string, en: string, from: readonly string[] = []): PresetColumn {
  return { ...given(to, ja, en, from), scale: '0.01' };
}

export function seconds(to: ColumnId, ja: string, en: string, from: readonly string[] = []): PresetColumn {
  return { ...given(to, ja, en, from), written: 'duration' };
}

export function day(to: ColumnId, ja: string, en: string, from: readonly string[] = []): PresetColumn {
  return { to, name: { ja, en }, from: [ja, en, ...from], type: 'date', role: 'time' };
}

/** A column of a source whose exports have Japanese headings only: its English name is no heading of theirs. */
export function japaneseOnly(column: PresetColumn): PresetColumn {
  return { ...column, from: column.from.filter(heading => heading !== column.name.en || heading === column.name.ja) };
}
