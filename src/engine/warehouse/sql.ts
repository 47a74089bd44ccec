/**
 * SQL as a value: text in fragments, and the values to be bound between them. [DAT-07]
 * `sql` binds everything interpolated; only other queries, `identifier()` and `integer()` become text.
 */
export interface Sql {
  readonly kind: 'sql';
  /** One more than the values. */
  readonly fragments: readonly string[];
  readonly values: readonly SqlValue[];
}

/** Lists are lists of text; the query casts them. */
export type SqlValue = string | number | boolean | null | readonly string[];

export function sql(strings: TemplateStringsArray, ...parts: readonly (SqlValue | Sql)[]): Sql {
  const fragments = [strings[0] ?? ''];
  const values: SqlValue[] = [];
  for (const [index, part] of parts.entries()) {
    if (isSql(part)) {
      append(fragments, part.fragments);
      values.push(...part.values);
    } else {
      fragments.push('');
      values.push(part);
    }
    append(fragments, [strings[index + 1] ?? '']);
  }
  return { kind: 'sql', fragments, values };
}

/** A name from a closed list, quoted; any other name is a bug and throws. */
export function identifier(name: string, allowed: Iterable<string>): Sql {
  if (![...allowed].includes(name)) throw new Error(`not a known identifier: ${name}`);
  return text(`"${name.replaceAll('"', '""')}"`);
}

/** A whole number where a query cannot have a parameter: the width of a type, a limit. */
export function integer(value: number): Sql {
  if (!Number.isSafeInteger(value)) throw new Error(`not a whole number: ${value}`);
  return text(String(value));
}

export function joined(parts: readonly Sql[], separator: ', ' | ' AND ' | ' OR ' | ' * ' | '' | '\n'): Sql {
  return parts.reduce((all, part, index) => (index === 0 ? part : sql`${all}${text(separator)}${part}`), EMPTY);
}

export const EMPTY: Sql = text('');

/** The text for a driver that numbers or marks its placeholders. */
export function textOf(query: Sql, placeholder: (index: number) => string): string {
  return query.fragments.reduce((all, fragment, index) => `${all}${placeholder(index - 1)}${fragment}`);
}

function text(fragment: string): Sql {
  return { kind: 'sql', fragments: [fragment], values: [] };
}

function append(fragments: string[], more: readonly string[]): void {
  fragments[fragments.length - 1] = (fragments.at(-1) ?? '') + (more[0] ?? '');
  fragments.push(...more.slice(1));
}

function isSql(part: SqlValue | Sql): part is Sql {
  return typeof part === 'object' && part !== null && 'kind' in part;
}
