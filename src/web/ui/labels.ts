import type { Text } from '#core/text/text.ts';

/** A label of a screen: both languages side by side; English with a count has a singular and a plural. */
export type Label = Text | { readonly ja: string; readonly en: Plural };

interface Plural {
  readonly one: string;
  readonly other: string;
}

/** Declares the labels of a folder: `{{name}}` stands for a parameter. */
export function labels<const T extends Readonly<Record<string, Label>>>(table: T): T {
  return table;
}
