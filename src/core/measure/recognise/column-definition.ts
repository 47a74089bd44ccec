import type { ColumnId } from '../dataset.ts';
import type { PresetColumn } from './preset.ts';

/** A column by which rows are told apart. */
export function dimension(to: ColumnId, ja: string, en: string, from: readonly string[] = []): PresetColumn {
  return { to, name: { ja, en }, from: [ja, en, ...from], type: 'text', role: 'dimension' };
}

/** A company, merged over the ways its name is written. [IDN-01] */
export function firm(to: ColumnId, ja: string, en: string, from: readonly string[] = []): PresetColumn {
  return { ...dimension(to, ja, en, from), written: 'company' };
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

/** A moment: a day with a time of day, where there is one. */
export function moment(to: ColumnId, ja: string, en: string, from: readonly string[] = []): PresetColumn {
  return { ...day(to, ja, en, from), type: 'timestamp' };
}

/** The id by which people are counted; hashed before anything is kept. */
export function person(to: ColumnId, ja: string, en: string, from: readonly string[] = []): PresetColumn {
  return { ...dimension(to, ja, en, from), role: 'person' };
}

/** A mail address: the person where nothing else names one, and never kept as it is. */
export function mail(from: readonly string[] = []): PresetColumn {
  return person('mail', 'メールアドレス', 'Email', [
    'メール',
    'Eメール',
    'E-mail',
    'email address',
    'Email アドレス',
    'メアド',
    ...from,
  ]);
}

/** Columns whose values are of a thing that has several lines. [ING-45] */
export function per(thing: ColumnId, ...columns: readonly PresetColumn[]): readonly PresetColumn[] {
  return columns.map(column => ({ ...column, per: thing }));
}

/** The day on which a stage was reached, in a column of its own. [ING-46] */
export function stage(id: string, ja: string, en: string, from: readonly string[]): PresetColumn {
  return { ...day(`stage-${id}`, ja, en, from), stage: id };
}

/** A column of a source whose exports have Japanese headings only: its English name is no heading of theirs. */
export function japaneseOnly(column: PresetColumn): PresetColumn {
  return { ...column, from: column.from.filter(heading => heading !== column.name.en || heading === column.name.ja) };
}

/** A column of a source whose exports have English headings only. */
export function englishOnly(column: PresetColumn): PresetColumn {
  return { ...column, from: column.from.filter(heading => heading !== column.name.ja) };
}
