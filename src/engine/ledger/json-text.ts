/** Values of our own making as JSON text, for columns that hold more than one value. */
export function toJson(value: unknown): string {
  return JSON.stringify(value);
}

/** Reads a column that `toJson` wrote; the type is what the writing side put in, migrations keep it true. */
export function fromJson<T>(text: string): T {
  return JSON.parse(text);
}

export function fromJsonOrNull<T>(text: string | null): T | null {
  return text === null ? null : fromJson(text);
}
