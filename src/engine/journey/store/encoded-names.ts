import type { Vocabulary } from '../kernel/event-part.ts';

/** Codes of names and of dimensions' values, given as they come; 0 is null. */
export class EncodedNames implements Vocabulary {
  readonly names: (string | null)[];
  readonly dimensions: { readonly id: string; readonly values: (string | null)[] }[];
  private readonly codes = new Map<readonly (string | null)[], Map<string | null, number>>();

  constructor({ names, dimensions }: Vocabulary) {
    this.names = [...names];
    this.dimensions = dimensions.map(({ id, values }) => ({ id, values: [...values] }));
  }

  name(text: string): number {
    return this.codeIn(this.names, text);
  }

  /** The dimension's position; a new one when there is none. */
  dimension(id: string): number {
    const known = this.dimensions.findIndex(dimension => dimension.id === id);
    return known >= 0 ? known : this.dimensions.push({ id, values: [null] }) - 1;
  }

  value(dimension: number, text: string | null): number {
    return this.codeIn(this.dimensions[dimension]?.values ?? [null], text);
  }

  private codeIn(values: (string | null)[], text: string | null): number {
    let codes = this.codes.get(values);
    if (!codes) {
      codes = new Map(values.map((value, code) => [value, code]));
      this.codes.set(values, codes);
    }
    const known = codes.get(text);
    if (known !== undefined) return known;
    codes.set(text, values.length);
    return values.push(text) - 1;
  }
}
