/** How an organisation or a reader wants numbers written. */
export interface FormatSettings {
  readonly money: MoneyScale;
  readonly negative: NegativeStyle;
  /** A comparison with an earlier or planned value as an index (前年比108%) or as a change (+8%). */
  readonly change: 'index' | 'change';
}

/** Unit in which yen are shown. `auto` takes 円, 万円, 億円, 兆円 by size; English has no 万 and 億 and uses K and M for them. */
export type MoneyScale = 'auto' | 'yen' | 'thousand' | 'million' | 'man' | 'oku';

/** −1,000, △1,000 or (1,000). */
export type NegativeStyle = 'minus' | 'triangle' | 'brackets';

export const defaultFormat: FormatSettings = { money: 'auto', negative: 'minus', change: 'index' };
